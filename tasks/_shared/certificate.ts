// Asks a TLS server for its certificate and says how many days it is still good.
// Looks at the certificate even when it is expired or self-signed, as that is what one wants to hear about; whether it is
// trusted is for the request that follows. Never sends anything over the connection.

import { connect } from "node:tls";

const DAY_MS = 86_400_000;

export interface CertificateFacts {
  readonly subject: string;
  readonly validTo: string;
  /** Negative when it has expired. One decimal. */
  readonly daysLeft: number;
}

/** The facts about the certificate that the server of an https address shows. */
export function readCertificate(url: URL, signal: AbortSignal): Promise<CertificateFacts> {
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const servername = /^[\d.]+$|:/.test(host) ? undefined : host;
    const socket = connect({ host, port: Number(url.port || 443), servername, rejectUnauthorized: false });
    const abort = () => socket.destroy(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    socket.once("close", () => signal.removeEventListener("abort", abort));
    socket.once("error", reject);
    socket.once("close", () => reject(new Error(`${url.host} closed the connection before it showed a certificate.`)));
    socket.once("secureConnect", () => {
      const { subject, valid_to: validTo } = socket.getPeerCertificate();
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
