// What can be done with a webhook, with its questions and its answers in words.
import { useMutation } from "@apollo/client/react";
import { graphql } from "../gql";
import type { WebhookRowFragment } from "../gql/graphql";
import { askReason } from "../ui/ask-reason";
import { dialogs } from "../ui/dialogs";
import { done, failed, refused } from "../ui/notify";
import { ShownSecret } from "./shown-secret";

const Pause = graphql(`
  mutation PauseWebhook($input: PauseWebhookInput!) {
    pauseWebhook(input: $input) {
      webhook {
        ...WebhookRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Resume = graphql(`
  mutation ResumeWebhook($input: ResumeWebhookInput!) {
    resumeWebhook(input: $input) {
      webhook {
        ...WebhookRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Delete = graphql(`
  mutation DeleteWebhook($input: DeleteWebhookInput!) {
    deleteWebhook(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Rotate = graphql(`
  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {
    rotateWebhookSecret(input: $input) {
      webhook {
        ...WebhookRow
      }
      secret
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Test = graphql(`
  mutation TestWebhook($input: TestWebhookInput!) {
    testWebhook(input: $input) {
      delivery {
        ...DeliveryRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Redeliver = graphql(`
  mutation Redeliver($input: RedeliverInput!) {
    redeliver(input: $input) {
      delivery {
        ...DeliveryRow
      }
      userErrors {
        ...Complaint
      }
    }
  }
`);

export function useWebhookActions({ id, name }: Pick<WebhookRowFragment, "id" | "name">) {
  const [pause] = useMutation(Pause);
  const [resume] = useMutation(Resume);
  const [remove] = useMutation(Delete);
  const [rotate] = useMutation(Rotate);
  const [test, testing] = useMutation(Test);
  const [redeliver] = useMutation(Redeliver);

  /** Says why it failed; answers whether it did not. */
  async function attempt(what: string, act: () => Promise<readonly { message: string }[] | undefined>) {
    try {
      return !refused(what, await act());
    } catch (error) {
      failed(what, error);
      return false;
    }
  }

  return {
    testing: testing.loading,
    pause() {
      askReason({
        title: `Pause the webhook “${name}”`,
        explanation:
          "Nothing is sent until you resume it. What happens meanwhile is sent then, as far as the event log reaches back.",
        verb: "Pause the webhook",
        act: async (reason) => {
          const act = async () => (await pause({ variables: { input: { id, reason } } })).data?.pauseWebhook.userErrors;
          const paused = await attempt("The webhook could not be paused", act);
          if (paused) done(`“${name}” is paused`);
          return paused;
        },
      });
    },
    async resume() {
      const act = async () => (await resume({ variables: { input: { id } } })).data?.resumeWebhook.userErrors;
      if (await attempt("The webhook could not be resumed", act)) done(`“${name}” is sent to again`);
    },
    async test() {
      await attempt("The webhook could not be tested", async () => {
        const answer = (await test({ variables: { input: { id } } })).data?.testWebhook;
        const { delivery } = answer ?? {};
        if (delivery?.state === "DELIVERED") done(`The test message was taken (${delivery.status})`);
        else if (delivery) failed("The test message was not taken", new Error(delivery.error ?? "No answer."));
        return answer?.userErrors;
      });
    },
    async redeliver(deliveryId: string) {
      const act = async () =>
        (await redeliver({ variables: { input: { id: deliveryId } } })).data?.redeliver.userErrors;
      if (await attempt("It could not be sent again", act)) done("It is sent again");
    },
    rotate() {
      dialogs.confirm({
        title: `Exchange the signing secret of “${name}”?`,
        children: "You get a new one. For 24 hours messages are signed with both, so that no receiver is locked out.",
        labels: { confirm: "Exchange the secret", cancel: "Keep it" },
        confirmProps: { "data-testid": "confirm" },
        onConfirm: () =>
          void attempt("The secret could not be exchanged", async () => {
            const answer = (await rotate({ variables: { input: { id } } })).data?.rotateWebhookSecret;
            if (answer?.secret)
              dialogs.open({
                modalId: "secret",
                title: "The new signing secret",
                closeOnClickOutside: false,
                children: <ShownSecret secret={answer.secret} rotated close={() => dialogs.close("secret")} />,
              });
            return answer?.userErrors;
          }),
      });
    },
    delete(deleted: () => void) {
      dialogs.confirm({
        title: `Delete the webhook “${name}”?`,
        children: "Its deliveries go with it, and what waits is not sent.",
        labels: { confirm: "Delete the webhook", cancel: "Keep it" },
        confirmProps: { color: "red", "data-testid": "confirm" },
        onConfirm: async () => {
          const act = async () => (await remove({ variables: { input: { id } } })).data?.deleteWebhook.userErrors;
          if (!(await attempt("The webhook could not be deleted", act))) return;
          done(`“${name}” is deleted`);
          deleted();
        },
      });
    },
  };
}
