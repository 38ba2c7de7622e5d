// What is asked of every refusal.
import { graphql } from "../gql";

export const Complaint = graphql(`
  fragment Complaint on UserError {
    code
    field
    message
  }
`);
