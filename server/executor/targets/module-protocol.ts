// What the executor and a worker thread say to each other. Both sides' words, nothing else.
import type { Json, LogLevel } from "../../domain/types.ts";
import type { OutgoingAllow } from "../../outgoing/allow.ts";
import type { TaskRun } from "../module-api.ts";

export interface ModuleSource {
  /** `file:` URL of the module; its query changes with the file, so that an edited module is loaded anew. */
  readonly url: string;
  readonly typescript: boolean;
}

/** What a module says of itself, read in a thread. */
export interface ModuleTold {
  readonly description: string | null;
  /** JSON text; null: it takes anything. */
  readonly schema: string | null;
  /** Why it could not be read. */
  readonly problem: string | null;
}

/** Given to the thread to begin with. */
export interface ModuleJob extends ModuleSource {
  readonly payload: Json | null;
  readonly run: TaskRun;
  readonly outgoing: OutgoingAllow;
  /** Where the thread counts beats and its bytes of buffers: `memory-watch`. */
  readonly memory: SharedArrayBuffer;
  /** The thread says no more than this many characters and lines: a flood must not fill the executor's queue. */
  readonly mostLines: number;
  readonly mostCharacters: number;
}

/** Why a payload that is refused once is not tried again. */
export const SAME_AGAIN = "Another attempt would fail in the same way, so none is made.";

/** From the thread. */
export type ModuleMessage =
  /** It is loaded, and called now. */
  | { readonly type: "begun" }
  | { readonly type: "log"; readonly level: LogLevel; readonly text: string }
  | { readonly type: "progress"; readonly fraction: number; readonly message: string | null };

/** To the thread: let go. */
export interface AbortMessage {
  readonly type: "abort";
  readonly reason: string;
}

/** What the thread answers in the end. `result` is JSON text, because it may hold anything. */
export type ModuleAnswer =
  | { readonly ok: true; readonly result: string | undefined }
  | {
      readonly ok: false;
      readonly error: {
        readonly code: string;
        readonly message: string;
        readonly errorClass?: string;
        readonly permanent?: string;
      };
    };
