// Lengths of time as the API writes them (ISO 8601 without years and months) and as people enter them (number and unit).

export const UNITS = [
  { value: "seconds", label: "seconds", ms: 1000 },
  { value: "minutes", label: "minutes", ms: 60_000 },
  { value: "hours", label: "hours", ms: 3_600_000 },
  { value: "days", label: "days", ms: 86_400_000 },
] as const;
export type Unit = (typeof UNITS)[number]["value"];

export interface Amount {
  readonly amount: number;
  readonly unit: Unit;
}

const SHAPE = /^P(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;

/** Milliseconds of an ISO 8601 duration; NaN when it cannot be read. */
export function durationMs(iso: string): number {
  const parts = SHAPE.exec(iso);
  if (!parts) return Number.NaN;
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return weeks * 604_800_000 + days * 86_400_000 + hours * 3_600_000 + minutes * 60_000 + Math.round(seconds * 1000);
}

/** The largest unit that leaves a whole number, so that PT90M is shown as 90 minutes and PT120M as 2 hours. */
export function toAmount(iso: string): Amount {
  const ms = durationMs(iso);
  if (Number.isNaN(ms)) return { amount: 0, unit: "seconds" };
  const unit = UNITS.findLast((each) => ms >= each.ms && ms % each.ms === 0) ?? UNITS[0];
  return { amount: ms / unit.ms, unit: unit.value };
}

/** ISO 8601 for a number and a unit. */
export function toIso({ amount, unit }: Amount): string {
  if (unit === "days") return `P${amount}D`;
  return `PT${amount}${unit === "hours" ? "H" : unit === "minutes" ? "M" : "S"}`;
}
