// Chooses one task by typing a part of its name; the server searches.
import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { graphql } from "../gql";

const TaskChoices = graphql(`
  query TaskChoices($search: String) {
    tasks(filter: { search: $search }, first: 20) {
      nodes {
        id
        name
      }
    }
  }
`);

const ChosenTask = graphql(`
  query ChosenTask($id: ID!) {
    task(id: $id) {
      id
      name
    }
  }
`);

interface Props {
  label?: string;
  placeholder?: string;
  error?: ReactNode;
  value?: string;
  change: (taskId: string | undefined) => void;
}

export function TaskSelect({ label, placeholder = "Any task", error, value, change }: Props) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 200);
  const chosen = useQuery(ChosenTask, { variables: { id: value ?? "" }, skip: !value }).data?.task;
  const wanted = search === chosen?.name ? "" : search;
  const { data, previousData } = useQuery(TaskChoices, { variables: { search: wanted || undefined } });
  const found = (data ?? previousData)?.tasks.nodes ?? [];
  const choices = chosen && !found.some((task) => task.id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      label={label}
      aria-label={label ? undefined : "Task"}
      placeholder={placeholder}
      error={error}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      // The server has searched already; nothing is to be left out here.
      filter={({ options }) => options}
      value={value ?? null}
      onChange={(id) => change(id ?? undefined)}
      searchable
      // Typing replaces what is chosen instead of adding to it.
      onClick={(event) => event.currentTarget.select()}
      searchValue={typed}
      onSearchChange={setTyped}
      clearable
      nothingFoundMessage="No task has this in its name"
      w={label ? undefined : { base: "100%", xs: 230 }}
      data-search-field
    />
  );
}
