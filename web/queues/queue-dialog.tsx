// The dialog with the form of a queue. Open or closed is said by the address.
import { Modal } from "@mantine/core";
import { useState } from "react";
import type { QueueRowFragment } from "../gql/graphql";
import { QueueForm } from "./queue-form";

interface Props {
  opened: boolean;
  /** The queue that is changed; left out for a new one. */
  queue?: QueueRowFragment;
  /** What a new queue's name begins as. */
  name?: string;
  close: () => void;
  saved: () => void;
}

export function QueueDialog({ opened, queue, name, close, saved }: Props) {
  // Counts how often the form was begun anew, with what the queue is now.
  const [begun, setBegun] = useState(0);
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title={queue ? `Change the queue “${queue.name}”` : "New queue"}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <QueueForm key={begun} queue={queue} name={name} saved={saved} cancel={close} again={() => setBegun(begun + 1)} />
    </Modal>
  );
}
