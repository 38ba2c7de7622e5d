// What the task does: a module of the operator's folder, an HTTP request, a worker's part, or a command where allowed.
import { useQuery } from "@apollo/client/react";
import { SegmentedControl, Select, Text, TextInput } from "@mantine/core";
import { graphql } from "../../gql";
import { Panel } from "../../ui/panel";
import { useTaskFormContext } from "./context";
import classes from "./form.module.css";
import { HttpFields } from "./http-fields";
import { ShellFields } from "./shell-fields";
import type { TargetChoice } from "./values";

const Modules = graphql(`
  query Modules {
    modules {
      name
      description
    }
  }
`);

const ShellAllowed = graphql(`
  query ShellAllowed {
    server {
      shellAllowed
    }
  }
`);

export function TargetSection() {
  const form = useTaskFormContext();
  const { targetKind } = form.values;
  const { data } = useQuery(ShellAllowed);
  // A task of former times still shows what it would do.
  const offersShell = data?.server.shellAllowed || targetKind === "shell";
  return (
    <Panel title="What it does">
      <div className={classes.fields}>
        <SegmentedControl
          aria-label="Kind of target"
          value={targetKind}
          onChange={(next) => form.setFieldValue("targetKind", next as TargetChoice)}
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
    </Panel>
  );
}

function WorkerFields() {
  const form = useTaskFormContext();
  return (
    <TextInput
      label="Queue"
      description="Programs of yours take the runs of this queue with claimRuns and report how they end."
      placeholder="emails"
      {...form.getInputProps("worker.queue")}
      style={{ maxWidth: "36rem" }}
    />
  );
}

function ModuleFields() {
  const form = useTaskFormContext();
  const { data } = useQuery(Modules, { fetchPolicy: "cache-and-network" });
  const modules = data?.modules ?? [];
  const { value, ...input } = form.getInputProps("module.name");
  const chosen = modules.find((module) => module.name === value);
  // A module whose file has gone is still named, so that an edit does not lose it.
  const names =
    modules.some((module) => module.name === value) || !value
      ? modules
      : [...modules, { name: value, description: null }];
  return (
    <Select
      label="Module"
      placeholder={data && modules.length === 0 ? "The tasks folder is empty" : "Choose a module"}
      description={
        chosen?.description ?? "A file of the server's tasks folder; its default export is run in a worker thread."
      }
      data={names.map(({ name }) => name)}
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
      onChange={(name) => form.setFieldValue("module.name", name ?? "")}
      style={{ maxWidth: "36rem" }}
    />
  );
}
