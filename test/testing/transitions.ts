// A zone's clock changes by the host's own calendar, found without any code of the product.

export interface Transition {
  /** The first instant of the new offset. */
  readonly at: number;
  readonly kind: "gap" | "overlap";
  /** In the middle of what is left out or repeated. */
  readonly local: { readonly month: number; readonly day: number; readonly hour: number; readonly minute: number };
}

const STEP_MS = 15 * 60_000;

export function transitions(zone: string, from: number, until: number): Transition[] {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset", year: "numeric" });
  const offset = (at: number): number => {
    const [, sign = "+", hours = "0", minutes = "0"] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(at)) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  };
  const found: Transition[] = [];
  let before = offset(from);
  for (let at = from + STEP_MS; at <= until; at += STEP_MS) {
    const now = offset(at);
    if (now !== before) {
      const middle = new Date(at + (before + now) / 2);
      const local = {
        month: middle.getUTCMonth() + 1,
        day: middle.getUTCDate(),
        hour: middle.getUTCHours(),
        minute: middle.getUTCMinutes(),
      };
      found.push({ at, kind: now > before ? "gap" : "overlap", local });
      before = now;
    }
  }
  return found;
}
