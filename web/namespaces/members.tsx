// Who is a member of a namespace, and as what.
import { useMutation, useQuery } from "@apollo/client/react";
import { ActionIcon, Button, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { graphql } from "../gql";
import type { MemberRole } from "../gql/graphql";
import { ErrorPanel, ListSkeleton } from "../ui/feedback";
import { failed, refused } from "../ui/notify";
import table from "../ui/table.module.css";

const Members = graphql(`
  query NamespaceMembers($name: String!) {
    namespace(name: $name) {
      name
      members {
        role
        user {
          id
          name
        }
      }
    }
    users {
      id
      name
    }
  }
`);

const Save = graphql(`
  mutation SetMembership($input: SetMembershipInput!) {
    setMembership(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Remove = graphql(`
  mutation RemoveMembership($input: RemoveMembershipInput!) {
    removeMembership(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

const ROLES: Record<MemberRole, string> = {
  VIEWER: "Viewer: sees everything in it",
  OPERATOR: "Operator: also runs, pauses, cancels and repeats",
  EDITOR: "Editor: also creates, changes and deletes",
  ADMIN: "Administrator: also its secrets, webhooks and audit",
};
const CHOICES = Object.entries(ROLES).map(([value, label]) => ({ value, label }));

export function MembersDialog({ name, onChange }: { name: string; onChange: () => void }) {
  const { data, error, refetch } = useQuery(Members, { variables: { name }, fetchPolicy: "network-only" });
  const [save, saving] = useMutation(Save);
  const [remove] = useMutation(Remove);
  const [userId, setUserId] = useState("");
  const [role, setRole] = useState<MemberRole>("EDITOR");
  const reload = () => {
    void refetch().catch(() => undefined);
    onChange();
  };

  async function set(user: string, as: MemberRole) {
    try {
      const answer = await save({ variables: { input: { namespace: name, userId: user, role: as } } });
      if (refused("The member could not be saved", answer.data?.setMembership.userErrors)) return;
      setUserId("");
      reload();
    } catch (failure) {
      failed("The member could not be saved", failure);
    }
  }
  async function takeOut(user: string) {
    try {
      const answer = await remove({ variables: { input: { namespace: name, userId: user } } });
      if (refused("The member could not be taken out", answer.data?.removeMembership.userErrors)) return;
      reload();
    } catch (failure) {
      failed("The member could not be taken out", failure);
    }
  }

  if (!data) return error ? <ErrorPanel what="The members" error={error} retry={reload} /> : <ListSkeleton rows={3} />;
  const members = data.namespace?.members ?? [];
  const others = data.users.filter(({ id }) => !members.some(({ user }) => user.id === id));
  return (
    <Stack>
      <Text size="sm" className="quiet">
        Members may do in it what their role here allows, beside what their server-wide role allows everywhere.
      </Text>
      {members.length > 0 && (
        <table className={table.table} aria-label={`Members of ${name}`}>
          <thead>
            <tr>
              <th scope="col">Member</th>
              <th scope="col">Role</th>
              <th scope="col">Actions</th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ user, role: has }) => (
              <tr key={user.id} data-testid="member-row">
                <td className={table.name}>
                  <b>{user.name}</b>
                </td>
                <td data-label="Role">
                  <NativeSelect
                    size="xs"
                    aria-label={`Role of ${user.name}`}
                    value={has}
                    onChange={(event) => void set(user.id, event.currentTarget.value as MemberRole)}
                    data={CHOICES}
                  />
                </td>
                <td data-label="Actions">
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    aria-label={`Take ${user.name} out`}
                    onClick={() => void takeOut(user.id)}
                  >
                    <IconTrash size={17} aria-hidden />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {others.length > 0 ? (
        <Group align="flex-end" gap="sm" wrap="wrap">
          <NativeSelect
            label="New member"
            value={userId}
            onChange={(event) => setUserId(event.currentTarget.value)}
            data={[
              { value: "", label: "Choose a user" },
              ...others.map(({ id, name: label }) => ({ value: id, label })),
            ]}
          />
          <NativeSelect
            style={{ flex: "1 1 12rem" }}
            label="As"
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as MemberRole)}
            data={CHOICES}
          />
          <Button
            disabled={userId === ""}
            loading={saving.loading}
            onClick={() => void set(userId, role)}
            data-testid="add-member"
          >
            Add
          </Button>
        </Group>
      ) : (
        members.length === 0 && <Text size="sm">There are no users yet. Make some on the page Users.</Text>
      )}
    </Stack>
  );
}
