// The webhooks: where events go, which ones, and whether they arrive.
import { Button } from "@mantine/core";
import { IconPlus, IconWebhook } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { WebhookRowFragment } from "../gql/graphql";
import { useLiveQuery } from "../live/use-live-query";
import { Empty, ErrorPanel, ListSkeleton } from "../ui/feedback";
import { count } from "../ui/format";
import { Link } from "../ui/link";
import { Page } from "../ui/page";
import { WebhookStateChip } from "../ui/states";
import table from "../ui/table.module.css";
import { RelativeTime } from "../ui/time";
import { REREAD_EVERY_MS } from "./fragment";
import { WebhookDialog } from "./webhook-dialog";
import classes from "./webhooks.module.css";
import { FORMATS, filterWords } from "./words";

const WebhookList = graphql(`
  query WebhookList {
    server {
      secretsEnabled
    }
    webhooks {
      ...WebhookRow
    }
  }
`);

const route = getRouteApi("/webhooks");

export function WebhookListPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useLiveQuery(WebhookList, {
    variables: {},
    wants: () => false,
    everyMs: REREAD_EVERY_MS,
  });
  const open = () => void navigate({ search: { new: true } });
  return (
    <Page
      title="Webhooks"
      lead="Events sent to an address of yours: to a chat, as a sentence, or to a program, as signed CloudEvents. What does not arrive is sent again for a day."
      actions={
        may("ADMINISTER") && (
          <Button onClick={open} leftSection={<IconPlus size={17} aria-hidden />}>
            New webhook
          </Button>
        )
      }
    >
      {data ? (
        data.webhooks.length > 0 ? (
          <div className="panel" style={{ overflow: "hidden" }}>
            <Webhooks webhooks={data.webhooks} />
          </div>
        ) : (
          <Empty
            icon={IconWebhook}
            title="There is no webhook yet"
            action={may("ADMINISTER") && <Button onClick={open}>Make a webhook</Button>}
          >
            Make one to hear of failed runs in Slack or Mattermost, or to let a program of yours know what happens.
          </Empty>
        )
      ) : error ? (
        <ErrorPanel what="The webhooks" error={error} retry={refetch} />
      ) : (
        <ListSkeleton rows={5} />
      )}
      <WebhookDialog
        opened={search.new ?? false}
        secretsEnabled={data?.server.secretsEnabled ?? true}
        close={() => void navigate({ search: {}, replace: true })}
        saved={refetch}
      />
    </Page>
  );
}

function Webhooks({ webhooks }: { webhooks: readonly WebhookRowFragment[] }) {
  return (
    <table className={table.table} aria-label="Webhooks">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Events</th>
          <th scope="col">State</th>
          <th scope="col">Waiting</th>
          <th scope="col">Last delivered</th>
        </tr>
      </thead>
      <tbody>
        {webhooks.map((webhook) => (
          <tr key={webhook.id} data-testid="webhook-row">
            <td className={table.name}>
              <Link
                to="/webhooks/$webhookId"
                params={{ webhookId: webhook.id }}
                className={table.cover}
                fw={600}
                c="inherit"
              >
                {webhook.name}
              </Link>
              <span className={`${table.sub} cut`}>{webhook.url}</span>
              <span className={table.sub}>{FORMATS[webhook.format]}</span>
            </td>
            <td data-label="Events" className={classes.events}>
              {filterWords(webhook).map((each) => (
                <span key={each}>{each}</span>
              ))}
            </td>
            <td data-label="State">
              <WebhookStateChip state={webhook.state} failing={webhook.failingSince != null} />
            </td>
            <td data-label="Waiting" className="nums">
              {webhook.pendingDeliveries > 0 ? (
                count(webhook.pendingDeliveries)
              ) : (
                <span className="quiet">nothing</span>
              )}
            </td>
            <td data-label="Last delivered">
              {webhook.deliveredAt ? (
                <RelativeTime value={webhook.deliveredAt} />
              ) : (
                <span className="quiet">not yet</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
