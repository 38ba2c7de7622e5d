// Which server this is; asking it also sets the web's clock.
import { useApolloClient, useQuery } from "@apollo/client/react";
import { Text } from "@mantine/core";
import { useEffect } from "react";
import { graphql } from "../gql";
import { learnServerTime, now } from "../ui/now";

const ServerLineDoc = graphql(`
  query ServerLine {
    server {
      version
      now
      database
    }
  }
`);

const DATABASES: Record<string, string> = {
  sqlite: "SQLite",
  "sqlite-memory": "SQLite in memory",
  postgresql: "PostgreSQL",
};

export function ServerLine() {
  const client = useApolloClient();
  const { data } = useQuery(ServerLineDoc);
  // What the cache has may be an answer to somebody else, who has asked at another time. Two of the same are one request.
  useEffect(() => {
    const askedAt = now();
    client
      .query({ query: ServerLineDoc, fetchPolicy: "network-only" })
      .then((answer) => answer.data && learnServerTime(answer.data.server.now, askedAt))
      .catch(() => {});
  }, [client]);
  return (
    <Text size="xs" c="dimmed" px={4} mih="1.2rem">
      {data && `${data.server.version} · ${DATABASES[data.server.database] ?? data.server.database}`}
    </Text>
  );
}
