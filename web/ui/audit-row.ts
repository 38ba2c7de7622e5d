// What rows of the audit and of a task's history show of an entry.
import { graphql } from "../gql";

export const AuditRow = graphql(`
  fragment AuditRow on AuditEntry {
    id
    at
    action
    outcome
    errorCode
    address
    userAgent
    transport
    version
    changeId
    undoes
    omitted
    actor {
      kind
      id
      name
    }
    subject {
      kind
      id
      name
    }
    changes {
      field
      before
      after
    }
  }
`);

/** `updateTask` as “Update task”. */
export function actionWords(action: string): string {
  const words = action.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
