// What a task does, in a line.
import { IconBox, IconTerminal2, IconUsers, IconWorld } from "@tabler/icons-react";
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
      signingSecret
    }
    ... on ModuleTarget {
      name
    }
    ... on ShellTarget {
      cwd
      env {
        name
      }
      successExitCodes
    }
    ... on WorkerTarget {
      queue
    }
  }
`);

const MARKS = { HttpTarget: IconWorld, ModuleTarget: IconBox, ShellTarget: IconTerminal2, WorkerTarget: IconUsers };

export function TargetSummary({ target }: { target: TargetSummaryFragment }) {
  const Mark = MARKS[target.__typename];
  return (
    <div className={classes.target}>
      <Mark size={18} stroke={1.8} aria-hidden />
      <div>
        <code>{target.summary}</code>
        {facts(target).map((fact) => (
          <div key={fact} className="quiet">
            {fact}
          </div>
        ))}
      </div>
    </div>
  );
}

/** What else decides about it, where it is not as usual. */
function facts(target: TargetSummaryFragment): string[] {
  const named = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(", ");
  const when = (is: unknown, fact: string) => (is ? [fact] : []);
  switch (target.__typename) {
    case "HttpTarget": {
      const { expectedStatus, headers, signingSecret } = target;
      return [
        ...when(expectedStatus.length, `Success: status ${expectedStatus.join(", ")}`),
        ...when(headers.length, `Headers: ${named(headers)}`),
        ...when(signingSecret, `Signed by the secret ${signingSecret}`),
      ];
    }
    case "ShellTarget": {
      const { cwd, env, successExitCodes } = target;
      return [
        ...when(cwd, `In ${cwd}`),
        ...when(env.length, `Variables: ${named(env)}`),
        ...when(successExitCodes.join() !== "0", `Success: exit code ${successExitCodes.join(", ")}`),
      ];
    }
    case "ModuleTarget":
    case "WorkerTarget":
      return [];
  }
}
