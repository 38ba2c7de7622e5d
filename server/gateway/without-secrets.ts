// GraphQL's messages about variables repeat the value: whole input objects, with the password in them. Clients write such messages to their
// logs, so a value is left out where it has fields, or stands where a secret does; the field and the reason stay.

const HEAD = " got invalid value ";
/** Fields of inputs that hold secrets. */
const SECRET_FIELD = /(?:^|[.\]])(?:\w*password|\w*secret|token|link|value|current|new)"$/i;
const REASONS = ['; Field "', "; Expected ", "; Exactly one "];

export function withoutSecrets(message: string): string {
  const from = message.startsWith('Variable "$') ? message.indexOf(HEAD) : -1;
  if (from < 0) return message;
  const start = from + HEAD.length;
  const to = reasonAt(message, start);
  const value = message.slice(start, to);
  const at = value.lastIndexOf(' at "');
  const path = at < 0 ? "" : value.slice(at);
  if (!/^[{[]/.test(value) && !SECRET_FIELD.test(path)) return message;
  const [reason] = message.slice(to).split(" value: ");
  return `${message.slice(0, from)} got an invalid value${path}${reason}`;
}

/** Where the reason begins; the end of the message when it has none. */
function reasonAt(message: string, start: number): number {
  const places = REASONS.map((reason) => message.lastIndexOf(reason));
  const scalar = message.lastIndexOf(" cannot represent ");
  if (scalar > start) places.push(message.lastIndexOf("; ", scalar));
  const last = Math.max(...places);
  return last > start ? last : message.length;
}
