// Asks a TLS server for its certificate and says how many days it is still good.
// Looks at the certificate even when it is expired or self-signed, as that is what one wants to hear about; whether it is
// trusted is for the request that follows. Never sends anything over the connection.

import { isIP } from "node:net";
import type { TLSSocket } from "node:tls";
import type { TaskContext } from "cronograph/task";

const DAY_MS = 86_400_000;

export interface CertificateFacts {
  readonly subject: string;
  readonly validTo: string;
  /** Negative when it has expired. One decimal. */
  readonly daysLeft: number;
}

/** The facts about the certificate that the server of an https address shows. */
export function readCertificate(
  url: URL,
  connector: TaskContext["connector"],
  signal: AbortSignal,
): Promise<CertificateFacts> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const hostname = url.hostname.replace(/^\[|\]$/g, "");
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener("abort", abort, { once: true });
    const to = { hostname, protocol: "https:", port: url.port || "443", servername: isIP(hostname) ? "" : hostname };
    connector({ rejectUnauthorized: false })(to, (error, socket) => {
      signal.removeEventListener("abort", abort);
      if (error) return reject(error);
      const { subject, valid_to: validTo } = (socket as TLSSocket).getPeerCertificate();
      socket.destroy();
      const until = Date.parse(validTo ?? "");
      if (Number.isNaN(until)) return reject(new Error(`${url.host} showed no certificate.`));
      const daysLeft = Math.round(((until - Date.now()) / DAY_MS) * 10) / 10;
      const common = subject?.CN as string | string[] | undefined;
      resolve({
        subject: [common ?? url.hostname].flat().join(", "),
        validTo: new Date(until).toISOString(),
        daysLeft,
      });
    });
  });
}
