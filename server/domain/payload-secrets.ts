// Fields of a payload that a module's schema marks `writeOnly` (JSON Schema 2020-12, validation §9.4): what is kept of them is the name of a
// secret and never a value, so that none can stand in the database, an event, the audit or an answer. Pure.
import type { Ajv, ErrorObject } from "ajv";
import { namesSecretsOnly } from "./audit/redact.ts";
import type { Json } from "./types.ts";

export const MARK = "writeOnly";
export const EXPECTED = "the name of a secret, such as {{ secrets.NAME }}, as the module's schema marks it writeOnly";

/** Nothing is to be hidden of what is only true, false or not there. */
function isNamed(value: Json): boolean {
  if (typeof value === "string") return value === "" || namesSecretsOnly(value);
  if (typeof value === "number") return false;
  return value === null || typeof value === "boolean" || Object.values(value).every(isNamed);
}

/** While `kept` answers true, marked fields take names of secrets only. */
export function teachMark(ajv: Pick<Ajv, "removeKeyword" | "addKeyword">, kept: () => boolean): void {
  ajv.removeKeyword(MARK);
  ajv.addKeyword({
    keyword: MARK,
    schemaType: "boolean",
    validate: (marked: boolean, value: Json) => !marked || !kept() || isNamed(value),
  });
}

/** Whether what stands at a place is a value that must not be told, or has one in it. */
export function hiddenPlaces(errors: readonly ErrorObject[]): (pointer: string) => boolean {
  const places = errors.filter(({ keyword }) => keyword === MARK).map(({ instancePath }) => instancePath);
  const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}/`);
  return (pointer) => places.some((place) => within(place, pointer) || within(pointer, place));
}
