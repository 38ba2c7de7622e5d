import { startTestApp } from "../support/app.ts";
const app = await startTestApp({ PORT: process.env.PORT ?? "4555", LOG_LEVEL: "error" });
console.log(app.url);
process.on("SIGTERM", () => app.stop().then(() => process.exit(0)));
