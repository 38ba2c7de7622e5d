// The users, for who administers.
import { useMutation, useQuery } from "@apollo/client/react";
import { ActionIcon, Button } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash, IconUsers } from "@tabler/icons-react";
import { graphql } from "../gql";
import type { UserRowFragment } from "../gql/graphql";
import { dialogs } from "../ui/dialogs";
import { Empty, ErrorPanel, ListSkeleton } from "../ui/feedback";
import { done, failed, refused } from "../ui/notify";
import { Page } from "../ui/page";
import table from "../ui/table.module.css";
import { RelativeTime } from "../ui/time";
import { session } from "./session";
import { ROLES, UserForm } from "./user-form";

const UserList = graphql(`
  query UserList {
    users {
      ...UserRow
    }
  }
`);

const Delete = graphql(`
  mutation DeleteUser($input: DeleteUserInput!) {
    deleteUser(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

export function UsersPage() {
  const { data, error, refetch } = useQuery(UserList, { fetchPolicy: "cache-and-network" });
  const [remove] = useMutation(Delete);
  const reload = () => void refetch().catch(() => undefined);
  const open = (user: UserRowFragment | null) =>
    dialogs.open({
      modalId: "user",
      title: user ? `Change ${user.name}` : "New user",
      children: (
        <UserForm
          user={user}
          onDone={() => {
            dialogs.close("user");
            reload();
          }}
        />
      ),
    });
  const ask = ({ id, name }: UserRowFragment) =>
    dialogs.confirm({
      title: `Delete ${name}?`,
      children:
        "Their sign-ins end and their tokens work no more. It cannot be undone; to keep them out for a while, change them instead.",
      labels: { confirm: "Delete the user", cancel: "Keep them" },
      confirmProps: { color: "red", "data-testid": "confirm" },
      onConfirm: async () => {
        try {
          const answer = await remove({ variables: { input: { id } } });
          if (refused("The user could not be deleted", answer.data?.deleteUser.userErrors)) return;
          done(`${name} is deleted`);
          reload();
        } catch (failure) {
          failed("The user could not be deleted", failure);
        }
      },
    });
  return (
    <Page
      title="Users"
      lead="Who may sign in, and what they may do."
      actions={
        session().passwordSignIn && (
          <Button onClick={() => open(null)} leftSection={<IconPlus size={17} aria-hidden />} data-testid="new-user">
            New user
          </Button>
        )
      }
    >
      {data ? (
        data.users.length > 0 ? (
          <div className="panel" style={{ overflow: "hidden" }}>
            <table className={table.table} aria-label="Users">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Role</th>
                  <th scope="col">Last seen</th>
                  <th scope="col">Actions</th>
                </tr>
              </thead>
              <tbody>
                {data.users.map((user) => (
                  <tr key={user.id} data-testid="user-row">
                    <td className={table.name}>
                      <b>{user.name}</b>
                      {user.disabled && <span className={table.sub}>kept out</span>}
                      {user.issuer && (
                        <span className={table.sub} title={user.issuer}>
                          by single sign-on{user.hasPassword ? ", or a password" : ""}
                        </span>
                      )}
                    </td>
                    <td data-label="Role">
                      {ROLES[user.role]}
                      {user.memberships.length > 0 && (
                        <span className={table.sub}>
                          {user.memberships
                            .map(({ role, namespace }) => `${ROLES[role].split(":")[0]} in ${namespace.name}`)
                            .join(", ")}
                        </span>
                      )}
                    </td>
                    <td data-label="Last seen">
                      {user.lastSeenAt ? (
                        <RelativeTime value={user.lastSeenAt} />
                      ) : (
                        <span className="quiet">never</span>
                      )}
                    </td>
                    <td data-label="Actions">
                      <ActionIcon variant="subtle" aria-label={`Change ${user.name}`} onClick={() => open(user)}>
                        <IconPencil size={17} aria-hidden />
                      </ActionIcon>
                      <ActionIcon
                        variant="subtle"
                        color="red"
                        aria-label={`Delete ${user.name}`}
                        onClick={() => ask(user)}
                      >
                        <IconTrash size={17} aria-hidden />
                      </ActionIcon>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : (
          <Empty
            icon={IconUsers}
            title="There is no user yet"
            action={session().passwordSignIn && <Button onClick={() => open(null)}>Make a user</Button>}
          >
            {session().passwordSignIn
              ? "So far a token opens everything. Users have names, roles and passwords of their own."
              : "So far a token opens everything. Whoever signs in by single sign-on becomes a user."}
          </Empty>
        )
      ) : error ? (
        <ErrorPanel what="The users" error={error} retry={reload} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </Page>
  );
}
