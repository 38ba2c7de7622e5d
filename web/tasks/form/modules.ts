// The modules that a task can run, and what they take.
import { useQuery } from "@apollo/client/react";
import { graphql } from "../../gql";

const Modules = graphql(`
  query Modules {
    modules {
      name
      description
      payloadSchema
      problem
    }
  }
`);

export function useModules() {
  const { data } = useQuery(Modules, { fetchPolicy: "cache-and-network" });
  return { modules: data?.modules ?? [], known: data !== undefined };
}
