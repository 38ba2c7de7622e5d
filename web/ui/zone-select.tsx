// The zones that the server knows, found by typing.
import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import { graphql } from "../gql";
import { browserZone } from "./zone";

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
  /** Empty: none is chosen. */
  value: string;
  onChange: (zone: string) => void;
  label?: string;
  /** What no zone means; without it one must be chosen. */
  none?: string;
  error?: ReactNode;
}

export function ZoneSelect({ value, onChange, label = "Time zone", none, error }: Props) {
  const { data } = useQuery(TimeZones);
  const zones = useMemo(() => {
    const first = [...new Set([browserZone, "UTC", value])].filter(Boolean);
    const rest = (data?.server.timezones ?? []).filter((zone) => !first.includes(zone));
    return [...first, ...rest].map((zone) => ({
      value: zone,
      label: zone === browserZone && zone !== "UTC" ? `${zone} (this browser)` : zone,
    }));
  }, [data, value]);
  return (
    <Select
      label={label}
      placeholder={none}
      data={zones}
      searchable
      // Typing replaces what is chosen instead of adding to it.
      onClick={(event) => event.currentTarget.select()}
      limit={SHOWN}
      allowDeselect={false}
      clearable={none !== undefined}
      nothingFoundMessage="No zone has this in its name"
      value={value || null}
      onChange={(zone) => onChange(zone ?? "")}
      error={error}
    />
  );
}
