// The secrets: named values for headers, bodies and payloads. They are written here and never read.
import { useMutation, useQuery } from "@apollo/client/react";
import { ActionIcon, Button } from "@mantine/core";
import { IconKey, IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { SecretRowFragment } from "../gql/graphql";
import { CopyButton } from "../ui/copy-button";
import { dialogs } from "../ui/dialogs";
import { Empty, ErrorPanel, ListSkeleton } from "../ui/feedback";
import { Link } from "../ui/link";
import { Notice } from "../ui/notice";
import { done, failed, refused } from "../ui/notify";
import { Page } from "../ui/page";
import table from "../ui/table.module.css";
import { RelativeTime } from "../ui/time";
import { SecretForm } from "./secret-form";

const SecretList = graphql(`
  query SecretList {
    server {
      secretsEnabled
    }
    secrets {
      ...SecretRow
    }
  }
`);

const Delete = graphql(`
  mutation DeleteSecret($input: DeleteSecretInput!) {
    deleteSecret(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

export function SecretListPage() {
  const { data, error, refetch } = useQuery(SecretList, { fetchPolicy: "cache-and-network" });
  const reload = () => void refetch().catch(() => undefined);
  const open = (secret: SecretRowFragment | null) =>
    dialogs.open({
      modalId: "secret",
      title: secret ? `Change ${secret.name}` : "New secret",
      children: (
        <SecretForm
          secret={secret}
          onDone={() => {
            dialogs.close("secret");
            reload();
          }}
        />
      ),
    });
  const enabled = (data?.server.secretsEnabled ?? false) && may("ADMINISTER");
  return (
    <Page
      title="Secrets"
      lead="Named values for headers, addresses, bodies and payloads. They are kept encrypted, masked in logs and never shown again."
      actions={
        enabled && (
          <Button onClick={() => open(null)} leftSection={<IconPlus size={17} aria-hidden />}>
            New secret
          </Button>
        )
      }
    >
      {data && !data.server.secretsEnabled && (
        <Notice tone="plan" icon={IconKey} title="This server has no key to keep secrets under">
          Set <code>SECRETS_KEY</code> to the output of <code>openssl rand -base64 32</code>, keep it in a safe place,
          and start the server again.
        </Notice>
      )}
      {data ? (
        data.secrets.length > 0 ? (
          <div className="panel" style={{ overflow: "hidden" }}>
            <Secrets secrets={data.secrets} change={enabled ? open : null} reload={reload} />
          </div>
        ) : (
          enabled && (
            <Empty
              icon={IconKey}
              title="There is no secret yet"
              action={<Button onClick={() => open(null)}>Make a secret</Button>}
            >
              Then write <code>{"{{ secrets.NAME }}"}</code> where its value is to stand.
            </Empty>
          )
        )
      ) : error ? (
        <ErrorPanel what="The secrets" error={error} retry={reload} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </Page>
  );
}

interface Props {
  secrets: readonly SecretRowFragment[];
  change: ((secret: SecretRowFragment) => void) | null;
  reload: () => void;
}

function Secrets({ secrets, change, reload }: Props) {
  const [remove] = useMutation(Delete);
  const ask = ({ id, name, tasks }: SecretRowFragment) => {
    if (tasks.length > 0) {
      dialogs.open({
        title: `${name} is in use`,
        children: `It can be deleted when no task names it any more. Now these do: ${tasks.map((task) => task.name).join(", ")}.`,
      });
      return;
    }
    dialogs.confirm({
      title: `Delete ${name}?`,
      children: "No task names it. Its value cannot be brought back.",
      labels: { confirm: "Delete the secret", cancel: "Keep it" },
      confirmProps: { color: "red", "data-testid": "confirm" },
      onConfirm: async () => {
        try {
          const { data } = await remove({ variables: { input: { id } } });
          if (refused("The secret could not be deleted", data?.deleteSecret.userErrors)) return;
          done(`${name} is deleted`);
          reload();
        } catch (error) {
          failed("The secret could not be deleted", error);
        }
      },
    });
  };
  return (
    <table className={table.table} aria-label="Secrets">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Used by</th>
          <th scope="col">Changed</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {secrets.map((secret) => (
          <tr key={secret.id} data-testid="secret-row">
            <td className={table.name}>
              <b>{secret.name}</b> <CopyButton text={`{{ secrets.${secret.name} }}`} label="Copy the reference" />
              {secret.description && <span className={`${table.sub} cut`}>{secret.description}</span>}
              {!secret.usable && (
                <span className={table.sub}>
                  Sealed by a key that this server does not have: runs that need it fail.
                </span>
              )}
            </td>
            <td data-label="Used by">
              {secret.tasks.length === 0 && <span className="quiet">no task</span>}
              {secret.tasks.map((task, index) => (
                <span key={task.id}>
                  {index > 0 && ", "}
                  <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
                    {task.name}
                  </Link>
                </span>
              ))}
            </td>
            <td data-label="Changed">
              <RelativeTime value={secret.updatedAt} />
            </td>
            <td data-label="Actions">
              {change && (
                <ActionIcon variant="subtle" aria-label={`Change ${secret.name}`} onClick={() => change(secret)}>
                  <IconPencil size={17} aria-hidden />
                </ActionIcon>
              )}
              <ActionIcon variant="subtle" color="red" aria-label={`Delete ${secret.name}`} onClick={() => ask(secret)}>
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
