// Figures that lead to the lists they count.
import {
  type Icon,
  IconAlertTriangle,
  IconHourglass,
  IconListCheck,
  IconPlayerPause,
  IconPlayerPlay,
} from "@tabler/icons-react";
import { count } from "../ui/format";
import { PlainLink } from "../ui/link";
import classes from "./overview.module.css";

interface Figures {
  activeTasks: number;
  pausedTasks: number;
  runningRuns: number;
  waitingRuns: number;
  deadLetters: number;
}

export function Counts({ overview }: { overview: Figures }) {
  return (
    <div className={classes.counts}>
      <PlainLink to="/tasks" search={{ state: ["ACTIVE"] }} className={`panel ${classes.count}`}>
        <Face icon={IconListCheck} tone="ok" figure={overview.activeTasks} label="Active tasks" />
      </PlainLink>
      <PlainLink to="/tasks" search={{ state: ["PAUSED"] }} className={`panel ${classes.count}`}>
        <Face
          icon={IconPlayerPause}
          tone={overview.pausedTasks > 0 ? "wait" : "mute"}
          figure={overview.pausedTasks}
          label="Paused tasks"
        />
      </PlainLink>
      <PlainLink to="/runs" search={{ state: ["RUNNING"] }} className={`panel ${classes.count}`}>
        <Face icon={IconPlayerPlay} tone="run" figure={overview.runningRuns} label="Running now" />
      </PlainLink>
      <PlainLink to="/runs" search={{ state: ["QUEUED", "RETRYING"] }} className={`panel ${classes.count}`}>
        <Face
          icon={IconHourglass}
          tone={overview.waitingRuns > 0 ? "wait" : "mute"}
          figure={overview.waitingRuns}
          label="Waiting"
        />
      </PlainLink>
      {overview.deadLetters > 0 && (
        <PlainLink to="/runs" search={{ view: "failed" }} className={`panel ${classes.count}`}>
          <Face icon={IconAlertTriangle} tone="bad" figure={overview.deadLetters} label="Failed for good" />
        </PlainLink>
      )}
    </div>
  );
}

function Face({ icon: Mark, tone, figure, label }: { icon: Icon; tone: string; figure: number; label: string }) {
  return (
    <>
      <span className={classes.mark} data-tone={tone}>
        <Mark size={20} stroke={1.8} aria-hidden />
      </span>
      <span>
        <span className={classes.figure}>{count(figure)}</span> <span className={classes.label}>{label}</span>
      </span>
    </>
  );
}
