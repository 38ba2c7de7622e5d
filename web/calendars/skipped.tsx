// After an import: what the file had that was not taken over.
import { IconInfoCircle } from "@tabler/icons-react";
import { plural } from "../ui/format";
import { LinkButton } from "../ui/link";
import { Notice } from "../ui/notice";
import classes from "./calendars.module.css";

export function Skipped({ calendarId, skipped }: { calendarId: string; skipped: readonly string[] }) {
  return (
    <Notice
      tone="wait"
      icon={IconInfoCircle}
      title={`The calendar is saved; ${plural(skipped.length, "thing")} in the file ${skipped.length === 1 ? "was" : "were"} not taken over`}
      urgent
    >
      <ul className={classes.skipped}>
        {skipped.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <LinkButton to="/calendars/$calendarId" params={{ calendarId }} size="xs">
        To the calendar
      </LinkButton>
    </Notice>
  );
}
