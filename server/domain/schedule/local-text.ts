// Local seconds and offsets as text. Pure formatting: which offset holds is the zone's business.

import { DAY_SECONDS, dateOf, dayOf, monthOf, packedDate, yearOf } from "./calendar.ts";

const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

/** `YYYY-MM-DD` */
export function dateText(local: number): string {
  const date = packedDate(Math.floor(local / DAY_SECONDS));
  return `${pad(yearOf(date), 4)}-${pad(monthOf(date))}-${pad(dateOf(date))}`;
}

/** `HH:mm:ss` */
export function timeText(local: number): string {
  const second = local - Math.floor(local / DAY_SECONDS) * DAY_SECONDS;
  return `${pad(Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}:${pad(second % 60)}`;
}

/** `YYYY-MM-DDTHH:mm:ss` */
export const localText = (local: number): string => `${dateText(local)}T${timeText(local)}`;

/** The local second of `YYYY-MM-DDTHH:mm:ss`, which was checked before. */
export function localSecond(text: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/[-T:]/).map(Number);
  return dayOf(year, month, day) * DAY_SECONDS + hour * 3600 + minute * 60 + second;
}

/** `HH:mm`, with seconds only where they are not 0. */
export const clockText = (local: number): string => timeText(local).replace(/:00$/, "");

/** `+01:00`; with seconds for the offsets of before 1972 that have some. */
export function offsetText(offset: number): string {
  const size = Math.abs(offset);
  const seconds = size % 60 === 0 ? "" : `:${pad(size % 60)}`;
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(size / 3600))}:${pad(Math.floor(size / 60) % 60)}${seconds}`;
}

/** RFC 3339 with the offset: `2026-03-29T03:30:00+02:00`. */
export const instantText = (at: number, offset: number): string =>
  `${dateText(at + offset)}T${timeText(at + offset)}${offsetText(offset)}`;
