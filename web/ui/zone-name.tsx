// The name of a time zone, which may break after its separators only: "America/ New_ York", never in the middle of a word.
import { Fragment } from "react";

export function ZoneName({ name }: { name: string | undefined }) {
  if (name === undefined) return <span className="quiet">–</span>;
  return (
    <span style={{ overflowWrap: "normal" }}>
      {name.split(/(?<=[/_])/).map((part) => (
        <Fragment key={part}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}
