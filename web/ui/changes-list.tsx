// What a change changed, field by field: what was, and what is.
import { VisuallyHidden } from "@mantine/core";
import { type Change, differences } from "./changes";
import classes from "./changes-list.module.css";

export function ChangesList({ changes, label }: { changes: readonly Change[]; label: string }) {
  const found = differences(changes);
  if (found.length === 0) return <p className={classes.none}>It changed nothing that is kept.</p>;
  return (
    <dl className={classes.list} aria-label={label}>
      {found.map(({ place, before, after }) => (
        <div key={place} className={classes.change}>
          <dt>{place}</dt>
          <dd>
            {before !== undefined && (
              <del className={classes.before}>
                <VisuallyHidden>Before: </VisuallyHidden>
                {before}
              </del>
            )}
            {after !== undefined && (
              <ins className={classes.after}>
                <VisuallyHidden>After: </VisuallyHidden>
                {after}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
