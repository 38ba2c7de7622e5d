// Makes an API token, and shows it the one time that it can be shown.
import { useMutation } from "@apollo/client/react";
import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { graphql } from "../gql";
import type { ComplaintFragment, Right } from "../gql/graphql";
import "@mantine/core/styles/Checkbox.css";
import "../ui/mantine-fields.css";
import { CopyButton } from "../ui/copy-button";
import { failed } from "../ui/notify";
import { now } from "../ui/now";
import classes from "./account.module.css";
import { session } from "./session";

const Create = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      secret
      userErrors {
        ...Complaint
      }
    }
  }
`);

export const RIGHT_WORDS: Record<Right, string> = {
  READ: "See tasks, runs and queues",
  OPERATE: "Run, pause, cancel and repeat",
  EDIT: "Create, change and delete tasks, queues and calendars",
  ADMINISTER: "Keep users, tokens, secrets and webhooks",
  WORK: "Carry out runs as a worker",
};
const DAYS = { "30": "30 days", "90": "90 days", "365": "A year", "": "Never" };
const DAY_MS = 86_400_000;

export function TokenForm({ own, onDone, close }: { own: readonly Right[]; onDone: () => void; close: () => void }) {
  const [name, setName] = useState("");
  const [rights, setRights] = useState<readonly string[]>(["READ"]);
  const [namespace, setNamespace] = useState("");
  const { namespaces } = session();
  const [days, setDays] = useState("90");
  const [secret, setSecret] = useState<string | null>(null);
  const [complaints, setComplaints] = useState<readonly ComplaintFragment[]>([]);
  const [create, { loading }] = useMutation(Create);
  const about = (field: string) => complaints.find((each) => each.field?.at(-1) === field)?.message;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const expiresAt = days === "" ? null : new Date(now() + Number(days) * DAY_MS).toISOString();
    try {
      const { data } = await create({
        variables: { input: { name: name.trim(), rights: rights as Right[], expiresAt, namespace: namespace || null } },
      });
      setComplaints(data?.createApiToken.userErrors ?? []);
      if (!data?.createApiToken.secret) return;
      setSecret(data.createApiToken.secret);
      onDone();
    } catch (error) {
      failed("The token could not be made", error);
    }
  }

  if (secret !== null)
    return (
      <Stack>
        <Text size="sm">This is the token. It is shown this once: copy it to where it is needed.</Text>
        <div className={`mono ${classes.secret}`}>
          <code data-testid="token-secret">{secret}</code>
          <CopyButton text={secret} label="Copy the token" />
        </div>
        <Group justify="flex-end">
          <Button onClick={close}>I have it</Button>
        </Group>
      </Stack>
    );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <TextInput
          label="Name"
          description="What it is for."
          placeholder="deploy pipeline"
          required
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={about("name")}
        />
        <Checkbox.Group label="It may" value={[...rights]} onChange={setRights} error={about("rights")}>
          <Stack gap="xs" mt={6}>
            {own.map((right) => (
              <Checkbox key={right} value={right} label={RIGHT_WORDS[right]} />
            ))}
          </Stack>
        </Checkbox.Group>
        {namespaces.length > 1 && (
          <NativeSelect
            label="Namespace"
            description="The only one that it opens."
            value={namespace}
            onChange={(event) => setNamespace(event.currentTarget.value)}
            data={[{ value: "", label: "All that you see" }, ...namespaces]}
            error={about("namespace")}
          />
        )}
        <NativeSelect
          label="Stops working after"
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          data={Object.entries(DAYS).map(([value, label]) => ({ value, label }))}
          error={about("expiresAt")}
        />
        {complaints[0]?.field === null && <Text c="var(--bad)">{complaints[0].message}</Text>}
        <Group justify="flex-end">
          <Button type="submit" loading={loading} data-testid="make-token">
            Make the token
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
