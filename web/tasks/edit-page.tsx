// An edit of a task. What was read is kept as it was read, so that a change by somebody else is noticed, not merged.
import { useMutation, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconGitMerge, IconMapOff } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "../gql";
import type { ComplaintFragment, TaskForFormFragment } from "../gql/graphql";
import { Empty, ErrorPanel, PageSkeleton } from "../ui/feedback";
import { Link, LinkButton } from "../ui/link";
import { Notice } from "../ui/notice";
import { done, failed } from "../ui/notify";
import { Page } from "../ui/page";
import { fromTask } from "./form/from-task";
import { updateInput } from "./form/inputs";
import { TaskForm } from "./form/task-form";
import type { FormValues } from "./form/values";

const Edited = graphql(`
  query TaskToEdit($id: ID!) {
    task(id: $id) {
      ...TaskForForm
    }
  }
`);

const Update = graphql(`
  mutation UpdateTask($input: UpdateTaskInput!) {
    updateTask(input: $input) {
      task {
        ...TaskDetail
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const route = getRouteApi("/tasks/$taskId/edit");

export function EditTaskPage() {
  const { taskId } = route.useParams();
  // Not from the cache: events must not change the version under the user's hands.
  const { data, error, refetch } = useQuery(Edited, { variables: { id: taskId }, fetchPolicy: "no-cache" });
  const reload = () => void refetch().catch(() => undefined);
  const task = data?.task;
  return (
    <Page
      title={task ? `Edit ${task.name}` : "Edit task"}
      back={
        <Link to="/tasks/$taskId" params={{ taskId }}>
          {task?.name ?? "Task"}
        </Link>
      }
      narrow
    >
      {task && !task.deletedAt ? (
        <Form key={task.version} task={task} reload={reload} />
      ) : data ? (
        <Empty
          icon={IconMapOff}
          title={task ? "This task is deleted" : "There is no such task"}
          action={
            <LinkButton to="/tasks" variant="default">
              To the tasks
            </LinkButton>
          }
        />
      ) : error ? (
        <ErrorPanel what="The task" error={error} retry={reload} />
      ) : (
        <PageSkeleton heights={[130, 320, 160]} />
      )}
    </Page>
  );
}

function Form({ task, reload }: { task: TaskForFormFragment; reload: () => void }) {
  const navigate = useNavigate();
  const [update] = useMutation(Update);
  const initial = useMemo(() => fromTask(task), [task]);
  const leave = () => void navigate({ to: "/tasks/$taskId", params: { taskId: task.id } });

  const save = async (values: FormValues): Promise<readonly ComplaintFragment[]> => {
    try {
      const { data } = await update({ variables: { input: updateInput(task.id, task.version, values, initial) } });
      if (!data?.updateTask.task) return data?.updateTask.userErrors ?? [];
      done("The edit is saved and governs every run that has not started");
      leave();
    } catch (error) {
      failed("The edit could not be saved", error);
    }
    return [];
  };

  return (
    <TaskForm
      initial={initial}
      submitLabel="Save the edit"
      edited={task}
      save={save}
      cancel={
        <LinkButton to="/tasks/$taskId" params={{ taskId: task.id }} variant="default">
          Cancel
        </LinkButton>
      }
      advise={(error) =>
        error.code === "CONFLICT" && (
          <Notice
            key={error.message}
            tone="wait"
            icon={IconGitMerge}
            title="Somebody else has changed this task"
            urgent
          >
            <p style={{ margin: "0 0 0.7rem" }}>
              Your edit was not saved, so that theirs is not lost. Load the task as it is now and make your change
              again.
            </p>
            <Button size="xs" variant="default" onClick={reload}>
              Reload the task
            </Button>
          </Notice>
        )
      }
    />
  );
}
