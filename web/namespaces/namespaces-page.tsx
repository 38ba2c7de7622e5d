// The namespaces with what is used of their quotas, for who administers the server.
import { useMutation, useQuery } from "@apollo/client/react";
import { ActionIcon, Anchor, Button } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash, IconUsers } from "@tabler/icons-react";
import { addressOf, DEFAULT } from "../access/namespace";
import { loadSession, session } from "../access/session";
import { graphql } from "../gql";
import type { NamespaceRowFragment } from "../gql/graphql";
import { dialogs } from "../ui/dialogs";
import { ErrorPanel, ListSkeleton } from "../ui/feedback";
import { done, failed, refused } from "../ui/notify";
import { Page } from "../ui/page";
import table from "../ui/table.module.css";
import { MembersDialog } from "./members";
import { NamespaceForm } from "./namespace-form";
import classes from "./namespaces.module.css";
import { QUOTAS } from "./quotas";

const List = graphql(`
  query NamespaceList {
    namespaces {
      ...NamespaceRow
    }
  }
`);

const Delete = graphql(`
  mutation DeleteNamespace($input: DeleteNamespaceInput!) {
    deleteNamespace(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

export function NamespacesPage() {
  const { data, error, refetch } = useQuery(List, { fetchPolicy: "cache-and-network", pollInterval: 10_000 });
  const [remove] = useMutation(Delete);
  const reload = () => {
    void refetch().catch(() => undefined);
    // The switch above the menu has one more, or one less.
    void loadSession();
  };
  const open = (namespace: NamespaceRowFragment | null) =>
    dialogs.open({
      modalId: "namespace",
      title: namespace ? `Change ${namespace.name}` : "New namespace",
      children: (
        <NamespaceForm
          namespace={namespace}
          onDone={() => {
            dialogs.close("namespace");
            reload();
          }}
        />
      ),
    });
  const openMembers = (name: string) =>
    dialogs.open({
      modalId: "members",
      title: `Members of ${name}`,
      size: "lg",
      children: <MembersDialog name={name} onChange={reload} />,
    });
  const ask = (name: string) =>
    dialogs.confirm({
      title: `Delete ${name}?`,
      children: "Only an empty namespace can be deleted: one without tasks, queues, secrets, calendars and webhooks.",
      labels: { confirm: "Delete the namespace", cancel: "Keep it" },
      confirmProps: { color: "red", "data-testid": "confirm" },
      onConfirm: async () => {
        try {
          const answer = await remove({ variables: { input: { name } } });
          if (refused("The namespace could not be deleted", answer.data?.deleteNamespace.userErrors)) return;
          done(`${name} is deleted`);
          reload();
        } catch (failure) {
          failed("The namespace could not be deleted", failure);
        }
      },
    });
  return (
    <Page
      title="Namespaces"
      lead="Each team's own tasks, queues, secrets, calendars and webhooks, and how much of them there may be."
      actions={
        <Button onClick={() => open(null)} leftSection={<IconPlus size={17} aria-hidden />} data-testid="new-namespace">
          New namespace
        </Button>
      }
    >
      {data ? (
        <div className="panel" style={{ overflow: "hidden" }}>
          <table className={table.table} aria-label="Namespaces">
            <thead>
              <tr>
                <th scope="col">Name</th>
                {QUOTAS.map(({ name, label }) => (
                  <th key={name} scope="col">
                    {label}
                  </th>
                ))}
                <th scope="col">Members</th>
                <th scope="col">Actions</th>
              </tr>
            </thead>
            <tbody>
              {data.namespaces.map((namespace) => (
                <tr key={namespace.name} data-testid="namespace-row">
                  <td className={table.name}>
                    <Anchor href={addressOf(namespace.name)} fw={600}>
                      {namespace.name}
                    </Anchor>
                    {namespace.description && <span className={table.sub}>{namespace.description}</span>}
                  </td>
                  {QUOTAS.map(({ name, label }) => (
                    <td key={name} data-label={label}>
                      <Used used={namespace.usage[name]} most={namespace.quotas[name] ?? null} />
                    </td>
                  ))}
                  <td data-label="Members">{namespace.members.length}</td>
                  <td data-label="Actions">
                    {!session().anonymous && (
                      <ActionIcon
                        variant="subtle"
                        aria-label={`Members of ${namespace.name}`}
                        onClick={() => openMembers(namespace.name)}
                      >
                        <IconUsers size={17} aria-hidden />
                      </ActionIcon>
                    )}
                    <ActionIcon
                      variant="subtle"
                      aria-label={`Change ${namespace.name}`}
                      onClick={() => open(namespace)}
                    >
                      <IconPencil size={17} aria-hidden />
                    </ActionIcon>
                    {namespace.name !== DEFAULT && (
                      <ActionIcon
                        variant="subtle"
                        color="red"
                        aria-label={`Delete ${namespace.name}`}
                        onClick={() => ask(namespace.name)}
                      >
                        <IconTrash size={17} aria-hidden />
                      </ActionIcon>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : error ? (
        <ErrorPanel what="The namespaces" error={error} retry={reload} />
      ) : (
        <ListSkeleton rows={4} />
      )}
    </Page>
  );
}

/** So many, of how many there may be. */
function Used({ used, most }: { used: number; most: number | null }) {
  return (
    <span className={classes.used} data-full={(most !== null && used >= most) || undefined}>
      {used}
      {most !== null && <span className="quiet"> of {most}</span>}
    </span>
  );
}
