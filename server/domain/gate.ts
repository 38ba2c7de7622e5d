// Words of the gateway's settings.
import type { Right } from "./access.ts";

/** Who may ask for the schema. `all`: whoever has signed in. */
export type IntrospectionRule = "all" | "none" | Right;

export const TRUSTED_MODES = ["off", "sessions", "only"] as const;
/** Who may ask for trusted documents only. `sessions`: browsers, which have a session; programs with a token may ask for anything. */
export type TrustedMode = (typeof TRUSTED_MODES)[number];
