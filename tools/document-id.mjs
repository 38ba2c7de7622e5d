// How a document is named: GraphQL over HTTP, appendix "Persisted documents".
import { createHash } from "node:crypto";

export const documentId = (text) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
