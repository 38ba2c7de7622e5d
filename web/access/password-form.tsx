// Changes one's own password.
import { useMutation } from "@apollo/client/react";
import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { graphql } from "../gql";
import type { ComplaintFragment } from "../gql/graphql";
import "../ui/mantine-fields.css";
import { done, failed } from "../ui/notify";

const Change = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [complaints, setComplaints] = useState<readonly ComplaintFragment[]>([]);
  const [change, { loading }] = useMutation(Change);
  const about = (field: string) => complaints.find((each) => each.field?.at(-1) === field)?.message;

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      const errors =
        (await change({ variables: { input: { current, new: next } } })).data?.changePassword.userErrors ?? [];
      setComplaints(errors);
      if (errors.length > 0) return;
      done("Your password is changed; your other sign-ins have ended");
      onDone();
    } catch (error) {
      failed("The password could not be changed", error);
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <PasswordInput
          label="Present password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ "aria-label": "Show the password", tabIndex: 0 }}
          required
          data-autofocus
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={about("current")}
        />
        <PasswordInput
          label="New password"
          description="At least 12 characters."
          autoComplete="new-password"
          visibilityToggleButtonProps={{ "aria-label": "Show the password", tabIndex: 0 }}
          required
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          error={about("new")}
        />
        {complaints[0]?.field === null && <Text c="var(--bad)">{complaints[0].message}</Text>}
        <Group justify="flex-end">
          <Button type="submit" loading={loading}>
            Change it
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
