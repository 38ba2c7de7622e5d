// One webhook: whether messages arrive, what was sent, and what can be done about it.
import { Button, SegmentedControl } from "@mantine/core";
import {
  IconAlertTriangle,
  IconHistoryOff,
  IconKey,
  IconMapOff,
  IconPencil,
  IconPlayerPause,
  IconPlayerTrackNext,
  IconPlugConnectedX,
  IconSend,
  IconTrash,
} from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { WebhookDeliveryState, WebhookPageQuery } from "../gql/graphql";
import { useLiveQuery } from "../live/use-live-query";
import { Facts } from "../ui/facts";
import { Empty, ErrorPanel, PageSkeleton } from "../ui/feedback";
import { count } from "../ui/format";
import { Link, LinkButton } from "../ui/link";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { Pager, pageArguments } from "../ui/pager";
import { Panel } from "../ui/panel";
import { WebhookStateChip } from "../ui/states";
import { RelativeTime, Time } from "../ui/time";
import { Deliveries } from "./deliveries";
import { REREAD_EVERY_MS } from "./fragment";
import { useWebhookActions } from "./use-webhook-actions";
import { WebhookDialog } from "./webhook-dialog";
import classes from "./webhooks.module.css";
import { FORMATS, filterWords } from "./words";

const WebhookPageDoc = graphql(`
  query WebhookPage(
    $id: ID!
    $state: [WebhookDeliveryState!]
    $first: Int
    $after: Cursor
    $last: Int
    $before: Cursor
  ) {
    server {
      secretsEnabled
    }
    webhook(id: $id) {
      ...WebhookRow
      deliveries(state: $state, first: $first, after: $after, last: $last, before: $before) {
        nodes {
          ...DeliveryRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        totalCount
      }
    }
  }
`);

const route = getRouteApi("/webhooks/$webhookId");

export function WebhookPage() {
  const { webhookId } = route.useParams();
  return <WebhookOf key={webhookId} id={webhookId} />;
}

function WebhookOf({ id }: { id: string }) {
  const { state, after, before } = route.useSearch();
  const { data, error, stale, refetch } = useLiveQuery(WebhookPageDoc, {
    variables: { id, state: state ? [state] : undefined, ...pageArguments({ after, before }) },
    wants: () => false,
    everyMs: REREAD_EVERY_MS,
  });
  if (data?.webhook)
    return (
      <Content webhook={data.webhook} secretsEnabled={data.server.secretsEnabled} stale={stale} refetch={refetch} />
    );
  return (
    <Page title="Webhook" back={<Link to="/webhooks">Webhooks</Link>}>
      {data ? (
        <Empty
          icon={IconMapOff}
          title="There is no such webhook"
          action={<LinkButton to="/webhooks">All webhooks</LinkButton>}
        >
          It may have been deleted.
        </Empty>
      ) : error ? (
        <ErrorPanel what="The webhook" error={error} retry={refetch} />
      ) : (
        <PageSkeleton heights={[120, 320]} />
      )}
    </Page>
  );
}

type Webhook = NonNullable<WebhookPageQuery["webhook"]>;
interface Props {
  webhook: Webhook;
  secretsEnabled: boolean;
  stale: boolean;
  refetch: () => void;
}

function Content({ webhook, secretsEnabled, stale, refetch }: Props) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { name, url, state, headers } = webhook;
  const close = () => void navigate({ search: { ...search, edit: undefined }, replace: true });
  return (
    <Page
      title={name}
      back={<Link to="/webhooks">Webhooks</Link>}
      badge={<WebhookStateChip state={state} failing={webhook.failingSince != null} large />}
      lead={<span className={classes.address}>{url}</span>}
      actions={<Actions webhook={webhook} refetch={refetch} />}
    >
      <div className={classes.page}>
        <Troubles webhook={webhook} />
        <Panel title="Facts">
          <Facts
            facts={[
              ["Format", FORMATS[webhook.format]],
              ["Events", filterWords(webhook).join("; ")],
              ["Headers", headers.length > 0 && headers.map((header) => header.name).join(", ")],
              ["Waiting", count(webhook.pendingDeliveries)],
              ["Last delivered", webhook.deliveredAt && <RelativeTime key="last" value={webhook.deliveredAt} />],
              [
                "Signed by the old secret until",
                webhook.previousSecretUntil && <Time key="old" value={webhook.previousSecretUntil} />,
              ],
              ["Made", <Time key="made" value={webhook.createdAt} />],
              ["Changed", <Time key="changed" value={webhook.updatedAt} />],
            ]}
          />
        </Panel>
        <DeliveryLog webhook={webhook} stale={stale} refetch={refetch} />
      </div>
      <WebhookDialog
        opened={search.edit ?? false}
        webhook={webhook}
        secretsEnabled={secretsEnabled}
        close={close}
        saved={refetch}
      />
    </Page>
  );
}

