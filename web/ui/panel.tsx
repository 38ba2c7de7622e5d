// A titled box of a page.
import { Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import classes from "./panel.module.css";

interface Props {
  title: string;
  /** Stands at the right end of the title's line. */
  aside?: ReactNode;
  /** Whether the content brings its own inner distance, as tables do. */
  flush?: boolean;
  children: ReactNode;
}

export function Panel({ title, aside, flush, children }: Props) {
  const id = useId();
  return (
    <section className={`panel ${classes.panel}`} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        {aside && <div className={classes.aside}>{aside}</div>}
      </div>
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  );
}
