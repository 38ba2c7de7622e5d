// The main navigation and the way to a new task.
import {
  type Icon,
  IconCalendarOff,
  IconCalendarTime,
  IconFolders,
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconListDetails,
  IconListSearch,
  IconPlus,
  IconServer2,
  IconStack2,
  IconTerminal2,
  IconUsers,
  IconWebhook,
} from "@tabler/icons-react";
import { may, mayServer, session } from "../access/session";
import type { Right } from "../gql/graphql";
import { LinkButton, PlainLink } from "../ui/link";
import classes from "./nav.module.css";

const PAGES: {
  to:
    | "/"
    | "/tasks"
    | "/upcoming"
    | "/runs"
    | "/queues"
    | "/calendars"
    | "/secrets"
    | "/webhooks"
    | "/cluster"
    | "/users"
    | "/namespaces"
    | "/audit";
  label: string;
  icon: Icon;
  keys?: string;
  /** Not shown to others. */
  needs?: Right;
  /** The right is needed for the server, not only in this namespace. */
  server?: true;
  /** Of no use where nobody has to sign in. */
  people?: true;
}[] = [
  { to: "/", label: "Overview", icon: IconLayoutDashboard, keys: "g o" },
  { to: "/tasks", label: "Tasks", icon: IconListDetails, keys: "g t" },
  { to: "/upcoming", label: "Upcoming", icon: IconCalendarTime, keys: "g u" },
  { to: "/runs", label: "Runs", icon: IconHistory, keys: "g r" },
  { to: "/queues", label: "Queues", icon: IconStack2, keys: "g q" },
  { to: "/calendars", label: "Calendars", icon: IconCalendarOff, keys: "g k" },
  { to: "/secrets", label: "Secrets", icon: IconKey },
  { to: "/webhooks", label: "Webhooks", icon: IconWebhook, keys: "g w" },
  { to: "/cluster", label: "Cluster", icon: IconServer2 },
  { to: "/users", label: "Users", icon: IconUsers, needs: "ADMINISTER", server: true, people: true },
  { to: "/namespaces", label: "Namespaces", icon: IconFolders, needs: "ADMINISTER", server: true },
  { to: "/audit", label: "Audit", icon: IconListSearch, needs: "ADMINISTER" },
];

export function Nav({ onGo }: { onGo: () => void }) {
  return (
    <nav aria-label="Main" className={classes.nav}>
      {may("EDIT") && (
        <LinkButton
          to="/tasks/new"
          data-testid="new-task"
          onClick={onGo}
          leftSection={<IconPlus size={17} aria-hidden />}
          justify="flex-start"
          mb="sm"
        >
          New task
        </LinkButton>
      )}
      {PAGES.filter(
        ({ needs, server, people }) =>
          (!needs || (server ? mayServer(needs) : may(needs))) && !(people && session().anonymous),
      ).map(({ to, label, icon: Mark, keys }) => (
        <PlainLink
          key={to}
          to={to}
          onClick={onGo}
          className={classes.item}
          activeOptions={{ exact: to === "/", includeSearch: false }}
          title={keys ? `${label} (${keys})` : label}
        >
          <Mark size={18} stroke={1.8} aria-hidden />
          {label}
        </PlainLink>
      ))}
      <div className={classes.rule} />
      {session().trustedDocuments !== "only" && (
        <a href="/playground" className={classes.item} title="Try the GraphQL API">
          <IconTerminal2 size={18} stroke={1.8} aria-hidden />
          API playground
        </a>
      )}
    </nav>
  );
}
