// What an edit would do to the task's runs, before it is saved: what comes, goes, moves and stays, and whether runs would
// meet each other. Only edits of when the task runs are asked about.
import { skipToken, useQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { IconAlertTriangle, IconArrowRight, IconMinus, IconPlus } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { graphql } from "../../gql";
import type { ChangePreviewQuery, PreviewTaskChangeInput } from "../../gql/graphql";
import { count, length } from "../../ui/format";
import { Panel } from "../../ui/panel";
import { Time } from "../../ui/time";
import classes from "./change-preview.module.css";
import { useTaskFormContext } from "./context";
import { changeInput } from "./inputs";
import type { FormValues } from "./values";

const ChangePreviewDoc = graphql(`
  query ChangePreview($input: PreviewTaskChangeInput!) {
    previewTaskChange(input: $input) {
      from
      until
      truncated
      unchanged
      added {
        at
      }
      removed {
        at
      }
      moved {
        from {
          at
        }
        to {
          at
        }
      }
      overlaps {
        sampleSize
        p50Ms
        p95Ms
        before
        after
        peakBefore
        peakAfter
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

type Change = ChangePreviewQuery["previewTaskChange"];

const TYPING_MS = 400;
/** Of each kind; the count says how many there are in all. */
const LISTED = 8;

export function ChangePreview({ id, initial }: { id: string; initial: FormValues }) {
  const { values } = useTaskFormContext();
  const [text] = useDebouncedValue(JSON.stringify(changeInput(id, values, initial)), TYPING_MS);
  const input = useMemo(() => JSON.parse(text) as PreviewTaskChangeInput | null, [text]);
  const { data, previousData, loading, error } = useQuery(
    ChangePreviewDoc,
    input === null ? skipToken : { variables: { input }, fetchPolicy: "no-cache" },
  );
  if (input === null) return null;
  const change = (data ?? previousData)?.previewTaskChange;
  return (
    <Panel title="What this edit changes" aside={change?.until && <Window change={change} />}>
      <div aria-live="polite" aria-busy={loading} data-testid="change-preview">
        {error && !change ? (
          <p className="quiet">It could not be foreseen. Saving still checks the edit.</p>
        ) : !change ? (
          <p className="quiet">Looking ahead…</p>
        ) : change.userErrors.length > 0 ? (
          <p className="quiet">It shows here once the schedule can be read.</p>
        ) : (
          <Answer change={change} />
        )}
      </div>
    </Panel>
  );
}

function Window({ change }: { change: Change }) {
  return (
    <>
      until <Time value={change.until as string} />
      {change.truncated && " (as far as could be looked)"}
    </>
  );
}

function Answer({ change }: { change: Change }) {
  const { added, removed, moved, unchanged, overlaps } = change;
  return (
    <>
      <dl className={classes.counts}>
        <Count label="Added" value={added.length} tone="ok" />
        <Count label="Removed" value={removed.length} tone="bad" />
        <Count label="Moved" value={moved.length} tone="wait" />
        <Count label="Unchanged" value={unchanged ?? 0} />
      </dl>
      <div className={classes.lists}>
        <List
          label="Moved"
          icon={<IconArrowRight size={15} aria-hidden />}
          rows={moved.map(({ from, to }) => (
            <>
              <Time value={from.at} /> → <Time value={to.at} />
            </>
          ))}
        />
        <List
          label="Removed"
          icon={<IconMinus size={15} aria-hidden />}
          rows={removed.map(({ at }) => (
            <del key={at}>
              <Time value={at} />
            </del>
          ))}
        />
        <List
          label="Added"
          icon={<IconPlus size={15} aria-hidden />}
          rows={added.map(({ at }) => <Time key={at} value={at} />)}
        />
      </div>
      {overlaps && <Overlaps overlaps={overlaps} />}
    </>
  );
}

function Count({ label, value, tone }: { label: string; value: number; tone?: string }) {
  return (
    <div data-tone={value > 0 ? tone : undefined}>
      <dt>{label}</dt>
      <dd>{count(value)}</dd>
    </div>
  );
}

function List({ label, icon, rows }: { label: string; icon: ReactNode; rows: ReactNode[] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <ul>
        {rows.slice(0, LISTED).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
          <li key={index}>
            {icon} <span>{row}</span>
          </li>
        ))}
      </ul>
      {rows.length > LISTED && <p className="quiet">and {count(rows.length - LISTED)} more</p>}
    </section>
  );
}

function Overlaps({ overlaps }: { overlaps: NonNullable<Change["overlaps"]> }) {
  const { sampleSize, p50Ms, p95Ms, before, after, peakBefore, peakAfter } = overlaps;
  const worse = after > before || peakAfter > peakBefore;
  return (
    <p className={classes.overlaps} data-worse={worse || undefined}>
      {worse && <IconAlertTriangle size={16} aria-hidden />}
      <span>
        The last {count(sampleSize)} runs took {length(p50Ms)} as a rule and {length(p95Ms)} at worst (95 of 100). If
        that stays so, {after === 0 ? "no run falls" : after === 1 ? "1 run falls" : `${count(after)} runs fall`} due
        while an earlier one goes on ({count(before)} as it is), and at most {count(peakAfter)} would go at once (
        {count(peakBefore)} as it is).
      </span>
    </p>
  );
}
