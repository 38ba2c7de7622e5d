// Timestamps. Every one obeys the chosen zone and carries the exact instant for machines and for the pointer.
import { clockTime, instant, relative } from "./format";
import { now, useClock } from "./now";
import { useZone } from "./zone";

interface Props {
  value: string;
  className?: string;
}

function exact(value: string, zone: string): string {
  return `${new Date(value).toISOString()} (${instant(value, zone, now())} ${zone})`;
}

/** `Mon 23 Nov, 14:05:09` in the chosen zone. */
export function Time({ value, className }: Props) {
  const zone = useZone();
  return (
    <time dateTime={value} title={exact(value, zone)} className={["nums", className].filter(Boolean).join(" ")}>
      {instant(value, zone, now())}
    </time>
  );
}

/** `in 5 min`, ticking. */
export function RelativeTime({ value, className }: Props) {
  const zone = useZone();
  const text = useClock((at) => relative(value, at));
  return (
    <time dateTime={value} title={exact(value, zone)} className={["nums", className].filter(Boolean).join(" ")}>
      {text}
    </time>
  );
}

/** `14:05:09`, where the day is clear from beside. */
export function Clock({ value }: Props) {
  const zone = useZone();
  return (
    <time dateTime={value} title={exact(value, zone)} className="nums">
      {clockTime(value, zone).slice(0, 8)}
    </time>
  );
}
