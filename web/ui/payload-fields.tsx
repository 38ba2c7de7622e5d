// The fields of a payload, as its module's schema has them.
import { Fieldset, JsonInput, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { pretty } from "./json-block";
import classes from "./payload.module.css";
import { changed, defaultWords, type Field, isValues, type Values } from "./payload-schema";

interface Props {
  fields: readonly Field[];
  values: Values;
  change: (values: Values) => void;
  /** What is wrong, by place: `payload.keep`. */
  errors: Readonly<Record<string, string>>;
  /** Where these fields stand: `payload`. */
  at: string;
}

export function PayloadFields({ fields, values, change, errors, at }: Props) {
  return (
    <div className={classes.fields}>
      {fields.map((field) => (
        <OneField
          key={field.key}
          field={field}
          value={values[field.key]}
          set={(value) => change(changed(fields, values, field.key, value))}
          errors={errors}
          at={`${at}.${field.key}`}
        />
      ))}
    </div>
  );
}

interface One {
  field: Field;
  value: unknown;
  set: (value: unknown) => void;
  errors: Props["errors"];
  at: string;
}

/** The complaint about a place or about one below it, which has no field of its own. */
const errorAt = (errors: Props["errors"], at: string): string | undefined =>
  errors[at] ?? Object.entries(errors).find(([place]) => place.startsWith(`${at}.`))?.[1];

function OneField({ field, value, set, errors, at }: One) {
  const { label, description, required } = field;
  const error = errorAt(errors, at);
  const common = { label, description, withAsterisk: required, error };
  switch (field.kind) {
    case "text": {
      const Input = field.long || (typeof value === "string" && value.includes("\n")) ? Textarea : TextInput;
      return (
        <Input
          {...common}
          placeholder={defaultWords(field) ?? field.example}
          spellCheck={false}
          value={typeof value === "string" ? value : ""}
          onChange={(event: { currentTarget: { value: string } }) => set(event.currentTarget.value || undefined)}
        />
      );
    }
    case "number":
      return (
        <NumberInput
          {...common}
          placeholder={defaultWords(field)}
          allowDecimal={!field.whole}
          min={field.min}
          max={field.max}
          // What is out of its bounds is said, not changed under the hands.
          clampBehavior="none"
          value={typeof value === "number" ? value : ""}
          onChange={(next) => set(typeof next === "number" ? next : undefined)}
        />
      );
    case "boolean":
      return (
        <Switch
          label={label}
          description={description}
          error={error}
          checked={typeof value === "boolean" ? value : field.default === true}
          onChange={(event) => set(event.currentTarget.checked)}
          className={classes.switch}
        />
      );
    case "choice":
      return (
        <Select
          {...common}
          placeholder={defaultWords(field) ?? "Choose one"}
          data={field.choices.map(String)}
          clearable={!required}
          value={value === undefined ? null : String(value as string)}
          onChange={(next) => set(field.choices.find((each) => String(each) === next))}
        />
      );
    case "list":
      return <ListField field={field} value={value} set={set} common={common} />;
    case "object":
      return (
        <Fieldset legend={label} className={classes.group}>
          {description && <p className="quiet">{description}</p>}
          <PayloadFields
            fields={field.fields}
            values={isValues(value) ? value : {}}
            change={(next) => set(Object.keys(next).length === 0 ? undefined : next)}
            errors={errors}
            at={at}
          />
        </Fieldset>
      );
    case "json":
      return <JsonField value={value} set={set} common={common} placeholder={defaultWords(field)} />;
  }
}

interface Common {
  label: string;
  description: string | undefined;
  withAsterisk: boolean;
  error: string | undefined;
}

function ListField({
  field,
  value,
  set,
  common,
}: Pick<One, "value" | "set"> & { field: Field & { kind: "list" }; common: Common }) {
  const list = value === undefined ? [] : [value].flat();
  const write = (texts: string[]) => {
    const next = field.of === "string" ? texts : texts.map(Number).filter((number) => !Number.isNaN(number));
    if (next.length === 0) set(undefined);
    else set(field.single && next.length === 1 ? next[0] : next);
  };
  return (
    <TagsInput
      {...common}
      placeholder={list.length > 0 ? undefined : (defaultWords(field) ?? "Write one, then Enter")}
      // A comma may be part of a value.
      splitChars={["\n"]}
      value={list.map(String)}
      onChange={write}
    />
  );
}

function JsonField({
  value,
  set,
  common,
  placeholder,
}: Pick<One, "value" | "set"> & { common: Common; placeholder: string | undefined }) {
  const [text, setText] = useState(value === undefined ? "" : pretty(value));
  const [broken, setBroken] = useState(false);
  const write = (next: string) => {
    setText(next);
    if (next.trim() === "") return set(undefined);
    try {
      set(JSON.parse(next));
      setBroken(false);
    } catch {
      setBroken(true);
    }
  };
  return (
    <JsonInput
      {...common}
      description={[common.description, "As JSON."].filter(Boolean).join(" ")}
      placeholder={placeholder}
      error={broken ? "This is not valid JSON." : common.error}
      value={text}
      onChange={write}
      formatOnBlur
      autosize
      minRows={1}
      maxRows={10}
      spellCheck={false}
      classNames={{ input: "mono" }}
    />
  );
}
