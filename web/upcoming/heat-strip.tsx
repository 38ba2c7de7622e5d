// How many runs each hour of each day has: a row for a day, a box for an hour, darker for more.
import { count, plural } from "../ui/format";
import { type Day, dayName } from "./days";
import classes from "./upcoming.module.css";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** More rows would be longer than the list. */
const MOST_DAYS = 62;
const LEVELS = 5;

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

export function HeatStrip({ days }: { days: readonly Day<unknown>[] }) {
  const most = Math.max(1, ...days.flatMap((day) => day.hours));
  const busiest = days.find((day) => day.hours.includes(most));
  if (days.length === 0 || days.length > MOST_DAYS || !busiest) return null;
  const words = `Busiest hour: ${dayName(busiest.date)}, ${clock(busiest.hours.indexOf(most))}, ${plural(most, "run")}`;
  return (
    <figure className={classes.heat}>
      <div className={classes.grid} aria-hidden>
        <span />
        {HOURS.map((hour) => (
          <span key={hour} className={classes.hour}>
            {hour % 6 === 0 ? clock(hour) : ""}
          </span>
        ))}
        {days.map((day) => (
          <Row key={day.date} day={day} most={most} />
        ))}
      </div>
      <figcaption className="quiet">{words}</figcaption>
    </figure>
  );
}

function Row({ day, most }: { day: Day<unknown>; most: number }) {
  return (
    <>
      <span className={classes.day}>{dayName(day.date)}</span>
      {day.hours.map((runs, hour) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the hour
          key={hour}
          className={classes.cell}
          data-level={runs === 0 ? 0 : Math.ceil((LEVELS * runs) / most)}
          title={`${dayName(day.date)}, ${clock(hour)}: ${runs === 0 ? "nothing" : `${count(runs)} ${runs === 1 ? "run" : "runs"}`}`}
        />
      ))}
    </>
  );
}
