// What can be done with a run: cancel it while it waits or goes, do it again afterwards.
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconBan, IconPlayerPlay } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { RunDetailFragment, RunState } from "../gql/graphql";
import { askReason } from "../ui/ask-reason";
import { done, failed, refused } from "../ui/notify";
import { askRetry } from "./retry-dialog";

const Cancel = graphql(`
  mutation CancelRun($input: CancelRunInput!) {
    cancelRun(input: $input) {
      run {
        ...RunRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const OPEN: readonly RunState[] = ["SCHEDULED", "HELD", "QUEUED", "RUNNING", "RETRYING"];

export function RunActions({ run }: { run: RunDetailFragment }) {
  const navigate = useNavigate();
  const [cancel] = useMutation(Cancel);

  const askCancel = () =>
    askReason({
      title: "Cancel this run",
      explanation:
        run.state === "RUNNING"
          ? "Its target is told to stop. The run is cancelled when the target has let go."
          : "It will not be carried out. Later runs of the task stay planned.",
      verb: "Cancel the run",
      danger: true,
      act: async (reason) => {
        try {
          const { data } = await cancel({ variables: { input: { id: run.id, reason } } });
          if (refused("The run could not be cancelled", data?.cancelRun.userErrors)) return false;
          done(data?.cancelRun.run?.state === "CANCELLED" ? "The run is cancelled" : "The run was asked to stop");
          return true;
        } catch (error) {
          failed("The run could not be cancelled", error);
          return false;
        }
      },
    });

  if (!may("OPERATE")) return null;
  if (OPEN.includes(run.state))
    return (
      <Button
        variant="default"
        leftSection={<IconBan size={16} aria-hidden />}
        onClick={askCancel}
        data-testid="cancel-run"
      >
        Cancel
      </Button>
    );
  if (run.task.deletedAt) return null;
  return (
    <Button
      leftSection={<IconPlayerPlay size={16} aria-hidden />}
      data-testid="run-again"
      onClick={() => askRetry(run, (runId) => void navigate({ to: "/runs/$runId", params: { runId } }))}
    >
      Run again
    </Button>
  );
}
