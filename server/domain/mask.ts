// Takes secrets out of what a run says. Pure.

const STARS = "***";
/** A shorter line of a secret of several lines would hide half of every log. */
const LEAST_LINE = 8;

/** Replaces the values, also as they stand in JSON, in URLs and in base64, and each line of one that has several. */
export function maskFor(secrets: Iterable<string>): (text: string) => string {
  const forms = new Set<string>();
  for (const secret of secrets) {
    const lines = secret.split(/\r?\n/).filter((line) => line.length >= LEAST_LINE);
    for (const value of [secret, ...(lines.length > 1 ? lines : [])]) {
      forms.add(value);
      forms.add(JSON.stringify(value).slice(1, -1));
      forms.add(encodeURIComponent(value));
      forms.add(Buffer.from(value).toString("base64"));
    }
  }
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return (text) => text;
  return (text) => longestFirst.reduce((masked, form) => masked.replaceAll(form, STARS), text);
}
