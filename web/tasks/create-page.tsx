// A new task; or one that starts as the copy of another.
import { useMutation, useQuery } from "@apollo/client/react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { graphql } from "../gql";
import type { ComplaintFragment } from "../gql/graphql";
import { ErrorPanel, PageSkeleton } from "../ui/feedback";
import { Link, LinkButton } from "../ui/link";
import { done, failed } from "../ui/notify";
import { Page } from "../ui/page";
import { randomKey } from "../ui/random-key";
import { fromTask } from "./form/from-task";
import { createInput } from "./form/inputs";
import { TaskForm } from "./form/task-form";
import { type FormValues, NEW_TASK } from "./form/values";

const Create = graphql(`
  mutation CreateTask($input: CreateTaskInput!) {
    createTask(input: $input) {
      task {
        ...TaskLive
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Original = graphql(`
  query TaskToCopy($id: ID!) {
    task(id: $id) {
      ...TaskForForm
    }
  }
`);

const route = getRouteApi("/tasks/new");

export function CreateTaskPage() {
  const { from } = route.useSearch();
  const { data, error, loading, refetch } = useQuery(Original, {
    variables: { id: from ?? "" },
    skip: !from,
    fetchPolicy: "no-cache",
  });
  const original = from ? data?.task : undefined;
  return (
    <Page title={original ? `Copy of ${original.name}` : "New task"} back={<Link to="/tasks">Tasks</Link>} narrow>
      {error ? (
        <ErrorPanel what="The task to copy" error={error} retry={() => void refetch().catch(() => undefined)} />
      ) : from && loading ? (
        <PageSkeleton heights={[130, 320, 160]} />
      ) : (
        <Form key={original?.id ?? ""} initial={original ? copyOf(fromTask(original)) : NEW_TASK} />
      )}
    </Page>
  );
}

/** A copy needs a name of its own and counts from its own beginning. */
function copyOf(values: FormValues): FormValues {
  const { schedule } = values;
  const { every } = schedule;
  return {
    ...values,
    name: `${values.name} (copy)`,
    hashSeed: "",
    schedule: {
      ...schedule,
      every: every.counted === "instant" ? { ...every, counted: "saving", anchor: null } : every,
    },
  };
}

function Form({ initial }: { initial: FormValues }) {
  const navigate = useNavigate();
  const [create] = useMutation(Create);
  // The same input keeps its key, so that a second try after a lost answer creates no second task.
  const last = useRef({ input: "", key: "" });

  const save = async (values: FormValues): Promise<readonly ComplaintFragment[]> => {
    const input = createInput(values);
    const text = JSON.stringify(input);
    if (last.current.input !== text) last.current = { input: text, key: randomKey() };
    try {
      const { data } = await create({ variables: { input: { ...input, idempotencyKey: last.current.key } } });
      const task = data?.createTask.task;
      if (!task) return data?.createTask.userErrors ?? [];
      done(`“${task.name}” is scheduled`);
      void navigate({ to: "/tasks/$taskId", params: { taskId: task.id } });
    } catch (error) {
      failed("The task could not be created", error);
    }
    return [];
  };

  return (
    <TaskForm
      initial={initial}
      submitLabel="Create the task"
      save={save}
      cancel={
        <LinkButton to="/tasks" variant="default">
          Cancel
        </LinkButton>
      }
    />
  );
}
