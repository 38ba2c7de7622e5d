// What a task does, in a line.
import { IconBox, IconUsers, IconWorld } from "@tabler/icons-react";
import { graphql } from "../gql";
import type { TargetSummaryFragment } from "../gql/graphql";
import classes from "./task-page.module.css";

export const TargetSummaryDoc = graphql(`
  fragment TargetSummary on Target {
    __typename
    summary
    ... on HttpTarget {
      headers {
        name
      }
      expectedStatus
    }
    ... on ModuleTarget {
      name
    }
    ... on WorkerTarget {
      queue
    }
  }
`);

export function TargetSummary({ target }: { target: TargetSummaryFragment }) {
  const http = target.__typename === "HttpTarget";
  const Mark = http ? IconWorld : target.__typename === "WorkerTarget" ? IconUsers : IconBox;
  return (
    <div className={classes.target}>
      <Mark size={18} stroke={1.8} aria-hidden />
      <div>
        <code>{target.summary}</code>
        {http && target.expectedStatus.length > 0 && (
          <div className="quiet">Success: status {target.expectedStatus.join(", ")}</div>
        )}
        {http && target.headers.length > 0 && (
          <div className="quiet">Headers: {target.headers.map(({ name }) => name).join(", ")}</div>
        )}
      </div>
    </div>
  );
}
