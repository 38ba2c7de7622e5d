// Writes a secret: a new one, or a new value or description of one that is there.
import { useMutation } from "@apollo/client/react";
import { Button, Group, PasswordInput, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { graphql } from "../gql";
import type { ComplaintFragment, SecretRowFragment } from "../gql/graphql";
import "../ui/mantine-fields.css";
import { done, failed } from "../ui/notify";

export const SecretRow = graphql(`
  fragment SecretRow on Secret {
    id
    name
    description
    usable
    updatedAt
    tasks {
      id
      name
    }
  }
`);

const Create = graphql(`
  mutation CreateSecret($input: CreateSecretInput!) {
    createSecret(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Update = graphql(`
  mutation UpdateSecret($input: UpdateSecretInput!) {
    updateSecret(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

export function SecretForm({ secret, onDone }: { secret: SecretRowFragment | null; onDone: () => void }) {
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const [description, setDescription] = useState(secret?.description ?? "");
  const [complaints, setComplaints] = useState<readonly ComplaintFragment[]>([]);
  const [create, creating] = useMutation(Create);
  const [update, updating] = useMutation(Update);

  const about = (field: string) => complaints.find((each) => each.field?.at(-1) === field)?.message;
  const general = complaints.find((each) => each.field === null)?.message;

  async function send(): Promise<readonly ComplaintFragment[]> {
    const text = description.trim() || null;
    if (secret) {
      const input = { id: secret.id, description: text, ...(value === "" ? {} : { value }) };
      return (await update({ variables: { input } })).data?.updateSecret.userErrors ?? [];
    }
    const input = { name: name.trim(), value, description: text };
    return (await create({ variables: { input } })).data?.createSecret.userErrors ?? [];
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      const errors = await send();
      setComplaints(errors);
      if (errors.length > 0) return;
      done(`${secret?.name ?? name.trim()} is saved`);
      onDone();
    } catch (error) {
      failed("The secret could not be saved", error);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {!secret && (
          <TextInput
            label="Name"
            description="Capital letters, digits and underscores."
            placeholder="DEPLOY_TOKEN"
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value.toUpperCase())}
            error={about("name")}
          />
        )}
        <PasswordInput
          label={secret ? "New value" : "Value"}
          description={secret ? "Empty: the value stays." : "At least 4 characters. It is never shown again."}
          required={!secret}
          autoComplete="new-password"
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          error={about("value")}
        />
        <Textarea
          label="Description"
          placeholder="What it is for, and where it comes from"
          autosize
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          error={about("description") ?? general}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={creating.loading || updating.loading}>
            Save the secret
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
