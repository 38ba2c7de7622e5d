// Turns instants and lengths of time into text: 24 hours, English, the same everywhere. No clock is read here.

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone, hourCycle: "h23" });
    formats.set(key, made);
  }
  return made;
}

const DAY: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };
const CLOCK: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", second: "2-digit" };

/** `Mon 23 Nov, 14:05:09`; with the year when it is not the present one. */
export function instant(iso: string, zone: string, now: number): string {
  const at = new Date(iso);
  const year = format(zone, { year: "numeric" });
  const day = format(zone, year.format(at) === year.format(now) ? DAY : { ...DAY, year: "numeric" }).format(at);
  return `${day.replace(",", "")}, ${format(zone, CLOCK).format(at)}`;
}

/** `14:05:09.123`, for log lines. */
export function clockTime(iso: string, zone: string): string {
  return format(zone, { ...CLOCK, fractionalSecondDigits: 3 }).format(new Date(iso));
}

/** `2026-11-23T14:05:09`: the wall clock of a zone at an instant. */
export function wallClock(iso: string, zone: string): string {
  const parts = Object.fromEntries(
    format(zone, { year: "numeric", month: "2-digit", day: "2-digit", ...CLOCK })
      .formatToParts(new Date(iso))
      .map((part) => [part.type, part.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}

const UNITS: readonly (readonly [name: string, ms: number])[] = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
];

/** At most two neighbouring units: `2 h 5 min`, `48 s`, `1.24 s`, `310 ms`. */
export function length(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${Number((ms / 1000).toFixed(2))} s`;
  const rounded = Math.round(ms / 1000) * 1000;
  const at = UNITS.findIndex(([, unit]) => rounded >= unit);
  const [name, unit] = UNITS[at] ?? ["s", 1000];
  const whole = Math.floor(rounded / unit);
  const finer = UNITS[at + 1];
  const rest = finer ? Math.floor((rounded % unit) / finer[1]) : 0;
  return finer && rest > 0 ? `${whole} ${name} ${rest} ${finer[0]}` : `${whole} ${name}`;
}

/** `in 5 min`, `12 s ago`, `now`. */
export function relative(iso: string, now: number): string {
  const ms = Date.parse(iso) - now;
  const size = Math.abs(ms);
  if (size < 1000) return "now";
  // Above an hour two units, below one: minutes that tick by the second are noise.
  const text = size < 3_600_000 ? single(size) : length(size);
  return ms > 0 ? `in ${text}` : `${text} ago`;
}

function single(ms: number): string {
  return ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${Math.floor(ms / 60_000)} min`;
}

/** `1,204`. */
export const count = (value: number): string => value.toLocaleString("en-US");

/** `1 run`, `2 runs`. */
export const plural = (value: number, noun: string): string => `${count(value)} ${noun}${value === 1 ? "" : "s"}`;

/** `1 entry`, `2 entries`. */
export const entries = (value: number): string => `${count(value)} ${value === 1 ? "entry" : "entries"}`;
