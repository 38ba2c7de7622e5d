// Reads a YAML file of tasks: parses it, puts variables in place of `${name}`, checks every task.
// Every problem is told with file, line and the path inside the file, all of them at once. Variables are put into parsed
// text values, so that no value can change the file's structure. Never asks the server anything.

import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import { z } from "zod";
import { type TaskInput, taskInputSchema } from "./task-input.ts";

const fileSchema = z.strictObject({
  /** Values for `${name}` unless the caller says otherwise. */
  variables: z.record(z.string().regex(/^[A-Za-z_]\w*$/), z.union([z.string(), z.number()])).optional(),
  tasks: z.array(taskInputSchema).min(1, "expected at least one task"),
});

export interface TaskFile {
  readonly tasks: readonly TaskInput[];
  /** The line of a place in the file, or of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** What is wrong with a file, one line for each problem. */
export class TaskFileError extends Error {
  override readonly name = "TaskFileError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** The tasks of a file's text. `fileName` is only for messages. */
export function readTaskFile(
  text: string,
  fileName: string,
  variables: Readonly<Record<string, string>> = {},
): TaskFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number | undefined) => `${fileName}:${lines.linePos(offset ?? 0).line}`;
  if (document.errors.length > 0)
    throw new TaskFileError(document.errors.map(({ message, pos }) => `${place(pos[0])}: ${message}`));

  const unknown = substitute(document, variables);
  if (unknown.length > 0)
    throw new TaskFileError(
      unknown.map(
        ({ name, node, known }) =>
          `${place(node.range?.[0])}: \${${name}} is not known; known are ${known}. Set it with --set ${name}=VALUE.`,
      ),
    );

  const offsetOf = (path: readonly PropertyKey[]) => nearest(document, path)?.range?.[0];
  const read = fileSchema.safeParse(document.toJS() ?? {});
  const problems = read.success ? duplicates(read.data.tasks) : read.error.issues.flatMap(flatten);
  if (problems.length > 0) {
    throw new TaskFileError(
      problems.map(
        ({ path, message }) => `${place(offsetOf(path))}: ${pathText(path)}${message}${got(document, path)}`,
      ),
    );
  }
  return {
    tasks: (read.data as z.infer<typeof fileSchema>).tasks,
    lineOf: (path) => lines.linePos(offsetOf(path) ?? 0).line,
  };
}

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function flatten(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: " is not a known field" }));
  const message = issue.message.replace(/^Invalid (?:input|option): /, "").replace(/^Too (?:small|big): /, "");
  return [{ path: issue.path, message: `: ${message}` }];
}

function duplicates(tasks: readonly TaskInput[]): Problem[] {
  const seen = new Set<string>();
  return tasks.flatMap(({ name }, index) => {
    const key = name.toLowerCase();
    const twice = seen.has(key);
    seen.add(key);
    return twice
      ? [{ path: ["tasks", index, "name"], message: ": expected a name that no other task of the file has" }]
      : [];
  });
}

interface Unknown {
  readonly name: string;
  readonly node: Node;
  readonly known: string;
}

/** Puts values in place of `${name}` in all text values below `tasks`; `$${name}` stays as `${name}`. */
function substitute(document: Document, given: Readonly<Record<string, string>>): Unknown[] {
  const own: unknown = document.toJS()?.variables;
  const defaults = typeof own === "object" && own !== null ? Object.entries(own) : [];
  const values = new Map([...defaults, ...Object.entries(given)].map(([name, value]) => [name, String(value)]));
  const unknown: Unknown[] = [];
  visit(document, {
    Pair: (_, pair) => (isScalar(pair.key) && pair.key.value === "variables" ? visit.SKIP : undefined),
    Scalar: (key, node) => {
      if (key === "key" || typeof node.value !== "string") return;
      node.value = node.value.replace(/\$(\$?)\{([^}]*)\}/g, (whole, escaped: string, name: string) => {
        if (escaped) return whole.slice(1);
        const value = values.get(name);
        if (value === undefined) unknown.push({ name, node, known: [...values.keys()].join(", ") || "none" });
        return value ?? whole;
      });
    },
  });
  return unknown;
}

/** The node at a path; for a key the key itself; for what is missing, what should hold it. */
function nearest(document: Document, path: readonly PropertyKey[]): Node | undefined {
  let node: unknown = document.contents;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (!isPair(pair)) break;
      node = isCollection(pair.value)
        ? Object.assign(pair.value, { range: rangeFrom(pair.key, pair.value) })
        : (pair.value ?? pair.key);
    } else if (isCollection(node)) {
      const item = node.get(key, true);
      if (!isNode(item)) break;
      node = item;
    } else break;
  }
  return isNode(node) ? node : undefined;
}

/** A block starts on the line after its key; people look for the key. */
function rangeFrom(key: unknown, value: Node): Node["range"] {
  const start = isNode(key) ? key.range?.[0] : undefined;
  return value.range && start !== undefined ? [start, value.range[1], value.range[2]] : value.range;
}

function pathText(path: readonly PropertyKey[]): string {
  return (
    path
      .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
      .join("") || "the file"
  );
}

function got(document: Document, path: readonly PropertyKey[]): string {
  const value: unknown = document.getIn(path, false);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? `; got ${JSON.stringify(value).slice(0, 120)}`
    : "";
}
