// The live log of a run: follow, filter, search, wrap, download.
import { ActionIcon, Group, Select, Switch, TextInput, Tooltip } from "@mantine/core";
import { IconDownload, IconSearch } from "@tabler/icons-react";
import { useDeferredValue, useMemo, useState } from "react";
import type { LogLevel } from "../gql/graphql";
import { plural } from "../ui/format";
import { Panel } from "../ui/panel";
import classes from "./log.module.css";
import { LogLines } from "./log-lines";
import { type Line, useLog } from "./use-log";

const LEVELS: readonly LogLevel[] = ["DEBUG", "INFO", "WARN", "ERROR"];

function download(runId: string, lines: readonly Line[]): void {
  const text = lines.map((line) => `${line.at} ${line.level.padEnd(5)} ${line.text}\n`);
  const url = URL.createObjectURL(new Blob(text, { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `run-${runId}.log`;
  link.click();
  URL.revokeObjectURL(url);
}

export function Log({ runId, finished }: { runId: string; finished: boolean }) {
  const { lines, complete } = useLog(runId);
  const [follow, setFollow] = useState(true);
  const [wrap, setWrap] = useState(true);
  const [least, setLeast] = useState<LogLevel>("DEBUG");
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim().toLowerCase());

  const shown = useMemo(() => {
    if (least === "DEBUG" && search === "") return lines;
    const from = LEVELS.indexOf(least);
    return lines.filter(
      (line) => LEVELS.indexOf(line.level) >= from && (search === "" || line.text.toLowerCase().includes(search)),
    );
  }, [lines, least, search]);

  const ended = complete || finished;
  return (
    <Panel
      title="Log"
      flush
      aside={
        <span className="nums">
          {shown.length === lines.length
            ? plural(lines.length, "line")
            : `${shown.length} of ${plural(lines.length, "line")}`}
          {ended ? "" : " · live"}
        </span>
      }
    >
      <div className={classes.bar}>
        <TextInput
          aria-label="Search the log"
          placeholder="Search the log"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          size="xs"
          className={classes.search}
          data-search-field
        />
        <Select
          aria-label="Least level"
          size="xs"
          w={130}
          allowDeselect={false}
          value={least}
          onChange={(level) => setLeast((level as LogLevel | null) ?? "DEBUG")}
          data={[
            { value: "DEBUG", label: "All levels" },
            { value: "INFO", label: "Info and up" },
            { value: "WARN", label: "Warn and up" },
            { value: "ERROR", label: "Errors only" },
          ]}
        />
        <Group gap="md" ml="auto" wrap="nowrap">
          <Switch
            size="xs"
            label="Follow"
            checked={follow}
            onChange={(event) => setFollow(event.currentTarget.checked)}
          />
          <Switch size="xs" label="Wrap" checked={wrap} onChange={(event) => setWrap(event.currentTarget.checked)} />
          <Tooltip label="Download">
            <ActionIcon
              variant="default"
              aria-label="Download the log"
              disabled={lines.length === 0}
              onClick={() => download(runId, lines)}
            >
              <IconDownload size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </div>
      {shown.length > 0 ? (
        <LogLines lines={shown} wrap={wrap} follow={follow} unfollow={() => setFollow(false)} />
      ) : (
        <p className={classes.none}>
          {lines.length > 0
            ? "No line matches."
            : ended
              ? "This run wrote nothing."
              : "Nothing written yet. New lines show here at once."}
        </p>
      )}
    </Panel>
  );
}
