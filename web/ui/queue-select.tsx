// Chooses one of the queues that are there; a name that has none, as workers may use, is shown when it is chosen.
import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { graphql } from "../gql";

const QueueChoices = graphql(`
  query QueueChoices {
    queues {
      name
      paused
    }
  }
`);

interface Props {
  label?: string;
  description?: ReactNode;
  placeholder?: string;
  error?: ReactNode;
  value?: string;
  change: (name: string | undefined) => void;
}

export function QueueSelect({ label, description, placeholder = "Any queue", error, value, change }: Props) {
  const { data } = useQuery(QueueChoices, { fetchPolicy: "cache-and-network" });
  const queues = data?.queues ?? [];
  const choices = queues.map(({ name, paused }) => ({ value: name, label: paused ? `${name} (paused)` : name }));
  const known = !value || queues.some(({ name }) => name === value);
  return (
    <Select
      label={label}
      aria-label={label ? undefined : "Queue"}
      description={description}
      placeholder={placeholder}
      error={error}
      data={known ? choices : [...choices, { value, label: value }]}
      value={value ?? null}
      onChange={(name) => change(name ?? undefined)}
      searchable
      // Typing replaces what is chosen instead of adding to it.
      onClick={(event) => event.currentTarget.select()}
      clearable
      nothingFoundMessage={data?.queues.length === 0 ? "There is no queue yet" : "No queue has this in its name"}
      w={label ? undefined : { base: "100%", xs: 170 }}
    />
  );
}
