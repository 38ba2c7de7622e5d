// Says on every page that the database takes no changes; says nothing otherwise. Asked for, since nothing is told while it lasts.
import { useQuery } from "@apollo/client/react";
import { IconDatabaseX } from "@tabler/icons-react";
import { graphql } from "../gql";
import { Notice } from "../ui/notice";

const TroubleDoc = graphql(`
  query ServerTrouble {
    server {
      trouble {
        code
        message
        lasting
      }
    }
  }
`);

const ASK_EVERY_MS = 10_000;

export function TroubleNotice({ className }: { className: string | undefined }) {
  const { data } = useQuery(TroubleDoc, {
    pollInterval: ASK_EVERY_MS,
    skipPollAttempt: () => document.hidden,
    fetchPolicy: "network-only",
  });
  const trouble = data?.server.trouble;
  if (!trouble) return null;
  return (
    <div className={className}>
      <Notice tone="bad" icon={IconDatabaseX} title="Nothing is started now" urgent>
        {trouble.message} {!trouble.lasting && "The server goes on by itself when it can."}
      </Notice>
    </div>
  );
}
