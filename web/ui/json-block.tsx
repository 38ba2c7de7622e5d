// A JSON value, laid out for reading. A text that was cut is shown as it came.
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- a box that scrolls must be reachable by keyboard */
import { CopyButton } from "./copy-button";
import classes from "./json-block.module.css";

export const pretty = (value: unknown): string => JSON.stringify(value, null, 2) ?? "";

export function JsonBlock({ value, label }: { value: unknown; label: string }) {
  const text = typeof value === "string" ? value : pretty(value);
  return (
    <div className={classes.box}>
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      {/* biome-ignore-start lint/a11y/useSemanticElements: a text keeps its line breaks as <pre> only */}
      <pre className={classes.text} role="region" tabIndex={0} aria-label={`${label} as JSON`}>
        {text}
      </pre>
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
      <div className={classes.copy}>
        <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} />
      </div>
    </div>
  );
}