function Troubles({ webhook: { state, stateReason, failingSince, eventsLostAt } }: { webhook: Webhook }) {
  return (
    <>
      {state === "DISABLED" && (
        <Notice tone="bad" icon={IconPlugConnectedX} title="Nothing is sent any more">
          {stateReason}
        </Notice>
      )}
      {state === "PAUSED" && (
        <Notice tone="wait" icon={IconPlayerPause} title="Nothing is sent while it is paused">
          {stateReason ?? "No reason was given."}
        </Notice>
      )}
      {state === "ACTIVE" && failingSince && (
        <Notice tone="bad" icon={IconAlertTriangle} title="The receiver takes nothing">
          Every attempt has failed since <Time value={failingSince} />. After five days the webhook is disabled.
        </Notice>
      )}
      {eventsLostAt && (
        <Notice tone="wait" icon={IconHistoryOff} title="Some events were not sent">
          They had been removed by the retention of the event log before they could be sent. It was found{" "}
          <RelativeTime value={eventsLostAt} />, and the receiver was told.
        </Notice>
      )}
    </>
  );
}

const STATES: { value: WebhookDeliveryState | "ALL"; label: string }[] = [
  { value: "ALL", label: "All" },
  { value: "PENDING", label: "Waiting" },
  { value: "DELIVERED", label: "Delivered" },
  { value: "FAILED", label: "Failed" },
];

function DeliveryLog({ webhook, stale, refetch }: Omit<Props, "secretsEnabled">) {
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const actions = useWebhookActions(webhook);
  const { nodes, pageInfo, totalCount } = webhook.deliveries;
  return (
    <Panel
      title="Deliveries"
      flush
      aside={
        <SegmentedControl
          size="xs"
          aria-label="Deliveries shown"
          value={state ?? "ALL"}
          onChange={(value) =>
            void navigate({ search: { state: value === "ALL" ? undefined : (value as WebhookDeliveryState) } })
          }
          data={STATES}
        />
      }
    >
      {nodes.length > 0 ? (
        <Deliveries deliveries={nodes} stale={stale} redeliver={(id) => void actions.redeliver(id).then(refetch)} />
      ) : (
        <p className={classes.none}>
          {state ? "There is none." : "Nothing was sent yet. Send a test message to see whether it arrives."}
        </p>
      )}
      <div className={classes.foot}>
        <Pager
          noun="message"
          total={totalCount}
          info={pageInfo}
          go={(position) => void navigate({ search: { state, ...position } })}
        />
      </div>
    </Panel>
  );
}

function Actions({ webhook, refetch }: { webhook: Webhook; refetch: () => void }) {
  const navigate = useNavigate();
  const search = route.useSearch();
  const actions = useWebhookActions(webhook);
  if (!may("ADMINISTER")) return null;
  return (
    <>
      <Button
        leftSection={<IconSend size={16} aria-hidden />}
        loading={actions.testing}
        onClick={() => void actions.test().then(refetch)}
        data-testid="test-webhook"
      >
        Send a test
      </Button>
      {webhook.state === "ACTIVE" ? (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} aria-hidden />}
          onClick={actions.pause}
          data-testid="pause-webhook"
        >
          Pause
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
          onClick={() => void actions.resume()}
          data-testid="resume-webhook"
        >
          Resume
        </Button>
      )}
      <LinkButton
        variant="default"
        to="/webhooks/$webhookId"
        params={{ webhookId: webhook.id }}
        search={{ ...search, edit: true }}
        leftSection={<IconPencil size={16} aria-hidden />}
      >
        Edit
      </LinkButton>
      {webhook.signed && (
        <Button
          variant="default"
          leftSection={<IconKey size={16} aria-hidden />}
          onClick={actions.rotate}
          data-testid="rotate-secret"
        >
          New secret
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => actions.delete(() => void navigate({ to: "/webhooks" }))}
      >
        Delete
      </Button>
    </>
  );
}
