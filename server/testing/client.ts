// The simulation's own GraphQL client: over the real network interface, so that a test goes the way of every other client.
import { Agent, request } from "undici";
import type { CreatedTask, NewTask } from "./api.ts";

export interface Client {
  // biome-ignore lint/suspicious/noExplicitAny: what comes is what was asked for
  query(url: string, document: string, variables: object | undefined): Promise<any>;
  createTask(url: string, input: NewTask): Promise<CreatedTask>;
  close(): Promise<void>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const CREATE_TASK = `mutation ($input: CreateTaskInput!) { createTask(input: $input) {
  task { id name state nextRunAt } userErrors { code field message } } }`;

export function createClient(): Client {
  const agent = new Agent({ bodyTimeout: 0, headersTimeout: 0 });

  const query: Client["query"] = async (url, document, variables) => {
    const { body } = await request(`${url}/graphql`, {
      dispatcher: agent,
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      body: JSON.stringify({ query: document, variables }),
    });
    const answer = (await body.json()) as Answer;
    if (!answer.errors) return answer.data;
    const list = answer.errors.map(({ message, extensions }) => `${extensions?.code ?? "ERROR"}: ${message}`);
    throw new Error(`The query was refused:\n${list.join("\n")}`);
  };

  return {
    query,
    async createTask(url, input) {
      const { task, userErrors } = (await query(url, CREATE_TASK, { input })).createTask;
      if (task) return { ...task, nextRunAt: task.nextRunAt === null ? null : new Date(task.nextRunAt) };
      const list = userErrors.map(
        ({ code, field, message }: { code: string; field: string[] | null; message: string }) =>
          `${code} ${(field ?? []).join(".")}: ${message}`,
      );
      throw new Error(`createTask was refused:\n${list.join("\n")}`);
    },
    close: () => agent.close(),
  };
}
