// What the task does: a module of the operator's folder, an HTTP request, a worker's part, or a command where allowed.
import { useQuery } from "@apollo/client/react";
import { SegmentedControl, Select, Text, TextInput } from "@mantine/core";
import { graphql } from "../../gql";
import { Panel } from "../../ui/panel";
import { useTarget } from "./context";
import classes from "./form.module.css";
import { HttpFields } from "./http-fields";
import { useModules } from "./modules";
import { ShellFields } from "./shell-fields";
import type { TargetChoice } from "./values";

const ShellAllowed = graphql(`
  query ShellAllowed {
    server {
      shellAllowed
    }
  }
`);

export function TargetSection() {
  return (
    <Panel title="What it does">
      <TargetFields label="Kind of target" />
    </Panel>
  );
}

/** Of the task's target, or of its fallback target: `TargetAt` says which. */
export function TargetFields({ label }: { label: string }) {
  const target = useTarget();
  const { targetKind } = target.values;
  const { data } = useQuery(ShellAllowed);
  // A task of former times still shows what it would do.
  const offersShell = data?.server.shellAllowed || targetKind === "shell";
  return (
    <div className={classes.fields}>
      <SegmentedControl
        aria-label={label}
        value={targetKind}
        onChange={(next) => target.set("targetKind", next as TargetChoice)}
        data={[
          { value: "module", label: "Run a module" },
          { value: "http", label: "HTTP request" },
          ...(offersShell ? [{ value: "shell", label: "Run a command" }] : []),
          { value: "worker", label: "Worker" },
        ]}
        style={{ alignSelf: "flex-start", maxWidth: "100%" }}
      />
      {targetKind === "module" && <ModuleFields />}
      {targetKind === "http" && <HttpFields />}
      {targetKind === "shell" && <ShellFields allowed={data?.server.shellAllowed ?? true} />}
      {targetKind === "worker" && <WorkerFields />}
    </div>
  );
}

function WorkerFields() {
  const target = useTarget();
  return (
    <TextInput
      label="Queue"
      description="Programs of yours take the runs of this queue with claimRuns and report how they end."
      placeholder="emails"
      {...target.input("worker.queue")}
      style={{ maxWidth: "36rem" }}
    />
  );
}

function ModuleFields() {
  const target = useTarget();
  const { modules, known } = useModules();
  const { value, error, ...input } = target.input("module.name");
  const chosen = modules.find((module) => module.name === value);
  // A module whose file has gone is still named, so that an edit does not lose it.
  const names = modules.map(({ name }) => name);
  if (value && !chosen) names.push(value);
  return (
    <Select
      label="Module"
      placeholder={known && modules.length === 0 ? "The tasks folder is empty" : "Choose a module"}
      error={error ?? (chosen?.problem && `It cannot be read: ${chosen.problem}`)}
      description={
        chosen?.description ?? "A file of the server's tasks folder; its default export is run in a worker thread."
      }
      data={names}
      searchable
      // Typing replaces what is chosen instead of adding to it.
      onClick={(event) => event.currentTarget.select()}
      nothingFoundMessage="No module has this in its name"
      renderOption={({ option }) => (
        <div>
          <Text size="sm" fw={550}>
            {option.value}
          </Text>
          <Text size="xs" c="dimmed">
            {modules.find(({ name }) => name === option.value)?.description}
          </Text>
        </div>
      )}
      value={value || null}
      {...input}
      onChange={(name) => target.set("module.name", name ?? "")}
      style={{ maxWidth: "36rem" }}
    />
  );
}
