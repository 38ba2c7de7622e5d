// Programs that tests need beside Node: found, or on Debian and Ubuntu installed from there. Downloads nothing by itself.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const PROGRAMS = {
  chromium: {
    variable: "CHROMIUM_PATH",
    places: [
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome",
      "/snap/bin/chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    package: "chromium",
  },
  nginx: {
    variable: "NGINX_PATH",
    places: ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx", "/usr/local/bin/nginx"],
    package: "nginx-light",
  },
  // For the faults of a cluster: networks that lose packets, and clocks that go wrong.
  ip: { variable: "IP_PATH", places: ["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip"], package: "iproute2" },
  iptables: { variable: "IPTABLES_PATH", places: ["/usr/sbin/iptables", "/sbin/iptables"], package: "iptables" },
  faketime: { variable: "FAKETIME_PATH", places: ["/usr/bin/faketime"], package: "faketime" },
  pgbouncer: {
    variable: "PGBOUNCER_PATH",
    places: ["/usr/sbin/pgbouncer", "/usr/local/bin/pgbouncer"],
    package: "pgbouncer",
  },
  // Of a benchmark alone; no test needs it.
  redis: {
    variable: "REDIS_PATH",
    places: ["/usr/bin/redis-server", "/usr/local/bin/redis-server"],
    package: "redis-server",
    optional: true,
  },
};

export const findProgram = (name) => {
  const { variable, places } = PROGRAMS[name];
  return [process.env[variable], ...places].find((place) => place && existsSync(place));
};

/** Answers its path. */
export function ensureProgram(name) {
  const found = findProgram(name);
  if (found) return found;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const run = (...command) => {
    const [program, ...args] = [...asRoot, ...command];
    execFileSync(program, args, {
      stdio: ["ignore", "ignore", "inherit"],
      // A run level at which no service is started along.
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    });
  };
  try {
    console.error(`The tests need ${name}; installing Debian's …`);
    run("apt-get", "update", "-qq");
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", PROGRAMS[name].package);
  } catch (error) {
    throw new Error(
      `The tests need ${name}, and it could not be installed here (${error.message}). Install it and set ${PROGRAMS[name].variable}.`,
    );
  }
  return findProgram(name);
}

export function ensurePrograms() {
  for (const name of Object.keys(PROGRAMS)) if (!PROGRAMS[name].optional) ensureProgram(name);
}
