// A coloured note that explains something: what went wrong, why something is as it is.
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./notice.module.css";
import type { Tone } from "./states";

interface Props {
  tone: Tone;
  icon: Icon;
  title?: string;
  /** Whether it must be read out at once. */
  urgent?: boolean;
  children: ReactNode;
}

export function Notice({ tone, icon: Mark, title, urgent, children }: Props) {
  return (
    <div
      className={classes.notice}
      data-tone={tone}
      role={urgent ? "alert" : "note"}
      tabIndex={urgent ? -1 : undefined}
    >
      <Mark size={19} stroke={1.9} aria-hidden className={classes.mark} />
      <div className={classes.body}>
        {title && <p className={classes.title}>{title}</p>}
        <div>{children}</div>
      </div>
    </div>
  );
}
