// Makes, changes and deletes namespaces, and says who is a member. Commands of who administers the server, whatever their namespace.
import type { MemberRole } from "../access.ts";
import { fail, ok, type Result, refuse, shown } from "../errors.ts";
import { Collector } from "../input/collect.ts";
import { checkId, checkInteger, checkText } from "../input/text.ts";
import { DESCRIPTION_LENGTH, MAX_NAMESPACES, MAX_QUOTA } from "../limits.ts";
import { DEFAULT_NAMESPACE, type Namespace, QUOTAS, type Quotas } from "../namespace.ts";
import type { Clock, Membership, Store, StoreTransaction } from "../ports.ts";
import { notFound } from "./deps.ts";

export interface NamespaceDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
}

type Maybe<T> = T | null | undefined;
/** Undefined: as it was; null: no bound. */
export type QuotasInput = { readonly [Q in keyof Quotas]?: Maybe<number> };

export interface NamespaceInput {
  readonly name: string;
  readonly description?: Maybe<string>;
  readonly quotas?: Maybe<QuotasInput>;
}

const NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const NO_QUOTAS: Quotas = { tasks: null, runningRuns: null, waitingRuns: null, secrets: null, webhooks: null };

function checkName(name: string): Result<string> {
  if (NAME.test(name)) return ok(name);
  const code = name === "" ? "REQUIRED" : name.length > 63 ? "TOO_LONG" : "INVALID_CHARACTERS";
  const rule = "1 to 63 lower-case letters, digits and hyphens are expected, with no hyphen at an end";
  return refuse(code, ["name"], `name is ${shown(name)}; ${rule}. Example: "billing".`);
}

function checkQuotas(given: Maybe<QuotasInput>, current: Quotas, collector: Collector): Quotas {
  const checked: { -readonly [Q in keyof Quotas]: number | null } = { ...current };
  for (const quota of QUOTAS) {
    const value = given?.[quota];
    if (value === null) checked[quota] = null;
    else if (value !== undefined)
      checked[quota] = collector.take(checkInteger(["quotas", quota], value, 0, MAX_QUOTA)) ?? null;
  }
  return checked;
}

const checkDescription = (text: Maybe<string>): Result<string | null> =>
  text
    ? checkText(["description"], text, { most: DESCRIPTION_LENGTH, lines: true, example: "What the billing team runs" })
    : ok(null);

const missing = (name: string, field = "name") =>
  fail({ code: "NOT_FOUND", field: [field], message: `There is no namespace ${shown(name)}.` });

export async function createNamespace(deps: NamespaceDeps, input: NamespaceInput): Promise<Result<Namespace>> {
  const collector = new Collector();
  const name = collector.take(checkName(input.name));
  const description = collector.take(checkDescription(input.description));
  const quotas = checkQuotas(input.quotas, NO_QUOTAS, collector);
  const now = deps.clock.now();
  const made = collector.finish(
    (): Namespace => ({
      id: deps.newId(),
      name: name as string,
      description: description as string | null,
      quotas,
      version: 1,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    }),
  );
  if (!made.ok) return made;
  return deps.store.write(async (tx) => {
    if ((await tx.namespaces.count()) >= MAX_NAMESPACES) {
      const why = `There are ${MAX_NAMESPACES} namespaces already, which is the most. Delete one first.`;
      return refuse("QUOTA_EXCEEDED", null, why);
    }
    if (await tx.namespaces.insert(made.value)) return ok(made.value);
    return refuse(
      "ALREADY_EXISTS",
      ["name"],
      `There is a namespace ${shown(input.name)} already. Choose another name.`,
    );
  });
}

export async function updateNamespace(
  deps: NamespaceDeps,
  { name, version, ...patch }: NamespaceInput & { readonly version: number },
): Promise<Result<Namespace>> {
  const collector = new Collector();
  const description = patch.description === undefined ? undefined : collector.take(checkDescription(patch.description));
  checkQuotas(patch.quotas, NO_QUOTAS, collector);
  if (collector.errors.length > 0) return { ok: false, errors: collector.errors };
  return deps.store.write(async (tx) => {
    const namespace = await tx.namespaces.named(name);
    if (!namespace) return missing(name);
    if (namespace.version !== version) {
      const why = `The namespace has changed: you read version ${version}, it is now version ${namespace.version}. Read it again and repeat the edit.`;
      return refuse("CONFLICT", ["version"], why);
    }
    const saved: Namespace = {
      ...namespace,
      ...(description === undefined ? {} : { description }),
      quotas: checkQuotas(patch.quotas, namespace.quotas, new Collector()),
      version: version + 1,
      updatedAt: deps.clock.now(),
    };
    await tx.namespaces.save(saved);
    return ok(saved);
  });
}

/** Only an empty one: what a team has is not gone with one word. Its old runs and events go by retention. */
export async function deleteNamespace(deps: NamespaceDeps, { name }: { name: string }): Promise<Result<Namespace>> {
  return deps.store.write(async (tx) => {
    const namespace = await tx.namespaces.named(name);
    if (!namespace) return missing(name);
    if (namespace.id === DEFAULT_NAMESPACE)
      return refuse("ILLEGAL_STATE", ["name"], "The namespace default is always there; it cannot be deleted.");
    const contents = Object.entries(await tx.namespaces.contents(namespace.id)).filter(([, count]) => count > 0);
    if (contents.length > 0) {
      const what = contents.map(([kind, count]) => `${kind}: ${count}`).join(", ");
      return refuse(
        "ILLEGAL_STATE",
        ["name"],
        `The namespace ${shown(name)} is not empty (${what}). Delete those first.`,
      );
    }
    const now = deps.clock.now();
    await tx.namespaces.deleteMemberships(namespace.id);
    const deleted = { ...namespace, version: namespace.version + 1, updatedAt: now, deletedAt: now };
    await tx.namespaces.save(deleted);
    return ok(deleted);
  });
}

export interface MemberInput {
  readonly namespace: string;
  readonly userId: string;
}

async function found(tx: StoreTransaction, { namespace: name, userId }: MemberInput): Promise<Result<Namespace>> {
  const namespace = await tx.namespaces.named(name);
  if (!namespace) return missing(name, "namespace");
  if (await tx.access.user(userId)) return ok(namespace);
  return fail({ ...notFound("user", userId), field: ["userId"] });
}

export async function setMembership(
  deps: NamespaceDeps,
  input: MemberInput & { readonly role: MemberRole },
): Promise<Result<Membership>> {
  const checkedId = checkId(["userId"], input.userId);
  if (!checkedId.ok) return checkedId;
  return deps.store.write(async (tx) => {
    const namespace = await found(tx, input);
    if (!namespace.ok) return namespace;
    const membership = { userId: input.userId, namespaceId: namespace.value.id, role: input.role };
    await tx.namespaces.saveMembership(membership);
    return ok(membership);
  });
}

export async function removeMembership(deps: NamespaceDeps, input: MemberInput): Promise<Result<Membership>> {
  const checkedId = checkId(["userId"], input.userId);
  if (!checkedId.ok) return checkedId;
  return deps.store.write(async (tx) => {
    const namespace = await found(tx, input);
    if (!namespace.ok) return namespace;
    const membership = await tx.namespaces.membership(input.userId, namespace.value.id);
    if (!membership) {
      const why = `The user ${shown(input.userId)} is no member of ${shown(input.namespace)}.`;
      return refuse("NOT_FOUND", ["userId"], why);
    }
    await tx.namespaces.deleteMembership(input.userId, namespace.value.id);
    return ok(membership);
  });
}
