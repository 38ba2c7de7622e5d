// Makes a user, or changes what one may do.
import { useMutation } from "@apollo/client/react";
import { Button, Checkbox, Group, NativeSelect, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { graphql } from "../gql";
import type { ComplaintFragment, UserRole, UserRowFragment } from "../gql/graphql";
import "@mantine/core/styles/Checkbox.css";
import "../ui/mantine-fields.css";
import { done, failed } from "../ui/notify";
import { session } from "./session";

export const UserRow = graphql(`
  fragment UserRow on User {
    id
    name
    role
    disabled
    issuer
    hasPassword
    createdAt
    lastSeenAt
    memberships {
      role
      namespace {
        name
      }
    }
  }
`);

const Create = graphql(`
  mutation CreateUser($input: CreateUserInput!) {
    createUser(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Update = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

export const ROLES: Record<UserRole, string> = {
  NONE: "None: only what they may in namespaces they are a member of",
  VIEWER: "Viewer: sees everything",
  OPERATOR: "Operator: also runs, pauses, cancels and repeats",
  EDITOR: "Editor: also creates, changes and deletes",
  ADMIN: "Administrator: also users, tokens, secrets and webhooks",
};

export function UserForm({ user, onDone }: { user: UserRowFragment | null; onDone: () => void }) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<UserRole>(user?.role ?? "OPERATOR");
  const [password, setPassword] = useState("");
  const [disabled, setDisabled] = useState(user?.disabled ?? false);
  const [complaints, setComplaints] = useState<readonly ComplaintFragment[]>([]);
  const [create, creating] = useMutation(Create);
  const [update, updating] = useMutation(Update);
  const about = (field: string) => complaints.find((each) => each.field?.at(-1) === field)?.message;
  const general = complaints.find(({ field }) => !["name", "role", "password"].includes(field?.at(-1) ?? ""))?.message;

  async function send(): Promise<readonly ComplaintFragment[]> {
    if (!user)
      return (await create({ variables: { input: { name, role, password } } })).data?.createUser.userErrors ?? [];
    const input = { id: user.id, role, disabled, ...(password === "" ? {} : { password }) };
    return (await update({ variables: { input } })).data?.updateUser.userErrors ?? [];
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      const errors = await send();
      setComplaints(errors);
      if (errors.length > 0) return;
      done(`${user?.name ?? name.trim()} is saved`);
      onDone();
    } catch (error) {
      failed("The user could not be saved", error);
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {!user && (
          <TextInput
            label="Name"
            description="What they sign in with."
            autoComplete="off"
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={about("name")}
          />
        )}
        <NativeSelect
          label="Role"
          description={
            user?.issuer
              ? "Where the provider's groups give roles, theirs counts from their next sign-in on."
              : undefined
          }
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as UserRole)}
          data={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
          error={about("role")}
        />
        {session().passwordSignIn && (
          <PasswordInput
            label={user ? "New password" : "Password"}
            description={
              user
                ? user.hasPassword
                  ? "Empty: the password stays. A new one ends their sign-ins."
                  : "They have none. One ends their sign-ins, and they can sign in by it as well."
                : "At least 12 characters. They can change it."
            }
            autoComplete="new-password"
            visibilityToggleButtonProps={{ "aria-label": "Show the password", tabIndex: 0 }}
            required={!user}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={about("password")}
          />
        )}
        {user && (
          <Checkbox
            label="Kept out: may not sign in"
            checked={disabled}
            onChange={(event) => setDisabled(event.currentTarget.checked)}
          />
        )}
        {general && <Text c="var(--bad)">{general}</Text>}
        <Group justify="flex-end">
          <Button type="submit" loading={creating.loading || updating.loading} data-testid="save-user">
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
