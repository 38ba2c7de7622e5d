// One entry of the audit as a row, which opens to what it changed.
import { ActionIcon, Button, Group } from "@mantine/core";
import { IconArrowBackUp, IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import { may } from "../access/session";
import type { AuditRowFragment } from "../gql/graphql";
import { actionWords } from "../ui/audit-row";
import { ChangesList } from "../ui/changes-list";
import { plural } from "../ui/format";
import { Link } from "../ui/link";
import table from "../ui/table.module.css";
import { RelativeTime, Time } from "../ui/time";
import { askUndo } from "../ui/undo";
import classes from "./audit.module.css";
import { KINDS } from "./search";

const WAYS: Readonly<Record<AuditRowFragment["transport"], string>> = {
  HTTP: "",
  WEBSOCKET: "by WebSocket",
  STREAM: "by event stream",
  COMMAND_LINE: "at the command line",
  SERVER: "at the server's start",
};

export function Entry({ entry }: { entry: AuditRowFragment }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { actor, subject, action, outcome } = entry;
  const words = actionWords(action);
  return (
    <>
      <tr data-testid="audit-row" data-action={action}>
        <td className={table.name}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              aria-label={`What changed: ${words} ${subject?.name ?? ""}`}
              onClick={() => setOpen(!open)}
            >
              {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
            </ActionIcon>
            <span>
              <b>{words}</b>
              {outcome === "REFUSED" && <span className={classes.refused}>Refused: {entry.errorCode}</span>}
              {entry.omitted > 0 && (
                <span className={table.sub}>{plural(entry.omitted, "refusal")} before it left out</span>
              )}
            </span>
          </Group>
        </td>
        <td data-label="About">
          <Subject entry={entry} />
        </td>
        <td data-label="Who">
          {actor.id ? (
            <Link to="/audit" search={{ actor: actor.id }}>
              {actor.name}
            </Link>
          ) : (
            actor.name
          )}
          <span className={table.sub}>{actor.kind === "TOKEN" ? "API token" : actor.kind.toLowerCase()}</span>
        </td>
        <td data-label="From">
          {entry.address ?? <span className="quiet">–</span>}
          <span className={table.sub}>{WAYS[entry.transport]}</span>
        </td>
        <td data-label="When">
          <RelativeTime value={entry.at} />
          <span className={table.sub}>
            <Time value={entry.at} />
          </span>
        </td>
      </tr>
      {open && (
        <tr id={id} className={classes.open}>
          <td colSpan={5} className={table.lead}>
            <Details entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}

function Subject({ entry: { subject } }: { entry: AuditRowFragment }) {
  if (!subject) return <span className="quiet">–</span>;
  const name = subject.name ?? subject.id ?? "?";
  return (
    <>
      {subject.id ? (
        <Link to="/audit" search={{ subject: subject.id }}>
          {name}
        </Link>
      ) : (
        name
      )}
      <span className={table.sub}>{KINDS[subject.kind]}</span>
    </>
  );
}

function Details({ entry }: { entry: AuditRowFragment }) {
  const { subject, outcome, changes, changeId, undoes, userAgent, version } = entry;
  const task = subject?.kind === "TASK" && subject.id;
  return (
    <div className={classes.details}>
      {changes.length > 0 ? (
        <ChangesList changes={changes} label="What changed" />
      ) : (
        <p className="quiet">
          {outcome === "REFUSED" ? "Nothing was changed." : "It changed nothing that is kept here."}
        </p>
      )}
      <Group gap="sm" mt="sm">
        {task && (
          <Link to="/tasks/$taskId" params={{ taskId: task }}>
            To the task
          </Link>
        )}
        {subject?.kind === "RUN" && subject.id && (
          <Link to="/runs/$runId" params={{ runId: subject.id }}>
            To the run
          </Link>
        )}
        <Link to="/audit" search={{ change: changeId }}>
          The whole change
        </Link>
        {undoes && (
          <Link to="/audit" search={{ change: undoes }}>
            What it took back
          </Link>
        )}
        {task && outcome === "DONE" && may("OPERATE") && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => askUndo(changeId)}
          >
            Undo the change
          </Button>
        )}
        <span className="quiet">
          {version !== null && version !== undefined && `version ${version} · `}
          {userAgent || "no word of the client"}
        </span>
      </Group>
    </div>
  );
}
