// What a task can do, as plain data. Commands have a file of their own.
import type { ShellTarget } from "./shell-target.ts";

export const HTTP_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
export type HttpMethod = (typeof HTTP_METHODS)[number];

export interface HttpTarget {
  readonly kind: "HTTP";
  readonly url: string;
  readonly method: HttpMethod;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Null: the payload as JSON where the method takes a body. */
  readonly body: string | null;
  /** Empty: 200 to 299. */
  readonly expectedStatus: readonly number[];
  /** `{{ secrets.NAME }}`: what signs the request by Standard Webhooks. Undefined: it is not signed. */
  readonly signingSecret?: string | undefined;
}

export interface ModuleTarget {
  readonly kind: "MODULE";
  /** Path inside the tasks folder without extension, `/` between folders. */
  readonly name: string;
}

export interface WorkerTarget {
  readonly kind: "WORKER";
  readonly queue: string;
}

export type Target = HttpTarget | ModuleTarget | ShellTarget | WorkerTarget;
export type TargetKind = Target["kind"];
