// Where the program lies and which version it is, whether it runs from source or from dist/.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function findRoot(from: string): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name?: string };
      if (manifest.name === "cronograph") return folder;
    } catch {
      // no package.json here; look further up
    }
    if (folder === dirname(folder)) throw new Error(`No package.json of cronograph above ${from}`);
  }
}

/** The folder that holds package.json, schema.graphql and prisma/. */
export const PACKAGE_ROOT = findRoot(fileURLToPath(import.meta.url));

export const VERSION = (JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")) as { version: string })
  .version;
