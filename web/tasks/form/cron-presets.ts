// The common cron expressions: made from a few choices, and recognised when they are written by hand. An expression
// that is none of them is left as it is.

export type Preset = "minutes" | "hourly" | "daily" | "weekdays" | "weekly" | "monthly";

export interface Choices {
  preset: Preset;
  /** `09:30` */
  time: string;
  /** 0 is Sunday. */
  weekday: string;
  /** 1 to 31 */
  day: string;
}

export const PRESETS: { value: Preset; label: string }[] = [
  { value: "minutes", label: "Every 5 minutes" },
  { value: "hourly", label: "Hourly" },
  { value: "daily", label: "Daily" },
  { value: "weekdays", label: "Weekdays" },
  { value: "weekly", label: "Weekly" },
  { value: "monthly", label: "Monthly" },
];

export const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export const START: Choices = { preset: "daily", time: "09:00", weekday: "1", day: "1" };

/** Presets that happen at a time of day. */
export const hasTime = (preset: Preset): boolean => preset !== "minutes" && preset !== "hourly";

export function compose({ preset, time, weekday, day }: Choices): string {
  if (preset === "minutes") return "*/5 * * * *";
  if (preset === "hourly") return "0 * * * *";
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const at = `${minute} ${hour}`;
  if (preset === "daily") return `${at} * * *`;
  if (preset === "weekdays") return `${at} * * 1-5`;
  return preset === "weekly" ? `${at} * * ${weekday}` : `${at} ${day} * *`;
}

const SHAPE = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|[0-6]|1-5)$/;

/** The choices that would make this expression. */
export function recognise(expression: string): Choices | undefined {
  const text = expression.trim().replaceAll(/\s+/g, " ");
  if (text === "*/5 * * * *") return { ...START, preset: "minutes" };
  if (text === "0 * * * *") return { ...START, preset: "hourly" };
  const [, minute, hour, day, weekday] = SHAPE.exec(text) ?? [];
  if (minute === undefined || hour === undefined || Number(minute) > 59 || Number(hour) > 23) return undefined;
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (day === "*" && weekday === "*") return { ...START, preset: "daily", time };
  if (day === "*" && weekday === "1-5") return { ...START, preset: "weekdays", time };
  if (day === "*" && weekday !== undefined) return { ...START, preset: "weekly", time, weekday };
  if (weekday === "*" && day !== undefined && Number(day) >= 1 && Number(day) <= 31)
    return { ...START, preset: "monthly", time, day };
  return undefined;
}
