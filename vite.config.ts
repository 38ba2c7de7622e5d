// Builds the dashboard and the playground: two pages, no request to anywhere but the server they came from.
// The strict content policy of the gateway allows no inline script, so nothing here may emit one.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const SERVER = "http://127.0.0.1:4000";
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const DOCUMENT = "cronograph-document:";
// Whole paths: the folder of a clone may itself be called web.
const OURS = file("web/");
const GENERATED = file("web/gql/");

/**
 * Gives each graphql(`…`) its own module with the generated document. At run time that call looks its text up in a map of
 * all documents, which would bring every document of every page into the first load.
 */
const documents: Plugin = {
  name: "cronograph-documents",
  apply: "build",
  enforce: "pre",
  transform(code, id) {
    if (!id.startsWith(OURS) || id.startsWith(GENERATED) || !/^[^?]*\.tsx?$/.test(id) || !code.includes("graphql(`"))
      return;
    const imports: string[] = [];
    const replaced = code.replaceAll(/\bgraphql\(`\s*(\w+) (\w+)[^`]*`\)/g, (_, kind: string, name: string) => {
      imports.push(`import ${name}$ from "${DOCUMENT}${name}${kind === "fragment" ? "FragmentDoc" : "Document"}";`);
      return `${name}$`;
    });
    return { code: [...imports, replaced].join("\n"), map: null };
  },
  resolveId: (id) => (id.startsWith(DOCUMENT) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${DOCUMENT}`)) return;
    const name = id.slice(DOCUMENT.length + 1);
    const generated = readFileSync(file("web/gql/graphql.ts"), "utf8");
    const document = new RegExp(`^export const ${name} = (.*) as unknown as `, "m").exec(generated)?.[1];
    if (!document) this.error(`web/gql/graphql.ts has no ${name}: run the code generator.`);
    return `export default ${document};`;
  },
};
/** The page of the playground has no ending in its address; the gateway knows that, the development server must be told. */
const playground: Plugin = {
  name: "cronograph-playground",
  configureServer(server) {
    server.middlewares.use((request, _, next) => {
      if (request.url === "/playground") request.url = "/playground.html";
      next();
    });
  },
};

export default defineConfig({
  root: "web",
  plugins: [documents, playground, react()],
  server: {
    port: 5173,
    proxy: {
      "/graphql": { target: SERVER, ws: true },
      "/auth": SERVER,
      "/events": SERVER,
      "/healthz": SERVER,
      "/readyz": SERVER,
    },
  },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    assetsDir: "assets",
    // A data: address would be allowed by the policy, but a file can be cached for ever.
    assetsInlineLimit: 0,
    // Monaco, which only the playground loads, is larger than any sensible limit.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // "use no memo" of libraries built with the React compiler means nothing to a bundle.
      checks: { moduleLevelDirective: false },
      input: { index: file("web/index.html"), playground: file("web/playground.html") },
      output: {
        codeSplitting: {
          groups: [{ name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }],
        },
      },
    },
  },
});
