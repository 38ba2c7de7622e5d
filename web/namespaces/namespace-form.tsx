// Makes a namespace, or changes its description and quotas.
import { useMutation } from "@apollo/client/react";
import { Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { graphql } from "../gql";
import type { ComplaintFragment, NamespaceRowFragment } from "../gql/graphql";
import "@mantine/core/styles/SimpleGrid.css";
import "../ui/mantine-fields.css";
import { done, failed } from "../ui/notify";
import { QUOTAS, type Quota } from "./quotas";

export const NamespaceRow = graphql(`
  fragment NamespaceRow on Namespace {
    name
    description
    version
    quotas {
      tasks
      runningRuns
      waitingRuns
      secrets
      webhooks
    }
    usage {
      tasks
      runningRuns
      waitingRuns
      secrets
      webhooks
    }
    members {
      role
      user {
        id
        name
      }
    }
  }
`);

const Create = graphql(`
  mutation CreateNamespace($input: CreateNamespaceInput!) {
    createNamespace(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

const Update = graphql(`
  mutation UpdateNamespace($input: UpdateNamespaceInput!) {
    updateNamespace(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

type Texts = Record<Quota, string>;

const textsOf = (namespace: NamespaceRowFragment | null): Texts =>
  Object.fromEntries(QUOTAS.map(({ name }) => [name, namespace?.quotas[name]?.toString() ?? ""])) as Texts;

export function NamespaceForm({ namespace, onDone }: { namespace: NamespaceRowFragment | null; onDone: () => void }) {
  const [name, setName] = useState("");
  const [description, setDescription] = useState(namespace?.description ?? "");
  const [texts, setTexts] = useState(() => textsOf(namespace));
  const [complaints, setComplaints] = useState<readonly ComplaintFragment[]>([]);
  const [create, creating] = useMutation(Create);
  const [update, updating] = useMutation(Update);
  const about = (field: string) => complaints.find((each) => each.field?.at(-1) === field)?.message;
  const shown = ["name", "description", ...QUOTAS.map((each) => each.name)];
  const general = complaints.find(({ field }) => !shown.includes(field?.at(-1) ?? ""))?.message;

  async function send(): Promise<readonly ComplaintFragment[]> {
    const quotas = Object.fromEntries(
      QUOTAS.map(({ name: quota }) => [quota, texts[quota].trim() === "" ? null : Number(texts[quota])]),
    );
    const common = { description: description.trim() || null, quotas };
    if (!namespace)
      return (
        (await create({ variables: { input: { name: name.trim(), ...common } } })).data?.createNamespace.userErrors ??
        []
      );
    const input = { name: namespace.name, version: namespace.version, ...common };
    return (await update({ variables: { input } })).data?.updateNamespace.userErrors ?? [];
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = QUOTAS.filter(({ name: quota }) => !/^\s*\d{0,7}\s*$/.test(texts[quota]));
    if (wrong.length > 0)
      return setComplaints(
        wrong.map(({ name: quota }) => ({
          code: "OUT_OF_RANGE",
          field: [quota],
          message: `“${texts[quota]}” is no whole number from 0 to 1,000,000. Empty: no bound.`,
        })) as ComplaintFragment[],
      );
    try {
      const errors = await send();
      setComplaints(errors);
      if (errors.length > 0) return;
      done(`${namespace?.name ?? name.trim()} is saved`);
      onDone();
    } catch (error) {
      failed("The namespace could not be saved", error);
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {!namespace && (
          <TextInput
            label="Name"
            description="Lower-case letters, digits and hyphens. It stays."
            placeholder="billing"
            autoComplete="off"
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={about("name")}
          />
        )}
        <Textarea
          label="Description"
          autosize
          minRows={1}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          error={about("description")}
        />
        <Text size="sm" fw={600}>
          At most (empty: any number)
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          {QUOTAS.map(({ name: quota, label, hint }) => (
            <TextInput
              key={quota}
              label={label}
              description={hint}
              inputMode="numeric"
              autoComplete="off"
              value={texts[quota]}
              onChange={(event) => setTexts({ ...texts, [quota]: event.currentTarget.value })}
              error={about(quota)}
            />
          ))}
        </SimpleGrid>
        {general && <Text c="var(--bad)">{general}</Text>}
        <Group justify="flex-end">
          <Button type="submit" loading={creating.loading || updating.loading} data-testid="save-namespace">
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
