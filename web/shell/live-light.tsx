// Says whether the page is live, and stops and starts it.
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconPointFilled, IconRefresh } from "@tabler/icons-react";
import { type LiveState, togglePaused, useLiveState } from "../live/state";
import classes from "./live-light.module.css";

const WORDS: Record<LiveState, { label: string; hint: string }> = {
  live: { label: "Live", hint: "Changes show at once. Pause (r)" },
  reconnecting: { label: "Reconnecting…", hint: "The connection is lost and tried again. Pause (r)" },
  paused: { label: "Paused", hint: "Nothing changes by itself. Resume (r)" },
};

export function LiveLight({ compact }: { compact?: boolean }) {
  const state = useLiveState();
  const { label, hint } = WORDS[state];
  const Mark = state === "live" ? IconPointFilled : state === "paused" ? IconPlayerPauseFilled : IconRefresh;
  return (
    <button
      type="button"
      className={classes.light}
      data-testid={compact ? undefined : "live-state"}
      data-live={state}
      data-compact={compact || undefined}
      title={hint}
      aria-label={`${label} ${hint}`}
      aria-pressed={state === "paused"}
      onClick={togglePaused}
    >
      <Mark size={16} aria-hidden className={classes.mark} />
      <output>{label}</output>
      {!compact && (
        <span className={classes.switch}>
          {state === "paused" ? (
            <IconPlayerPlayFilled size={15} aria-hidden />
          ) : (
            <IconPlayerPauseFilled size={15} aria-hidden />
          )}
        </span>
      )}
    </button>
  );
}
