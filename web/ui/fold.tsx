// A part of a form that most people never need: closed, it says in a line what it holds; with something wrong inside it
// cannot stay closed.
import { IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import classes from "./fold.module.css";

interface Props {
  title: string;
  /** What it holds, in a line; empty when that is nothing. */
  summary?: ReactNode;
  /** Whether it is open at first. */
  opened?: boolean;
  /** Whether something inside is refused. */
  wrong?: boolean;
  children: ReactNode;
}

export function Fold({ title, summary, opened = false, wrong = false, children }: Props) {
  const id = useId();
  const [wanted, setWanted] = useState(opened);
  const open = wanted || wrong;
  return (
    <div className={classes.fold} data-fold>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setWanted(!open)}
      >
        <IconChevronRight size={16} aria-hidden />
        <b>{title}</b>
        {!open && summary && <span className={classes.summary}>{summary}</span>}
      </button>
      {open && (
        <div id={id} className={classes.content}>
          {children}
        </div>
      )}
    </div>
  );
}
