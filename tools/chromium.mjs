// Finds a Chromium for the browser tests; on Debian and Ubuntu installs it when there is none. Downloads nothing by itself.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export const findChromium = () => PLACES.find((place) => place && existsSync(place));

export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const run = (...command) => {
    const [program, ...args] = [...asRoot, ...command];
    execFileSync(program, args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  try {
    console.error("The browser tests need Chromium; installing Debian's …");
    run("apt-get", "update", "-qq");
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
  } catch (error) {
    throw new Error(
      `The browser tests need Chromium, and it could not be installed here (${error.message}). Install it and set CHROMIUM_PATH.`,
    );
  }
  return findChromium();
}
