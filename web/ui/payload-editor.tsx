// A payload: by fields where its module says what it takes, else as JSON. The text is what counts; fields read and write it.
import { SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import { pretty } from "./json-block";
import classes from "./payload.module.css";
import { PayloadFields } from "./payload-fields";
import { fieldsOf, readValues, strangers } from "./payload-schema";

interface Props {
  /** The module's JSON Schema; null: anything is taken. */
  schema: unknown;
  label: string;
  description: string;
  placeholder?: string;
  /** JSON; empty: no payload. */
  text: string;
  change: (text: string) => void;
  blur?: () => void;
  /** What is wrong, by place: `payload`, `payload.keep`. */
  errors: Readonly<Record<string, string>>;
}

type Mode = "form" | "json";

export function PayloadEditor({ schema, label, description, placeholder, text, change, blur, errors }: Props) {
  const [mode, setMode] = useState<Mode>("form");
  const fields = fieldsOf(schema);
  const values = fields && readValues(text, fields);
  const form = fields && values && mode === "form" ? { fields, values } : null;
  const others = form ? strangers(form.fields, form.values) : [];
  return (
    <div className={classes.editor}>
      {fields && (
        <div className={classes.head}>
          <SegmentedControl
            aria-label="How the payload is written"
            size="xs"
            value={form ? "form" : "json"}
            onChange={(next) => setMode(next as Mode)}
            data={[
              { value: "form", label: "Form", disabled: values === null },
              { value: "json", label: "JSON" },
            ]}
          />
          {values === null && <span className="quiet">The form cannot show what is written; JSON can.</span>}
        </div>
      )}
      {form ? (
        <>
          <PayloadFields
            fields={form.fields}
            values={form.values}
            change={(next) => change(Object.keys(next).length === 0 ? "" : pretty(next))}
            errors={errors}
            at="payload"
          />
          {others.length > 0 && <Problems errors={errors} of={others} />}
          {errors.payload && <p className={classes.problems}>{errors.payload}</p>}
        </>
      ) : (
        <Textarea
          label={label}
          description={description}
          placeholder={placeholder}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={blur}
          error={Object.values(errors)[0]}
          autosize
          minRows={3}
          maxRows={18}
          spellCheck={false}
          classNames={{ input: "mono" }}
        />
      )}
    </div>
  );
}

/** What has no field is told, and what is wrong with it. */
function Problems({ errors, of }: { errors: Props["errors"]; of: readonly string[] }) {
  const wrong = of.flatMap((key) => errors[`payload.${key}`] ?? []);
  if (wrong.length === 0) return <span className="quiet">Also in the payload, see JSON: {of.join(", ")}.</span>;
  return (
    <ul className={classes.problems}>
      {wrong.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}
