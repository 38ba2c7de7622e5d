// The times of day of a recurrence rule: BYHOUR, BYMINUTE and BYSECOND, and INTERVAL where it counts days, hours or minutes. Which
// days the rule names is not its business.

import { DAY_SECONDS } from "./calendar.ts";
import type { RuleParts } from "./rrule-parts.ts";

export const modulo = (value: number, divisor: number): number => {
  const rest = value % divisor;
  return rest < 0 ? rest + divisor : rest;
};

const whole = (size: number): readonly number[] => Array.from({ length: size }, (_, i) => i);

/** The places of `length` that BYSETPOS names, rising, from 0. */
export function places(positions: readonly number[], length: number): number[] {
  const found = positions.map((position) => (position > 0 ? position - 1 : length + position));
  return [...new Set(found)].filter((place) => place >= 0 && place < length).sort((a, b) => a - b);
}

/** A day consists of one, 24 or 1,440 units, numbered on from 1970, of which every `step`th from the start's on is in step. */
export class RuleClock {
  private readonly unitsOfDay: number;
  private readonly step: number;
  private readonly startUnit: number;
  /** The units of a day that have times, and those times as seconds from the unit's beginning. */
  private readonly units: readonly number[];
  private readonly secondsOfUnit: readonly number[];
  /** By the phase of a day: its seconds. */
  private readonly times: Int32Array[] = [];

  /** @param start DTSTART as a local second: what the rule does not say is taken from it */
  constructor({ freq, interval, lists }: RuleParts, start: number) {
    const time = modulo(start, DAY_SECONDS);
    const finer = freq === "HOURLY" || freq === "MINUTELY";
    this.unitsOfDay = freq === "MINUTELY" ? 1440 : freq === "HOURLY" ? 24 : 1;
    this.step = finer || freq === "DAILY" ? interval : 1;
    this.startUnit = Math.floor(start / (DAY_SECONDS / this.unitsOfDay));
    const hours = lists.BYHOUR ?? (finer ? whole(24) : [Math.floor(time / 3600)]);
    const minutes = lists.BYMINUTE ?? (freq === "MINUTELY" ? whole(60) : [Math.floor(time / 60) % 60]);
    const seconds = lists.BYSECOND ?? [time % 60];
    const inHour = minutes.flatMap((minute) => seconds.map((second) => minute * 60 + second));
    const inUnit =
      freq === "MINUTELY"
        ? seconds
        : freq === "HOURLY"
          ? inHour
          : hours.flatMap((hour) => inHour.map((second) => hour * 3600 + second));
    const minutesOfDay = (): number[] => hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
    this.units = freq === "MINUTELY" ? minutesOfDay() : freq === "HOURLY" ? hours : [0];
    const ofUnit = finer || freq === "DAILY" ? lists.BYSETPOS : undefined;
    this.secondsOfUnit = ofUnit === undefined ? inUnit : places(ofUnit, inUnit.length).map((i) => inUnit[i] as number);
  }

  /** 0 for a day with a time in step; else the number of days after which the next one may come. */
  daysToWait(day: number): number {
    const phase = this.phaseOf(day);
    if (phase >= this.unitsOfDay) return Math.floor(phase / this.unitsOfDay);
    return this.timesOf(phase).length > 0 ? 0 : 1;
  }

  /** The times of a day in step, rising, as its seconds. */
  timesOn(day: number): Int32Array {
    return this.timesOf(this.phaseOf(day));
  }

  /** How many units of the day pass before one is in step. */
  private phaseOf(day: number): number {
    return this.step === 1 ? 0 : modulo(this.startUnit - day * this.unitsOfDay, this.step);
  }

  private timesOf(phase: number): Int32Array {
    const kept = this.times[phase];
    if (kept !== undefined) return kept;
    const size = DAY_SECONDS / this.unitsOfDay;
    const units = this.units.filter((unit) => unit >= phase && (unit - phase) % this.step === 0);
    const made = Int32Array.from(units.flatMap((unit) => this.secondsOfUnit.map((second) => unit * size + second)));
    this.times[phase] = made;
    return made;
  }
}
