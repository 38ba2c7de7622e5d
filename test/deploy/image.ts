// The folder /app of the image as the Dockerfile makes it, without Docker: the packages that `npm ci` would install there, by the lock,
// and what is copied. Nothing of this repository is in it that would not be in the image.
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { type Copy, DockerfileParser, type Instruction } from "dockerfile-ast";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { deployed } from "./deployed.ts";

interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
}

const NPM_CI = "npm ci --omit=dev --omit=optional --ignore-scripts ";

export const instructionsOf = (name: string): Instruction[] => DockerfileParser.parse(deployed(name)).getInstructions();

/** Each begins with its FROM. */
export function stagesOf(all: readonly Instruction[]): Instruction[][] {
  return all.reduce<Instruction[][]>((found, each) => {
    if (each.getKeyword() === "FROM") found.push([]);
    found.at(-1)?.push(each);
    return found;
  }, []);
}

/** @throws when the Dockerfile does something that is not understood here */
export function makeImage(folder: string): void {
  for (const each of stagesOf(instructionsOf("Dockerfile")).at(-1) ?? []) {
    if (each.getKeyword() === "COPY") copy(each as Copy, folder);
    else if (each.getKeyword() === "RUN") run(String(each.getArgumentsContent()), folder);
  }
}

function copy(each: Copy, folder: string): void {
  const paths = each.getArguments().map(String);
  const into = paths.pop() as string;
  for (const path of paths) {
    // Both stages work in /app, and the first one has what this repository has, built.
    const name = path.replace(/^\/app\//, "");
    const inside = into.endsWith("/") ? join(folder, into, basename(name)) : join(folder, into);
    put(join(PACKAGE_ROOT, name), inside);
  }
}

function run(command: string, folder: string): void {
  if (command.startsWith("mkdir /data ")) return;
  if (!command.startsWith(NPM_CI)) throw new Error(`Not understood: RUN ${command}`);
  const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as {
    packages: Record<string, Locked>;
  };
  for (const [path, locked] of Object.entries(packages)) {
    if (path === "" || locked.dev || locked.optional || locked.devOptional) continue;
    const from = join(PACKAGE_ROOT, path);
    // What a script has built, none builds there; packages inside of it are in the lock by themselves.
    const left = locked.hasInstallScript ? ["node_modules", "build"] : ["node_modules"];
    put(from, join(folder, path), (file) => !left.includes(relative(from, file).split("/")[0] as string));
  }
}

function put(from: string, to: string, filter: (file: string) => boolean = () => true): void {
  if (!existsSync(from)) throw new Error(`${from} is not there`);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: statSync(from).isDirectory(), filter, verbatimSymlinks: true });
}
