// The dead letters: runs that failed for good. Some or all of those found are done again, after a count, or dismissed with a reason.
import { useMutation } from "@apollo/client/react";
import { Button, Group, Text } from "@mantine/core";
import { IconArchive, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { May } from "../access/may";
import { graphql } from "../gql";
import type { RunFilter, RunRowFragment } from "../gql/graphql";
import { askReason } from "../ui/ask-reason";
import { dialogs } from "../ui/dialogs";
import { count, plural } from "../ui/format";
import { done, failed, refused } from "../ui/notify";
import { RunTable } from "../ui/run-table";

const Redrive = graphql(`
  mutation RedriveRuns($input: RedriveRunsInput!) {
    redriveRuns(input: $input) {
      count
      remaining
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Dismiss = graphql(`
  mutation DismissRuns($input: DismissRunsInput!) {
    dismissRuns(input: $input) {
      count
      remaining
      userErrors {
        ...Complaint
      }
    }
  }
`);

interface Props {
  runs: readonly RunRowFragment[];
  filter: RunFilter;
  total: number;
  stale?: boolean;
}

export function FailedList({ runs, filter, total, stale }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [redrive] = useMutation(Redrive);
  const [dismiss] = useMutation(Dismiss);
  // What is no longer listed is no longer meant.
  const ids = runs.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const which = ids.length > 0 ? { ids } : { filter };
  const words = ids.length > 0 ? `the ${plural(ids.length, "chosen run")}` : `all ${plural(total, "failed run")}`;

  const toggle = (some: readonly string[]) => {
    const next = new Set(chosen);
    const all = some.every((id) => next.has(id));
    for (const id of some) {
      if (all) next.delete(id);
      else next.add(id);
    }
    setChosen(next);
  };

  const run = async (dryRun: boolean) => {
    const answer = (await redrive({ variables: { input: { ...which, dryRun } } })).data?.redriveRuns;
    return refused("The runs could not be done again", answer?.userErrors) ? undefined : answer;
  };
  const askRedrive = async () => {
    try {
      const dry = await run(true);
      if (!dry) return;
      const rest = dry.remaining ? ` ${count(dry.remaining)} more will be left for a next time.` : "";
      dialogs.confirm({
        title: `Run ${plural(dry.count ?? 0, "failed run")} again`,
        children: (
          <Text size="sm">
            Each gets a new run with its payload, and leaves this list. Failed runs of deleted tasks are left out.{rest}
          </Text>
        ),
        labels: { confirm: "Run them again", cancel: "Cancel" },
        confirmProps: { disabled: dry.count === 0, "data-testid": "confirm-redrive" },
        onConfirm: () =>
          void run(false)
            .then((made) => made && done(`${plural(made.count ?? 0, "run")} done again`))
            .catch((error) => failed("The runs could not be done again", error)),
      });
    } catch (error) {
      failed("The runs could not be counted", error);
    }
  };
  const askDismiss = () =>
    askReason({
      title: `Dismiss ${words}`,
      explanation: "They stay in the history as failed, and leave this list.",
      verb: "Dismiss",
      needed: true,
      act: async (reason) => {
        try {
          const answer = (await dismiss({ variables: { input: { ...which, reason: reason ?? "" } } })).data
            ?.dismissRuns;
          if (refused("The runs could not be dismissed", answer?.userErrors)) return false;
          done(`${plural(answer?.count ?? 0, "run")} dismissed`);
          return true;
        } catch (error) {
          failed("The runs could not be dismissed", error);
          return false;
        }
      },
    });

  return (
    <>
      <May right="OPERATE">
        <Group gap="sm" mb="sm">
          <Button
            size="compact-md"
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            onClick={() => void askRedrive()}
            data-testid="redrive"
          >
            Run {words} again
          </Button>
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconArchive size={16} aria-hidden />}
            onClick={askDismiss}
            data-testid="dismiss"
          >
            Dismiss {words}
          </Button>
        </Group>
      </May>
      <div className="panel" style={{ overflow: "hidden" }}>
        <RunTable runs={runs} withTask label="Failed runs" stale={stale} choice={{ chosen, toggle }} />
      </div>
    </>
  );
}
