// What a clock change, an exclusion or jitter did to an occurrence: a word in a colour. The sentence stands beside it.
import type { OccurrenceNoteKind } from "../gql/graphql";
import classes from "./note-chip.module.css";
import type { Tone } from "./states";

export const NOTES: Record<OccurrenceNoteKind, { label: string; tone: Tone }> = {
  MOVED: { label: "moved", tone: "wait" },
  MERGED: { label: "merged", tone: "wait" },
  REPEATED: { label: "repeated", tone: "wait" },
  FIRST_PASS: { label: "first pass", tone: "wait" },
  SECOND_PASS: { label: "second pass", tone: "wait" },
  DROPPED: { label: "dropped", tone: "bad" },
  EXCLUDED: { label: "left out", tone: "mute" },
  JITTERED: { label: "spread", tone: "plan" },
  ASSUMED: { label: "assumed", tone: "plan" },
};

export function NoteChip({ kind, title }: { kind: OccurrenceNoteKind; title?: string }) {
  const { label, tone } = NOTES[kind];
  return (
    <span className={classes.chip} data-tone={tone} data-note={kind} title={title}>
      {label}
    </span>
  );
}
