// The zones that the server knows, found by typing.
import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { useMemo } from "react";
import { graphql } from "../../gql";
import { browserZone } from "../../ui/zone";
import { useTaskFormContext } from "./context";

const TimeZones = graphql(`
  query TimeZones {
    server {
      timezones
    }
  }
`);

/** More would only be scrolled past; typing narrows them down. */
const SHOWN = 60;

interface Props {
  field: "cron.timezone" | "once.timezone";
  found: Record<string, string>;
  /** Called with the choice before the form takes it. */
  changed?: () => void;
}

export function ZoneSelect({ field, found, changed }: Props) {
  const form = useTaskFormContext();
  const { data } = useQuery(TimeZones);
  const { onChange, error, ...input } = form.getInputProps(field);
  const current: string = input.value;
  const zones = useMemo(() => {
    const first = [...new Set([browserZone, "UTC", current])].filter(Boolean);
    const rest = (data?.server.timezones ?? []).filter((zone) => !first.includes(zone));
    return [...first, ...rest].map((zone) => ({
      value: zone,
      label: zone === browserZone && zone !== "UTC" ? `${zone} (this browser)` : zone,
    }));
  }, [data, current]);
  return (
    <Select
      label="Time zone"
      data={zones}
      searchable
      // Typing replaces what is chosen instead of adding to it.
      onClick={(event) => event.currentTarget.select()}
      limit={SHOWN}
      allowDeselect={false}
      nothingFoundMessage="No zone has this in its name"
      {...input}
      onChange={(zone) => {
        changed?.();
        onChange(zone);
      }}
      error={error ?? found[field]}
    />
  );
}
