// The lines themselves. They are drawn in blocks that the browser lays out only when they come into sight, and a block
// that is full is never drawn again: ten thousand lines stay smooth, and the browser's own search still finds them.
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */
import { memo, useLayoutEffect, useRef } from "react";
import { clockTime } from "../ui/format";
import { useZone } from "../ui/zone";
import classes from "./log.module.css";
import type { Line } from "./use-log";

const BLOCK = 100;
/** As near to the end as this counts as at the end. */
const NEAR_PX = 40;

interface Props {
  lines: readonly Line[];
  wrap: boolean;
  follow: boolean;
  /** The user has scrolled away from the end. */
  unfollow: () => void;
}

export function LogLines({ lines, wrap, follow, unfollow }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const top = useRef(0);
  const zone = useZone();

  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines are the reason to scroll
  useLayoutEffect(() => {
    const element = box.current;
    if (element && follow) element.scrollTop = element.scrollHeight;
  }, [lines, follow, wrap]);

  const scrolled = () => {
    const element = box.current;
    if (!element) return;
    const up = element.scrollTop < top.current;
    top.current = element.scrollTop;
    if (follow && up && element.scrollHeight - element.scrollTop - element.clientHeight > NEAR_PX) unfollow();
  };

  const blocks: (readonly Line[])[] = [];
  for (let at = 0; at < lines.length; at += BLOCK) blocks.push(lines.slice(at, at + BLOCK));
  return (
    <div
      ref={box}
      className={classes.box}
      data-wrap={wrap || undefined}
      onScroll={scrolled}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      role="log"
      aria-label="Log lines"
    >
      {blocks.map((block) => (
        <Block key={block[0]?.number} lines={block} first={block[0]?.number} last={block.at(-1)?.number} zone={zone} />
      ))}
    </div>
  );
}

interface BlockProps {
  lines: readonly Line[];
  first?: number;
  last?: number;
  zone: string;
}

const Block = memo(
  function Block({ lines, zone }: BlockProps) {
    return (
      <div className={classes.block} style={{ containIntrinsicBlockSize: `auto ${lines.length * 20}px` }}>
        {lines.map((line) => (
          <div key={line.number} className={classes.line} data-testid="log-line" data-level={line.level}>
            <span className={classes.number}>{line.number}</span>
            <time dateTime={line.at} title={line.at} className={classes.time}>
              {clockTime(line.at, zone)}
            </time>
            <span className={classes.level}>{line.level}</span>
            <span className={classes.text}>{line.text}</span>
          </div>
        ))}
      </div>
    );
  },
  // Lines never change: the same ends and the same number of lines in between are the same lines.
  (old, next) =>
    old.first === next.first &&
    old.last === next.last &&
    old.lines.length === next.lines.length &&
    old.zone === next.zone,
);
