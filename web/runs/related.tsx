// The runs that a run came from, and those that came of it.
import { graphql } from "../gql";
import type { RelatedRunsFragment } from "../gql/graphql";
import { Facts } from "../ui/facts";
import { Link } from "../ui/link";
import { Panel } from "../ui/panel";
import { RUN_STATES } from "../ui/states";
import { Time } from "../ui/time";

export const RelatedRuns = graphql(`
  fragment RelatedRuns on Run {
    deadLetter
    dismissedAt
    dismissReason
    parent {
      ...RelatedRun
    }
    children {
      ...RelatedRun
    }
    redriveOf {
      ...RelatedRun
    }
    redrivenBy {
      ...RelatedRun
    }
  }
`);

export const RelatedRun = graphql(`
  fragment RelatedRun on Run {
    id
    state
    task {
      id
      name
    }
  }
`);

type Named = NonNullable<RelatedRunsFragment["parent"]>;

function RunLink({ run }: { run: Named }) {
  return (
    <Link to="/runs/$runId" params={{ runId: run.id }} underline="always">
      {run.task.name}, {RUN_STATES[run.state].label.toLowerCase()}
    </Link>
  );
}

export function Related({ run }: { run: RelatedRunsFragment }) {
  const { parent, children, redriveOf, redrivenBy, dismissedAt, dismissReason } = run;
  if (!parent && children.length === 0 && !redriveOf && !redrivenBy && !dismissedAt) return null;
  return (
    <Panel title="Related runs">
      <Facts
        facts={[
          ["Follows", parent && <RunLink key="parent" run={parent} />],
          [
            "Followed by",
            children.length > 0 &&
              children.map((child) => (
                <div key={child.id}>
                  <RunLink run={child} />
                </div>
              )),
          ],
          ["Does again", redriveOf && <RunLink key="of" run={redriveOf} />],
          ["Done again by", redrivenBy && <RunLink key="by" run={redrivenBy} />],
          [
            "Dismissed",
            dismissedAt && (
              <>
                <Time value={dismissedAt} />: {dismissReason}
              </>
            ),
          ],
        ]}
      />
    </Panel>
  );
}
