// Brings a deleted task back.
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { May } from "../access/may";
import { graphql } from "../gql";
import { done, failed, refused } from "../ui/notify";

const RestoreDoc = graphql(`
  mutation RestoreTask($input: RestoreTaskInput!) {
    restoreTask(input: $input) {
      task {
        ...TaskLive
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

export function Restore({ task: { id, name } }: { task: { id: string; name: string } }) {
  const [restore, { loading }] = useMutation(RestoreDoc);
  const what = "The task could not be restored";
  const act = async () => {
    try {
      const { data } = await restore({ variables: { input: { id } } });
      if (!refused(what, data?.restoreTask.userErrors)) done(`“${name}” is back`);
    } catch (error) {
      failed(what, error);
    }
  };
  return (
    <May right="EDIT">
      <Button size="compact-sm" variant="default" loading={loading} onClick={() => void act()} data-testid="restore">
        Restore it
      </Button>
    </May>
  );
}
