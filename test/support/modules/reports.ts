// Takes a payload by JSON Schema.
import { defineTask } from "cronograph/task";

export default defineTask({
  description: "Writes a report.",
  payload: {
    type: "object",
    properties: {
      folder: { type: "string", minLength: 1, title: "Folder", description: "Where it goes." },
      keep: { type: "integer", minimum: 1, maximum: 100, default: 7 },
      format: { enum: ["pdf", "html"], default: "html" },
      to: { type: "array", items: { type: "string", format: "email" } },
      day: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    },
    required: ["folder"],
    additionalProperties: false,
    examples: [{ folder: "/srv/reports", keep: 7 }],
  },
  run: ({ folder, keep, format, day }) => {
    // What the schema says is what the types say: a wrong name or kind does not compile.
    const kept: number = keep;
    const written: string = folder;
    const kind: "pdf" | "html" = format;
    return { written, kept, kind, day: day ?? null };
  },
});
