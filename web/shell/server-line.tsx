// Which server this is; asking it also sets the web's clock.
import { useQuery } from "@apollo/client/react";
import { Text } from "@mantine/core";
import { useEffect, useState } from "react";
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
  const [askedAt] = useState(now);
  const { data } = useQuery(ServerLineDoc);
  const serverNow = data?.server.now;
  useEffect(() => {
    if (serverNow) learnServerTime(serverNow, askedAt);
  }, [serverNow, askedAt]);
  return (
    <Text size="xs" c="dimmed" px={4} mih="1.2rem">
      {data && `${data.server.version} · ${DATABASES[data.server.database] ?? data.server.database}`}
    </Text>
  );
}
