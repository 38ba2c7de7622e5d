// The queue that bounds a task's runs, what it counts them under, and which of those that wait goes first.
import { NumberInput, TextInput } from "@mantine/core";
import { Link } from "../../ui/link";
import { QueueSelect } from "../../ui/queue-select";
import { useTaskFormContext } from "./context";
import classes from "./form.module.css";

export function Lane() {
  const form = useTaskFormContext();
  const { targetKind, queue, worker } = form.values;
  const named = targetKind === "worker" ? worker.queue.trim() : (queue ?? "");
  return (
    <div className={classes.two}>
      {targetKind === "worker" ? (
        <TextInput
          label="Queue"
          description="The worker's target names it, above. If a queue of that name is there, its bounds hold."
          value={worker.queue}
          placeholder="Not named yet"
          readOnly
          variant="filled"
          error={form.errors.queue}
        />
      ) : (
        <QueueSelect
          label="Queue"
          description={
            <>
              Bounds how many runs go at a time, together with other tasks.{" "}
              <Link to="/queues" target="_blank" underline="always">
                All queues
              </Link>
            </>
          }
          placeholder="None"
          value={queue ?? undefined}
          change={(name) => form.setFieldValue("queue", name ?? null)}
          error={form.errors.queue}
        />
      )}
      <NumberInput
        label="Priority"
        description="-100 to 100. The higher goes first; a point is worth a minute of waiting."
        min={-100}
        max={100}
        allowDecimal={false}
        {...form.getInputProps("priority")}
      />
      {(named !== "" || form.values.queueKey !== "") && (
        <TextInput
          label="Key in the queue"
          description="What the queue counts a run under, out of its payload. Empty: under no key."
          placeholder="{{ payload.customer }}"
          spellCheck={false}
          classNames={{ input: "mono" }}
          {...form.getInputProps("queueKey")}
        />
      )}
    </div>
  );
}
