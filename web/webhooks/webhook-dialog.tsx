// The dialog with the form of a webhook; after the creation of one that signs it shows the secret, this once.
import { Modal } from "@mantine/core";
import { useState } from "react";
import type { WebhookRowFragment } from "../gql/graphql";
import { ShownSecret } from "./shown-secret";
import { WebhookForm } from "./webhook-form";

interface Props {
  opened: boolean;
  /** The webhook that is changed; left out for a new one. */
  webhook?: WebhookRowFragment;
  secretsEnabled: boolean;
  close: () => void;
  saved: () => void;
}

export function WebhookDialog({ opened, webhook, secretsEnabled, close, saved }: Props) {
  // Counts how often the form was begun anew, with what the webhook is now.
  const [begun, setBegun] = useState(0);
  const [secret, setSecret] = useState<string | null>(null);
  const leave = () => {
    setSecret(null);
    close();
  };
  return (
    <Modal
      opened={opened}
      onClose={leave}
      size="lg"
      title={
        secret
          ? "The signing secret of the new webhook"
          : webhook
            ? `Change the webhook “${webhook.name}”`
            : "New webhook"
      }
      closeButtonProps={{ "aria-label": "Close" }}
      closeOnClickOutside={secret === null}
    >
      {secret ? (
        <ShownSecret secret={secret} close={leave} />
      ) : (
        <WebhookForm
          key={begun}
          webhook={webhook}
          secretsEnabled={secretsEnabled}
          saved={(made) => {
            saved();
            if (made) setSecret(made);
            else leave();
          }}
          cancel={leave}
          again={() => setBegun(begun + 1)}
        />
      )}
    </Modal>
  );
}
