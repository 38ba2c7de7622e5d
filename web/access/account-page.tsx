// One's own account: password, sign-ins and API tokens. Who administers sees everybody's tokens.
import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Stack, Text } from "@mantine/core";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { graphql } from "../gql";
import type { AccountQuery } from "../gql/graphql";
import { dialogs } from "../ui/dialogs";
import { Empty, ErrorPanel, ListSkeleton } from "../ui/feedback";
import { done, failed, refused } from "../ui/notify";
import { Page } from "../ui/page";
import { Panel } from "../ui/panel";
import table from "../ui/table.module.css";
import { RelativeTime } from "../ui/time";
import { PasswordForm } from "./password-form";
import { session } from "./session";
import { TokenForm } from "./token-form";

const Account = graphql(`
  query Account {
    viewer {
      kind
      name
      rights
      user {
        id
        role
        hasPassword
        sessions {
          id
          current
          createdAt
          lastSeenAt
          address
          userAgent
        }
      }
    }
    apiTokens {
      id
      name
      hint
      rights
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
      user {
        id
        name
      }
    }
  }
`);

const Revoke = graphql(`
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

const End = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

type Token = AccountQuery["apiTokens"][number];
type Session = NonNullable<AccountQuery["viewer"]["user"]>["sessions"][number];

const ROLE_WORDS = {
  NONE: "member of some namespaces",
  VIEWER: "viewer",
  OPERATOR: "operator",
  EDITOR: "editor",
  ADMIN: "administrator",
} as const;

export function AccountPage() {
  const { data, error, refetch } = useQuery(Account, { fetchPolicy: "cache-and-network" });
  const reload = () => void refetch().catch(() => undefined);
  if (!data)
    return (
      <Page title="Account">
        {error ? <ErrorPanel what="Your account" error={error} retry={reload} /> : <ListSkeleton rows={5} />}
      </Page>
    );
  const { viewer, apiTokens } = data;
  const make = () =>
    dialogs.open({
      modalId: "token",
      title: "New API token",
      children: <TokenForm own={viewer.rights} onDone={reload} close={() => dialogs.close("token")} />,
    });
  const changePassword = () =>
    dialogs.open({
      modalId: "password",
      title: "Change your password",
      children: <PasswordForm onDone={() => dialogs.close("password")} />,
    });
  const lead =
    viewer.kind === "USER" && viewer.user
      ? `Signed in as ${viewer.name}, ${ROLE_WORDS[viewer.user.role]}.`
      : viewer.kind === "TOKEN"
        ? `Signed in by the API token “${viewer.name}”.`
        : "Nobody has to sign in here.";
  return (
    <Page
      title="Account"
      lead={lead}
      actions={
        viewer.kind === "USER" &&
        viewer.user?.hasPassword &&
        session().passwordSignIn && (
          <Button variant="default" onClick={changePassword}>
            Change the password
          </Button>
        )
      }
    >
      <Stack gap="lg">
        <Panel
          title="API tokens"
          flush
          aside={
            viewer.kind !== "ANONYMOUS" && (
              <Button size="xs" onClick={make} leftSection={<IconPlus size={15} aria-hidden />} data-testid="new-token">
                New token
              </Button>
            )
          }
        >
          {apiTokens.length > 0 ? (
            <Tokens tokens={apiTokens} reload={reload} />
          ) : (
            <Empty bare icon={IconKey} title="There is no token yet">
              Programs show one with each request: <code>Authorization: Bearer cg_…</code>
            </Empty>
          )}
        </Panel>
        {viewer.user && viewer.user.sessions.length > 0 && (
          <Panel title="Signed in" flush>
            <Sessions sessions={viewer.user.sessions} reload={reload} />
          </Panel>
        )}
      </Stack>
    </Page>
  );
}

function Tokens({ tokens, reload }: { tokens: readonly Token[]; reload: () => void }) {
  const [revoke] = useMutation(Revoke);
  const ask = ({ id, name }: Token) =>
    dialogs.confirm({
      title: `Revoke ${name}?`,
      children:
        "Whatever uses it is let in no more, and what it has open is closed within seconds. It cannot be undone.",
      labels: { confirm: "Revoke the token", cancel: "Keep it" },
      confirmProps: { color: "red", "data-testid": "confirm" },
      onConfirm: async () => {
        try {
          const { data } = await revoke({ variables: { input: { id } } });
          if (refused("The token could not be revoked", data?.revokeApiToken.userErrors)) return;
          done(`${name} is revoked`);
          reload();
        } catch (error) {
          failed("The token could not be revoked", error);
        }
      },
    });
  return (
    <table className={table.table} aria-label="API tokens">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">May</th>
          <th scope="col">Last used</th>
          <th scope="col">Until</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id} data-testid="token-row">
            <td className={table.name}>
              <b>{token.name}</b>
              <span className={table.sub}>
                <code>{token.hint}…</code>
                {token.user ? ` of ${token.user.name}` : " of nobody"}
              </span>
            </td>
            <td data-label="May">{token.rights.join(", ").toLowerCase()}</td>
            <td data-label="Last used">
              {token.lastUsedAt ? <RelativeTime value={token.lastUsedAt} /> : <span className="quiet">never</span>}
            </td>
            <td data-label="Until">
              {token.revokedAt ? "revoked" : token.expiresAt ? <RelativeTime value={token.expiresAt} /> : "for ever"}
            </td>
            <td data-label="Actions">
              {!token.revokedAt && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  onClick={() => ask(token)}
                  aria-label={`Revoke ${token.name}`}
                >
                  Revoke
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sessions({ sessions, reload }: { sessions: readonly Session[]; reload: () => void }) {
  const [end] = useMutation(End);
  const finish = async ({ id }: Session) => {
    try {
      const { data } = await end({ variables: { input: { id } } });
      if (refused("It could not be ended", data?.endSession.userErrors)) return;
      done("It is signed out");
      reload();
    } catch (error) {
      failed("It could not be ended", error);
    }
  };
  return (
    <table className={table.table} aria-label="Where you are signed in">
      <thead>
        <tr>
          <th scope="col">Browser</th>
          <th scope="col">Since</th>
          <th scope="col">Last seen</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id} data-testid="session-row">
            <td className={table.name}>
              <Text size="sm" className="cut" title={session.userAgent}>
                {session.userAgent || "a program"}
              </Text>
              <span className={table.sub}>from {session.address}</span>
            </td>
            <td data-label="Since">
              <RelativeTime value={session.createdAt} />
            </td>
            <td data-label="Last seen">{session.current ? "this one" : <RelativeTime value={session.lastSeenAt} />}</td>
            <td data-label="Actions">
              {!session.current && (
                <Button size="compact-sm" variant="subtle" color="red" onClick={() => void finish(session)}>
                  Sign out
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
