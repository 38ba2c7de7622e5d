// A slow second opinion on recurrence rules, coded apart from the engine: looks at every second, minute, hour or day on from the
// start, asks of each whether all parts of the rule hold, and only then applies BYSETPOS and COUNT. Takes rules that are valid.

const DAY = 86_400;
const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

const utc = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly weekday: number;
  readonly number: number;
}

function dayAt(number: number): Day {
  const at = new Date(number * 86_400_000);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: at.getUTCDay(),
    number,
  };
}

/** Position from the front and from the back, both from 1. */
const ends = (index: number, length: number): [number, number] => [index + 1, index - length];
const named = (values: readonly number[], index: number, length: number): boolean =>
  ends(index, length).some((position) => values.includes(position));

/** First day of week 1: the first week with at least four days in the year. */
function firstWeek(year: number, weekStart: number): number {
  const first = utc(year, 1, 1);
  const into = (dayAt(first).weekday - weekStart + 7) % 7;
  return into <= 3 ? first - into : first - into + 7;
}

export class Oracle {
  private readonly parts: Map<string, string>;
  private readonly lists = new Map<string, readonly number[] | null>();
  private readonly freq: string;
  private readonly first: Day;
  private readonly weekStart: number;

  constructor(
    rule: string,
    private readonly start: number,
  ) {
    this.parts = new Map(rule.split(";").map((part) => part.split("=") as [string, string]));
    this.freq = this.parts.get("FREQ") as string;
    this.first = dayAt(Math.floor(start / DAY));
    this.weekStart = WEEKDAYS.indexOf(this.parts.get("WKST") ?? "MO");
  }

  private list(name: string): readonly number[] | null {
    let list = this.lists.get(name);
    if (list === undefined) list = this.parts.get(name)?.split(",").map(Number) ?? null;
    this.lists.set(name, list);
    return list;
  }

  private dayHolds(day: Day): boolean {
    const monthLength = utc(day.year, day.month + 1, 1) - utc(day.year, day.month, 1);
    const yearLength = utc(day.year + 1, 1, 1) - utc(day.year, 1, 1);
    const yearDay = day.number - utc(day.year, 1, 1);
    const { first, freq } = this;
    const months = this.list("BYMONTH");
    let dates = this.list("BYMONTHDAY");
    const yearDays = this.list("BYYEARDAY");
    const weeks = this.list("BYWEEKNO");
    let byDay = this.parts.get("BYDAY")?.split(",") ?? null;
    let onlyMonth: number | null = null;
    if (dates === null && yearDays === null && byDay === null) {
      if (freq === "WEEKLY" || weeks !== null) byDay = [WEEKDAYS[first.weekday] as string];
      else if (freq === "MONTHLY" || freq === "YEARLY") dates = [first.date];
      if (freq === "YEARLY" && weeks === null && months === null) onlyMonth = first.month;
    }
    if (onlyMonth !== null && day.month !== onlyMonth) return false;
    if (months !== null && !months.includes(day.month)) return false;
    if (dates !== null && !named(dates, day.date - 1, monthLength)) return false;
    if (yearDays !== null && !named(yearDays, yearDay, yearLength)) return false;
    if (weeks !== null && !this.weekHolds(day, weeks)) return false;
    if (byDay === null) return true;
    const inMonth = freq === "MONTHLY" || months !== null;
    const [index, length] = inMonth ? [day.date - 1, monthLength] : [yearDay, yearLength];
    return byDay.some((item) => {
      if (WEEKDAYS.indexOf(item.slice(-2)) !== day.weekday) return false;
      const nth = item.slice(0, -2);
      if (nth === "") return true;
      const before = Math.floor(index / 7);
      const after = Math.floor((length - 1 - index) / 7);
      return Number(nth) === before + 1 || Number(nth) === -after - 1;
    });
  }

  private weekHolds(day: Day, weeks: readonly number[]): boolean {
    return [day.year - 1, day.year, day.year + 1].some((year) => {
      const begin = firstWeek(year, this.weekStart);
      const end = firstWeek(year + 1, this.weekStart);
      return (
        day.number >= begin && day.number < end && named(weeks, Math.floor((day.number - begin) / 7), (end - begin) / 7)
      );
    });
  }

  /** The number of the period of a local second, counted from the start's. */
  private period(at: number): number {
    const day = dayAt(Math.floor(at / DAY));
    const { first } = this;
    const into = (first.weekday - this.weekStart + 7) % 7;
    switch (this.freq) {
      case "YEARLY":
        return day.year - first.year;
      case "MONTHLY":
        return (day.year - first.year) * 12 + day.month - first.month;
      case "WEEKLY":
        return Math.floor((day.number - first.number + into) / 7);
      case "DAILY":
        return day.number - first.number;
      case "HOURLY":
        return Math.floor(at / 3600) - Math.floor(this.start / 3600);
      default:
        return Math.floor(at / 60) - Math.floor(this.start / 60);
    }
  }

  private seconds(): number[] {
    const time = this.start - this.first.number * DAY;
    const whole = (unit: number): number[] => Array.from({ length: unit }, (_, i) => i);
    const finer = (freqs: string): boolean => freqs.split(" ").includes(this.freq);
    const hours = this.list("BYHOUR") ?? (finer("HOURLY MINUTELY") ? whole(24) : [Math.floor(time / 3600)]);
    const minutes = this.list("BYMINUTE") ?? (finer("MINUTELY") ? whole(60) : [Math.floor(time / 60) % 60]);
    const seconds = this.list("BYSECOND") ?? [time % 60];
    const all = hours.flatMap((h) => minutes.flatMap((m) => seconds.map((s) => h * 3600 + m * 60 + s)));
    return [...new Set(all)].sort((a, b) => a - b);
  }

  /** The occurrences before a local second, oldest first. */
  until(end: number): number[] {
    const interval = Number(this.parts.get("INTERVAL") ?? 1);
    const positions = this.list("BYSETPOS");
    const times = this.seconds();
    const periods = new Map<number, number[]>();
    // BYSETPOS looks at whole periods, so the first one is seen from its beginning and the last one to its end.
    for (let number = this.first.number - 366; number <= end / DAY + 366; number++) {
      if (!this.dayHolds(dayAt(number))) continue;
      for (const time of times) {
        const at = number * DAY + time;
        const period = this.period(at);
        if (period < 0 || period % interval !== 0) continue;
        const members = periods.get(period) ?? [];
        if (members.length === 0) periods.set(period, members);
        members.push(at);
      }
    }
    const chosen = [...periods.values()].flatMap((members) =>
      positions === null ? members : members.filter((_, i) => named(positions, i, members.length)),
    );
    const found = chosen.filter((at) => at >= this.start).slice(0, Number(this.parts.get("COUNT") ?? Infinity));
    return found.filter((at) => at < end);
  }
}
