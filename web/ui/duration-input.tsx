// A length of time as a number and a unit; its value is the API's text.
import { Group, Input, NumberInput, Select } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { toAmount, toIso, UNITS, type Unit } from "./duration";

interface Props {
  label: string;
  description?: ReactNode;
  value: string;
  /** The least number; 1 unless given. */
  min?: number;
  onChange: (iso: string) => void;
  error?: ReactNode;
}

export function DurationInput({ label, description, value, min = 1, onChange, error }: Props) {
  const id = useId();
  const given = toAmount(value);
  // The unit stays as chosen: 60 minutes must not turn into 1 hour while the 0 is being typed.
  const [unit, setUnit] = useState<Unit>(given.unit);
  const size = (name: Unit) => UNITS.find((each) => each.value === name)?.ms ?? 1000;
  const amount = (given.amount * size(given.unit)) / size(unit);
  const [typed, setTyped] = useState<number | string>(amount);
  return (
    <Input.Wrapper id={id} label={label} description={description} error={error}>
      <Group gap="xs" wrap="nowrap" mt={4}>
        <NumberInput
          id={id}
          min={min}
          allowDecimal={false}
          value={typed}
          error={Boolean(error)}
          onChange={(next) => {
            setTyped(next);
            if (next !== "" && Number(next) >= min) onChange(toIso({ amount: Number(next), unit }));
          }}
          style={{ flex: 1 }}
        />
        <Select
          aria-label={`${label}, unit`}
          data={UNITS.map((each) => ({ value: each.value, label: each.label }))}
          value={unit}
          allowDeselect={false}
          onChange={(next) => {
            const chosen = (next as Unit | null) ?? unit;
            setUnit(chosen);
            if (typed !== "" && Number(typed) >= min) onChange(toIso({ amount: Number(typed), unit: chosen }));
          }}
          w={120}
        />
      </Group>
    </Input.Wrapper>
  );
}
