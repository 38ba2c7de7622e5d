// All addresses of the dashboard. A page's code is loaded when it is first visited; its search parameters are
// checked here by the page's own rules, so that a page never sees a value it does not know.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useLocation,
} from "@tanstack/react-router";
import { basepath } from "./access/namespace";
import { isOutside } from "./access/session";
import { auditSearch } from "./audit/search";
import { queuePageSearch, queuesSearch } from "./queues/search";
import { runsSearch } from "./runs/search";
import { NotFoundPage, RouteErrorPage } from "./shell/fallbacks";
import { Shell } from "./shell/shell";
import { taskPageSearch, tasksSearch } from "./tasks/search";
import { flag, parseSearch, type Raw, stringifySearch } from "./ui/search-params";
import { clockChangesSearch, upcomingSearch } from "./upcoming/search";
import { webhookPageSearch, webhooksSearch } from "./webhooks/search";

/** The pages before the sign-in stand by themselves. */
function Frame() {
  const { pathname } = useLocation();
  return isOutside(pathname) ? <Outlet /> : <Shell />;
}

const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage });

const overview = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("./overview/overview-page"), "OverviewPage"),
});
const tasks = createRoute({
  getParentRoute: () => root,
  path: "/tasks",
  validateSearch: tasksSearch,
  component: lazyRouteComponent(() => import("./tasks/list-page"), "TaskListPage"),
});
const newTask = createRoute({
  getParentRoute: () => root,
  path: "/tasks/new",
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } => (typeof from === "string" ? { from } : {}),
  component: lazyRouteComponent(() => import("./tasks/create-page"), "CreateTaskPage"),
});
const task = createRoute({
  getParentRoute: () => root,
  path: "/tasks/$taskId",
  validateSearch: taskPageSearch,
  component: lazyRouteComponent(() => import("./tasks/task-page"), "TaskPage"),
});
const editTask = createRoute({
  getParentRoute: () => root,
  path: "/tasks/$taskId/edit",
  component: lazyRouteComponent(() => import("./tasks/edit-page"), "EditTaskPage"),
});
const upcoming = createRoute({
  getParentRoute: () => root,
  path: "/upcoming",
  validateSearch: upcomingSearch,
  component: lazyRouteComponent(() => import("./upcoming/upcoming-page"), "UpcomingPage"),
});
const clockChanges = createRoute({
  getParentRoute: () => root,
  path: "/clock-changes",
  validateSearch: clockChangesSearch,
  component: lazyRouteComponent(() => import("./upcoming/clock-changes-page"), "ClockChangesPage"),
});
const runs = createRoute({
  getParentRoute: () => root,
  path: "/runs",
  validateSearch: runsSearch,
  component: lazyRouteComponent(() => import("./runs/list-page"), "RunListPage"),
});
const run = createRoute({
  getParentRoute: () => root,
  path: "/runs/$runId",
  component: lazyRouteComponent(() => import("./runs/run-page"), "RunPage"),
});
const queues = createRoute({
  getParentRoute: () => root,
  path: "/queues",
  validateSearch: queuesSearch,
  component: lazyRouteComponent(() => import("./queues/list-page"), "QueueListPage"),
});
const queue = createRoute({
  getParentRoute: () => root,
  path: "/queues/$queueName",
  validateSearch: queuePageSearch,
  component: lazyRouteComponent(() => import("./queues/queue-page"), "QueuePage"),
});
const calendars = createRoute({
  getParentRoute: () => root,
  path: "/calendars",
  component: lazyRouteComponent(() => import("./calendars/list-page"), "CalendarListPage"),
});
const newCalendar = createRoute({
  getParentRoute: () => root,
  path: "/calendars/new",
  component: lazyRouteComponent(() => import("./calendars/create-page"), "CreateCalendarPage"),
});
const calendar = createRoute({
  getParentRoute: () => root,
  path: "/calendars/$calendarId",
  validateSearch: ({ past }: Raw): { past?: true } => ({ past: flag(past) }),
  component: lazyRouteComponent(() => import("./calendars/calendar-page"), "CalendarPage"),
});
const editCalendar = createRoute({
  getParentRoute: () => root,
  path: "/calendars/$calendarId/edit",
  component: lazyRouteComponent(() => import("./calendars/edit-page"), "EditCalendarPage"),
});
const secrets = createRoute({
  getParentRoute: () => root,
  path: "/secrets",
  component: lazyRouteComponent(() => import("./secrets/list-page"), "SecretListPage"),
});
const webhooks = createRoute({
  getParentRoute: () => root,
  path: "/webhooks",
  validateSearch: webhooksSearch,
  component: lazyRouteComponent(() => import("./webhooks/list-page"), "WebhookListPage"),
});
const webhook = createRoute({
  getParentRoute: () => root,
  path: "/webhooks/$webhookId",
  validateSearch: webhookPageSearch,
  component: lazyRouteComponent(() => import("./webhooks/webhook-page"), "WebhookPage"),
});
const cluster = createRoute({
  getParentRoute: () => root,
  path: "/cluster",
  component: lazyRouteComponent(() => import("./cluster/cluster-page"), "ClusterPage"),
});

const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  component: lazyRouteComponent(() => import("./access/account-page"), "AccountPage"),
});
const users = createRoute({
  getParentRoute: () => root,
  path: "/users",
  component: lazyRouteComponent(() => import("./access/users-page"), "UsersPage"),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: "/audit",
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import("./audit/audit-page"), "AuditPage"),
});
const namespaces = createRoute({
  getParentRoute: () => root,
  path: "/namespaces",
  component: lazyRouteComponent(() => import("./namespaces/namespaces-page"), "NamespacesPage"),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: ({ to }: Raw): { to?: string } => (typeof to === "string" ? { to } : {}),
  component: lazyRouteComponent(() => import("./access/sign-in-page"), "SignInPage"),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  component: lazyRouteComponent(() => import("./access/setup-page"), "SetupPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    tasks,
    newTask,
    task,
    editTask,
    upcoming,
    clockChanges,
    runs,
    run,
    queues,
    queue,
    calendars,
    newCalendar,
    calendar,
    editCalendar,
    secrets,
    webhooks,
    webhook,
    cluster,
    account,
    users,
    namespaces,
    audit,
    signIn,
    setup,
  ]),
  basepath,
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultErrorComponent: RouteErrorPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
