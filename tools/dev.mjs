// `npm run dev`: the server restarts when its sources change, the web client reloads in the browser (port 5173).
import { execFileSync } from "node:child_process";
import concurrently from "concurrently";

execFileSync(process.execPath, ["tools/prisma-generate.mjs"], { stdio: "inherit" });
const { result } = concurrently(
  [
    { name: "server", command: "node --import tsx --watch-path=server --watch-path=schema.graphql server/main.ts" },
    { name: "web", command: "vite" },
    // Documents of the web client that change need `npm run generate`.
    {
      name: "codegen",
      command: "node --watch-path=schema.graphql node_modules/@graphql-codegen/cli/esm/bin.js --config codegen.ts",
    },
  ],
  { killOthersOn: ["failure", "success"], prefixColors: ["green", "cyan", "gray"] },
);
await result.catch(() => process.exit(1));
