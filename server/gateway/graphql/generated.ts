import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Task as TaskModel, Run as RunModel, Attempt as AttemptModel, LogLine as LogLineModel, Instance as InstanceModel, Schedule as ScheduleModel, CronSchedule as CronScheduleModel, OnceSchedule as OnceScheduleModel, EverySchedule as EveryScheduleModel, RruleSchedule as RruleScheduleModel, StartupSchedule as StartupScheduleModel, ManualSchedule as ManualScheduleModel, UnionSchedule as UnionScheduleModel, Calendar as CalendarModel, Backfill as BackfillModel, FollowUp as FollowUpModel, Target as TargetModel, HttpTarget as HttpTargetModel, ModuleTarget as ModuleTargetModel, ShellTarget as ShellTargetModel, WorkerTarget as WorkerTargetModel, Queue as QueueModel, QueueRate as QueueRateModel, Secret as SecretModel, Retention as RetentionModel, RetentionRule as RetentionRuleModel, RetryPolicy as RetryPolicyModel } from '../../domain/types.ts';
import type { RunNews as RunEventModel, TaskNews as TaskEventModel } from '../../events/news.ts';
import type { ExclusionModel } from './exclusion.ts';
import type { OccurrenceCheckModel, FieldCheckModel, ScheduleCheckModel, ClockChangeCheckModel, BoundsCheckModel, ExclusionCheckModel, JitterCheckModel, TaskStateCheckModel, RunCheckModel } from './explanation.ts';
import type { OverviewModel } from './overview.ts';
import type { Webhook as WebhookModel, WebhookFilter as WebhookFilterModel, Delivery as WebhookDeliveryModel } from '../../domain/webhook.ts';
import type { Namespace as NamespaceModel } from '../../domain/namespace.ts';
import type { Membership as MembershipModel } from '../../domain/ports.ts';
import type { AuditEntry as AuditEntryModel, AuditActor as AuditActorModel } from '../../domain/audit/entry.ts';
import type { Viewer as ViewerModel, User as UserModel, Session as SessionModel, ApiToken as ApiTokenModel } from '../../domain/access.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An opaque position in the event log or in a list. Compare for equality only; give it back to go on from there. */
  Cursor: { input: string; output: string; }
  /** An instant as RFC 3339 text with an offset, for example `2026-11-23T02:30:00Z`. Answers are always in UTC with milliseconds. */
  DateTime: { input: string; output: number | string; }
  /** A length of time as ISO 8601 text in weeks, days, hours, minutes and seconds, for example `PT90M` or `P1DT12H`. Years and months are refused: their length varies. */
  Duration: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** A wall-clock time without an offset, for example `2026-11-23T02:30:00`. Means something only together with a time zone. */
  LocalDateTime: { input: string; output: string; }
  /** A whole number between -(2^53 - 1) and 2^53 - 1; used for milliseconds, which outgrow 32 bits. */
  SafeInt: { input: number; output: number; }
  /** An IANA time zone name, for example `Europe/Berlin`. */
  TimeZone: { input: string; output: string; }
};

/** A key for programs: `Authorization: Bearer …`, or `authorization` in the payload of `connection_init`. Kept as a hash, so it is shown once only. */
export type ApiToken = {
  __typename?: 'ApiToken';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it stops working. Null: never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** How it begins, to tell tokens apart. */
  hint: Scalars['String']['output'];
  /** Identifies the token for ever; it opens nothing. */
  id: Scalars['ID']['output'];
  /** When it was last used, to the minute. Null: never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is for. */
  name: Scalars['String']['output'];
  /** The only namespace that it opens. Null: all that its user sees. */
  namespace?: Maybe<Namespace>;
  /** When it was revoked. Null: it works until it expires. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it may do, as far as its user may too. */
  rights: Array<Right>;
  /** Whom it belongs to. Null for the owner's token of the first start (`OWNER_TOKEN`). */
  user?: Maybe<User>;
};

/** Lines for the log of a run. */
export type AppendRunLogInput = {
  /** The attempt, as `claimRuns` answered it: what is reported for an older one is refused. */
  attempt: Scalars['Int']['input'];
  /** The lines, 1 to 1,000. Of a run 10,000 lines or 1 MiB are kept. */
  lines: Array<RunLogLineInput>;
  /** The run. */
  runId: Scalars['ID']['input'];
  /** The worker that claimed it. */
  workerId: Scalars['String']['input'];
};

/** What `appendRunLog` answers. */
export type AppendRunLogPayload = {
  __typename?: 'AppendRunLogPayload';
  /** The run. Null when there are `userErrors`. */
  run?: Maybe<Run>;
  /** What was wrong. Empty when the lines were taken. STALE_LEASE: the attempt has ended or was taken over, give it up; FORBIDDEN: another worker holds it. */
  userErrors: Array<UserError>;
};

/** One try of a run. */
export type Attempt = {
  __typename?: 'Attempt';
  /** Milliseconds from start to end. Null while it is going. */
  durationMs?: Maybe<Scalars['SafeInt']['output']>;
  /** What went wrong. Null when nothing did. */
  error?: Maybe<RunError>;
  /** Whether it called the task's fallback target. */
  fallback: Scalars['Boolean']['output'];
  /** When it ended. Null while it is going. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The instance that carried it out. */
  instance?: Maybe<Instance>;
  /** 1 for the first. Also the fencing token: what an older attempt still sends is refused. */
  number: Scalars['Int']['output'];
  /** How it ended. Null while it is going. */
  outcome?: Maybe<AttemptOutcome>;
  /** The last lines that it wrote to the log, up to 2 KiB. Null when it wrote none, is going, or its instance died. */
  outputTail?: Maybe<Scalars['String']['output']>;
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** The worker that carried it out. Null when an instance did. */
  worker?: Maybe<Scalars['String']['output']>;
};

/** A page of attempts. */
export type AttemptConnection = {
  __typename?: 'AttemptConnection';
  /** The attempts with their cursors. */
  edges: Array<AttemptEdge>;
  /** The attempts alone. */
  nodes: Array<Attempt>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many attempts there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One attempt of a page. */
export type AttemptEdge = {
  __typename?: 'AttemptEdge';
  /** Its position in the list. */
  cursor: Scalars['Cursor']['output'];
  /** The attempt. */
  node: Attempt;
};

/** How an attempt ended. */
export type AttemptOutcome =
  /** Somebody stopped it. */
  | 'CANCELLED'
  /** The target failed. */
  | 'FAILED'
  /** Its instance was shut down; does not count against the attempts. */
  | 'INTERRUPTED'
  /** Its instance died or lost touch. */
  | 'LOST'
  /** Done. */
  | 'SUCCEEDED'
  /** It took longer than the task allows. */
  | 'TIMED_OUT';

/** Who did something, by the name of then. */
export type AuditActor = {
  __typename?: 'AuditActor';
  /** Of the user or the token. Null for nobody in particular. */
  id?: Maybe<Scalars['ID']['output']>;
  /** How they had shown who they were. */
  kind: AuditActorKind;
  /** The user's or the token's name as it was then. */
  name: Scalars['String']['output'];
  /** The user, or the token's owner, as they are now. Null when there is none or none any more. */
  user?: Maybe<User>;
};

/** Who did something. */
export type AuditActorKind =
  /** Nobody had signed in: a sign-in that was refused, or a server that lets everybody in. */
  | 'ANONYMOUS'
  /** A machine with a JSON Web Token. */
  | 'JWT'
  /** The program itself: at its command line, or at its first start. */
  | 'SYSTEM'
  /** An API token, or somebody who had signed in with one. */
  | 'TOKEN'
  /** A user who had signed in. */
  | 'USER';

/** One field of a subject that differs. */
export type AuditChange = {
  __typename?: 'AuditChange';
  /** Its value after; null when it has none. What is secret is `***`. */
  after?: Maybe<Scalars['JSON']['output']>;
  /** Its value before; null when it had none. What is secret is `***`. */
  before?: Maybe<Scalars['JSON']['output']>;
  /** The field's name, in the words of the mutations' inputs. */
  field: Scalars['String']['output'];
};

/** One thing that somebody did, or was refused. Written together with the change, never changed afterwards. */
export type AuditEntry = {
  __typename?: 'AuditEntry';
  /** The mutation's name; `signIn`, `signOut`, `setUp`, or `singleSignOn` that made or changed a user; `resetPassword` at the command line; `firstToken` of `OWNER_TOKEN`. */
  action: Scalars['String']['output'];
  /** Who. */
  actor: AuditActor;
  /** From which network address. Null for what came from no network, and for who may not ADMINISTER. */
  address?: Maybe<Scalars['String']['output']>;
  /** When, by the clock of the database. */
  at: Scalars['DateTime']['output'];
  /** Shared by all entries of one change: of one call. */
  changeId: Scalars['ID']['output'];
  /** What differs. Of what is new all that it has, of what is gone all that it had. Empty when nothing does. */
  changes: Array<AuditChange>;
  /** Why it was refused. Null when it was done. */
  errorCode?: Maybe<Scalars['String']['output']>;
  /** Identifies the entry for ever. */
  id: Scalars['ID']['output'];
  /** The key the call was made with. Null when it had none. */
  idempotencyKey?: Maybe<Scalars['String']['output']>;
  /** In which namespace. Null for what is of the server: users, tokens, sign-ins, namespaces and their members. */
  namespace?: Maybe<Namespace>;
  /** How many refusals before this one were left out because there were too many. */
  omitted: Scalars['Int']['output'];
  /** What came of it. */
  outcome: AuditOutcome;
  /** What it was about. Null when it was about nothing that is there. */
  subject?: Maybe<AuditSubject>;
  /** Which way it came in. */
  transport: AuditTransport;
  /** The change that this one took back. Null when it took none back. */
  undoes?: Maybe<Scalars['ID']['output']>;
  /** What the client called itself. Null when it did not, and for who may not ADMINISTER. */
  userAgent?: Maybe<Scalars['String']['output']>;
  /** The subject's version after it. Null where it has none. */
  version?: Maybe<Scalars['Int']['output']>;
};

/** A page of entries, newest first. */
export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  /** The entries with their places. */
  edges: Array<AuditEntryEdge>;
  /** The entries. */
  nodes: Array<AuditEntry>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to 1,000. */
  totalCount: Scalars['Int']['output'];
};

/** One entry and its place in the list. */
export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  /** Its place. */
  cursor: Scalars['Cursor']['output'];
  /** The entry. */
  node: AuditEntry;
};

/** Which entries. Conditions hold together. */
export type AuditFilter = {
  /** One of these actions, at most 50. */
  action?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Of this user or token. */
  actorId?: InputMaybe<Scalars['ID']['input']>;
  /** Earlier than this instant. */
  before?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of this change. */
  changeId?: InputMaybe<Scalars['ID']['input']>;
  /** At this instant or later. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** With this outcome. */
  outcome?: InputMaybe<AuditOutcome>;
  /** A part of an action, a name, an id, an address or an error code, ignoring case. Up to 200 characters. Looked for in the 100,000 newest entries, or the 100,000 newest of before `before`. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** About this one; a queue's name. */
  subjectId?: InputMaybe<Scalars['ID']['input']>;
  /** About this kind of subject. */
  subjectKind?: InputMaybe<AuditSubjectKind>;
};

/** What came of it. */
export type AuditOutcome =
  /** It was done. */
  | 'DONE'
  /** It was refused, for want of a right or a wrong password. Mistakes in an input are not written down. */
  | 'REFUSED';

/** What a change was about, by the name of then. */
export type AuditSubject = {
  __typename?: 'AuditSubject';
  /** Its id; a queue's name. Null when a refused attempt named none. */
  id?: Maybe<Scalars['ID']['output']>;
  /** What it is. */
  kind: AuditSubjectKind;
  /** Its name as it was then. A run has its task's. Null when it has none or it is not known. */
  name?: Maybe<Scalars['String']['output']>;
};

/** What a change was about. */
export type AuditSubjectKind =
  /** A backfill. */
  | 'BACKFILL'
  /** A calendar. */
  | 'CALENDAR'
  /** A webhook's delivery that was sent again. */
  | 'DELIVERY'
  /** A user's role in a namespace. */
  | 'MEMBERSHIP'
  /** A namespace. */
  | 'NAMESPACE'
  /** A queue, whose id is its name. */
  | 'QUEUE'
  /** A run that somebody triggered, cancelled, did again or dismissed. */
  | 'RUN'
  /** A secret. Its value is never told. */
  | 'SECRET'
  /** A sign-in. */
  | 'SESSION'
  /** A task. */
  | 'TASK'
  /** An API token. */
  | 'TOKEN'
  /** A user. */
  | 'USER'
  /** A webhook. */
  | 'WEBHOOK';

/** Which way it came in. */
export type AuditTransport =
  /** A command on the server's machine. */
  | 'COMMAND_LINE'
  /** A request. */
  | 'HTTP'
  /** The server itself. */
  | 'SERVER'
  /** Server-sent events. */
  | 'STREAM'
  /** A WebSocket. */
  | 'WEBSOCKET';

/** A range of a task's occurrences being run after all, or again. */
export type Backfill = {
  __typename?: 'Backfill';
  /** How many of them have been handed out so far. */
  created: Scalars['Int']['output'];
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** How many of them have ended. */
  finished: Scalars['Int']['output'];
  /** When its last run ended, or it was cancelled. Null before. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** From this instant on. */
  from: Scalars['DateTime']['output'];
  /** Identifies the backfill for ever. */
  id: Scalars['ID']['output'];
  /** In which order. */
  order: CatchUpOrder;
  /** What the runs do about other runs of the task. Null: they wait for each other. */
  overlapPolicy?: Maybe<OverlapPolicy>;
  /** How many runs are started a minute at most. Null: as fast as slots allow. */
  rate?: Maybe<Scalars['Int']['output']>;
  /** Which occurrences of the range. */
  scope: BackfillScope;
  /** Where it stands. */
  state: BackfillState;
  /** How many of them have succeeded. */
  succeeded: Scalars['Int']['output'];
  /** The task. */
  task: Task;
  /** How many runs it makes in all. */
  total: Scalars['Int']['output'];
  /** Up to this instant, included. */
  until: Scalars['DateTime']['output'];
};

/** Which occurrences of the range a backfill runs. */
export type BackfillScope =
  /** All. */
  | 'ALL'
  /** Those that did not run: without a row, or SKIPPED, MISSED or CANCELLED. */
  | 'NOT_RUN'
  /** Those that did not succeed: as NOT_RUN, and FAILED. */
  | 'NOT_SUCCEEDED';

/** Where a backfill stands. */
export type BackfillState =
  /** Somebody stopped it; runs that were going ended by themselves. */
  | 'CANCELLED'
  /** All its runs have ended. */
  | 'COMPLETED'
  /** Its runs are being made or carried out. */
  | 'RUNNING';

/** A range of a task's occurrences to be run after all, or again. */
export type BackfillTaskInput = {
  /** Only count: nothing is written. */
  dryRun: Scalars['Boolean']['input'];
  /** From this instant on. */
  from: Scalars['DateTime']['input'];
  /** The task. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same backfill for 24 hours; with another input it is refused. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** In which order. */
  order: CatchUpOrder;
  /** What the runs do about other runs of the task, in place of its own overlap policy. They wait for each other when left out. */
  overlapPolicy?: InputMaybe<OverlapPolicy>;
  /** How many runs are started a minute at most, 1 to 6,000. One after the other as fast as slots allow when left out. */
  rate?: InputMaybe<Scalars['Int']['input']>;
  /** Which occurrences of the range. */
  scope: BackfillScope;
  /** Up to this instant, included. Not later than now. */
  until: Scalars['DateTime']['input'];
};

/** What `backfillTask` answers. */
export type BackfillTaskPayload = {
  __typename?: 'BackfillTaskPayload';
  /** The backfill. Null for a dry run and when there are `userErrors`. */
  backfill?: Maybe<Backfill>;
  /** How many occurrences it runs, or would run. Null when there are `userErrors`. */
  count?: Maybe<Scalars['Int']['output']>;
  /** The first and the last of them, at most 10 each. Empty when there are `userErrors`. */
  sample: Array<Occurrence>;
  /** What was wrong with the input. Empty when it was accepted. */
  userErrors: Array<UserError>;
};

/** The task's start and end. */
export type BoundsCheck = OccurrenceCheck & {
  __typename?: 'BoundsCheck';
  /** Nothing runs after. Null: no bound. */
  endAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was checked and how it came out, in a sentence. */
  message: Scalars['String']['output'];
  /** Whether the instant lies within. */
  passed?: Maybe<Scalars['Boolean']['output']>;
  /** Nothing runs before. Null: no bound. */
  startAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A named list of stretches of time, shared by tasks that do not run in them; for example the holidays of a country. */
export type Calendar = {
  __typename?: 'Calendar';
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** What it is for. Null when nothing was given. */
  description?: Maybe<Scalars['String']['output']>;
  /** The entries by their beginning, at most 1,000 at a time. */
  entries: Array<CalendarEntry>;
  /** How many entries there are. */
  entryCount: Scalars['Int']['output'];
  /** Identifies the calendar for ever. */
  id: Scalars['ID']['output'];
  /** Unique among calendars, ignoring case. 1 to 200 characters. */
  name: Scalars['String']['output'];
  /** The living tasks that leave it out, by name, at most 100. */
  tasks: Array<Task>;
  /** The zone whose wall clock the entries are read on. Null: that of the schedule which uses them. */
  timezone?: Maybe<Scalars['TimeZone']['output']>;
  /** When it was last edited. */
  updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with each edit. */
  version: Scalars['Int']['output'];
};


/** A named list of stretches of time, shared by tasks that do not run in them; for example the holidays of a country. */
export type CalendarEntriesArgs = {
  endingAfter?: InputMaybe<Scalars['LocalDateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A stretch of local time. */
export type CalendarEntry = {
  __typename?: 'CalendarEntry';
  /** Its beginning. */
  from: Scalars['LocalDateTime']['output'];
  /** What it is, for example `New Year's Day`. Null when not given. */
  label?: Maybe<Scalars['String']['output']>;
  /** Its end, not included. */
  until: Scalars['LocalDateTime']['output'];
};

/** A stretch of local time. */
export type CalendarEntryInput = {
  /** The first day, `2026-12-24`, or a local time, `2026-12-24T12:00:00`. */
  from: Scalars['String']['input'];
  /** What it is. Up to 200 characters. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** The last day, included, or the local time of the end, not included. The first day when left out. */
  until?: InputMaybe<Scalars['String']['input']>;
};

/** Leaves out what a shared calendar names. */
export type CalendarExclusion = Exclusion & {
  __typename?: 'CalendarExclusion';
  /** The calendar. */
  calendar: Calendar;
  /** The exclusion in English words. */
  description: Scalars['String']['output'];
};

/** Which backfill to cancel. */
export type CancelBackfillInput = {
  /** The backfill. */
  id: Scalars['ID']['input'];
};

/** What `cancelBackfill` answers. */
export type CancelBackfillPayload = {
  __typename?: 'CancelBackfillPayload';
  /** The backfill. Null when there are `userErrors`. */
  backfill?: Maybe<Backfill>;
  /** What was wrong with the input. Empty when it is cancelled. */
  userErrors: Array<UserError>;
};

/** Which run to cancel. */
export type CancelRunInput = {
  /** The run. */
  id: Scalars['ID']['input'];
  /** Why, for whoever reads it later. Up to 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What `cancelRun` answers. */
export type CancelRunPayload = {
  __typename?: 'CancelRunPayload';
  /** The run: CANCELLED already, or still RUNNING until its target has let go. Null when there are `userErrors`. */
  run?: Maybe<Run>;
  /** What was wrong with the input. Empty when the run is being cancelled. */
  userErrors: Array<UserError>;
};

/** In which order missed occurrences are caught up. */
export type CatchUpOrder =
  /** The newest first. */
  | 'NEWEST_FIRST'
  /** The oldest first. */
  | 'OLDEST_FIRST';

/** A new password of one's own. */
export type ChangePasswordInput = {
  /** The present one. */
  current: Scalars['String']['input'];
  /** 12 to 200 characters. */
  new: Scalars['String']['input'];
};

/** The user, or why not. */
export type ChangePasswordPayload = {
  __typename?: 'ChangePasswordPayload';
  /** Null when it was refused. */
  user?: Maybe<User>;
  /** What was wrong; empty when it was done. */
  userErrors: Array<UserError>;
};

/** What a worker takes. */
export type ClaimRunsInput = {
  /** How long the worker holds a run without a heartbeat, 5 seconds to 10 minutes. Then it is taken from it. */
  lease: Scalars['Duration']['input'];
  /** How many runs at most, 1 to 100. */
  limit: Scalars['Int']['input'];
  /** The queue. */
  queue: Scalars['String']['input'];
  /** The worker's own name, which the run shows: 1 to 100 letters, digits, `.`, `_`, `:` and `-`, different for each process. What one worker holds no other may report. */
  workerId: Scalars['String']['input'];
};

/** What `claimRuns` answers. */
export type ClaimRunsPayload = {
  __typename?: 'ClaimRunsPayload';
  /** The runs that this worker now holds, those due first before others. Empty when none waits. */
  claims: Array<RunClaim>;
  /** What was wrong with the input. Empty when runs could be taken. */
  userErrors: Array<UserError>;
};

/** A clock change near the instant. */
export type ClockChangeCheck = OccurrenceCheck & {
  __typename?: 'ClockChangeCheck';
  /** When the clocks change. */
  changeAt: Scalars['DateTime']['output'];
  /** What was checked and how it came out, in a sentence. */
  message: Scalars['String']['output'];
  /** The offset from UTC after. */
  offsetAfter: Scalars['String']['output'];
  /** The offset from UTC before. */
  offsetBefore: Scalars['String']['output'];
  /** Null when it does nothing to the instant. */
  passed?: Maybe<Scalars['Boolean']['output']>;
};

/** What one clock change does to one task. */
export type ClockChangeImpact = {
  __typename?: 'ClockChangeImpact';
  /** When it runs. Null: it does not. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** When they change. */
  changeAt: Scalars['DateTime']['output'];
  /** What happens. */
  kind: OccurrenceNoteKind;
  /** The wall-clock time that is concerned. */
  local: Scalars['LocalDateTime']['output'];
  /** What happens, in a sentence. */
  message: Scalars['String']['output'];
  /** The offset from UTC after. */
  offsetAfter: Scalars['String']['output'];
  /** The offset from UTC before. */
  offsetBefore: Scalars['String']['output'];
  /** The task. */
  task: Task;
  /** The zone whose clocks change. */
  timezone: Scalars['TimeZone']['output'];
};

/** What the clock changes of a year do to the schedules of active and paused tasks. */
export type ClockChangeImpacts = {
  __typename?: 'ClockChangeImpacts';
  /** The effects by the instant of the clock change. */
  nodes: Array<ClockChangeImpact>;
  /** Whether there was more than could be answered; the first 500 are given. */
  truncated: Scalars['Boolean']['output'];
  /** The year, from its first to its last instant in UTC. */
  year: Scalars['Int']['output'];
};

/** A run that has succeeded. */
export type CompleteRunInput = {
  /** The attempt, as `claimRuns` answered it: what is reported for an older one is refused. */
  attempt: Scalars['Int']['input'];
  /** The run's result. Beyond 64 KiB it is cut to a text. */
  result?: InputMaybe<Scalars['JSON']['input']>;
  /** The run. */
  runId: Scalars['ID']['input'];
  /** The worker that claimed it. */
  workerId: Scalars['String']['input'];
};

/** What `completeRun` answers. */
export type CompleteRunPayload = {
  __typename?: 'CompleteRunPayload';
  /** The run. Null when there are `userErrors`. */
  run?: Maybe<Run>;
  /** What was wrong. Empty when the run has succeeded. STALE_LEASE: the attempt has ended or was taken over, give it up; FORBIDDEN: another worker holds it. */
  userErrors: Array<UserError>;
};

/** What happens to a run whose instance died while it was going. */
export type CrashPolicy =
  /** It fails. Its side effects never happen twice. */
  | 'FAIL'
  /** It is attempted again. Its side effects may happen twice. */
  | 'RETRY';

/** A new API token of one's own. */
export type CreateApiTokenInput = {
  /** When it stops working, at most 366 days ahead. Null: never. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for. 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** The name of the only namespace that it opens. Null: all that its maker sees. */
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** What it may do. None that its maker does not have. */
  rights: Array<Right>;
};

/** The token, or why not. */
export type CreateApiTokenPayload = {
  __typename?: 'CreateApiTokenPayload';
  /** The token itself, this once. Null when it was refused. */
  secret?: Maybe<Scalars['String']['output']>;
  /** Null when it was refused. */
  token?: Maybe<ApiToken>;
  /** What was wrong; empty when it was done. */
  userErrors: Array<UserError>;
};

/** A new calendar: entries given by hand, or an iCalendar text. */
export type CreateCalendarInput = {
  /** What it is for, up to 2,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The entries, at most 5,000. */
  entries?: InputMaybe<Array<CalendarEntryInput>>;
  /** The text of an iCalendar (.ics) file, up to 1 MiB, in place of `entries`. Recurring events are written out from one year back to ten years ahead. */
  ics?: InputMaybe<Scalars['String']['input']>;
  /** Unique among calendars, ignoring case. 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** The zone whose wall clock the entries are read on. That of the schedule which uses them when left out. */
  timezone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** What `createCalendar` answers. */
export type CreateCalendarPayload = {
  __typename?: 'CreateCalendarPayload';
  /** The calendar. Null when there are `userErrors`. */
  calendar?: Maybe<Calendar>;
  /** What an iCalendar text had that was not taken over, in words. */
  skipped: Array<Scalars['String']['output']>;
  /** What was wrong with the input. Empty when it was done. */
  userErrors: Array<UserError>;
};

/** A namespace to be made. */
export type CreateNamespaceInput = {
  /** Up to 2,000 characters. Null: none. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Unique; it stays. 1 to 63 lower-case letters, digits and hyphens. */
  name: Scalars['String']['input'];
  /** Null: no bounds. */
  quotas?: InputMaybe<NamespaceQuotasInput>;
};

/** What came of it. */
export type CreateNamespacePayload = {
  __typename?: 'CreateNamespacePayload';
  /** Null when it was refused. */
  namespace?: Maybe<Namespace>;
  /** What was wrong; empty when it was done. */
  userErrors: Array<UserError>;
};

/** A new queue. */
export type CreateQueueInput = {
  /** How many runs it lets go at a time, 1 to 100,000. Any number when left out. */
  concurrency?: InputMaybe<Scalars['Int']['input']>;
  /** How many runs with the same key it lets go at a time, 1 to 100,000. Any number when left out. */
  concurrencyPerKey?: InputMaybe<Scalars['Int']['input']>;
  /** What it is for, up to 2,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 letters, digits, `.`, `_` and `-`. */
  name: Scalars['String']['input'];
  /** How fast attempts start. As fast as there is room when left out. */
  rate?: InputMaybe<QueueRateInput>;
};

/** What `createQueue` answers. */
export type CreateQueuePayload = {
  __typename?: 'CreateQueuePayload';
  /** The queue. Null when there are `userErrors`. */
  queue?: Maybe<Queue>;
  /** What was wrong with the input. Empty when the queue was created. */
  userErrors: Array<UserError>;
};

/** A new secret. */
export type CreateSecretInput = {
  /** What it is for, up to 2,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Unique. 1 to 64 capital letters, digits and underscores, a letter first. */
  name: Scalars['String']['input'];
  /** The value, 4 characters to 32 KiB. It is never given back. */
  value: Scalars['String']['input'];
};

/** What `createSecret` answers. */
export type CreateSecretPayload = {
  __typename?: 'CreateSecretPayload';
  /** The secret, without its value. Null when there are `userErrors`. */
  secret?: Maybe<Secret>;
  /** What was wrong with the input. Empty when the secret was created. */
  userErrors: Array<UserError>;
};

/** A new task. */
export type CreateTaskInput = {
  /** How many occurrences LAST_N runs at most, 1 to 100. */
  catchUpLimit: Scalars['Int']['input'];
  /** In which order missed occurrences are caught up. */
  catchUpOrder: CatchUpOrder;
  /** How many missed occurrences are started a minute at most, 1 to 6,000. As fast as slots allow when left out. */
  catchUpRate?: InputMaybe<Scalars['Int']['input']>;
  /** How far back `missedRunPolicy` looks, ten seconds to 366 days. */
  catchUpWindow: Scalars['Duration']['input'];
  /** What the task is for, up to 2,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Nothing runs after this instant. */
  endAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What is left out of the schedule, at most 50. None when left out. */
  exclusions?: InputMaybe<Array<ExclusionInput>>;
  /** What is called once when the retries of a run are used up or a rule of theirs says FAIL; its success makes the run SUCCEEDED. Not after a cancellation, a crash or a shutdown. Its texts may name `{{ run.error.code }}` and `{{ run.error.message }}`, those of the last attempt. */
  fallbackTarget?: InputMaybe<TargetInput>;
  /** Which tasks run after a run of this one has ended, at most 10. A circle of tasks that follow each other is refused. */
  followUps?: InputMaybe<Array<FollowUpInput>>;
  /** What `H` and the jitter are hashed from, 1 to 200 characters. The name when left out. */
  hashSeed?: InputMaybe<Scalars['String']['input']>;
  /** When missed occurrences are held for a person to decide. Never when left out. */
  hold?: InputMaybe<HoldPolicyInput>;
  /** The same key with the same input gives the same answer for 24 hours; with another input it is refused. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The window over which the starts of different tasks are spread by a stable hash, up to 24 hours; no run starts after its next occurrence. */
  jitter: Scalars['Duration']['input'];
  /** How many occurrences may start in all, 1 to 1,000,000,000. */
  maxRuns?: InputMaybe<Scalars['Int']['input']>;
  /** What happens to occurrences that nobody could run in time. */
  missedRunPolicy: MissedRunPolicy;
  /** Unique among the tasks that are not deleted, ignoring case. 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** What happens to a run whose instance died while it was going. */
  onCrash: CrashPolicy;
  /** How many occurrences wait at most with the overlap policy BUFFER, 1 to 1,000. */
  overlapBuffer: Scalars['Int']['input'];
  /** What happens to an occurrence that falls due while an earlier run is still going. */
  overlapPolicy: OverlapPolicy;
  /** After how many failed runs in a row the task pauses by itself, 1 to 1,000. Never when left out. */
  pauseAfterFailures?: InputMaybe<Scalars['Int']['input']>;
  /** Create the task without following its schedule yet. */
  paused: Scalars['Boolean']['input'];
  /** Given to the target on each run. Up to 256 KiB as JSON and 32 levels deep. */
  payload?: InputMaybe<Scalars['JSON']['input']>;
  /** Which of the runs that wait goes first, -100 to 100: the one with the higher priority. Each point is worth a minute of waiting. */
  priority: Scalars['Int']['input'];
  /** The queue whose bounds hold for its runs; it must be there. None when left out. A worker target names its own. */
  queue?: InputMaybe<Scalars['String']['input']>;
  /** What the queue counts its runs under, 1 to 200 characters with places for `payload.…`, `task.id` and `task.name`, for example `{{ payload.customer }}`. A run whose payload has nothing there is counted under no key. */
  queueKey?: InputMaybe<Scalars['String']['input']>;
  /** How long a run may be due and wait for its start, one second to 30 days; then it fails with QUEUE_TIMEOUT. However long when left out. */
  queueTimeout?: InputMaybe<Scalars['Duration']['input']>;
  /** How long ended runs are kept. As the server's setting says when left out. */
  retention?: InputMaybe<RetentionPolicyInput>;
  /** How failed attempts are repeated. 3 attempts when left out. */
  retry?: InputMaybe<RetryPolicyInput>;
  /** When it runs. */
  schedule: ScheduleInput;
  /** How long an attempt may say nothing, one second to 24 hours. However long when left out. */
  silenceTimeout?: InputMaybe<Scalars['Duration']['input']>;
  /** Nothing runs before this instant. */
  startAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How long after its instant an occurrence may still start, ten seconds to 366 days; later it is recorded as MISSED. However late when left out. */
  startDeadline?: InputMaybe<Scalars['Duration']['input']>;
  /** How long an attempt may take until it shows that its work has begun, one second to 24 hours. No bound of its own when left out. */
  startTimeout?: InputMaybe<Scalars['Duration']['input']>;
  /** What it does. */
  target: TargetInput;
  /** The longest an attempt may take, one second to 24 hours. */
  timeout: Scalars['Duration']['input'];
};

/** What `createTask` answers. */
export type CreateTaskPayload = {
  __typename?: 'CreateTaskPayload';
  /** The new task. Null when there are `userErrors`. */
  task?: Maybe<Task>;
  /** What was wrong with the input. Empty when the task was created. */
  userErrors: Array<UserError>;
};

/** A new user. */
export type CreateUserInput = {
  /** Unique, ignoring case. 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** 12 to 200 characters. */
  password: Scalars['String']['input'];
  /** What they may do. */
  role: UserRole;
};

/** The user, or why not. */
export type CreateUserPayload = {
  __typename?: 'CreateUserPayload';
  /** Null when it was refused. */
  user?: Maybe<User>;
  /** What was wrong; empty when it was done. */
  userErrors: Array<UserError>;
};

/** A new webhook. */
export type CreateWebhookInput = {
  /** Which events, from now on. */
  filter: WebhookFilterInput;
  /** What the messages look like. It stays as it is. */
  format: WebhookFormat;
  /** Headers of each request, at most 50. Values may name secrets. */
  headers?: InputMaybe<Array<HttpHeaderInput>>;
  /** Unique, 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** An http or https URL. May name secrets, as in `https://hooks.slack.com/services/{{secrets.SLACK_PATH}}`. */
  url: Scalars['String']['input'];
};

/** What `createWebhook` answers. */
export type CreateWebhookPayload = {
  __typename?: 'CreateWebhookPayload';
  /** The signing secret, `whsec_…`: shown this once. Null when there are `userErrors`, or messages are not signed. */
  secret?: Maybe<Scalars['String']['output']>;
  /** What was wrong with the input. Empty when the webhook was created. */
  userErrors: Array<UserError>;
  /** The webhook. Null when there are `userErrors`. */
  webhook?: Maybe<Webhook>;
};

/** Leaves out the times that a cron expression matches. */
export type CronExclusion = Exclusion & {
  __typename?: 'CronExclusion';
  /** The exclusion in English words. */
  description: Scalars['String']['output'];
  /** The expression. With five fields it covers whole minutes. */
  expression: Scalars['String']['output'];
  /** The zone whose wall clock it is read on. Null: the schedule's. */
  timezone?: Maybe<Scalars['TimeZone']['output']>;
};

/** The times that a cron expression matches. */
export type CronExclusionInput = {
  /** The expression. With five fields it covers whole minutes. */
  expression: Scalars['String']['input'];
  /** The zone whose wall clock it is read on. The schedule's when left out. */
  timezone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** Again and again, by a cron expression on the clock of one time zone. */
export type CronSchedule = Schedule & {
  __typename?: 'CronSchedule';
  /** The schedule in English words. */
  description: Scalars['String']['output'];
  /** Five fields (minute, hour, day of month, month, day of week), six with the second first, or seven with the year last as well; or a macro such as `@daily`. */
  expression: Scalars['String']['output'];
  /** What becomes of local times that a clock change leaves out. Null: the default rule. */
  gap?: Maybe<GapRule>;
  /** Which pass of local times that a clock change repeats counts. Null: the default rule. */
  repeat?: Maybe<RepeatRule>;
  /** The zone whose wall clock the expression is read on. */
  timezone: Scalars['TimeZone']['output'];
};

/** A cron expression and its zone. */
export type CronScheduleInput = {
  /**
   * Five fields (minute, hour, day of month, month, day of week), six with the second first, or seven with the year (1970 to 2199)
   * last as well; or `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly`; `@every 90m` and `@startup` make the schedules of these names.
   * A field takes values, names (`MON`, `JAN`), ranges also
   * over the end (`FRI-MON`, `22-4`), steps (`*\/5`, `5/15`, `9-17/2`) and lists. The day of month also takes `L` (last day), `L-3`,
   * `15W` (nearest working day) and `LW`; the day of week `FRIL` (last Friday) and `MON#2`, with 0 and 7 for Sunday; both `?`.
   * With both day fields set, a day that fits either one runs, unless one of them starts with `*`.
   */
  expression: Scalars['String']['input'];
  /** What becomes of local times that a clock change leaves out. The default rule when left out. */
  gap?: InputMaybe<GapRule>;
  /** Which pass of local times that a clock change repeats counts. The default rule when left out. */
  repeat?: InputMaybe<RepeatRule>;
  /** The zone whose wall clock the expression is read on. */
  timezone: Scalars['TimeZone']['input'];
};

/** Leaves out whole days. */
export type DateExclusion = Exclusion & {
  __typename?: 'DateExclusion';
  /** The exclusion in English words. */
  description: Scalars['String']['output'];
  /** The first day, `YYYY-MM-DD`. */
  from: Scalars['String']['output'];
  /** The zone whose days they are. Null: the schedule's. */
  timezone?: Maybe<Scalars['TimeZone']['output']>;
  /** The last day, `YYYY-MM-DD`. */
  until: Scalars['String']['output'];
};

/** Whole days. */
export type DateExclusionInput = {
  /** The first day, `YYYY-MM-DD`. */
  from: Scalars['String']['input'];
  /** The zone whose days they are. The schedule's when left out. */
  timezone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** The last day, `YYYY-MM-DD`. The first when left out. */
  until?: InputMaybe<Scalars['String']['input']>;
};

/** Which calendar to delete. Refused with ILLEGAL_STATE while tasks use it. */
export type DeleteCalendarInput = {
  /** The calendar. */
  id: Scalars['ID']['input'];
};

/** What `deleteCalendar` answers. */
export type DeleteCalendarPayload = {
  __typename?: 'DeleteCalendarPayload';
  /** The calendar. Null when there are `userErrors`. */
  calendar?: Maybe<Calendar>;
  /** What was wrong with the input. Empty when it was done. */
  userErrors: Array<UserError>;
};

/** A namespace to be deleted. */
export type DeleteNamespaceInput = {
  /** Which. */
  name: Scalars['String']['input'];
};

/** What came of it. */
export type DeleteNamespacePayload = {
  __typename?: 'DeleteNamespacePayload';
  /** As it was. Null when it was refused. */
  namespace?: Maybe<Namespace>;
  /** What was wrong; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Which queue to delete. Refused with ILLEGAL_STATE while tasks name it; workers go on without its bounds. */
export type DeleteQueueInput = {
  /** The queue. */
  name: Scalars['String']['input'];
};

/** What `deleteQueue` answers. */
export type DeleteQueuePayload = {
  __typename?: 'DeleteQueuePayload';
  /** The queue as it was. Null when there are `userErrors`. */
  queue?: Maybe<Queue>;
  /** What was wrong with the input. Empty when the queue was deleted. */
  userErrors: Array<UserError>;
};

/** Which secret to delete. Refused with ILLEGAL_STATE while tasks name it. */
export type DeleteSecretInput = {
  /** The secret. */
  id: Scalars['ID']['input'];
};

/** What `deleteSecret` answers. */
export type DeleteSecretPayload = {
  __typename?: 'DeleteSecretPayload';
  /** The secret as it was. Null when there are `userErrors`. */
  secret?: Maybe<Secret>;
  /** Why it was not deleted. Empty when it was. */
  userErrors: Array<UserError>;
};

/** Which task to delete. */
export type DeleteTaskInput = {
  /** The task. */
  id: Scalars['ID']['input'];
  /** The version you read; left out, the task is deleted whatever its version. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** What `deleteTask` answers. */
export type DeleteTaskPayload = {
  __typename?: 'DeleteTaskPayload';
  /** The task as it was, with `deletedAt` set. Null when there are `userErrors`. */
  task?: Maybe<Task>;
  /** What was wrong with the input. Empty when the task was deleted. */
  userErrors: Array<UserError>;
};

/** Which tasks to delete. */
export type DeleteTasksInput = {
  /** Only says which tasks it would be. */
  dryRun: Scalars['Boolean']['input'];
  /** Which. */
  tasks: TasksInput;
};

/** What `deleteTasks` answers. Each task is changed for itself: some may be refused. */
export type DeleteTasksPayload = {
  __typename?: 'DeleteTasksPayload';
  /** By which `undoChange` takes it back. Null when nothing was changed. */
  changeId?: Maybe<Scalars['ID']['output']>;
  /** How many tasks were changed, or with `dryRun` would be tried. */
  count: Scalars['Int']['output'];
  /** Each task, in the order they were named or, by a filter, created. Empty when there are `userErrors`. */
  results: Array<TaskChangeResult>;
  /** What was wrong with the input as a whole. Empty when it was tried. */
  userErrors: Array<UserError>;
};

/** Which user to delete. Their sessions end and their tokens are revoked. */
export type DeleteUserInput = {
  /** The user. */
  id: Scalars['ID']['input'];
};

/** The user, or why not. */
export type DeleteUserPayload = {
  __typename?: 'DeleteUserPayload';
  /** Null when it was refused. */
  user?: Maybe<User>;
  /** What was wrong; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Which webhook to delete, with its deliveries. */
export type DeleteWebhookInput = {
  /** The webhook. */
  id: Scalars['ID']['input'];
};

/** What `deleteWebhook` answers. */
export type DeleteWebhookPayload = {
  __typename?: 'DeleteWebhookPayload';
  /** The id of the webhook that was deleted. Null when there are `userErrors`. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** What was wrong with the input. Empty when the webhook was deleted. */
  userErrors: Array<UserError>;
};

/** Which dead letters to take off the list: those with one of `ids`, or those of `filter`. */
export type DismissRunsInput = {
  /** Dead letters of this filter. */
  filter?: InputMaybe<RunFilter>;
  /** These runs, at most 1,000. Those that are no dead letters (any more) are left out. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Why, for whoever reads it later. 1 to 500 characters. */
  reason: Scalars['String']['input'];
};

/** What `dismissRuns` answers. */
export type DismissRunsPayload = {
  __typename?: 'DismissRunsPayload';
  /** How many were dismissed. Null when there are `userErrors`. */
  count?: Maybe<Scalars['Int']['output']>;
  /** How many dead letters that were asked for are left: one call dismisses at most 1,000. Null when there are `userErrors`. */
  remaining?: Maybe<Scalars['Int']['output']>;
  /** What was wrong with the input. Empty when they are dismissed. */
  userErrors: Array<UserError>;
};

/** Which session to end. */
export type EndSessionInput = {
  /** The session. */
  id: Scalars['ID']['input'];
};

/** The session that has ended, or why not. */
export type EndSessionPayload = {
  __typename?: 'EndSessionPayload';
  /** Null when it was refused. */
  session?: Maybe<Session>;
  /** What was wrong; empty when it was done. */
  userErrors: Array<UserError>;
};

/** A variable of a command's environment. */
export type EnvironmentVariable = {
  __typename?: 'EnvironmentVariable';
  /** Its name. */
  name: Scalars['String']['output'];
  /** Its value. */
  value: Scalars['String']['output'];
};

/** A variable of a command's environment. */
export type EnvironmentVariableInput = {
  /** Letters, digits and `_`, not a digit first. Names with `CRONOGRAPH_` in front are Cronograph's own. */
  name: Scalars['String']['input'];
  /** Its value. */
  value: Scalars['String']['input'];
};

/** Why something was refused. The same words stand in `extensions.code` of top-level errors. */
export type ErrorCode =
  /** The name is taken. */
  | 'ALREADY_EXISTS'
  /** A clock change makes this local time happen twice. */
  | 'AMBIGUOUS_LOCAL_TIME'
  /** The request is not a valid GraphQL operation. */
  | 'BAD_REQUEST'
  /** The object has changed since it was read. */
  | 'CONFLICT'
  /** The event log no longer reaches back to this cursor. */
  | 'CURSOR_EXPIRED'
  /** An instant lies in the past. */
  | 'DATE_IN_PAST'
  /** Whoever is signed in may not do this. */
  | 'FORBIDDEN'
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The object's state does not allow this. */
  | 'ILLEGAL_STATE'
  /** A fault of the server. */
  | 'INTERNAL'
  /** A calendar file or an entry of a calendar cannot be read. */
  | 'INVALID_CALENDAR'
  /** A text has characters that are not allowed there. */
  | 'INVALID_CHARACTERS'
  /** A cron expression cannot be read or never matches. */
  | 'INVALID_CRON'
  /** A cursor cannot be read. */
  | 'INVALID_CURSOR'
  /** A date cannot be read. */
  | 'INVALID_DATE'
  /** A duration cannot be read. */
  | 'INVALID_DURATION'
  /** An HTTP header is malformed or reserved. */
  | 'INVALID_HEADER'
  /** An id is malformed. */
  | 'INVALID_ID'
  /** Page arguments contradict each other or are out of range. */
  | 'INVALID_PAGE'
  /** A payload is not what the target takes. */
  | 'INVALID_PAYLOAD'
  /** A payload has a key that is not allowed. */
  | 'INVALID_PAYLOAD_KEY'
  /** A recurrence rule cannot be read or never matches. */
  | 'INVALID_RRULE'
  /** A time zone is not an IANA name known here. */
  | 'INVALID_TIME_ZONE'
  /** A URL cannot be read or has a scheme that is not allowed. */
  | 'INVALID_URL'
  /** A module does not exist or lies outside the tasks folder. */
  | 'MODULE_NOT_ALLOWED'
  /** A clock change leaves this local time out. */
  | 'NONEXISTENT_LOCAL_TIME'
  /** Nothing has this id. */
  | 'NOT_FOUND'
  /** A number or a duration is outside its range. */
  | 'OUT_OF_RANGE'
  /** A payload is larger than allowed. */
  | 'PAYLOAD_TOO_LARGE'
  /** The operation is too deep or asks for too much. */
  | 'QUERY_TOO_COMPLEX'
  /** A quota is used up. */
  | 'QUOTA_EXCEEDED'
  /** Too many requests. */
  | 'RATE_LIMITED'
  /** A value is missing. */
  | 'REQUIRED'
  /** The subscriber read too slowly and was cut off; resume from the last cursor. */
  | 'SLOW_CONSUMER'
  /** The lease on a run has passed to somebody else. */
  | 'STALE_LEASE'
  /** The disk is full. */
  | 'STORAGE_FULL'
  /** The operator has not enabled this kind of target. */
  | 'TARGET_DISABLED'
  /** A value is nested deeper than allowed. */
  | 'TOO_DEEP'
  /** A text is longer than allowed. */
  | 'TOO_LONG'
  /** The socket has too many subscriptions. */
  | 'TOO_MANY_SUBSCRIPTIONS'
  /** Nobody is signed in. */
  | 'UNAUTHENTICATED'
  /** The server cannot answer now; try again. */
  | 'UNAVAILABLE'
  /** A URL points to where targets may not go. */
  | 'URL_NOT_ALLOWED';

/** From where the interval of an `every` schedule is counted. */
export type EveryFrom =
  /** From the anchor: occurrences keep their distance however long runs take. */
  | 'ANCHOR'
  /** From the end of the run before: there is always one interval of rest. The first occurrence falls on the anchor. */
  | 'LAST_END';

/** Again and again, a fixed length of elapsed time apart. Clock changes do not move it. */
export type EverySchedule = Schedule & {
  __typename?: 'EverySchedule';
  /** Occurrences fall on the anchor plus a whole number of intervals. */
  anchor: Scalars['DateTime']['output'];
  /** The schedule in English words. */
  description: Scalars['String']['output'];
  /** From where the interval is counted. */
  from: EveryFrom;
  /** The distance between two occurrences, at least one second. */
  interval: Scalars['Duration']['output'];
};

/** A fixed length of elapsed time. */
export type EveryScheduleInput = {
  /** Occurrences fall on the anchor plus a whole number of intervals. The second of creation when left out, or 1970-01-01T00:00:00Z when `phase` is given. */
  anchor?: InputMaybe<Scalars['DateTime']['input']>;
  /** From where the interval is counted. */
  from: EveryFrom;
  /** The distance, at least one second, at most 366 days. */
  interval: Scalars['Duration']['input'];
  /** Moves the anchor later, by less than the interval; for example `PT5M` for five past with an interval of `PT1H`. */
  phase?: InputMaybe<Scalars['Duration']['input']>;
};

/** What is left out of a schedule: `CronExclusion`, `DateExclusion` or `CalendarExclusion`. */
export type Exclusion = {
  /** The exclusion in English words. */
  description: Scalars['String']['output'];
};

/** One exclusion. */
export type ExclusionCheck = OccurrenceCheck & {
  __typename?: 'ExclusionCheck';
  /** The calendar. Null when the exclusion is none. */
  calendar?: Maybe<Calendar>;
  /** What was checked and how it came out, in a sentence. */
  message: Scalars['String']['output'];
  /** False when it leaves the instant out. */
  passed?: Maybe<Scalars['Boolean']['output']>;
};

/** What is left out of a schedule. Exactly one field. */
export type ExclusionInput =
  /** What a shared calendar names: its id. */
  { calendarId: Scalars['ID']['input']; cron?: never; dates?: never; }
  |  /** The times that a cron expression matches. */
  { calendarId?: never; cron: CronExclusionInput; dates?: never; }
  |  /** Whole days. */
  { calendarId?: never; cron?: never; dates: DateExclusionInput; };

/** An attempt that has failed. */
export type FailRunInput = {
  /** The attempt, as `claimRuns` answered it: what is reported for an older one is refused. */
  attempt: Scalars['Int']['input'];
  /** What went wrong, for programs: 1 to 100 capital letters, digits and `_`, for example `SMTP_REFUSED`. */
  code: Scalars['String']['input'];
  /** What went wrong, for people. What is beyond 4,000 characters is cut. */
  message: Scalars['String']['input'];
  /** Wait this long before the next attempt in place of the retry policy's delay, up to 7 days. */
  retryAfter?: InputMaybe<Scalars['Duration']['input']>;
  /** Whether another attempt may help. False: the run fails at once. */
  retryable: Scalars['Boolean']['input'];
  /** The run. */
  runId: Scalars['ID']['input'];
  /** The worker that claimed it. */
  workerId: Scalars['String']['input'];
};

/** What `failRun` answers. */
export type FailRunPayload = {
  __typename?: 'FailRunPayload';
  /** The run. Null when there are `userErrors`. */
  run?: Maybe<Run>;
  /** What was wrong. Empty when the attempt has ended. STALE_LEASE: the attempt has ended or was taken over, give it up; FORBIDDEN: another worker holds it. */
  userErrors: Array<UserError>;
};

/** One field of a cron expression against the wall clock. */
export type FieldCheck = OccurrenceCheck & {
  __typename?: 'FieldCheck';
  /** What the wall clock shows. */
  actual: Scalars['String']['output'];
  /** What the expression says. */
  expected: Scalars['String']['output'];
  /** The field, for example `day of week`. */
  field: Scalars['String']['output'];
  /** What was checked and how it came out, in a sentence. */
  message: Scalars['String']['output'];
  /** Whether the field matches. */
  passed?: Maybe<Scalars['Boolean']['output']>;
};

/** A task that runs after a run of another one has ended. */
export type FollowUp = {
  __typename?: 'FollowUp';
  /** After which ends. */
  on: FollowUpOn;
  /** What it is given. */
  payload: FollowUpPayload;
  /** The task that runs then. It is still given when it has been deleted; its runs are then SKIPPED, as they are while it is paused. */
  task: Task;
};

/** A task that runs after a run of another one has ended. */
export type FollowUpInput = {
  /** After which ends. */
  on: FollowUpOn;
  /** What it is given. */
  payload: FollowUpPayload;
  /** The task that runs then. */
  taskId: Scalars['ID']['input'];
};

/** After which ends of a run a follow-up runs. A run that never started (SKIPPED, MISSED, or cancelled while it waited) has no follow-ups. */
export type FollowUpOn =
  /** When it SUCCEEDED, FAILED for good or was CANCELLED after it had started. */
  | 'ANY'
  /** When it FAILED for good: its attempts are used up. */
  | 'FAILURE'
  /** When it SUCCEEDED. */
  | 'SUCCESS';

/** What a follow-up is given. */
export type FollowUpPayload =
  /** Its own payload. */
  | 'OWN'
  /** What the run before came to: `{ run: { id, task, state, scheduledFor, attempt }, result, resultTruncated, error }`. */
  | 'RESULT';

/**
 * What becomes of local times that a clock change leaves out. The default: a schedule whose second, minute or hour field starts with `*` follows
 * the clock and skips them; any other runs once at the first instant after a gap of up to 3 hours.
 */
export type GapRule =
  /** It runs at the first instant after the gap; the times of one gap run once. */
  | 'NEXT_VALID'
  /** It runs in the last second before the gap; the times of one gap run once. */
  | 'PREVIOUS_VALID'
  /** It does not run. */
  | 'SKIP';

/** A sign of life of a worker. */
export type HeartbeatRunInput = {
  /** The attempt, as `claimRuns` answered it: what is reported for an older one is refused. */
  attempt: Scalars['Int']['input'];
  /** How long the worker holds the run from now on, 5 seconds to 10 minutes, at most until the attempt's deadline. */
  lease: Scalars['Duration']['input'];
  /** The run. */
  runId: Scalars['ID']['input'];
  /** The worker that claimed it. */
  workerId: Scalars['String']['input'];
};

/** What `heartbeatRun` answers. */
export type HeartbeatRunPayload = {
  __typename?: 'HeartbeatRunPayload';
  /** Whether somebody wants the run stopped: stop, and call `failRun`. The lease is not renewed any more. */
  cancelRequested: Scalars['Boolean']['output'];
  /** Until when the worker holds the run. Null when it was not renewed. */
  leaseUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The run. Null when there are `userErrors`. */
  run?: Maybe<Run>;
  /** What was wrong. Empty when the worker holds the run. STALE_LEASE: the attempt has ended or was taken over, give it up; FORBIDDEN: another worker holds it. */
  userErrors: Array<UserError>;
};

/** Which of a task's held occurrences run; the others are recorded as MISSED. */
export type HeldChoice =
  /** All. */
  | 'ALL'
  /** The newest. */
  | 'LAST'
  /** None. */
  | 'NONE'
  /** Those named. */
  | 'SELECTED';

/** When missed occurrences are held for a person to decide. */
export type HoldPolicy = {
  __typename?: 'HoldPolicy';
  /** How long they wait for somebody; then `missedRunPolicy` decides. */
  for: Scalars['Duration']['output'];
  /** More than so many at once are held: after downtime, or those of a pause on resume. */
  whenMoreThan: Scalars['Int']['output'];
};

/** When missed occurrences are held for a person to decide. */
export type HoldPolicyInput = {
  /** How long they wait for somebody, one minute to 30 days; then `missedRunPolicy` decides. */
  for: Scalars['Duration']['input'];
  /** More than so many at once are held, 0 to 100. */
  whenMoreThan: Scalars['Int']['input'];
};

/** One HTTP header. */
export type HttpHeader = {
  __typename?: 'HttpHeader';
  /** The header's name. */
  name: Scalars['String']['output'];
  /** The header's value. */
  value: Scalars['String']['output'];
};

/** One HTTP header. */
export type HttpHeaderInput = {
  /** A header name by RFC 9110. */
  name: Scalars['String']['input'];
  /** Visible characters, spaces and tabs; no line breaks. */
  value: Scalars['String']['input'];
};

/** An HTTP request method. */
export type HttpMethod =
  /** Remove. */
  | 'DELETE'
  /** Read. */
  | 'GET'
  /** Read the headers only. */
  | 'HEAD'
  /** Change a part. */
  | 'PATCH'
  /** Create or do. */
  | 'POST'
  /** Replace. */
  | 'PUT';

/** Sends an HTTP request. Any payload is sent as its JSON body unless `body` is set. Each request carries `Idempotency-Key` (the run's id), `X-Run-Attempt`, `X-Run-Fence` (grows with every attempt of the run), `X-Scheduled-For` and `traceparent`. */
export type HttpTarget = Target & {
  __typename?: 'HttpTarget';
  /** The request body. Null: the payload as JSON for POST, PUT, PATCH and DELETE when there is one, else no body. */
  body?: Maybe<Scalars['String']['output']>;
  /** The status codes that count as success. Empty: any of 200 to 299. */
  expectedStatus: Array<Scalars['Int']['output']>;
  /** Request headers in the order given. */
  headers: Array<HttpHeader>;
  /** The request method. */
  method: HttpMethod;
  /** The name of the secret whose key signs the request. Null: it is not signed. */
  signingSecret?: Maybe<Scalars['String']['output']>;
  /** The target in one line. */
  summary: Scalars['String']['output'];
  /** An `http:` or `https:` address. */
  url: Scalars['String']['output'];
};

/** An HTTP request. */
export type HttpTargetInput = {
  /** The request body, up to 256 KiB. Left out: the payload as JSON for POST, PUT, PATCH and DELETE when there is one. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** The status codes that count as success. Left out or empty: any of 200 to 299. */
  expectedStatus?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Request headers, at most 50. */
  headers?: InputMaybe<Array<HttpHeaderInput>>;
  /** The request method. */
  method: HttpMethod;
  /** The name of a secret that holds a signing key: `whsec_` and 24 to 64 bytes in base64, or several of these with a space between them while a key is exchanged. The request then carries `webhook-id` (the run's id), `webhook-timestamp` and `webhook-signature` by Standard Webhooks, and follows no redirect. */
  signingSecret?: InputMaybe<Scalars['String']['input']>;
  /** An `http:` or `https:` address, up to 2,048 characters. Metadata and link-local addresses are refused, loopback and private ones unless the setting OUTGOING_ALLOW has them. */
  url: Scalars['String']['input'];
};

/** One running process of Cronograph. */
export type Instance = {
  __typename?: 'Instance';
  /** How far its machine's clock is ahead of the database's, in milliseconds; negative when it is behind. It decides nothing: the database's does. Null where one process has the database for itself. */
  clockAheadMs?: Maybe<Scalars['Int']['output']>;
  /** The machine it runs on. */
  hostname: Scalars['String']['output'];
  /** Identifies the process; a restart makes a new one. */
  id: Scalars['ID']['output'];
  /** When it last said that it is alive. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** Its load: the share of the seconds before it was last seen in which it was busy, from 0 to 1. Near 1 it can do no more. Null of an older version. */
  load?: Maybe<Scalars['Float']['output']>;
  /** Its process id there. */
  pid: Scalars['Int']['output'];
  /** What it does. */
  roles: Array<Role>;
  /** How many attempts were going in it when it was last seen. */
  running: Scalars['Int']['output'];
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** When it stopped in good order or was found dead. Null while it is alive. */
  stoppedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The version of Cronograph. */
  version: Scalars['String']['output'];
};

/** The jitter window. */
export type JitterCheck = OccurrenceCheck & {
  __typename?: 'JitterCheck';
  /** When the run is to start. */
  effectiveAt: Scalars['DateTime']['output'];
  /** What was checked and how it came out, in a sentence. */
  message: Scalars['String']['output'];
  /** Always null. */
  passed?: Maybe<Scalars['Boolean']['output']>;
};

/** Lateness in milliseconds at three percentiles and at most. */
export type LatenessSummary = {
  __typename?: 'LatenessSummary';
  /** The latest. */
  maxMs: Scalars['SafeInt']['output'];
  /** Half of the runs started within this time of their instant. */
  p50Ms: Scalars['SafeInt']['output'];
  /** 95 of 100 did. */
  p95Ms: Scalars['SafeInt']['output'];
  /** 99 of 100 did. */
  p99Ms: Scalars['SafeInt']['output'];
};

/** How grave a log line is. */
export type LogLevel =
  /** For finding faults. */
  | 'DEBUG'
  /** Something failed. */
  | 'ERROR'
  /** What is going on. */
  | 'INFO'
  /** Something to look at. */
  | 'WARN';

/** One line that a run wrote. */
export type LogLine = {
  __typename?: 'LogLine';
  /** When it was written. */
  at: Scalars['DateTime']['output'];
  /** The attempt that wrote it. */
  attempt: Scalars['Int']['output'];
  /** Its position; `runLog(after:)` goes on from here. */
  cursor: Scalars['Cursor']['output'];
  /** How grave it is. */
  level: LogLevel;
  /** 1 for the first line of the run; no number is left out. */
  number: Scalars['Int']['output'];
  /** The text, up to 8,192 characters. */
  text: Scalars['String']['output'];
};

/** A page of log lines. */
export type LogLineConnection = {
  __typename?: 'LogLineConnection';
  /** The lines with their cursors. */
  edges: Array<LogLineEdge>;
  /** The lines alone. */
  nodes: Array<LogLine>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many lines there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One log line of a page. */
export type LogLineEdge = {
  __typename?: 'LogLineEdge';
  /** Its position in the list. */
  cursor: Scalars['Cursor']['output'];
  /** The line. */
  node: LogLine;
};

/** Never by itself: only by hand, or as a follow-up of another task. */
export type ManualSchedule = Schedule & {
  __typename?: 'ManualSchedule';
  /** The schedule in English words. */
  description: Scalars['String']['output'];
};

/** What a member of a namespace is there. */
export type MemberRole =
  /** Everything within the namespace. Users, namespaces and the server itself need the role ADMIN that holds in every namespace. */
  | 'ADMIN'
  /** READ, OPERATE, WORK and EDIT. */
  | 'EDITOR'
  /** READ, OPERATE and WORK. */
  | 'OPERATOR'
  /** READ. */
  | 'VIEWER';

/** A role that a user has in one namespace, beside the one that holds in every namespace: they may do there what either allows. */
export type Membership = {
  __typename?: 'Membership';
  /** Where. */
  namespace: Namespace;
  /** What they are there. */
  role: MemberRole;
  /** Who. */
  user: User;
};

/** What happens to occurrences that nobody could run in time. */
export type MissedRunPolicy =
  /** All within the catch-up window run, at most 100; the others are recorded as MISSED. */
  | 'ALL'
  /** The newest within the catch-up window runs, marked late; the others are recorded as MISSED. */
  | 'LAST'
  /** The newest `catchUpLimit` within the catch-up window run; the others are recorded as MISSED. */
  | 'LAST_N'
  /** All are recorded as MISSED. */
  | 'SKIP';

/** Runs the default export of a file of the operator's tasks folder in a worker thread. */
export type ModuleTarget = Target & {
  __typename?: 'ModuleTarget';
  /** What the tasks folder has by this name. Null when the file has gone. */
  module?: Maybe<TaskModule>;
  /** The file's path inside the tasks folder without its extension, for example `backup-folder`. */
  name: Scalars['String']['output'];
  /** The target in one line. */
  summary: Scalars['String']['output'];
};

/** A module of the tasks folder; `modules` lists them. */
export type ModuleTargetInput = {
  /** The file's path inside the tasks folder without its extension. */
  name: Scalars['String']['input'];
};

/** An occurrence before and after. */
export type MovedOccurrence = {
  __typename?: 'MovedOccurrence';
  /** As it is. */
  from: Occurrence;
  /** As it would be. */
  to: Occurrence;
};

/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Adds lines to the log of a run that a worker carries out. */
  appendRunLog: AppendRunLogPayload;
  /** Runs a range of past occurrences after all, or again. Ask for a dry run first: it only counts. */
  backfillTask: BackfillTaskPayload;
  /** Stops a backfill: its runs that wait are cancelled, no more are made; what is running goes on. */
  cancelBackfill: CancelBackfillPayload;
  /** Cancels a run that waits or is going. */
  cancelRun: CancelRunPayload;
  /** Changes one's own password. One's other sessions end. */
  changePassword: ChangePasswordPayload;
  /** Takes due runs of a queue for a worker. They are started when this is answered: the worker holds each for the lease, and renews it with `heartbeatRun`. */
  claimRuns: ClaimRunsPayload;
  /** Ends a run that a worker has carried out. The same call again gives the same answer: the first result stays. */
  completeRun: CompleteRunPayload;
  /** Makes an API token of one's own and answers it, this once. */
  createApiToken: CreateApiTokenPayload;
  /** Creates a calendar, by hand or from an iCalendar text. */
  createCalendar: CreateCalendarPayload;
  /** Makes a namespace. */
  createNamespace: CreateNamespacePayload;
  /** Creates a queue. */
  createQueue: CreateQueuePayload;
  /** Creates a secret. Needs a key of the operator's (`server.secretsEnabled`). */
  createSecret: CreateSecretPayload;
  /** Creates a task and plans its first occurrence. */
  createTask: CreateTaskPayload;
  /** Makes a user. */
  createUser: CreateUserPayload;
  /** Creates a webhook and answers its signing secret, this once. Events from now on are sent. */
  createWebhook: CreateWebhookPayload;
  /** Deletes a calendar that no task uses. */
  deleteCalendar: DeleteCalendarPayload;
  /** Deletes a namespace that has no tasks, queues, secrets, calendars and webhooks any more; never `default`. */
  deleteNamespace: DeleteNamespacePayload;
  /** Deletes a queue that no task names. */
  deleteQueue: DeleteQueuePayload;
  /** Deletes a secret that no task names. */
  deleteSecret: DeleteSecretPayload;
  /** Deletes a task. Its planned occurrences are taken back, what is running goes on, with its retries; its history is kept. */
  deleteTask: DeleteTaskPayload;
  /** Deletes many tasks. */
  deleteTasks: DeleteTasksPayload;
  /** Deletes a user, but not the last one who administers. */
  deleteUser: DeleteUserPayload;
  /** Deletes a webhook and its deliveries. What is being sent may still arrive. */
  deleteWebhook: DeleteWebhookPayload;
  /** Takes dead letters off the list, with a reason. */
  dismissRuns: DismissRunsPayload;
  /** Ends a session: one's own, or anybody's for who administers. */
  endSession: EndSessionPayload;
  /** Ends a worker's attempt that failed; the task's retries decide what follows. The same call again gives the same answer. */
  failRun: FailRunPayload;
  /** Says that a worker still carries a run out: renews its lease, and tells the worker whether to stop. */
  heartbeatRun: HeartbeatRunPayload;
  /** Lets nothing of a queue start any more. A queue that is paused stays so, with the new reason. */
  pauseQueue: PauseQueuePayload;
  /** Holds a task's schedule. What is running goes on. */
  pauseTask: PauseTaskPayload;
  /** Pauses many tasks. */
  pauseTasks: PauseTasksPayload;
  /** Stops sending to a webhook. What happens meanwhile is kept for it as long as the event log reaches back. */
  pauseWebhook: PauseWebhookPayload;
  /** Sends a delivery again, as it was and with the same `webhook-id`, with all its attempts. */
  redeliver: RedeliverPayload;
  /** Does dead letters again, in one transaction. Each is done again at most once, so a repeated call is safe. Ask for a dry run first: it only counts. */
  redriveRuns: RedriveRunsPayload;
  /** Takes a user's role in a namespace away. What they have open there is closed within seconds. */
  removeMembership: RemoveMembershipPayload;
  /** Tells how far a run is that a worker carries out. */
  reportProgress: ReportProgressPayload;
  /** Decides about a task's held occurrences. */
  resolveHeldRuns: ResolveHeldRunsPayload;
  /** Brings a deleted task back as it was. Nothing of the time since is run. */
  restoreTask: RestoreTaskPayload;
  /** Lets a queue's runs start again. */
  resumeQueue: ResumeQueuePayload;
  /** Follows a task's schedule again from now on. What becomes of occurrences that fell into the pause is `missed`'s choice, SKIPPED unless said otherwise; more of them than the hold policy allows are held. */
  resumeTask: ResumeTaskPayload;
  /** Resumes many tasks. */
  resumeTasks: ResumeTasksPayload;
  /** Sends to a webhook again, and calls off its being disabled. */
  resumeWebhook: ResumeWebhookPayload;
  /** Does a run again that has ended, whatever its outcome. */
  retryRun: RetryRunPayload;
  /** Sets a task back to the definition it had at an earlier version, as a new edit. */
  revertTask: RevertTaskPayload;
  /** Revokes an API token: one's own, or anybody's for who administers. */
  revokeApiToken: RevokeApiTokenPayload;
  /** Gives a webhook a new signing secret, and answers it, this once. For 24 hours messages are signed with the old one too. */
  rotateWebhookSecret: RotateWebhookSecretPayload;
  /** Makes a user a member of a namespace, or gives a member another role. */
  setMembership: SetMembershipPayload;
  /** Sends a test message at once, whatever the webhook's state, and answers what came of it. It is not sent again. */
  testWebhook: TestWebhookPayload;
  /** Runs a task now, whatever its schedule and state. */
  triggerTask: TriggerTaskPayload;
  /** Takes a change of tasks back: each that nobody has changed since becomes what it was. A change that only paused or resumed can be taken back with OPERATE, others need EDIT. */
  undoChange: UndoChangePayload;
  /** Edits a calendar. Tasks that leave it out are planned anew. */
  updateCalendar: UpdateCalendarPayload;
  /** Changes a namespace's description and quotas. */
  updateNamespace: UpdateNamespacePayload;
  /** Changes a queue, if it is still at the version given. The answer's bounds hold for every start after it. */
  updateQueue: UpdateQueuePayload;
  /** Changes a secret's value or description. */
  updateSecret: UpdateSecretPayload;
  /** Edits a task. The edit governs every occurrence that has not started when this is answered. */
  updateTask: UpdateTaskPayload;
  /** Sets the same for many tasks. */
  updateTasks: UpdateTasksPayload;
  /** Changes a user. The last one who administers stays so. */
  updateUser: UpdateUserPayload;
  /** Changes a webhook, if it is still at the version given. */
  updateWebhook: UpdateWebhookPayload;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationAppendRunLogArgs = {
  input: AppendRunLogInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationBackfillTaskArgs = {
  input: BackfillTaskInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationCancelBackfillArgs = {
  input: CancelBackfillInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationCancelRunArgs = {
  input: CancelRunInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationClaimRunsArgs = {
  input: ClaimRunsInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationCompleteRunArgs = {
  input: CompleteRunInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationCreateApiTokenArgs = {
  input: CreateApiTokenInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationCreateCalendarArgs = {
  input: CreateCalendarInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationCreateNamespaceArgs = {
  input: CreateNamespaceInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationCreateQueueArgs = {
  input: CreateQueueInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationCreateSecretArgs = {
  input: CreateSecretInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationCreateTaskArgs = {
  input: CreateTaskInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationCreateUserArgs = {
  input: CreateUserInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationCreateWebhookArgs = {
  input: CreateWebhookInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationDeleteCalendarArgs = {
  input: DeleteCalendarInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationDeleteNamespaceArgs = {
  input: DeleteNamespaceInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationDeleteQueueArgs = {
  input: DeleteQueueInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationDeleteSecretArgs = {
  input: DeleteSecretInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationDeleteTaskArgs = {
  input: DeleteTaskInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationDeleteTasksArgs = {
  input: DeleteTasksInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationDeleteUserArgs = {
  input: DeleteUserInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationDeleteWebhookArgs = {
  input: DeleteWebhookInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationDismissRunsArgs = {
  input: DismissRunsInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationEndSessionArgs = {
  input: EndSessionInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationFailRunArgs = {
  input: FailRunInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationHeartbeatRunArgs = {
  input: HeartbeatRunInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationPauseQueueArgs = {
  input: PauseQueueInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationPauseTaskArgs = {
  input: PauseTaskInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationPauseTasksArgs = {
  input: PauseTasksInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationPauseWebhookArgs = {
  input: PauseWebhookInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationRedeliverArgs = {
  input: RedeliverInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationRedriveRunsArgs = {
  input: RedriveRunsInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationRemoveMembershipArgs = {
  input: RemoveMembershipInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationReportProgressArgs = {
  input: ReportProgressInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationResolveHeldRunsArgs = {
  input: ResolveHeldRunsInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationRestoreTaskArgs = {
  input: RestoreTaskInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationResumeQueueArgs = {
  input: ResumeQueueInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationResumeTaskArgs = {
  input: ResumeTaskInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationResumeTasksArgs = {
  input: ResumeTasksInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationResumeWebhookArgs = {
  input: ResumeWebhookInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationRetryRunArgs = {
  input: RetryRunInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationRevertTaskArgs = {
  input: RevertTaskInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationRevokeApiTokenArgs = {
  input: RevokeApiTokenInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationSetMembershipArgs = {
  input: SetMembershipInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationTestWebhookArgs = {
  input: TestWebhookInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationTriggerTaskArgs = {
  input: TriggerTaskInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationUndoChangeArgs = {
  input: UndoChangeInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationUpdateCalendarArgs = {
  input: UpdateCalendarInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationUpdateNamespaceArgs = {
  input: UpdateNamespaceInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationUpdateQueueArgs = {
  input: UpdateQueueInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationUpdateSecretArgs = {
  input: UpdateSecretInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationUpdateTaskArgs = {
  input: UpdateTaskInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationUpdateTasksArgs = {
  input: UpdateTasksInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationUpdateUserArgs = {
  input: UpdateUserInput;
};


/** What can be changed. Each is answered after its commit; a second identical attempt of `createTask` or `triggerTask` is safe with an `idempotencyKey`. */
export type MutationUpdateWebhookArgs = {
  input: UpdateWebhookInput;
};

/** A team's own tasks, queues, secrets, calendars and webhooks, with bounds. A request is of one: that of its header `Cronograph-Namespace` (`namespace` in the payload of a socket's `connection_init`), else `default`. */
export type Namespace = {
  __typename?: 'Namespace';
  /** When it was made. 1970 for `default`. */
  createdAt: Scalars['DateTime']['output'];
  /** Whose it is and what for. Null when nobody said. */
  description?: Maybe<Scalars['String']['output']>;
  /** Users who have a role in it beside the one that holds in every namespace, by name. */
  members: Array<Membership>;
  /** Unique; it stays. 1 to 63 lower-case letters, digits and hyphens. */
  name: Scalars['String']['output'];
  /** How much there may be in it. */
  quotas: NamespaceQuotas;
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** How much there is in it. */
  usage: NamespaceUsage;
  /** Grows by one with each edit. `updateNamespace` asks for the one you read. */
  version: Scalars['Int']['output'];
};

/** Bounds of a namespace. They hold over all instances of the server. */
export type NamespaceQuotas = {
  __typename?: 'NamespaceQuotas';
  /** Runs that are RUNNING at a time; others wait, none is lost. Null: any number. */
  runningRuns?: Maybe<Scalars['Int']['output']>;
  /** Secrets. Null: any number. */
  secrets?: Maybe<Scalars['Int']['output']>;
  /** Tasks that are not deleted. Null: any number. */
  tasks?: Maybe<Scalars['Int']['output']>;
  /** Runs that are QUEUED: beyond it nothing more can be triggered or done again. Occurrences of schedules are made all the same. Null: any number. */
  waitingRuns?: Maybe<Scalars['Int']['output']>;
  /** Webhooks. Null: any number. */
  webhooks?: Maybe<Scalars['Int']['output']>;
};

/** Bounds of a namespace. What is left out stays as it was, null takes the bound away; each at most 1,000,000. */
export type NamespaceQuotasInput = {
  /** Runs that are RUNNING at a time. */
  runningRuns?: InputMaybe<Scalars['Int']['input']>;
  /** Secrets. */
  secrets?: InputMaybe<Scalars['Int']['input']>;
  /** Tasks. */
  tasks?: InputMaybe<Scalars['Int']['input']>;
  /** Runs that are QUEUED. */
  waitingRuns?: InputMaybe<Scalars['Int']['input']>;
  /** Webhooks. */
  webhooks?: InputMaybe<Scalars['Int']['input']>;
};

/** What is used of the quotas. */
export type NamespaceUsage = {
  __typename?: 'NamespaceUsage';
  /** Runs that are RUNNING. */
  runningRuns: Scalars['Int']['output'];
  /** Secrets. */
  secrets: Scalars['Int']['output'];
  /** Tasks that are not deleted. */
  tasks: Scalars['Int']['output'];
  /** Runs that are QUEUED. */
  waitingRuns: Scalars['Int']['output'];
  /** Webhooks. */
  webhooks: Scalars['Int']['output'];
};

/** One instant of a schedule. */
export type Occurrence = {
  __typename?: 'Occurrence';
  /** The instant that the schedule names; it identifies the occurrence. */
  at: Scalars['DateTime']['output'];
  /** When the run is to start: `at` and the task's share of the jitter window. */
  effectiveAt: Scalars['DateTime']['output'];
  /** The same instant on the wall clock of the schedule's zone. */
  local: Scalars['LocalDateTime']['output'];
  /** All notes in one text. Null when there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** What clock changes and jitter did to this occurrence. */
  notes: Array<OccurrenceNote>;
  /** The zone's offset from UTC at that instant, for example `+01:00`. */
  offset: Scalars['String']['output'];
};

/** One step of an explanation. */
export type OccurrenceCheck = {
  /** What was checked and how it came out, in a sentence. */
  message: Scalars['String']['output'];
  /** True: it lets the occurrence run; false: it does not; null: it has no say, but is worth knowing. */
  passed?: Maybe<Scalars['Boolean']['output']>;
};

/** Why an instant was, is or is not an occurrence of a task, and what became of it. */
export type OccurrenceExplanation = {
  __typename?: 'OccurrenceExplanation';
  /** The instant asked about. */
  at: Scalars['DateTime']['output'];
  /** The checks in the order in which they decide. */
  checks: Array<OccurrenceCheck>;
  /** The same instant on the wall clock of the schedule's zone. */
  local: Scalars['LocalDateTime']['output'];
  /** The nearest occurrence after. Null when there is none. */
  next?: Maybe<Occurrence>;
  /** The nearest occurrence before. Null when there is none. */
  previous?: Maybe<Occurrence>;
  /** The run of this occurrence. Null when there is none. */
  run?: Maybe<Run>;
  /** The verdict in a sentence. */
  summary: Scalars['String']['output'];
  /** What became of it, or is expected to. */
  verdict: OccurrenceVerdict;
};

/** Something to know about an occurrence. */
export type OccurrenceNote = {
  __typename?: 'OccurrenceNote';
  /** For programs. */
  kind: OccurrenceNoteKind;
  /** For people. */
  message: Scalars['String']['output'];
};

/** What happened to an occurrence on its way from the schedule to the clock. */
export type OccurrenceNoteKind =
  /** It depends on something not yet known, such as the end of the run before. */
  | 'ASSUMED'
  /** A clock change leaves it out. */
  | 'DROPPED'
  /** An exclusion leaves it out. */
  | 'EXCLUDED'
  /** Its local time comes twice; it runs the first time only. */
  | 'FIRST_PASS'
  /** Jitter starts it later than its instant. */
  | 'JITTERED'
  /** A local time that a clock change leaves out joins this occurrence. */
  | 'MERGED'
  /** A clock change leaves its local time out; it runs at another one. */
  | 'MOVED'
  /** Its local time comes twice, and this is the second run. */
  | 'REPEATED'
  /** Its local time comes twice; it runs the second time only. */
  | 'SECOND_PASS';

/** What became of an instant. */
export type OccurrenceVerdict =
  /** It was decided that it does not run: skipped, missed or cancelled. */
  | 'DID_NOT_RUN'
  /** It waits for a person's decision. */
  | 'HELD'
  /** The schedule does not name it, or something leaves it out. */
  | 'NOT_DUE'
  /** It ran, runs, or waits to. */
  | 'RAN'
  /** It lies before the task existed or before its present schedule, and has no row. */
  | 'UNKNOWN'
  /** The task is not active, so it will not run as things are. */
  | 'WILL_NOT_RUN'
  /** It is planned or will be. */
  | 'WILL_RUN';

/** A time that the schedule names and that does not run. */
export type OmittedOccurrence = {
  __typename?: 'OmittedOccurrence';
  /** The instant. Null when a clock change leaves the local time out. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** The wall-clock time. */
  local: Scalars['LocalDateTime']['output'];
  /** Why it does not run: DROPPED or EXCLUDED. */
  note: OccurrenceNote;
  /** The zone of `local`. */
  timezone: Scalars['TimeZone']['output'];
};

/** One time only. */
export type OnceSchedule = Schedule & {
  __typename?: 'OnceSchedule';
  /** The instant. */
  at: Scalars['DateTime']['output'];
  /** The schedule in English words. */
  description: Scalars['String']['output'];
  /** How long after the instant the task could still be created and run at once. Null: not at all. */
  grace?: Maybe<Scalars['Duration']['output']>;
  /** The zone the instant was given in; only for showing it. Null when it was given with an offset. */
  timezone?: Maybe<Scalars['TimeZone']['output']>;
};

/** One instant, given either as `at`, or as `local` together with `timezone`. */
export type OnceScheduleInput = {
  /** The instant with its offset. It must lie in the future. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Accept an instant that has passed by at most this long, and run at once. Refused with DATE_IN_PAST when left out. At most 366 days. */
  grace?: InputMaybe<Scalars['Duration']['input']>;
  /** The wall-clock time. Refused with both choices shown when a clock change makes it not exist or exist twice. */
  local?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** The zone of `local`, or the zone to show `at` in. */
  timezone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** Up or down. */
export type OrderDirection =
  /** Smallest or oldest first. */
  | 'ASC'
  /** Largest or newest first. */
  | 'DESC';

/** What happens to an occurrence that falls due while an earlier run of its task is still going. Decided in the transaction of the start, so that no two instances disagree. */
export type OverlapPolicy =
  /** It runs beside the other. */
  | 'ALLOW'
  /** It waits for its turn. While `overlapBuffer` occurrences wait already, later ones are recorded as SKIPPED. */
  | 'BUFFER'
  /** It waits for the other's end. While one waits already, later ones are recorded as SKIPPED. */
  | 'BUFFER_ONE'
  /** The other is asked to stop; this one starts when it has ended. */
  | 'CANCEL_RUNNING'
  /** It is recorded as SKIPPED and names the run in the way. */
  | 'SKIP'
  /** The other is ended at once and this one starts; what the other still reports is refused. */
  | 'TERMINATE_RUNNING';

/** How runs of a task would meet each other, from the durations of its newest 100 runs that ended. */
export type OverlapPrediction = {
  __typename?: 'OverlapPrediction';
  /** The same after the edit. */
  after: Scalars['Int']['output'];
  /** How many occurrences of the window would fall due while an earlier run goes on, as the task is, if each run took `p95Ms`. */
  before: Scalars['Int']['output'];
  /** Half of them took no longer, in milliseconds. */
  p50Ms: Scalars['SafeInt']['output'];
  /** 95 of 100 took no longer, in milliseconds. */
  p95Ms: Scalars['SafeInt']['output'];
  /** The same after the edit. */
  peakAfter: Scalars['Int']['output'];
  /** How many runs would go at once at most, as the task is, if nothing held them back and each took `p95Ms`. */
  peakBefore: Scalars['Int']['output'];
  /** How many runs the durations were taken from. */
  sampleSize: Scalars['Int']['output'];
};

/** How the scheduler is doing. */
export type Overview = {
  __typename?: 'Overview';
  /** Tasks whose schedule is followed. */
  activeTasks: Scalars['Int']['output'];
  /** Where the event log stood when this was read; subscribe after it to miss nothing. */
  cursor: Scalars['Cursor']['output'];
  /** Runs that failed for good and that nobody has done again or dismissed, counted up to 10,000. */
  deadLetters: Scalars['Int']['output'];
  /** Runs that ended in the past 24 hours, by state. */
  last24Hours: RunCounts;
  /** How late runs started in the past 24 hours (of the newest 10,000). Null when none started. */
  lateness?: Maybe<LatenessSummary>;
  /** The next occurrences over all tasks, soonest first. */
  next: Array<Run>;
  /** Tasks that are paused. */
  pausedTasks: Scalars['Int']['output'];
  /** Runs that are going now. */
  runningRuns: Scalars['Int']['output'];
  /** Runs that are due and wait for a slot or for their next attempt. */
  waitingRuns: Scalars['Int']['output'];
};


/** How the scheduler is doing. */
export type OverviewNextArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The last item's cursor. Null when the page is empty. */
  endCursor?: Maybe<Scalars['Cursor']['output']>;
  /** Whether something follows the page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether something comes before the page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The first item's cursor. Null when the page is empty. */
  startCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** Which queue to pause: nothing of it starts until it is resumed; what is going goes on. */
export type PauseQueueInput = {
  /** The queue. */
  name: Scalars['String']['input'];
  /** Why, up to 500 characters. Shown with every run that waits for it. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What `pauseQueue` answers. */
export type PauseQueuePayload = {
  __typename?: 'PauseQueuePayload';
  /** The queue as it is now. Null when there are `userErrors`. */
  queue?: Maybe<Queue>;
  /** What was wrong with the input. Empty when the queue was paused. */
  userErrors: Array<UserError>;
};

/** Which task to pause. */
export type PauseTaskInput = {
  /** The task. */
  id: Scalars['ID']['input'];
  /** Why, for whoever finds it paused. Up to 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What `pauseTask` answers. */
export type PauseTaskPayload = {
  __typename?: 'PauseTaskPayload';
  /** The paused task. Null when there are `userErrors`. */
  task?: Maybe<Task>;
  /** What was wrong with the input. Empty when the task is paused. */
  userErrors: Array<UserError>;
};

/** Which tasks to pause. */
export type PauseTasksInput = {
  /** Only says which tasks it would be. */
  dryRun: Scalars['Boolean']['input'];
  /** Why, for whoever finds them paused. Up to 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Which. */
  tasks: TasksInput;
};

/** What `pauseTasks` answers. Each task is changed for itself: some may be refused. */
export type PauseTasksPayload = {
  __typename?: 'PauseTasksPayload';
  /** By which `undoChange` takes it back. Null when nothing was changed. */
  changeId?: Maybe<Scalars['ID']['output']>;
  /** How many tasks were changed, or with `dryRun` would be tried. */
  count: Scalars['Int']['output'];
  /** Each task, in the order they were named or, by a filter, created. Empty when there are `userErrors`. */
  results: Array<TaskChangeResult>;
  /** What was wrong with the input as a whole. Empty when it was tried. */
  userErrors: Array<UserError>;
};

/** Which webhook to pause. What is being sent goes on; nothing else is sent until it is resumed. */
export type PauseWebhookInput = {
  /** The webhook. */
  id: Scalars['ID']['input'];
  /** Why, up to 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What `pauseWebhook` answers. */
export type PauseWebhookPayload = {
  __typename?: 'PauseWebhookPayload';
  /** What was wrong with the input. Empty when the webhook was paused. */
  userErrors: Array<UserError>;
  /** The webhook as it is now. Null when there are `userErrors`. */
  webhook?: Maybe<Webhook>;
};

/** What a schedule would do, without saving it. */
export type PreviewScheduleInput = {
  /** Occurrences after this instant. Now when left out. */
  after?: InputMaybe<Scalars['DateTime']['input']>;
  /** Nothing runs after this instant. */
  endAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What is left out of the schedule, at most 50. */
  exclusions?: InputMaybe<Array<ExclusionInput>>;
  /** How many occurrences, 1 to 100. */
  first: Scalars['Int']['input'];
  /** What `H` and the jitter are hashed from: the name of the task to be. Empty when left out. */
  hashSeed?: InputMaybe<Scalars['String']['input']>;
  /** The jitter window. */
  jitter: Scalars['Duration']['input'];
  /** How many occurrences may start in all, 1 to 1,000,000,000. */
  maxRuns?: InputMaybe<Scalars['Int']['input']>;
  /** The schedule. */
  schedule: ScheduleInput;
  /** Nothing runs before this instant. */
  startAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** An edit that is not saved, and the window to look at. */
export type PreviewTaskChangeInput = {
  /** Nothing runs after this instant. Null removes the bound. */
  endAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What is left out of the schedule, at most 50. Replaces all there are. */
  exclusions?: InputMaybe<Array<ExclusionInput>>;
  /** From this instant on. Now when left out. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** The task. */
  id: Scalars['ID']['input'];
  /** The new jitter window. */
  jitter?: InputMaybe<Scalars['Duration']['input']>;
  /** How many occurrences may start in all, 1 to 1,000,000,000. Null removes the bound. */
  maxRuns?: InputMaybe<Scalars['Int']['input']>;
  /** The new schedule. The task's when left out, as with all that follow. */
  schedule?: InputMaybe<ScheduleInput>;
  /** Nothing runs before this instant. Null removes the bound. */
  startAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Up to this instant. 14 days after `from` when left out. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What can be read. */
export type Query = {
  __typename?: 'Query';
  /** API tokens, newest first: one's own, or everybody's for who administers. The revoked and the expired too, for 90 days. */
  apiTokens: Array<ApiToken>;
  /** Who did what, newest first. Kept as long as `AUDIT_RETENTION` says. */
  auditEntries: AuditEntryConnection;
  /** One backfill. Null when nothing has this id. */
  backfill?: Maybe<Backfill>;
  /** One calendar. Null when nothing has this id. */
  calendar?: Maybe<Calendar>;
  /** The calendars by name. */
  calendars: Array<Calendar>;
  /** What the clock changes of a year do to all tasks that are not deleted or completed. */
  clockChangeImpacts: ClockChangeImpacts;
  /** Where the event log stands. Ask for it first in a query, then subscribe after it to miss nothing. */
  eventCursor: Scalars['Cursor']['output'];
  /** Why an instant was, is or is not an occurrence of a task: the checks in order, for past and future. Null when no task has the id. */
  explainOccurrence?: Maybe<OccurrenceExplanation>;
  /** The processes seen in the past 24 hours, newest first. */
  instances: Array<Instance>;
  /** The modules of the tasks folder, by name. */
  modules: Array<TaskModule>;
  /** One namespace. Null when there is none of this name that one may see. */
  namespace?: Maybe<Namespace>;
  /** The namespaces that one may see, `default` first, then by name. */
  namespaces: Array<Namespace>;
  /** How the scheduler is doing. */
  overview: Overview;
  /** What a schedule would do, without saving it. Wrong input is answered in `userErrors`. */
  previewSchedule: SchedulePreview;
  /** What an edit of a task's timing would add, remove and move, without saving it. */
  previewTaskChange: TaskChangePreview;
  /** One queue. Null when none has this name. */
  queue?: Maybe<Queue>;
  /** The queues by name. */
  queues: Array<Queue>;
  /** One run. Null when nothing has this id. */
  run?: Maybe<Run>;
  /** Runs of all tasks, deleted ones too. */
  runs: RunConnection;
  /** The secrets by name, without their values. */
  secrets: Array<Secret>;
  /** The server that answers. */
  server: ServerInfo;
  /** One task. Null when nothing has this id. A deleted task is still found. */
  task?: Maybe<Task>;
  /** Tasks that are not deleted. */
  tasks: TaskConnection;
  /** What is to run within a window, over all active tasks, by their schedules. */
  upcoming: UpcomingOccurrences;
  /** The users by name. */
  users: Array<User>;
  /** Whoever asks. */
  viewer: Viewer;
  /** One webhook. Null when nothing has this id. */
  webhook?: Maybe<Webhook>;
  /** The webhooks by name. */
  webhooks: Array<Webhook>;
};


/** What can be read. */
export type QueryAuditEntriesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be read. */
export type QueryBackfillArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryCalendarArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryClockChangeImpactsArgs = {
  taskId?: InputMaybe<Array<Scalars['ID']['input']>>;
  year: Scalars['Int']['input'];
};


/** What can be read. */
export type QueryExplainOccurrenceArgs = {
  at: Scalars['DateTime']['input'];
  taskId: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryNamespaceArgs = {
  name: Scalars['String']['input'];
};


/** What can be read. */
export type QueryPreviewScheduleArgs = {
  input: PreviewScheduleInput;
};


/** What can be read. */
export type QueryPreviewTaskChangeArgs = {
  input: PreviewTaskChangeInput;
};


/** What can be read. */
export type QueryQueueArgs = {
  name: Scalars['String']['input'];
};


/** What can be read. */
export type QueryRunArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryRunsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RunOrder>;
};


/** What can be read. */
export type QueryTaskArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryTasksArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<TaskOrder>;
};


/** What can be read. */
export type QueryUpcomingArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  taskId?: InputMaybe<Array<Scalars['ID']['input']>>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};


/** What can be read. */
export type QueryWebhookArgs = {
  id: Scalars['ID']['input'];
};

/**
 * A named lane. Its bounds hold for all runs of the tasks that name it, whatever their targets: at a bound runs wait, and each says why.
 * A worker's queue has the bounds of the queue of its name, if there is one.
 */
export type Queue = {
  __typename?: 'Queue';
  /** How many runs it lets go at a time. Null: any number. */
  concurrency?: Maybe<Scalars['Int']['output']>;
  /** How many runs with the same key it lets go at a time. Null: any number. */
  concurrencyPerKey?: Maybe<Scalars['Int']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What it is for. Null when nobody said. */
  description?: Maybe<Scalars['String']['output']>;
  /** Unique, case matters. It cannot be changed. */
  name: Scalars['String']['output'];
  /** When the one that has waited longest fell due. Null when none waits. */
  oldestDueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why, in the words of whoever paused it. Null when it is not paused or nobody said. */
  pauseReason?: Maybe<Scalars['String']['output']>;
  /** Whether nothing of it starts. */
  paused: Scalars['Boolean']['output'];
  /** When it was paused. Null when it is not. */
  pausedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How fast attempts start. Null: as fast as there is room. */
  rate?: Maybe<QueueRate>;
  /** How many of its runs are going. */
  runningRuns: Scalars['Int']['output'];
  /** The tasks whose runs it holds. */
  tasks: Array<Task>;
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts edits; an edit names the version it was made from. */
  version: Scalars['Int']['output'];
  /** How many of its runs are due and wait. */
  waitingRuns: Scalars['Int']['output'];
};

/** A token bucket: `limit` starts in `period`, evenly, and up to `burst` at once after a quiet time. */
export type QueueRate = {
  __typename?: 'QueueRate';
  /** How many may start at once after a quiet time. */
  burst: Scalars['Int']['output'];
  /** How many attempts start in the period. */
  limit: Scalars['Int']['output'];
  /** The period. */
  period: Scalars['Duration']['output'];
};

/** A token bucket: `limit` starts in `period`, evenly, and up to `burst` at once after a quiet time. */
export type QueueRateInput = {
  /** How many may start at once after a quiet time, 1 to 1,000,000. With 1 starts are evenly spaced. */
  burst: Scalars['Int']['input'];
  /** How many attempts start in the period, 1 to 1,000,000. */
  limit: Scalars['Int']['input'];
  /** The period, one second to 24 hours. */
  period: Scalars['Duration']['input'];
};

/** Which delivery to send again. */
export type RedeliverInput = {
  /** The delivery. */
  id: Scalars['ID']['input'];
};

/** What `redeliver` answers. */
export type RedeliverPayload = {
  __typename?: 'RedeliverPayload';
  /** The delivery as it is now. Null when there are `userErrors`. */
  delivery?: Maybe<WebhookDelivery>;
  /** What was wrong with the input. Empty when it will be sent. */
  userErrors: Array<UserError>;
};

/** Which dead letters to do again: those with one of `ids`, those of `filter`, or all. */
export type RedriveRunsInput = {
  /** Only count. */
  dryRun: Scalars['Boolean']['input'];
  /** Dead letters of this filter. */
  filter?: InputMaybe<RunFilter>;
  /** These runs, at most 1,000. Those that are no dead letters (any more) are left out. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** How many at most, 1 to 1,000; the oldest first. */
  limit: Scalars['Int']['input'];
  /** Given to each new run in place of the old one's payload; null sends no payload. */
  payload?: InputMaybe<Scalars['JSON']['input']>;
  /** How many may start a minute at most, 1 to 6,000. As fast as slots allow when left out. */
  rate?: InputMaybe<Scalars['Int']['input']>;
};

/** What `redriveRuns` answers. */
export type RedriveRunsPayload = {
  __typename?: 'RedriveRunsPayload';
  /** How many runs were made or, with `dryRun`, would be. Null when there are `userErrors`. */
  count?: Maybe<Scalars['Int']['output']>;
  /** How many dead letters that were asked for are left beyond `limit`. Null when there are `userErrors`. */
  remaining?: Maybe<Scalars['Int']['output']>;
  /** The first 100 of the new runs, oldest first. Empty with `dryRun`. */
  runs: Array<Run>;
  /** What was wrong with the input. All runs are made, or none. */
  userErrors: Array<UserError>;
};

/** A user's role in a namespace that is to be taken away. */
export type RemoveMembershipInput = {
  /** The namespace's name. */
  namespace: Scalars['String']['input'];
  /** The user. */
  userId: Scalars['ID']['input'];
};

/** What came of it. */
export type RemoveMembershipPayload = {
  __typename?: 'RemoveMembershipPayload';
  /** As it was. Null when it was refused. */
  membership?: Maybe<Membership>;
  /** What was wrong; empty when it was done. */
  userErrors: Array<UserError>;
};

/**
 * Which pass of local times that a clock change repeats counts. The default: a schedule whose second, minute or hour field starts with `*` runs
 * in both, any other in the first.
 */
export type RepeatRule =
  /** Both: it runs twice. */
  | 'BOTH'
  /** The first. */
  | 'FIRST'
  /** The second. */
  | 'SECOND';

/** How far a run is. */
export type ReportProgressInput = {
  /** The attempt, as `claimRuns` answered it: what is reported for an older one is refused. */
  attempt: Scalars['Int']['input'];
  /** A word about it, up to 200 characters. */
  message?: InputMaybe<Scalars['String']['input']>;
  /** From 0 to 1. */
  progress: Scalars['Float']['input'];
  /** The run. */
  runId: Scalars['ID']['input'];
  /** The worker that claimed it. */
  workerId: Scalars['String']['input'];
};

/** What `reportProgress` answers. */
export type ReportProgressPayload = {
  __typename?: 'ReportProgressPayload';
  /** The run. Null when there are `userErrors`. */
  run?: Maybe<Run>;
  /** What was wrong. Empty when it was taken. STALE_LEASE: the attempt has ended or was taken over, give it up; FORBIDDEN: another worker holds it. */
  userErrors: Array<UserError>;
};

/** What becomes of held occurrences. */
export type ResolveHeldRunsInput = {
  /** Which of them run. */
  choice: HeldChoice;
  /** Why, for whoever reads it later. Up to 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The runs to run, with the choice SELECTED. */
  runIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The task. */
  taskId: Scalars['ID']['input'];
};

/** What `resolveHeldRuns` answers. */
export type ResolveHeldRunsPayload = {
  __typename?: 'ResolveHeldRunsPayload';
  /** The runs that were held, as they are now, oldest first. Null when there are `userErrors`. */
  runs?: Maybe<Array<Run>>;
  /** What was wrong with the input. Empty when it is decided. */
  userErrors: Array<UserError>;
};

/** Which deleted task to bring back. */
export type RestoreTaskInput = {
  /** The task. */
  id: Scalars['ID']['input'];
};

/** What `restoreTask` answers. */
export type RestoreTaskPayload = {
  __typename?: 'RestoreTaskPayload';
  /** The task, active or paused as it was. Null when there are `userErrors`. */
  task?: Maybe<Task>;
  /** Why it cannot be brought back. Empty when it was. */
  userErrors: Array<UserError>;
};

/** What becomes of the occurrences that fell into a pause. */
export type ResumeChoice =
  /** The newest 100 run; the others are recorded as SKIPPED. */
  | 'ALL'
  /** The newest 100 are held for `resolveHeldRuns`; the others are recorded as SKIPPED. */
  | 'HOLD'
  /** The newest runs; the others are recorded as SKIPPED. */
  | 'LAST'
  /** All are recorded as SKIPPED. */
  | 'SKIP';

/** Which queue to resume. */
export type ResumeQueueInput = {
  /** The queue. */
  name: Scalars['String']['input'];
};

/** What `resumeQueue` answers. */
export type ResumeQueuePayload = {
  __typename?: 'ResumeQueuePayload';
  /** The queue as it is now. Null when there are `userErrors`. */
  queue?: Maybe<Queue>;
  /** What was wrong with the input. Empty when the queue was resumed. */
  userErrors: Array<UserError>;
};

/** Which task to resume. */
export type ResumeTaskInput = {
  /** The task. */
  id: Scalars['ID']['input'];
  /** What becomes of the occurrences that fell into the pause. Left out: held when there are more than the hold policy allows, else skipped. */
  missed?: InputMaybe<ResumeChoice>;
};

/** What `resumeTask` answers. */
export type ResumeTaskPayload = {
  __typename?: 'ResumeTaskPayload';
  /** The resumed task. Null when there are `userErrors`. */
  task?: Maybe<Task>;
  /** What was wrong with the input. Empty when the task is active again. */
  userErrors: Array<UserError>;
};

/** Which tasks to resume. What fell into the pause is held when there is more than a task's hold policy allows, else skipped. */
export type ResumeTasksInput = {
  /** Only says which tasks it would be. */
  dryRun: Scalars['Boolean']['input'];
  /** Which. */
  tasks: TasksInput;
};

/** What `resumeTasks` answers. Each task is changed for itself: some may be refused. */
export type ResumeTasksPayload = {
  __typename?: 'ResumeTasksPayload';
  /** By which `undoChange` takes it back. Null when nothing was changed. */
  changeId?: Maybe<Scalars['ID']['output']>;
  /** How many tasks were changed, or with `dryRun` would be tried. */
  count: Scalars['Int']['output'];
  /** Each task, in the order they were named or, by a filter, created. Empty when there are `userErrors`. */
  results: Array<TaskChangeResult>;
  /** What was wrong with the input as a whole. Empty when it was tried. */
  userErrors: Array<UserError>;
};

/** Which webhook to resume, paused or disabled. */
export type ResumeWebhookInput = {
  /** The webhook. */
  id: Scalars['ID']['input'];
  /** `true` leaves out what happened meanwhile. What waited before is sent in any case. */
  skipMissed: Scalars['Boolean']['input'];
};

/** What `resumeWebhook` answers. */
export type ResumeWebhookPayload = {
  __typename?: 'ResumeWebhookPayload';
  /** What was wrong with the input. Empty when the webhook was resumed. */
  userErrors: Array<UserError>;
  /** The webhook as it is now. Null when there are `userErrors`. */
  webhook?: Maybe<Webhook>;
};

/** How long a task's ended runs are kept, with their attempts and log lines. The schedule's newest run always stays. */
export type RetentionPolicy = {
  __typename?: 'RetentionPolicy';
  /** For runs that FAILED. Null: as the server's setting says. */
  failed?: Maybe<RetentionRule>;
  /** For runs that were CANCELLED, SKIPPED or MISSED. Null: as the server's setting says. */
  other?: Maybe<RetentionRule>;
  /** For runs that SUCCEEDED. Null: as the server's setting says. */
  succeeded?: Maybe<RetentionRule>;
};

/** How long ended runs are kept, for each kind of outcome. What is left out is as the server's setting says. */
export type RetentionPolicyInput = {
  /** For runs that FAILED. */
  failed?: InputMaybe<RetentionRuleInput>;
  /** For runs that were CANCELLED, SKIPPED or MISSED. */
  other?: InputMaybe<RetentionRuleInput>;
  /** For runs that SUCCEEDED. */
  succeeded?: InputMaybe<RetentionRuleInput>;
};

/** A run is removed when it is older than `maxAge`, or when there are `maxCount` newer ones in its state. Both null: never. */
export type RetentionRule = {
  __typename?: 'RetentionRule';
  /** Since the run's end. Null: however old. */
  maxAge?: Maybe<Scalars['Duration']['output']>;
  /** How many of the newest are kept. Null: however many. */
  maxCount?: Maybe<Scalars['Int']['output']>;
};

/** A run is removed when it is older than `maxAge`, or when there are `maxCount` newer ones in its state. With neither it is kept for ever. */
export type RetentionRuleInput = {
  /** Since the run's end, one hour to 3,660 days. */
  maxAge?: InputMaybe<Scalars['Duration']['input']>;
  /** How many of the newest are kept, 1 to 100,000; of CANCELLED, SKIPPED and MISSED ones so many each. */
  maxCount?: InputMaybe<Scalars['Int']['input']>;
};

/** What is done about a failed attempt. */
export type RetryAction =
  /** The run is CANCELLED: what it was to do is not needed any more. */
  | 'CANCEL'
  /** The run is FAILED at once. */
  | 'FAIL'
  /** The run is FAILED at once and the task is paused, with a reason that names the run. */
  | 'PAUSE_TASK'
  /** It is tried again, as far as `maxAttempts` and `maxAge` allow. */
  | 'RETRY';

/** How the waits between attempts grow. */
export type RetryBackoff =
  /** `initialDelay`, each time multiplied by `factor`, up to `maxDelay`. */
  | 'EXPONENTIAL'
  /** Always `initialDelay`. */
  | 'FIXED'
  /** `initialDelay` times the number of attempts that have failed, up to `maxDelay`. */
  | 'LINEAR'
  /** As `delays` says; `initialDelay`, `maxDelay` and `factor` mean nothing. */
  | 'LIST';

/** How failed attempts are repeated: attempt n waits `initialDelay × factor^(n-1)`, at most `maxDelay`, less a random part when `jitter` is on. */
export type RetryPolicy = {
  __typename?: 'RetryPolicy';
  /** How the waits grow. */
  backoff: RetryBackoff;
  /** The waits of the backoff LIST, one after the other; the last one repeats. Empty with any other. */
  delays: Array<Scalars['Duration']['output']>;
  /** What each wait is multiplied by with the backoff EXPONENTIAL, 1 to 10. */
  factor: Scalars['Float']['output'];
  /** Whether a failed HTTP answer's `Retry-After` makes the wait longer: up to `maxDelay` or one hour, whichever is more. */
  honorRetryAfter: Scalars['Boolean']['output'];
  /** The wait before the second attempt. */
  initialDelay: Scalars['Duration']['output'];
  /** Whether each wait is drawn at random between zero and its full length, so that failures do not come back together. */
  jitter: Scalars['Boolean']['output'];
  /** No further attempt is planned so long after the run's first start. Null: however long it takes. */
  maxAge?: Maybe<Scalars['Duration']['output']>;
  /** How many attempts in all, 1 to 100. 1 means no retry. */
  maxAttempts: Scalars['Int']['output'];
  /** The longest wait. */
  maxDelay: Scalars['Duration']['output'];
  /** What is done about particular failures, in order: the first rule that matches decides. A failure that none matches is tried again. */
  rules: Array<RetryRule>;
};

/** How failed attempts are repeated. */
export type RetryPolicyInput = {
  /** How the waits grow. */
  backoff: RetryBackoff;
  /** The waits of the backoff LIST, 1 to 100 of at most 7 days. To be left out with any other. */
  delays?: InputMaybe<Array<Scalars['Duration']['input']>>;
  /** What each wait is multiplied by with the backoff EXPONENTIAL, 1 to 10. */
  factor: Scalars['Float']['input'];
  /** Whether a failed HTTP answer's `Retry-After` makes the wait longer. */
  honorRetryAfter: Scalars['Boolean']['input'];
  /** The wait before the second attempt. */
  initialDelay: Scalars['Duration']['input'];
  /** Whether each wait is drawn at random between zero and its full length. */
  jitter: Scalars['Boolean']['input'];
  /** No further attempt is planned so long after the run's first start, one second to 366 days. However long it takes when left out. */
  maxAge?: InputMaybe<Scalars['Duration']['input']>;
  /** How many attempts in all, 1 to 100. 1 means no retry. */
  maxAttempts: Scalars['Int']['input'];
  /** The longest wait, at most 7 days. */
  maxDelay: Scalars['Duration']['input'];
  /** What is done about particular failures, at most 20: the first rule that matches decides. Every failure is tried again when left out. */
  rules?: InputMaybe<Array<RetryRuleInput>>;
};

/** What is done about some failures. Whatever is given must match. */
export type RetryRule = {
  __typename?: 'RetryRule';
  /** What is done. */
  action: RetryAction;
  /** The code of the run's error or the class of the error that the module threw, for example `TIMEOUT` or `TypeError`. Null: any. */
  errorCode?: Maybe<Scalars['String']['output']>;
  /** Exit codes of the command, for example `1, 64-78`. Null: any. */
  exitCode?: Maybe<Scalars['String']['output']>;
  /** Statuses of the answer, for example `429, 500-599` or `5xx`. Null: any, or no answer at all. */
  httpStatus?: Maybe<Scalars['String']['output']>;
};

/** What is done about some failures. Give at least one of `httpStatus`, `errorCode` and `exitCode`; whatever is given must match. */
export type RetryRuleInput = {
  /** What is done. */
  action: RetryAction;
  /** The code of the run's error or the class of the error that the module threw, for example `TIMEOUT` or `TypeError`. Up to 100 characters. */
  errorCode?: InputMaybe<Scalars['String']['input']>;
  /** Exit codes of the command from 0 to 255 as numbers and ranges, for example `1, 64-78`. */
  exitCode?: InputMaybe<Scalars['String']['input']>;
  /** Statuses of the answer from 100 to 599 as numbers, ranges and classes, for example `429, 500-599` or `5xx`. */
  httpStatus?: InputMaybe<Scalars['String']['input']>;
};

/** Which run to do again. */
export type RetryRunInput = {
  /** Do it again even when it has been done again already; that is refused otherwise. */
  again: Scalars['Boolean']['input'];
  /** The run. It must have ended, in whatever state. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same run for 24 hours; with another input it is refused. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Used in place of the old run's payload; null sends no payload. Up to 256 KiB as JSON and 32 levels deep. */
  payload?: InputMaybe<Scalars['JSON']['input']>;
};

/** What `retryRun` answers. */
export type RetryRunPayload = {
  __typename?: 'RetryRunPayload';
  /** The new run. It waits for its turn as a run by hand does. Null when there are `userErrors`. */
  run?: Maybe<Run>;
  /** What was wrong with the input. Empty when the run is there. */
  userErrors: Array<UserError>;
};

/** Which version of a task to go back to. */
export type RevertTaskInput = {
  /** The task. */
  id: Scalars['ID']['input'];
  /** The version whose definition it is to have again, as `Task.history` lists them. Whether it is paused stays as it is. */
  toVersion: Scalars['Int']['input'];
  /** The version you read. Refused with CONFLICT when the task has changed since. */
  version: Scalars['Int']['input'];
};

/** What `revertTask` answers. */
export type RevertTaskPayload = {
  __typename?: 'RevertTaskPayload';
  /** The task, at a new version with the old definition. Null when there are `userErrors`. */
  task?: Maybe<Task>;
  /** Why it cannot be what it was: `field` names what of it is not possible any more, for example the name that another task has. Empty when it is. */
  userErrors: Array<UserError>;
};

/** Which token no longer works from now on. Sockets that were opened with it are closed within seconds. */
export type RevokeApiTokenInput = {
  /** The token. */
  id: Scalars['ID']['input'];
};

/** The token, or why not. */
export type RevokeApiTokenPayload = {
  __typename?: 'RevokeApiTokenPayload';
  /** Null when it was refused. */
  token?: Maybe<ApiToken>;
  /** What was wrong; empty when it was done. */
  userErrors: Array<UserError>;
};

/** What a user or a token may do. */
export type Right =
  /** Keep users, tokens, secrets and webhooks. */
  | 'ADMINISTER'
  /** Create, change and delete tasks, queues and calendars. */
  | 'EDIT'
  /** Run, pause, resume, cancel and repeat what there is. */
  | 'OPERATE'
  /** See tasks, runs, queues and all that belongs to them. */
  | 'READ'
  /** Carry out runs as a worker. */
  | 'WORK';

/** Where a right must hold. */
export type RightScope =
  /** In the namespace of the request. */
  | 'NAMESPACE'
  /** In every namespace, and for the server itself. */
  | 'SERVER';

/** What an instance does. */
export type Role =
  /** Carries runs out. */
  | 'EXECUTOR'
  /** Serves the API and the dashboard. */
  | 'GATEWAY'
  /** Finds runs that were lost. */
  | 'MONITOR'
  /** Plans occurrences. */
  | 'SCHEDULER';

/** Which webhook's signing secret to exchange. */
export type RotateWebhookSecretInput = {
  /** The webhook. */
  id: Scalars['ID']['input'];
};

/** What `rotateWebhookSecret` answers. */
export type RotateWebhookSecretPayload = {
  __typename?: 'RotateWebhookSecretPayload';
  /** The new signing secret, `whsec_…`: shown this once. Null when there are `userErrors`. */
  secret?: Maybe<Scalars['String']['output']>;
  /** What was wrong with the input. Empty when the secret was exchanged. */
  userErrors: Array<UserError>;
  /** The webhook as it is now. Null when there are `userErrors`. */
  webhook?: Maybe<Webhook>;
};

/** Again and again, by a recurrence rule of RFC 5545. */
export type RruleSchedule = Schedule & {
  __typename?: 'RruleSchedule';
  /** The schedule in English words. */
  description: Scalars['String']['output'];
  /** What becomes of local times that a clock change leaves out. Null: the default rule. */
  gap?: Maybe<GapRule>;
  /** Which pass of local times that a clock change repeats counts. Null: the default rule. */
  repeat?: Maybe<RepeatRule>;
  /** The rule, for example `FREQ=MONTHLY;BYDAY=-1FR`. */
  rule: Scalars['String']['output'];
  /** The wall-clock time from which the rule counts (DTSTART). */
  start: Scalars['LocalDateTime']['output'];
  /** The zone whose wall clock the rule is read on. */
  timezone: Scalars['TimeZone']['output'];
};

/** A recurrence rule and its zone. */
export type RruleScheduleInput = {
  /** What becomes of local times that a clock change leaves out. The default rule when left out. */
  gap?: InputMaybe<GapRule>;
  /** Which pass of local times that a clock change repeats counts. The default rule when left out. */
  repeat?: InputMaybe<RepeatRule>;
  /** The value of RRULE, for example `FREQ=MONTHLY;BYDAY=-1FR`. FREQ=SECONDLY is refused. */
  rule: Scalars['String']['input'];
  /** The wall-clock time from which the rule counts (DTSTART). It gives the time of day unless the rule does. */
  start: Scalars['LocalDateTime']['input'];
  /** The zone whose wall clock the rule is read on. */
  timezone: Scalars['TimeZone']['input'];
};

/** One occurrence or trigger of a task being carried out; also one that was decided not to be. */
export type Run = {
  __typename?: 'Run';
  /** The number of the newest attempt; 0 before the first. */
  attempt: Scalars['Int']['output'];
  /** The tries of this run, oldest first. */
  attempts: AttemptConnection;
  /** The backfill that made the run. Null when none did. */
  backfill?: Maybe<Backfill>;
  /** The run that stood in the way. Null when none did. */
  blockedBy?: Maybe<Run>;
  /** The follow-ups that the end of this run made, at most 10. */
  children: Array<Run>;
  /** When the row was written. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether the run failed for good and nobody has done it again or dismissed it. */
  deadLetter: Scalars['Boolean']['output'];
  /** Why it was dismissed, in the words of whoever did it. Null when it was not. */
  dismissReason?: Maybe<Scalars['String']['output']>;
  /** When it was dismissed from the dead letters. Null when it was not. */
  dismissedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the next attempt is due. Null once the run is going or finished. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Milliseconds from `startedAt` to `finishedAt`. Null before the end or when it never started. */
  durationMs?: Maybe<Scalars['SafeInt']['output']>;
  /** When it is to start: `scheduledFor` and the task's share of its jitter window. */
  effectiveAt: Scalars['DateTime']['output'];
  /** What went wrong in the newest attempt. Null when nothing did. */
  error?: Maybe<RunError>;
  /** Whether its newest attempt, or the one it waits for, calls the task's fallback target: one more than `maxAttempts`. */
  fallback: Scalars['Boolean']['output'];
  /** When the run reached its final state. Null before. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Until when a HELD run waits for a decision; then the missed-run policy decides. Null when it is not held. */
  heldUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Identifies the run for ever. */
  id: Scalars['ID']['output'];
  /** The instance that carries out, or carried out, the newest attempt. Null before the first, and when a worker does. */
  instance?: Maybe<Instance>;
  /** Whether the run started, or was given up, more than the execution window (10 s) after `effectiveAt`. Runs of a backfill never are. */
  late: Scalars['Boolean']['output'];
  /** Milliseconds from `effectiveAt` to `startedAt`. Null before the start. */
  latenessMs?: Maybe<Scalars['SafeInt']['output']>;
  /** What the run wrote, oldest first; at most 10,000 lines or 1 MiB are kept. */
  logs: LogLineConnection;
  /** How many attempts the run may have in all. */
  maxAttempts: Scalars['Int']['output'];
  /** The run whose end made this one, as a follow-up. Null when none did. */
  parent?: Maybe<Run>;
  /** The payload given for this run alone. Null when the task's payload is used. */
  payload?: Maybe<Scalars['JSON']['output']>;
  /** Which of the runs that wait goes first. */
  priority: Scalars['Int']['output'];
  /** How far the run is by its own account, 0 to 1. Null when it does not say. */
  progress?: Maybe<Scalars['Float']['output']>;
  /** A word about the progress by the run itself. Null when it does not say. */
  progressMessage?: Maybe<Scalars['String']['output']>;
  /** The queue that holds it, by name. Null: none. */
  queue?: Maybe<Scalars['String']['output']>;
  /** What the queue counts it under. Null: under no key. */
  queueKey?: Maybe<Scalars['String']['output']>;
  /** The run that this one does again. Null when it does none. */
  redriveOf?: Maybe<Run>;
  /** The newest run that does this one again. Null when none does. */
  redrivenBy?: Maybe<Run>;
  /** What the target answered: a module's return value, an HTTP response's status and body, or a command's exit code and the end of what it wrote. Null before the run's end and when nothing. */
  result?: Maybe<Scalars['JSON']['output']>;
  /** Whether the result was longer than 64 KiB and is given as a text cut there. */
  resultTruncated: Scalars['Boolean']['output'];
  /** The instant the schedule names; for a manual trigger, when it was asked for. */
  scheduledFor: Scalars['DateTime']['output'];
  /** When the first attempt started. Null before. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the run stands. */
  state: RunState;
  /** The task it belongs to. It is still given when the task has been deleted. */
  task: Task;
  /** What made the run. */
  trigger: RunTrigger;
  /** Why the run is in its state, for people; for example which run stood in its way. Null when there is nothing to explain. */
  why?: Maybe<Scalars['String']['output']>;
  /** The worker that carries out, or carried out, the newest attempt: the `workerId` it gave itself. Null when no worker does. */
  worker?: Maybe<Scalars['String']['output']>;
};


/** One occurrence or trigger of a task being carried out; also one that was decided not to be. */
export type RunAttemptsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** One occurrence or trigger of a task being carried out; also one that was decided not to be. */
export type RunLogsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** What the task's history says. */
export type RunCheck = OccurrenceCheck & {
  __typename?: 'RunCheck';
  /** The run that stood in the way. Null when none did. */
  blockedBy?: Maybe<Run>;
  /** What was checked and how it came out, in a sentence. */
  message: Scalars['String']['output'];
  /** Whether it ran. */
  passed?: Maybe<Scalars['Boolean']['output']>;
  /** The run, or the row that stands for several. Null when there is none. */
  run?: Maybe<Run>;
};

/** A run that a worker holds. */
export type RunClaim = {
  __typename?: 'RunClaim';
  /** The attempt: the number to give with every report about it. It is the fence, too: it grows with every attempt of the run, so whatever the worker writes to may refuse a smaller one than it has seen. */
  attempt: Scalars['Int']['output'];
  /** When the task's timeout ends the attempt, whatever heartbeats come. */
  deadline: Scalars['DateTime']['output'];
  /** When the run is taken from the worker unless it sends a heartbeat before. */
  leaseUntil: Scalars['DateTime']['output'];
  /** The run's payload, else the task's. Null when there is none. */
  payload?: Maybe<Scalars['JSON']['output']>;
  /** The run. */
  run: Run;
};

/** A page of runs. */
export type RunConnection = {
  __typename?: 'RunConnection';
  /** The runs with their cursors. */
  edges: Array<RunEdge>;
  /** The runs alone. */
  nodes: Array<Run>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many runs match in all, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
};

/** How many runs ended in each state. */
export type RunCounts = {
  __typename?: 'RunCounts';
  /** Cancelled. */
  cancelled: Scalars['Int']['output'];
  /** Failed. */
  failed: Scalars['Int']['output'];
  /** Missed. */
  missed: Scalars['Int']['output'];
  /** Skipped. */
  skipped: Scalars['Int']['output'];
  /** Succeeded. */
  succeeded: Scalars['Int']['output'];
};

/** One run of a page. */
export type RunEdge = {
  __typename?: 'RunEdge';
  /** Its position in the list. */
  cursor: Scalars['Cursor']['output'];
  /** The run. */
  node: Run;
};

/** What went wrong. */
export type RunError = {
  __typename?: 'RunError';
  /** A word for programs, for example `HTTP_STATUS`, `TIMEOUT`, `THROWN`, `OUT_OF_MEMORY`, `INSTANCE_LOST`. */
  code: Scalars['String']['output'];
  /** A sentence for people, up to 4,000 characters. */
  message: Scalars['String']['output'];
};

/** One change of a run. Written together with the change; no change is without its event. */
export type RunEvent = {
  __typename?: 'RunEvent';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** Its position in the event log; `runEvents(after:)` goes on from here. */
  cursor: Scalars['Cursor']['output'];
  /** The run as the change left it. Null for SNAPSHOT_END and HEARTBEAT. */
  run?: Maybe<Run>;
  /** 1 for the first event of the run; no number is left out. Of a SNAPSHOT the number of the run's newest event. Null for SNAPSHOT_END and HEARTBEAT. */
  sequence?: Maybe<Scalars['Int']['output']>;
  /** What happened. */
  type: RunEventType;
};

/** Which run events. All conditions must hold; one that is left out always holds. */
export type RunEventFilter = {
  /** Events of runs that are such as the event left them. */
  run?: InputMaybe<RunFilter>;
  /** Events of these runs. */
  runId?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Events of runs of these tasks. */
  taskId?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Events of these types. Snapshots and heartbeats come, when asked for, whatever the types. */
  type?: InputMaybe<Array<RunEventType>>;
};

/** What happened to a run. */
export type RunEventType =
  /** It reached CANCELLED. */
  | 'CANCELLED'
  /** Somebody asked to stop it. */
  | 'CANCEL_REQUESTED'
  /** It was planned or asked for. */
  | 'CREATED'
  /** It was dismissed from the dead letters. */
  | 'DISMISSED'
  /** It reached FAILED. */
  | 'FAILED'
  /** Nothing happened: the log has come to this cursor, and nothing before it was left out. Only with `heartbeats`. */
  | 'HEARTBEAT'
  /** It was missed and is held for a person to decide. */
  | 'HELD'
  /** Its instance was shut down and the run was handed over. */
  | 'INTERRUPTED'
  /** A result came from an attempt that no longer holds the run; it was refused. */
  | 'LATE_RESULT_IGNORED'
  /** Its instance died or lost touch. */
  | 'LOST'
  /** It reached MISSED. */
  | 'MISSED'
  /** The run told how far it is. */
  | 'PROGRESS'
  /** It is due and waits. */
  | 'QUEUED'
  /** It was done again by another run, by `retryRun` or `redriveRuns`. */
  | 'REDRIVEN'
  /** An attempt failed and the next one was planned. */
  | 'RETRY_PLANNED'
  /** It reached SKIPPED. */
  | 'SKIPPED'
  /** Nothing happened: it is what there was at the beginning of a subscription with `snapshot`. */
  | 'SNAPSHOT'
  /** Nothing happened: all that there was has been told, and changes follow. */
  | 'SNAPSHOT_END'
  /** An attempt started. */
  | 'STARTED'
  /** It reached SUCCEEDED. */
  | 'SUCCEEDED'
  /** It waits, and an edit of its task changed it. */
  | 'UPDATED'
  /** It was planned but never due: an edit, a pause or a deletion of its task took it back. The row is gone. */
  | 'WITHDRAWN';

/** Which runs. All conditions must hold; one that is left out always holds. */
export type RunFilter = {
  /** Made by one of these backfills. */
  backfillId?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only dead letters (true): runs that failed for good and that nobody has done again or dismissed. Or only the others (false). */
  deadLetter?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only runs that were late (true) or in time (false). */
  late?: InputMaybe<Scalars['Boolean']['input']>;
  /** Held by one of these queues, by name. */
  queue?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Planned for before this instant. */
  scheduledBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Planned for this instant or later. */
  scheduledFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** The state is one of these. */
  state?: InputMaybe<Array<RunState>>;
  /** Runs of one of these tasks. */
  taskId?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Made by one of these. */
  trigger?: InputMaybe<Array<RunTrigger>>;
};

/** One line of a log. */
export type RunLogLineInput = {
  /** How important it is. */
  level: LogLevel;
  /** The text; what is beyond 8,192 characters is cut. */
  text: Scalars['String']['input'];
};

/** In which order runs are listed. Ties are broken by id. */
export type RunOrder = {
  /** Up or down. */
  direction: OrderDirection;
  /** By what. */
  field: RunOrderField;
};

/** What runs can be ordered by. */
export type RunOrderField =
  /** When the row was written. */
  | 'CREATED_AT'
  /** The planned instant. */
  | 'SCHEDULED_FOR';

/** Where a run stands. */
export type RunState =
  /** Stopped by somebody. */
  | 'CANCELLED'
  /** Given up after the last attempt. */
  | 'FAILED'
  /** Missed, and held for a person to decide by `resolveHeldRuns`. */
  | 'HELD'
  /** Not carried out, because nobody could in time; `why` says more. */
  | 'MISSED'
  /** Due, and waiting for a free slot or for an earlier run to end. */
  | 'QUEUED'
  /** An attempt failed; the next one waits for its time. */
  | 'RETRYING'
  /** An attempt is going. */
  | 'RUNNING'
  /** Planned; its time has not come. */
  | 'SCHEDULED'
  /** Not carried out, because of a policy or a pause; `why` says which. */
  | 'SKIPPED'
  /** Done. */
  | 'SUCCEEDED';

/** What made a run. */
export type RunTrigger =
  /** Somebody, by `backfillTask`. */
  | 'BACKFILL'
  /** The end of another task's run. */
  | 'FOLLOW_UP'
  /** Somebody, by `triggerTask`. */
  | 'MANUAL'
  /** Somebody, by `retryRun` or `redriveRuns`: it does an ended run again. */
  | 'REDRIVE'
  /** The task's schedule. */
  | 'SCHEDULE';

/** What there is for a worker to do. */
export type RunsAvailable = {
  __typename?: 'RunsAvailable';
  /** Runs of this worker that are to be stopped, or were ended, since the last message. */
  stop: Array<Scalars['ID']['output']>;
  /** How many runs of the queue may be claimed now, counted up to 100. */
  waiting: Scalars['Int']['output'];
};

/** When a task runs: `CronSchedule`, `OnceSchedule`, `EverySchedule`, `RruleSchedule`, `StartupSchedule`, `ManualSchedule` or `UnionSchedule`. */
export type Schedule = {
  /** The schedule in English words, for example `At 02:30 AM, Monday through Friday`. */
  description: Scalars['String']['output'];
};

/** A schedule of another kind than cron, or a united one as a whole. */
export type ScheduleCheck = OccurrenceCheck & {
  __typename?: 'ScheduleCheck';
  /** What was checked and how it came out, in a sentence. */
  message: Scalars['String']['output'];
  /** Whether the schedule names the instant. */
  passed?: Maybe<Scalars['Boolean']['output']>;
  /** The schedule in English words. */
  schedule: Scalars['String']['output'];
};

/** When a task runs. Exactly one field. */
export type ScheduleInput =
  /** By a cron expression. */
  { cron: CronScheduleInput; every?: never; manual?: never; once?: never; rrule?: never; startup?: never; union?: never; }
  |  /** A fixed length of time apart. */
  { cron?: never; every: EveryScheduleInput; manual?: never; once?: never; rrule?: never; startup?: never; union?: never; }
  |  /** True: never by itself, only by hand or as a follow-up of another task. */
  { cron?: never; every?: never; manual: Scalars['Boolean']['input']; once?: never; rrule?: never; startup?: never; union?: never; }
  |  /** One time. */
  { cron?: never; every?: never; manual?: never; once: OnceScheduleInput; rrule?: never; startup?: never; union?: never; }
  |  /** By a recurrence rule of RFC 5545. */
  { cron?: never; every?: never; manual?: never; once?: never; rrule: RruleScheduleInput; startup?: never; union?: never; }
  |  /** Whenever a server starts. */
  { cron?: never; every?: never; manual?: never; once?: never; rrule?: never; startup: StartupScheduleInput; union?: never; }
  |  /** Several schedules united. */
  { cron?: never; every?: never; manual?: never; once?: never; rrule?: never; startup?: never; union: UnionScheduleInput; };

/** The kinds of schedule. */
export type ScheduleKind =
  /** A cron expression. */
  | 'CRON'
  /** A fixed distance. */
  | 'EVERY'
  /** By hand or as a follow-up only. */
  | 'MANUAL'
  /** One instant. */
  | 'ONCE'
  /** A recurrence rule of RFC 5545. */
  | 'RRULE'
  /** The start of the server. */
  | 'STARTUP'
  /** Several schedules united. */
  | 'UNION';

/** What a schedule would do. */
export type SchedulePreview = {
  __typename?: 'SchedulePreview';
  /** The schedule in English words. Null when there are `userErrors`. */
  description?: Maybe<Scalars['String']['output']>;
  /** The next occurrences. Fewer than asked for when no more are left within the search limit of 100 years. */
  occurrences: Array<Occurrence>;
  /** What clock changes and exclusions leave out before the last of the occurrences (without any: within a year), at most 100. */
  omitted: Array<OmittedOccurrence>;
  /** What else to know about the schedule as a whole, for example how its two day fields are joined. */
  remarks: Array<Scalars['String']['output']>;
  /** The zone that `local` is given in. Null when there are `userErrors`. */
  timezone?: Maybe<Scalars['TimeZone']['output']>;
  /** What was wrong with the schedule. Empty when it is good. */
  userErrors: Array<UserError>;
};

/** A named value that targets and payloads may name as `{{ secrets.NAME }}`. It is kept encrypted, masked in what runs say, and never given back. */
export type Secret = {
  __typename?: 'Secret';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What it is for. Null when nobody said. */
  description?: Maybe<Scalars['String']['output']>;
  /** Identifies the secret for ever. */
  id: Scalars['ID']['output'];
  /** Capital letters, digits and underscores. It cannot be changed. */
  name: Scalars['String']['output'];
  /** The tasks that name it in their target or payload. */
  tasks: Array<Task>;
  /** When its value or description last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Whether this server has the key that the value was encrypted with. When not, runs that need it fail. */
  usable: Scalars['Boolean']['output'];
};

/** The server that answers. */
export type ServerInfo = {
  __typename?: 'ServerInfo';
  /** `sqlite`, `sqlite-memory` or `postgresql`. */
  database: Scalars['String']['output'];
  /** The time by the clock that decides what is due. */
  now: Scalars['DateTime']['output'];
  /** How long ended runs are kept when their task does not say. Null: for ever. */
  runRetention?: Maybe<Scalars['Duration']['output']>;
  /** Whether secrets can be made and used: the server has a key to keep them under (`SECRETS_KEY`). */
  secretsEnabled: Scalars['Boolean']['output'];
  /** Whether the operator allows tasks that run commands (the setting ALLOW_SHELL). */
  shellAllowed: Scalars['Boolean']['output'];
  /** All IANA time zone names that schedules may use. */
  timezones: Array<Scalars['TimeZone']['output']>;
  /** Why changes are refused and nothing is started now; queries still answer. Null while all is well. */
  trouble?: Maybe<ServerTrouble>;
  /** What the newest change of the time zone rules did to the tasks of this database. Null when they have not changed since it was made. */
  tzdataChange?: Maybe<TzdataChange>;
  /** The version of the time zone rules, for example `2026b`. */
  tzdataVersion: Scalars['String']['output'];
  /** The version of Cronograph. */
  version: Scalars['String']['output'];
};

/** The database takes no changes. The server tries again every second and goes on by itself, unless `lasting`. */
export type ServerTrouble = {
  __typename?: 'ServerTrouble';
  /** The code that refused mutations have: `STORAGE_FULL` or `UNAVAILABLE`. */
  code: ErrorCode;
  /** Whether it needs a restart: the database file is damaged. */
  lasting: Scalars['Boolean']['output'];
  /** What is wrong, and what to do about it. */
  message: Scalars['String']['output'];
};

/** One sign-in, in a browser. It ends 30 days after it began, or 7 days after it was last used. */
export type Session = {
  __typename?: 'Session';
  /** The address it was begun from. */
  address: Scalars['String']['output'];
  /** When it began. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether this is the session that asks. */
  current: Scalars['Boolean']['output'];
  /** When it ends, unless it is used before. */
  expiresAt: Scalars['DateTime']['output'];
  /** Identifies the session for ever; it opens nothing. */
  id: Scalars['ID']['output'];
  /** When it was last used, to the minute. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** What the browser called itself. */
  userAgent: Scalars['String']['output'];
};

/** A user's role in a namespace. */
export type SetMembershipInput = {
  /** The namespace's name. */
  namespace: Scalars['String']['input'];
  /** What they are there from now on. */
  role: MemberRole;
  /** The user. */
  userId: Scalars['ID']['input'];
};

/** What came of it. */
export type SetMembershipPayload = {
  __typename?: 'SetMembershipPayload';
  /** Null when it was refused. */
  membership?: Maybe<Membership>;
  /** What was wrong; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Runs a command in a process group of its own, on the machine of the executor. It is given the payload as JSON on its standard input, and the run by the variables `CRONOGRAPH_RUN_ID`, `CRONOGRAPH_ATTEMPT`, `CRONOGRAPH_FENCE`, `CRONOGRAPH_SCHEDULED_FOR`, `CRONOGRAPH_TRIGGER`, `CRONOGRAPH_TASK_ID` and `CRONOGRAPH_TASK` (the name). */
export type ShellTarget = Target & {
  __typename?: 'ShellTarget';
  /** The program and its arguments, passed on as they are: no shell reads them. Null when `script` is set. */
  command?: Maybe<Array<Scalars['String']['output']>>;
  /** The folder it is started in, an absolute path. Null: the server's working folder. */
  cwd?: Maybe<Scalars['String']['output']>;
  /** Environment variables beside those of the server that the setting SHELL_ENV lets through. */
  env: Array<EnvironmentVariable>;
  /** A script that is run with `/bin/sh -c`. Null when `command` is set. */
  script?: Maybe<Scalars['String']['output']>;
  /** How long its processes may take to end after SIGTERM before they are killed. On a shutdown of the server 3 s at most. */
  stopGrace: Scalars['Duration']['output'];
  /** The exit codes that count as success. */
  successExitCodes: Array<Scalars['Int']['output']>;
  /** The target in one line. */
  summary: Scalars['String']['output'];
};

/** A command of the executor's machine. Exactly one of `command` and `script`. */
export type ShellTargetInput = {
  /** The program and its arguments, at most 100 and 64 KiB in all; for example `["rsync", "-a", "/srv/data/", "/mnt/copy/"]`. They are passed on as they are: no shell reads them. A program without `/` is looked for in PATH. */
  command?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The folder it is started in, an absolute path up to 1,024 characters. The server's working folder when left out. */
  cwd?: InputMaybe<Scalars['String']['input']>;
  /** Environment variables beside those of the server that the setting SHELL_ENV lets through, at most 50 and 32 KiB in all. */
  env?: InputMaybe<Array<EnvironmentVariableInput>>;
  /** A script for `/bin/sh -c`, up to 64 KiB, where pipes, variables or wildcards are needed. */
  script?: InputMaybe<Scalars['String']['input']>;
  /** How long its processes may take to end after SIGTERM before they are killed, up to 5 minutes. */
  stopGrace: Scalars['Duration']['input'];
  /** The exit codes that count as success, 0 to 255. 0 when left out or empty. */
  successExitCodes?: InputMaybe<Array<Scalars['Int']['input']>>;
};

/** Whenever a server that plans occurrences starts. */
export type StartupSchedule = Schedule & {
  __typename?: 'StartupSchedule';
  /** How long after the start. */
  delay: Scalars['Duration']['output'];
  /** The schedule in English words. */
  description: Scalars['String']['output'];
};

/** Whenever a server that plans occurrences starts. */
export type StartupScheduleInput = {
  /** How long after the start, up to one hour. */
  delay: Scalars['Duration']['input'];
};

/** What can be watched. Over the `graphql-transport-ws` protocol at the same path as the queries. */
export type Subscription = {
  __typename?: 'Subscription';
  /** Changes of the runs that a worker holds, or has held, in order: also that one is to be stopped (CANCEL_REQUESTED) or was taken from it (LOST). */
  myRuns: RunEvent;
  /** How the scheduler is doing, in figures: at once, then whenever they have changed, at most twice a second. */
  overview: Overview;
  /** Changes of runs, in order, from now on or after a cursor; none is left out and none comes twice. */
  runEvents: RunEvent;
  /** What a run writes: the lines so far, then each new one; completes when the run has finished and all its lines were sent. */
  runLog: LogLine;
  /** Wakes a worker: tells at once how many runs of a queue may be claimed, then whenever more may be, or when a run of this worker is to be stopped. Claim after each message, and take what is answered as the truth. */
  runsAvailable: RunsAvailable;
  /** Changes of tasks, in order, from now on or after a cursor; none is left out and none comes twice. */
  taskEvents: TaskEvent;
  /** What is to run within the next 24 hours, over all active tasks: at once, then whenever it has changed, at most once a second. */
  upcoming: UpcomingOccurrences;
};


/** What can be watched. Over the `graphql-transport-ws` protocol at the same path as the queries. */
export type SubscriptionMyRunsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  heartbeats: Scalars['Boolean']['input'];
  snapshot: Scalars['Boolean']['input'];
  workerId: Scalars['String']['input'];
};


/** What can be watched. Over the `graphql-transport-ws` protocol at the same path as the queries. */
export type SubscriptionRunEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<RunEventFilter>;
  heartbeats: Scalars['Boolean']['input'];
  snapshot: Scalars['Boolean']['input'];
};


/** What can be watched. Over the `graphql-transport-ws` protocol at the same path as the queries. */
export type SubscriptionRunLogArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  runId: Scalars['ID']['input'];
};


/** What can be watched. Over the `graphql-transport-ws` protocol at the same path as the queries. */
export type SubscriptionRunsAvailableArgs = {
  queue: Scalars['String']['input'];
  workerId?: InputMaybe<Scalars['String']['input']>;
};


/** What can be watched. Over the `graphql-transport-ws` protocol at the same path as the queries. */
export type SubscriptionTaskEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<TaskEventFilter>;
  heartbeats: Scalars['Boolean']['input'];
  snapshot: Scalars['Boolean']['input'];
};


/** What can be watched. Over the `graphql-transport-ws` protocol at the same path as the queries. */
export type SubscriptionUpcomingArgs = {
  first: Scalars['Int']['input'];
  taskId?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What a task does: `HttpTarget`, `ModuleTarget`, `ShellTarget` or `WorkerTarget`. */
export type Target = {
  /** The target in one line, for example `GET https://example.com/health`. */
  summary: Scalars['String']['output'];
};

/** What a task does. Exactly one field. */
export type TargetInput =
  /** Send an HTTP request. */
  { http: HttpTargetInput; module?: never; shell?: never; worker?: never; }
  |  /** Run a module of the tasks folder. */
  { http?: never; module: ModuleTargetInput; shell?: never; worker?: never; }
  |  /** Run a command, if the operator allows it with the setting ALLOW_SHELL. */
  { http?: never; module?: never; shell: ShellTargetInput; worker?: never; }
  |  /** Leave it to a worker. */
  { http?: never; module?: never; shell?: never; worker: WorkerTargetInput; };

/** The kinds of target. */
export type TargetKind =
  /** An HTTP request. */
  | 'HTTP'
  /** A module of the tasks folder. */
  | 'MODULE'
  /** A command of the executor's machine. */
  | 'SHELL'
  /** A worker of a queue. */
  | 'WORKER';

/** What to do and when: a target, a schedule and policies. */
export type Task = {
  __typename?: 'Task';
  /** The backfills of this task, newest first, at most 20. */
  backfills: Array<Backfill>;
  /** How many occurrences LAST_N runs at most. */
  catchUpLimit: Scalars['Int']['output'];
  /** In which order missed occurrences are caught up. */
  catchUpOrder: CatchUpOrder;
  /** How many missed occurrences are started a minute at most. Null: as fast as slots allow. */
  catchUpRate?: Maybe<Scalars['Int']['output']>;
  /** How far back `missedRunPolicy` looks. Older occurrences are recorded as MISSED. */
  catchUpWindow: Scalars['Duration']['output'];
  /** How many runs in a row have ended FAILED by their own failures since the last one that succeeded or the task was last resumed. What an instance's death or shutdown ended does not count. */
  consecutiveFailures: Scalars['Int']['output'];
  /** When the task was created. */
  createdAt: Scalars['DateTime']['output'];
  /** When the task was deleted; its runs are kept. Null while it is not. */
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the task is for, in the words of its author. Null when none was given. */
  description?: Maybe<Scalars['String']['output']>;
  /** Nothing runs after this instant. Null: no bound. */
  endAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is left out of the schedule. */
  exclusions: Array<Exclusion>;
  /** What is called when a run would end FAILED: one more attempt of the same run. Null when there is none. */
  fallbackTarget?: Maybe<Target>;
  /** Which tasks run after a run of this one has ended. */
  followUps: Array<FollowUp>;
  /** What `H` in cron expressions and the jitter are hashed from: the task's name when it was created, unless given. A rename moves no run. */
  hashSeed: Scalars['String']['output'];
  /** Occurrences that are held and wait for `resolveHeldRuns`, oldest first, at most 101. */
  heldRuns: Array<Run>;
  /** Who did what to this task, newest first. */
  history: AuditEntryConnection;
  /** When missed occurrences are held for a person to decide. Null: never. */
  hold?: Maybe<HoldPolicy>;
  /** Identifies the task for ever. */
  id: Scalars['ID']['output'];
  /** The window over which the starts of different tasks are spread. `PT0S`: no spread. */
  jitter: Scalars['Duration']['output'];
  /** The newest run that has started or was decided (skipped, missed, cancelled). Null before the first. */
  lastRun?: Maybe<Run>;
  /** How many occurrences may start in all; then the task is COMPLETED. Runs by hand and backfills do not count. Null: no bound. */
  maxRuns?: Maybe<Scalars['Int']['output']>;
  /** What happens to occurrences that nobody could run in time, for example while the server was down. */
  missedRunPolicy: MissedRunPolicy;
  /** Unique among the tasks that are not deleted, ignoring case. 1 to 200 characters. */
  name: Scalars['String']['output'];
  /** The next planned occurrence that has not started. Null when the task is paused or completed. */
  nextRunAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many occurrences have fallen into the present pause, counted up to 100,000: what `resumeTask` decides about. 0 when the task is not paused. */
  occurrencesSincePause: Scalars['Int']['output'];
  /** What happens to a run whose instance died while it was going. */
  onCrash: CrashPolicy;
  /** How many occurrences wait at most with the overlap policy BUFFER. */
  overlapBuffer: Scalars['Int']['output'];
  /** What happens to an occurrence that falls due while an earlier run of this task is still going. */
  overlapPolicy: OverlapPolicy;
  /** After how many failed runs in a row the task pauses by itself. Null: never. */
  pauseAfterFailures?: Maybe<Scalars['Int']['output']>;
  /** Why the task is paused, in the words of whoever did it. Null when it is not paused or no reason was given. */
  pauseReason?: Maybe<Scalars['String']['output']>;
  /** When the task was paused. Null when it is not. */
  pausedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Given to the target on each run. Null when none was given. Up to 256 KiB as JSON. */
  payload?: Maybe<Scalars['JSON']['output']>;
  /** Which of the runs that wait goes first: the one with the higher priority. Each point is worth a minute of waiting, so that none waits for ever. */
  priority: Scalars['Int']['output'];
  /** The earliest instant of an occurrence whose run retention has removed. Null: none was. */
  prunedFrom?: Maybe<Scalars['DateTime']['output']>;
  /** The latest instant of an occurrence whose run retention has removed: between the two a backfill of NOT_RUN or NOT_SUCCEEDED leaves out what has no run any more. */
  prunedThrough?: Maybe<Scalars['DateTime']['output']>;
  /** The queue whose bounds hold for its runs; of a worker target the one that it names. Null: none. */
  queue?: Maybe<Scalars['String']['output']>;
  /** What the queue counts its runs under, with places such as `{{ payload.customer }}`. Null: under no key. */
  queueKey?: Maybe<Scalars['String']['output']>;
  /** How long a run may be due and wait for its start; then it fails with QUEUE_TIMEOUT. Null: however long. */
  queueTimeout?: Maybe<Scalars['Duration']['output']>;
  /** How long ended runs are kept. Null: as the server's setting says (`server.runRetention`). */
  retention?: Maybe<RetentionPolicy>;
  /** How failed attempts are repeated. */
  retry: RetryPolicy;
  /** How many occurrences have started, counted while `maxRuns` is set. Null when it is not. */
  runCount?: Maybe<Scalars['Int']['output']>;
  /** All occurrences and triggers of this task, newest first unless ordered otherwise. */
  runs: RunConnection;
  /** When the task runs, before exclusions, bounds and jitter. */
  schedule: Schedule;
  /** How long an attempt may say nothing: no line of log, no progress, no byte of an answer, no heartbeat. Null: however long. */
  silenceTimeout?: Maybe<Scalars['Duration']['output']>;
  /** Nothing runs before this instant. Null: no bound. */
  startAt?: Maybe<Scalars['DateTime']['output']>;
  /** How long after its instant an occurrence may still start; later it is recorded as MISSED. Null: however late. */
  startDeadline?: Maybe<Scalars['Duration']['output']>;
  /** How long an attempt may take until it shows that its work has begun: a server's answer, a process, a module's call, a worker's first word. Null: no bound of its own. */
  startTimeout?: Maybe<Scalars['Duration']['output']>;
  /** Whether the schedule is followed. */
  state: TaskState;
  /** What the task does. */
  target: Target;
  /** The longest an attempt may take before it is stopped and counted as TIMED_OUT. */
  timeout: Scalars['Duration']['output'];
  /** The next occurrences by schedule, exclusions and bounds, at most 100. Empty when the task is paused or completed. */
  upcoming: Array<Occurrence>;
  /** When the task was last edited, paused or resumed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with each edit. `updateTask` asks for the one you read, so that no edit overwrites another unseen. */
  version: Scalars['Int']['output'];
};


/** What to do and when: a target, a schedule and policies. */
export type TaskHistoryArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What to do and when: a target, a schedule and policies. */
export type TaskRunsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RunOrder>;
};


/** What to do and when: a target, a schedule and policies. */
export type TaskUpcomingArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What became of one of many tasks. */
export type TaskChangeOutcome =
  /** Somebody has changed the task since the change that was to be taken back; it stays as it is. */
  | 'CHANGED_SINCE'
  /** It was done. */
  | 'DONE'
  /** It was not possible; `error` says why. */
  | 'REFUSED';

/** What an edit would do to a task's occurrences within a window. */
export type TaskChangePreview = {
  __typename?: 'TaskChangePreview';
  /** Occurrences that the edit adds. */
  added: Array<Occurrence>;
  /** The beginning of the window. Null when there are `userErrors`, as the other fields. */
  from?: Maybe<Scalars['DateTime']['output']>;
  /** Occurrences that the edit moves: one for one, on the same day. */
  moved: Array<MovedOccurrence>;
  /** What the task's real durations let expect. Null before five runs have ended. */
  overlaps?: Maybe<OverlapPrediction>;
  /** Occurrences that the edit takes away. */
  removed: Array<Occurrence>;
  /** Whether the window was cut at 1,000 occurrences on either side. */
  truncated: Scalars['Boolean']['output'];
  /** How many stay as they are. */
  unchanged?: Maybe<Scalars['Int']['output']>;
  /** The end of what was looked at: earlier than asked for when there is too much. */
  until?: Maybe<Scalars['DateTime']['output']>;
  /** What was wrong with the input. Empty when it is good. */
  userErrors: Array<UserError>;
};

/** What became of one of many tasks. */
export type TaskChangeResult = {
  __typename?: 'TaskChangeResult';
  /** Why not. Null when it was done. */
  error?: Maybe<UserError>;
  /** What became of it. */
  outcome: TaskChangeOutcome;
  /** The task as it is now. Null when there is none. */
  task?: Maybe<Task>;
  /** The task's id. */
  taskId: Scalars['ID']['output'];
};

/** A page of tasks. */
export type TaskConnection = {
  __typename?: 'TaskConnection';
  /** The tasks with their cursors. */
  edges: Array<TaskEdge>;
  /** The tasks alone. */
  nodes: Array<Task>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many tasks match in all, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
};

/** One task of a page. */
export type TaskEdge = {
  __typename?: 'TaskEdge';
  /** Its position in the list. */
  cursor: Scalars['Cursor']['output'];
  /** The task. */
  node: Task;
};

/** One change of a task. Written together with the change; no change is without its event. */
export type TaskEvent = {
  __typename?: 'TaskEvent';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** Its position in the event log; `taskEvents(after:)` goes on from here. */
  cursor: Scalars['Cursor']['output'];
  /** The task as the change left it. Null for SNAPSHOT_END and HEARTBEAT. */
  task?: Maybe<Task>;
  /** What happened. */
  type: TaskEventType;
};

/** Which task events. All conditions must hold; one that is left out always holds. */
export type TaskEventFilter = {
  /** Events of tasks that are such as the event left them. */
  task?: InputMaybe<TaskFilter>;
  /** Events of these tasks. */
  taskId?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Events of these types. Snapshots and heartbeats come, when asked for, whatever the types. */
  type?: InputMaybe<Array<TaskEventType>>;
};

/** What happened to a task. */
export type TaskEventType =
  /** No occurrence is left. */
  | 'COMPLETED'
  /** It was created. */
  | 'CREATED'
  /** It was deleted. */
  | 'DELETED'
  /** Nothing happened: the log has come to this cursor, and nothing before it was left out. Only with `heartbeats`. */
  | 'HEARTBEAT'
  /** It was paused. */
  | 'PAUSED'
  /** Its occurrences changed though nobody edited it: a calendar that it leaves out did, or the time zone rules. */
  | 'REPLANNED'
  /** It was resumed. */
  | 'RESUMED'
  /** Nothing happened: it is what there was at the beginning of a subscription with `snapshot`. */
  | 'SNAPSHOT'
  /** Nothing happened: all that there was has been told, and changes follow. */
  | 'SNAPSHOT_END'
  /** It was edited. */
  | 'UPDATED';

/** Which tasks. All conditions must hold; one that is left out always holds. */
export type TaskFilter = {
  /** The next run is before this instant. */
  nextRunBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** The next run is at or after this instant. */
  nextRunFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Its runs are held by one of these queues, by name. */
  queue?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The schedule is of one of these kinds. */
  scheduleKind?: InputMaybe<Array<ScheduleKind>>;
  /** The name or description contains this text, ignoring case. Up to 200 characters. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** The state is one of these. */
  state?: InputMaybe<Array<TaskState>>;
  /** The target is of one of these kinds. */
  targetKind?: InputMaybe<Array<TargetKind>>;
};

/** A file of the operator's tasks folder that can be run. */
export type TaskModule = {
  __typename?: 'TaskModule';
  /** What `defineTask` says, or the first sentence of the comment at the top of the file. Null when there is neither. */
  description?: Maybe<Scalars['String']['output']>;
  /** The name to use in `ModuleTargetInput`. */
  name: Scalars['String']['output'];
  /** The JSON Schema (draft 2020-12) that its payload is held to: when a task is saved or run by hand, and before each attempt. Null when it takes any payload. */
  payloadSchema?: Maybe<Scalars['JSON']['output']>;
  /** Why what the module says of itself could not be read. Null when it could. */
  problem?: Maybe<Scalars['String']['output']>;
};

/** In which order tasks are listed. Ties are broken by id. */
export type TaskOrder = {
  /** Up or down. */
  direction: OrderDirection;
  /** By what. */
  field: TaskOrderField;
};

/** What tasks can be ordered by. */
export type TaskOrderField =
  /** When the task was created. */
  | 'CREATED_AT'
  /** The name, ignoring case. */
  | 'NAME'
  /** The next run; tasks without one come last when ascending, first when descending. */
  | 'NEXT_RUN_AT'
  /** When the task was last changed. */
  | 'UPDATED_AT';

/** Whether a task's schedule is followed. */
export type TaskState =
  /** The schedule is followed. */
  | 'ACTIVE'
  /** No occurrence is left. */
  | 'COMPLETED'
  /** The schedule is held until `resumeTask`. Triggers by hand still run. */
  | 'PAUSED';

/** Whether the task's schedule is followed. */
export type TaskStateCheck = OccurrenceCheck & {
  __typename?: 'TaskStateCheck';
  /** What was checked and how it came out, in a sentence. */
  message: Scalars['String']['output'];
  /** Whether it is. */
  passed?: Maybe<Scalars['Boolean']['output']>;
  /** Since when it has been paused. Null when it is not. */
  pausedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The task's state now. */
  state: TaskState;
};

/** What is set for many tasks. What is left out stays what it is. */
export type TasksChangeInput = {
  /** The new missed-run policy. */
  missedRunPolicy?: InputMaybe<MissedRunPolicy>;
  /** The new overlap policy. */
  overlapPolicy?: InputMaybe<OverlapPolicy>;
  /** The new number of failed runs in a row after which a task pauses by itself; null removes it. */
  pauseAfterFailures?: InputMaybe<Scalars['Int']['input']>;
  /** The new priority. */
  priority?: InputMaybe<Scalars['Int']['input']>;
  /** The new queue; null removes it. Runs that wait move with it. */
  queue?: InputMaybe<Scalars['String']['input']>;
  /** The new retention; null goes back to the server's setting. */
  retention?: InputMaybe<RetentionPolicyInput>;
  /** The new retry policy. */
  retry?: InputMaybe<RetryPolicyInput>;
  /** The new timeout. */
  timeout?: InputMaybe<Scalars['Duration']['input']>;
};

/** Which tasks, at most 500. */
export type TasksInput =
  /** All that match and that it can be done to. */
  { filter: TaskFilter; ids?: never; }
  |  /** These. */
  { filter?: never; ids: Array<Scalars['ID']['input']>; };

/** Which webhook to test. */
export type TestWebhookInput = {
  /** The webhook. */
  id: Scalars['ID']['input'];
};

/** What `testWebhook` answers. */
export type TestWebhookPayload = {
  __typename?: 'TestWebhookPayload';
  /** What came of it. Null when there are `userErrors`. */
  delivery?: Maybe<WebhookDelivery>;
  /** What was wrong with the input. Empty when the message was sent, whatever came of it. */
  userErrors: Array<UserError>;
};

/** Which task to run now. */
export type TriggerTaskInput = {
  /** The task. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same run for 24 hours; with another input it is refused. 1 to 200 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Used in place of the task's payload for this run; null sends no payload. */
  payload?: InputMaybe<Scalars['JSON']['input']>;
  /** In place of the task's priority for this run, -100 to 100. */
  priority?: InputMaybe<Scalars['Int']['input']>;
};

/** What `triggerTask` answers. */
export type TriggerTaskPayload = {
  __typename?: 'TriggerTaskPayload';
  /** The new run; it waits while an earlier run of a task with the overlap policy SKIP is going. Null when there are `userErrors`. */
  run?: Maybe<Run>;
  /** What was wrong with the input. Empty when the run was created. */
  userErrors: Array<UserError>;
};

/** What a change of the time zone rules did, found at the start after it. */
export type TzdataChange = {
  __typename?: 'TzdataChange';
  /** When it was found. */
  foundAt: Scalars['DateTime']['output'];
  /** The version before. */
  from: Scalars['String']['output'];
  /** The tasks whose occurrences moved within two years, by name, at most 500; they were planned anew. */
  moved: Array<TzdataMove>;
  /** The zones in use whose future offsets changed. */
  timezones: Array<Scalars['TimeZone']['output']>;
  /** The version since. */
  to: Scalars['String']['output'];
};

/** One task that a change of the time zone rules moved. */
export type TzdataMove = {
  __typename?: 'TzdataMove';
  /** What moved, in a sentence. */
  message: Scalars['String']['output'];
  /** The same occurrence as it is. Null when it is gone. */
  now?: Maybe<Scalars['DateTime']['output']>;
  /** The task. */
  task: Task;
  /** The first occurrence that moved, as it was. Null when it is new. */
  was?: Maybe<Scalars['DateTime']['output']>;
};

/** Which change to take back. */
export type UndoChangeInput = {
  /** `changeId` of what changed the tasks: of a bulk change, or of any entry of the audit that is about a task. */
  changeId: Scalars['ID']['input'];
};

/** What `undoChange` answers. Each task is changed for itself: some may be refused. */
export type UndoChangePayload = {
  __typename?: 'UndoChangePayload';
  /** By which `undoChange` takes it back. Null when nothing was changed. */
  changeId?: Maybe<Scalars['ID']['output']>;
  /** How many tasks were changed, or with `dryRun` would be tried. */
  count: Scalars['Int']['output'];
  /** Each task, in the order they were named or, by a filter, created. Empty when there are `userErrors`. */
  results: Array<TaskChangeResult>;
  /** What was wrong with the input as a whole. Empty when it was tried. */
  userErrors: Array<UserError>;
};

/** Every instant that any of several schedules names, once. */
export type UnionSchedule = Schedule & {
  __typename?: 'UnionSchedule';
  /** The schedule in English words. */
  description: Scalars['String']['output'];
  /** The schedules. */
  of: Array<Schedule>;
};

/** Several schedules united: every instant that any of them names runs once. */
export type UnionScheduleInput = {
  /** 2 to 20 schedules: `cron`, `once`, `every` from its anchor, `rrule`. */
  of: Array<ScheduleInput>;
};

/** One occurrence to come. */
export type UpcomingOccurrence = {
  __typename?: 'UpcomingOccurrence';
  /** The occurrence, on the wall clock of the task's zone. */
  occurrence: Occurrence;
  /** The task. */
  task: Task;
};

/** What is to run within a window, over all tasks. */
export type UpcomingOccurrences = {
  __typename?: 'UpcomingOccurrences';
  /** The beginning of the window. */
  from: Scalars['DateTime']['output'];
  /** What was cut, in words. Null when nothing was. */
  message?: Maybe<Scalars['String']['output']>;
  /** The occurrences by their start, soonest first. */
  nodes: Array<UpcomingOccurrence>;
  /** Whether there was more than could be answered; `message` says what was cut. */
  truncated: Scalars['Boolean']['output'];
  /** The end of what was looked at: earlier than asked for when there is too much. */
  until: Scalars['DateTime']['output'];
};

/** Changes to a calendar. A field that is left out keeps its value. Tasks that use it are planned anew. */
export type UpdateCalendarInput = {
  /** The new description; null removes it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The new entries, in place of all there were. */
  entries?: InputMaybe<Array<CalendarEntryInput>>;
  /** The text of an iCalendar file, in place of all entries there were. */
  ics?: InputMaybe<Scalars['String']['input']>;
  /** The calendar. */
  id: Scalars['ID']['input'];
  /** The new name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The new zone; null: that of the schedule which uses it. */
  timezone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** The version you read. Refused with CONFLICT when it has changed since. */
  version: Scalars['Int']['input'];
};

/** What `updateCalendar` answers. */
export type UpdateCalendarPayload = {
  __typename?: 'UpdateCalendarPayload';
  /** The calendar. Null when there are `userErrors`. */
  calendar?: Maybe<Calendar>;
  /** What an iCalendar text had that was not taken over, in words. */
  skipped: Array<Scalars['String']['output']>;
  /** What was wrong with the input. Empty when it was done. */
  userErrors: Array<UserError>;
};

/** Changes of a namespace; what is left out stays. */
export type UpdateNamespaceInput = {
  /** Null: none. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Which. */
  name: Scalars['String']['input'];
  /** Bounds to be changed. */
  quotas?: InputMaybe<NamespaceQuotasInput>;
  /** The version you read. */
  version: Scalars['Int']['input'];
};

/** What came of it. */
export type UpdateNamespacePayload = {
  __typename?: 'UpdateNamespacePayload';
  /** Null when it was refused. */
  namespace?: Maybe<Namespace>;
  /** What was wrong; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a queue. A field that is left out keeps its value; null takes the bound away. */
export type UpdateQueueInput = {
  /** The new number of runs at a time. What is going goes on. */
  concurrency?: InputMaybe<Scalars['Int']['input']>;
  /** The new number of runs at a time with the same key. */
  concurrencyPerKey?: InputMaybe<Scalars['Int']['input']>;
  /** The new description; null removes it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The queue. */
  name: Scalars['String']['input'];
  /** The new rate. */
  rate?: InputMaybe<QueueRateInput>;
  /** The version the edit was made from. */
  version: Scalars['Int']['input'];
};

/** What `updateQueue` answers. */
export type UpdateQueuePayload = {
  __typename?: 'UpdateQueuePayload';
  /** The queue as it is now. Null when there are `userErrors`. */
  queue?: Maybe<Queue>;
  /** What was wrong with the input. Empty when the queue was changed. */
  userErrors: Array<UserError>;
};

/** Changes to a secret. A field that is left out keeps its value. */
export type UpdateSecretInput = {
  /** The new description; null removes it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The secret. */
  id: Scalars['ID']['input'];
  /** The new value. Attempts that start after the answer get it. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** What `updateSecret` answers. */
export type UpdateSecretPayload = {
  __typename?: 'UpdateSecretPayload';
  /** The secret, without its value. Null when there are `userErrors`. */
  secret?: Maybe<Secret>;
  /** What was wrong with the input. Empty when the secret was changed. */
  userErrors: Array<UserError>;
};

/** Changes to a task. A field that is left out keeps its value. */
export type UpdateTaskInput = {
  /** The new number of occurrences that LAST_N runs at most. */
  catchUpLimit?: InputMaybe<Scalars['Int']['input']>;
  /** The new order of catching up. */
  catchUpOrder?: InputMaybe<CatchUpOrder>;
  /** The new rate of catching up; null removes it. */
  catchUpRate?: InputMaybe<Scalars['Int']['input']>;
  /** The new catch-up window. */
  catchUpWindow?: InputMaybe<Scalars['Duration']['input']>;
  /** The new description; null removes it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Nothing runs after this instant. Null removes the bound. */
  endAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What is left out of the schedule, at most 50. Replaces all there were. */
  exclusions?: InputMaybe<Array<ExclusionInput>>;
  /** See `CreateTaskInput`. Null removes it. */
  fallbackTarget?: InputMaybe<TargetInput>;
  /** Which tasks run after a run of this one has ended, at most 10. Replaces all there were. */
  followUps?: InputMaybe<Array<FollowUpInput>>;
  /** The new hold policy; null removes it. */
  hold?: InputMaybe<HoldPolicyInput>;
  /** The task. */
  id: Scalars['ID']['input'];
  /** The new jitter window. */
  jitter?: InputMaybe<Scalars['Duration']['input']>;
  /** How many occurrences may start in all, 1 to 1,000,000,000. Null removes the bound. */
  maxRuns?: InputMaybe<Scalars['Int']['input']>;
  /** The new missed-run policy. */
  missedRunPolicy?: InputMaybe<MissedRunPolicy>;
  /** The new name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The new crash policy. */
  onCrash?: InputMaybe<CrashPolicy>;
  /** The new number of occurrences that wait at most. */
  overlapBuffer?: InputMaybe<Scalars['Int']['input']>;
  /** The new overlap policy. */
  overlapPolicy?: InputMaybe<OverlapPolicy>;
  /** The new number of failed runs in a row after which the task pauses by itself; null removes it. */
  pauseAfterFailures?: InputMaybe<Scalars['Int']['input']>;
  /** The new payload; null removes it. */
  payload?: InputMaybe<Scalars['JSON']['input']>;
  /** The new priority. Runs that wait follow, but for those triggered by hand. */
  priority?: InputMaybe<Scalars['Int']['input']>;
  /** The new queue; null removes it. Runs that wait move with it. */
  queue?: InputMaybe<Scalars['String']['input']>;
  /** The new key; null removes it. */
  queueKey?: InputMaybe<Scalars['String']['input']>;
  /** The new queue timeout; null removes it. */
  queueTimeout?: InputMaybe<Scalars['Duration']['input']>;
  /** The new retention; null goes back to the server's setting. */
  retention?: InputMaybe<RetentionPolicyInput>;
  /** The new retry policy. */
  retry?: InputMaybe<RetryPolicyInput>;
  /** The new schedule. Planned occurrences that have not started are planned anew. */
  schedule?: InputMaybe<ScheduleInput>;
  /** The new silence timeout; null removes it. */
  silenceTimeout?: InputMaybe<Scalars['Duration']['input']>;
  /** Nothing runs before this instant. Null removes the bound. */
  startAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The new start deadline; null removes it. */
  startDeadline?: InputMaybe<Scalars['Duration']['input']>;
  /** The new start timeout; null removes it. */
  startTimeout?: InputMaybe<Scalars['Duration']['input']>;
  /** The new target. Governs every run that has not started. */
  target?: InputMaybe<TargetInput>;
  /** The new timeout. */
  timeout?: InputMaybe<Scalars['Duration']['input']>;
  /** The version you read. Refused with CONFLICT when the task has changed since. */
  version: Scalars['Int']['input'];
};

/** What `updateTask` answers. */
export type UpdateTaskPayload = {
  __typename?: 'UpdateTaskPayload';
  /** The task after the edit. Null when there are `userErrors`. */
  task?: Maybe<Task>;
  /** What was wrong with the input. Empty when the task was edited. */
  userErrors: Array<UserError>;
};

/** What to set, and for which tasks. */
export type UpdateTasksInput = {
  /** Only says which tasks it would be. */
  dryRun: Scalars['Boolean']['input'];
  /** What. */
  set: TasksChangeInput;
  /** Which. */
  tasks: TasksInput;
};

/** What `updateTasks` answers. Each task is changed for itself: some may be refused. */
export type UpdateTasksPayload = {
  __typename?: 'UpdateTasksPayload';
  /** By which `undoChange` takes it back. Null when nothing was changed. */
  changeId?: Maybe<Scalars['ID']['output']>;
  /** How many tasks were changed, or with `dryRun` would be tried. */
  count: Scalars['Int']['output'];
  /** Each task, in the order they were named or, by a filter, created. Empty when there are `userErrors`. */
  results: Array<TaskChangeResult>;
  /** What was wrong with the input as a whole. Empty when it was tried. */
  userErrors: Array<UserError>;
};

/** Changes to a user. A field that is left out keeps its value. */
export type UpdateUserInput = {
  /** Whether they are kept out from now on. */
  disabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** The user. */
  id: Scalars['ID']['input'];
  /** A new password; their sessions end. 12 to 200 characters. */
  password?: InputMaybe<Scalars['String']['input']>;
  /** What they may do from now on. */
  role?: InputMaybe<UserRole>;
};

/** The user, or why not. */
export type UpdateUserPayload = {
  __typename?: 'UpdateUserPayload';
  /** Null when it was refused. */
  user?: Maybe<User>;
  /** What was wrong; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a webhook. A field that is left out or null keeps its value. */
export type UpdateWebhookInput = {
  /** The new filter, whole. It holds for events that have not been put on their way. */
  filter?: InputMaybe<WebhookFilterInput>;
  /** The new headers, whole. */
  headers?: InputMaybe<Array<HttpHeaderInput>>;
  /** The webhook. */
  id: Scalars['ID']['input'];
  /** The new name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The new address. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** The version it was read at. */
  version: Scalars['Int']['input'];
};

/** What `updateWebhook` answers. */
export type UpdateWebhookPayload = {
  __typename?: 'UpdateWebhookPayload';
  /** What was wrong with the input. Empty when the webhook was changed. */
  userErrors: Array<UserError>;
  /** The webhook as it is now. Null when there are `userErrors`. */
  webhook?: Maybe<Webhook>;
};

/** Somebody who can sign in. */
export type User = {
  __typename?: 'User';
  /** When they were made. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether they are kept out. Their sessions and tokens do not work meanwhile. */
  disabled: Scalars['Boolean']['output'];
  /** Whether they have a password. Who came by single sign-on has none, until an administrator gives them one. */
  hasPassword: Scalars['Boolean']['output'];
  /** Identifies the user for ever. */
  id: Scalars['ID']['output'];
  /** The OpenID provider that they sign in by. Null: none, and for others than themselves and who administers the server. */
  issuer?: Maybe<Scalars['String']['output']>;
  /** When they were last seen, to the minute. Null: never, and for others than themselves and who administers the server. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** The namespaces in which they may do more than that, by name. */
  memberships: Array<Membership>;
  /** What they sign in with. Unique, ignoring case. 1 to 100 characters. */
  name: Scalars['String']['output'];
  /** What they may do in every namespace, and with the server itself. */
  role: UserRole;
  /** Where they are signed in, newest first. */
  sessions: Array<Session>;
};

/** Something in the input that was refused. */
export type UserError = {
  __typename?: 'UserError';
  /** A word from a closed list, for example INVALID_CRON. */
  code: ErrorCode;
  /** The path of the input field, for example `["schedule", "cron", "expression"]`. Null when the error is not about one field. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** A sentence for people: the field, the value, what was expected and an example. */
  message: Scalars['String']['output'];
};

/** What a user may do, each more than the one before it. */
export type UserRole =
  /** Everything. */
  | 'ADMIN'
  /** READ, OPERATE, WORK and EDIT. */
  | 'EDITOR'
  /** Nothing but what they may in the namespaces that they are a member of. */
  | 'NONE'
  /** READ, OPERATE and WORK. */
  | 'OPERATOR'
  /** READ. */
  | 'VIEWER';

/** Whoever asks. */
export type Viewer = {
  __typename?: 'Viewer';
  /** How they have shown who they are. */
  kind: ViewerKind;
  /** The user's or the token's name, or whom a JWT is of; `anonymous` for nobody. */
  name: Scalars['String']['output'];
  /** The namespace of this request. Null for who sees none. */
  namespace?: Maybe<Namespace>;
  /** The namespaces that they see, `default` first, then by name. */
  namespaces: Array<Namespace>;
  /** What they may do in the request's namespace. */
  rights: Array<Right>;
  /** What they may do in every namespace, and with the server itself. */
  serverRights: Array<Right>;
  /** The user who has signed in, or whom the token belongs to. Null for a token of nobody's, for a JWT, and without a sign-in. */
  user?: Maybe<User>;
};

/** How somebody has shown who they are. */
export type ViewerKind =
  /** Nobody has to sign in: the operator has allowed it (`ALLOW_ANONYMOUS`). */
  | 'ANONYMOUS'
  /** A program with a JWT of the issuer that the operator trusts (`JWT_ISSUER`). */
  | 'JWT'
  /** A program, or a person, with an API token. */
  | 'TOKEN'
  /** A user who has signed in, with a password or by single sign-on. */
  | 'USER';

/**
 * Events of the log, sent to an address of yours by HTTP. Each arrives at least once: a request that is not answered with 2xx within 15
 * seconds is sent again, 8 times in all over about a day, always with the same `webhook-id`. docs/webhooks.md has the details.
 */
export type Webhook = {
  __typename?: 'Webhook';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When a message was last taken. Null when none was. */
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was sent, newest first. Ended deliveries are kept for 30 days, at most 1,000 of them. */
  deliveries: WebhookDeliveryConnection;
  /** When it was found that events had been removed by retention before they could be sent: it had been paused or had failed for too long. Null: never. */
  eventsLostAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when every attempt has failed. Null when the last one succeeded or there was none. */
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** Which events. */
  filter: WebhookFilter;
  /** What the messages look like. */
  format: WebhookFormat;
  /** Headers of each request, beside its own. */
  headers: Array<HttpHeader>;
  /** Identifies the webhook for ever. */
  id: Scalars['ID']['output'];
  /** Unique. */
  name: Scalars['String']['output'];
  /** How many messages wait to be sent or sent again, at most 1,000: beyond that the event log keeps them. */
  pendingDeliveries: Scalars['Int']['output'];
  /** Until when messages are signed with the key before the last rotation too. Null: with one key only. */
  previousSecretUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Whether messages are signed by the rules of Standard Webhooks: those in Slack's format are not. */
  signed: Scalars['Boolean']['output'];
  /** Whether it is being sent to. */
  state: WebhookState;
  /** Why it is not ACTIVE. Null when it is, or nobody said. */
  stateReason?: Maybe<Scalars['String']['output']>;
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Where events are sent to. Secrets in it show as `{{secrets.NAME}}`. */
  url: Scalars['String']['output'];
  /** Counts edits; an edit names the version it was made from. */
  version: Scalars['Int']['output'];
};


/**
 * Events of the log, sent to an address of yours by HTTP. Each arrives at least once: a request that is not answered with 2xx within 15
 * seconds is sent again, 8 times in all over about a day, always with the same `webhook-id`. docs/webhooks.md has the details.
 */
export type WebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  before?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<Array<WebhookDeliveryState>>;
};

/** One message to one webhook, and what came of it. */
export type WebhookDelivery = {
  __typename?: 'WebhookDelivery';
  /** When the event happened. */
  at: Scalars['DateTime']['output'];
  /** When it was last sent. Null when it was not yet. */
  attemptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How often it was sent. */
  attempts: Scalars['Int']['output'];
  /** What is sent, to the byte. */
  body: Scalars['String']['output'];
  /** How long the last attempt took, in milliseconds. Null when there was none. */
  durationMs?: Maybe<Scalars['Int']['output']>;
  /** Why the last attempt failed. Null when it succeeded or there was none. */
  error?: Maybe<Scalars['String']['output']>;
  /** Identifies the delivery for ever. */
  id: Scalars['ID']['output'];
  /** The header `webhook-id` of all its attempts, and the CloudEvent's `id`. */
  messageId: Scalars['String']['output'];
  /** When it is sent next. Null when it has ended. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** The run it tells of. Null when it tells of none or the run is gone. */
  run?: Maybe<Run>;
  /** How far it has come. */
  state: WebhookDeliveryState;
  /** The HTTP status of the last answer. Null when there was none. */
  status?: Maybe<Scalars['Int']['output']>;
  /** The task it tells of. Null when it tells of none. */
  task?: Maybe<Task>;
  /** For example `cronograph.run.succeeded`; `cronograph.webhook.test` and `cronograph.webhook.events_lost` are no events of the log. */
  type: Scalars['String']['output'];
};

/** A page of deliveries. */
export type WebhookDeliveryConnection = {
  __typename?: 'WebhookDeliveryConnection';
  /** The deliveries with their cursors. */
  edges: Array<WebhookDeliveryEdge>;
  /** The deliveries alone. */
  nodes: Array<WebhookDelivery>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many deliveries match in all, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
};

/** One delivery of a page. */
export type WebhookDeliveryEdge = {
  __typename?: 'WebhookDeliveryEdge';
  /** Its position in the list. */
  cursor: Scalars['Cursor']['output'];
  /** The delivery. */
  node: WebhookDelivery;
};

/** How far a delivery has come. */
export type WebhookDeliveryState =
  /** It was answered with 2xx. */
  | 'DELIVERED'
  /** Its last attempt failed and there is no other. */
  | 'FAILED'
  /** It waits to be sent, or sent again. */
  | 'PENDING';

/** Which events a webhook is sent. All conditions must hold. */
export type WebhookFilter = {
  __typename?: 'WebhookFilter';
  /** Events of runs, of these types. */
  runEvents: Array<RunEventType>;
  /** Only of tasks with this in their name or description. Null: of all. */
  search?: Maybe<Scalars['String']['output']>;
  /** Events of tasks, of these types. */
  taskEvents: Array<TaskEventType>;
  /** Only of these tasks and their runs. Null: of all. */
  taskId?: Maybe<Array<Scalars['ID']['output']>>;
};

/** Which events a webhook is sent. All conditions must hold; at least one type must be named. */
export type WebhookFilterInput = {
  /** Events of runs, of these types; no `SNAPSHOT`, `SNAPSHOT_END` or `HEARTBEAT`. None when left out. */
  runEvents?: InputMaybe<Array<RunEventType>>;
  /** Only of tasks with this in their name or description, ignoring case, up to 200 characters. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Events of tasks, of these types; no `SNAPSHOT`, `SNAPSHOT_END` or `HEARTBEAT`. None when left out. */
  taskEvents?: InputMaybe<Array<TaskEventType>>;
  /** Only of these tasks and their runs, at most 100. Of all when left out. */
  taskId?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What a webhook's messages look like. */
export type WebhookFormat =
  /** CloudEvents 1.0 in structured JSON, `application/cloudevents+json`, signed by the rules of Standard Webhooks. */
  | 'CLOUDEVENTS'
  /** `{ "text": … }` with a sentence for people, as incoming webhooks of Slack, Mattermost, Rocket.Chat and Discord (with `/slack`) take it. Not signed. */
  | 'SLACK';

/** Whether a webhook is being sent to. */
export type WebhookState =
  /** It is. */
  | 'ACTIVE'
  /** The receiver answered 410 Gone, or has taken nothing for five days. It can be resumed. */
  | 'DISABLED'
  /** Somebody paused it. What happens meanwhile is sent when it is resumed, as far as the event log reaches back. */
  | 'PAUSED';

/** Leaves the run to a worker: a program of yours that takes runs of a queue with `claimRuns` and reports how they end. */
export type WorkerTarget = Target & {
  __typename?: 'WorkerTarget';
  /** The queue the run waits in. */
  queue: Scalars['String']['output'];
  /** The target in one line. */
  summary: Scalars['String']['output'];
};

/** Which workers carry a task's runs out. */
export type WorkerTargetInput = {
  /** The queue: 1 to 100 letters, digits, `.`, `_` and `-`, for example `emails`. It need not be made before. */
  queue: Scalars['String']['input'];
};



export type ResolverTypeWrapper<T> = T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ApiToken: ResolverTypeWrapper<ApiTokenModel>;
  AppendRunLogInput: AppendRunLogInput;
  AppendRunLogPayload: ResolverTypeWrapper<Omit<AppendRunLogPayload, 'run'> & { run?: Maybe<ResolversTypes['Run']> }>;
  Attempt: ResolverTypeWrapper<AttemptModel>;
  AttemptConnection: ResolverTypeWrapper<Omit<AttemptConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AttemptEdge']>, nodes: Array<ResolversTypes['Attempt']> }>;
  AttemptEdge: ResolverTypeWrapper<Omit<AttemptEdge, 'node'> & { node: ResolversTypes['Attempt'] }>;
  AttemptOutcome: AttemptOutcome;
  AuditActor: ResolverTypeWrapper<AuditActorModel>;
  AuditActorKind: AuditActorKind;
  AuditChange: ResolverTypeWrapper<AuditChange>;
  AuditEntry: ResolverTypeWrapper<AuditEntryModel>;
  AuditEntryConnection: ResolverTypeWrapper<Omit<AuditEntryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AuditEntryEdge']>, nodes: Array<ResolversTypes['AuditEntry']> }>;
  AuditEntryEdge: ResolverTypeWrapper<Omit<AuditEntryEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  AuditFilter: AuditFilter;
  AuditOutcome: AuditOutcome;
  AuditSubject: ResolverTypeWrapper<AuditSubject>;
  AuditSubjectKind: AuditSubjectKind;
  AuditTransport: AuditTransport;
  Backfill: ResolverTypeWrapper<BackfillModel>;
  BackfillScope: BackfillScope;
  BackfillState: BackfillState;
  BackfillTaskInput: BackfillTaskInput;
  BackfillTaskPayload: ResolverTypeWrapper<Omit<BackfillTaskPayload, 'backfill'> & { backfill?: Maybe<ResolversTypes['Backfill']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BoundsCheck: ResolverTypeWrapper<BoundsCheckModel>;
  Calendar: ResolverTypeWrapper<CalendarModel>;
  CalendarEntry: ResolverTypeWrapper<CalendarEntry>;
  CalendarEntryInput: CalendarEntryInput;
  CalendarExclusion: ResolverTypeWrapper<ExclusionModel>;
  CancelBackfillInput: CancelBackfillInput;
  CancelBackfillPayload: ResolverTypeWrapper<Omit<CancelBackfillPayload, 'backfill'> & { backfill?: Maybe<ResolversTypes['Backfill']> }>;
  CancelRunInput: CancelRunInput;
  CancelRunPayload: ResolverTypeWrapper<Omit<CancelRunPayload, 'run'> & { run?: Maybe<ResolversTypes['Run']> }>;
  CatchUpOrder: CatchUpOrder;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ResolverTypeWrapper<Omit<ChangePasswordPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  ClaimRunsInput: ClaimRunsInput;
  ClaimRunsPayload: ResolverTypeWrapper<Omit<ClaimRunsPayload, 'claims'> & { claims: Array<ResolversTypes['RunClaim']> }>;
  ClockChangeCheck: ResolverTypeWrapper<ClockChangeCheckModel>;
  ClockChangeImpact: ResolverTypeWrapper<Omit<ClockChangeImpact, 'task'> & { task: ResolversTypes['Task'] }>;
  ClockChangeImpacts: ResolverTypeWrapper<Omit<ClockChangeImpacts, 'nodes'> & { nodes: Array<ResolversTypes['ClockChangeImpact']> }>;
  CompleteRunInput: CompleteRunInput;
  CompleteRunPayload: ResolverTypeWrapper<Omit<CompleteRunPayload, 'run'> & { run?: Maybe<ResolversTypes['Run']> }>;
  CrashPolicy: CrashPolicy;
  CreateApiTokenInput: CreateApiTokenInput;
  CreateApiTokenPayload: ResolverTypeWrapper<Omit<CreateApiTokenPayload, 'token'> & { token?: Maybe<ResolversTypes['ApiToken']> }>;
  CreateCalendarInput: CreateCalendarInput;
  CreateCalendarPayload: ResolverTypeWrapper<Omit<CreateCalendarPayload, 'calendar'> & { calendar?: Maybe<ResolversTypes['Calendar']> }>;
  CreateNamespaceInput: CreateNamespaceInput;
  CreateNamespacePayload: ResolverTypeWrapper<Omit<CreateNamespacePayload, 'namespace'> & { namespace?: Maybe<ResolversTypes['Namespace']> }>;
  CreateQueueInput: CreateQueueInput;
  CreateQueuePayload: ResolverTypeWrapper<Omit<CreateQueuePayload, 'queue'> & { queue?: Maybe<ResolversTypes['Queue']> }>;
  CreateSecretInput: CreateSecretInput;
  CreateSecretPayload: ResolverTypeWrapper<Omit<CreateSecretPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  CreateTaskInput: CreateTaskInput;
  CreateTaskPayload: ResolverTypeWrapper<Omit<CreateTaskPayload, 'task'> & { task?: Maybe<ResolversTypes['Task']> }>;
  CreateUserInput: CreateUserInput;
  CreateUserPayload: ResolverTypeWrapper<Omit<CreateUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  CreateWebhookInput: CreateWebhookInput;
  CreateWebhookPayload: ResolverTypeWrapper<Omit<CreateWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  CronExclusion: ResolverTypeWrapper<ExclusionModel>;
  CronExclusionInput: CronExclusionInput;
  CronSchedule: ResolverTypeWrapper<CronScheduleModel>;
  CronScheduleInput: CronScheduleInput;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DateExclusion: ResolverTypeWrapper<ExclusionModel>;
  DateExclusionInput: DateExclusionInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteCalendarInput: DeleteCalendarInput;
  DeleteCalendarPayload: ResolverTypeWrapper<Omit<DeleteCalendarPayload, 'calendar'> & { calendar?: Maybe<ResolversTypes['Calendar']> }>;
  DeleteNamespaceInput: DeleteNamespaceInput;
  DeleteNamespacePayload: ResolverTypeWrapper<Omit<DeleteNamespacePayload, 'namespace'> & { namespace?: Maybe<ResolversTypes['Namespace']> }>;
  DeleteQueueInput: DeleteQueueInput;
  DeleteQueuePayload: ResolverTypeWrapper<Omit<DeleteQueuePayload, 'queue'> & { queue?: Maybe<ResolversTypes['Queue']> }>;
  DeleteSecretInput: DeleteSecretInput;
  DeleteSecretPayload: ResolverTypeWrapper<Omit<DeleteSecretPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  DeleteTaskInput: DeleteTaskInput;
  DeleteTaskPayload: ResolverTypeWrapper<Omit<DeleteTaskPayload, 'task'> & { task?: Maybe<ResolversTypes['Task']> }>;
  DeleteTasksInput: DeleteTasksInput;
  DeleteTasksPayload: ResolverTypeWrapper<Omit<DeleteTasksPayload, 'results'> & { results: Array<ResolversTypes['TaskChangeResult']> }>;
  DeleteUserInput: DeleteUserInput;
  DeleteUserPayload: ResolverTypeWrapper<Omit<DeleteUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  DeleteWebhookInput: DeleteWebhookInput;
  DeleteWebhookPayload: ResolverTypeWrapper<DeleteWebhookPayload>;
  DismissRunsInput: DismissRunsInput;
  DismissRunsPayload: ResolverTypeWrapper<DismissRunsPayload>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  EndSessionInput: EndSessionInput;
  EndSessionPayload: ResolverTypeWrapper<Omit<EndSessionPayload, 'session'> & { session?: Maybe<ResolversTypes['Session']> }>;
  EnvironmentVariable: ResolverTypeWrapper<EnvironmentVariable>;
  EnvironmentVariableInput: EnvironmentVariableInput;
  ErrorCode: ErrorCode;
  EveryFrom: EveryFrom;
  EverySchedule: ResolverTypeWrapper<EveryScheduleModel>;
  EveryScheduleInput: EveryScheduleInput;
  Exclusion: ResolverTypeWrapper<ExclusionModel>;
  ExclusionCheck: ResolverTypeWrapper<ExclusionCheckModel>;
  ExclusionInput: ExclusionInput;
  FailRunInput: FailRunInput;
  FailRunPayload: ResolverTypeWrapper<Omit<FailRunPayload, 'run'> & { run?: Maybe<ResolversTypes['Run']> }>;
  FieldCheck: ResolverTypeWrapper<FieldCheckModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FollowUp: ResolverTypeWrapper<FollowUpModel>;
  FollowUpInput: FollowUpInput;
  FollowUpOn: FollowUpOn;
  FollowUpPayload: FollowUpPayload;
  GapRule: GapRule;
  HeartbeatRunInput: HeartbeatRunInput;
  HeartbeatRunPayload: ResolverTypeWrapper<Omit<HeartbeatRunPayload, 'run'> & { run?: Maybe<ResolversTypes['Run']> }>;
  HeldChoice: HeldChoice;
  HoldPolicy: ResolverTypeWrapper<HoldPolicy>;
  HoldPolicyInput: HoldPolicyInput;
  HttpHeader: ResolverTypeWrapper<HttpHeader>;
  HttpHeaderInput: HttpHeaderInput;
  HttpMethod: HttpMethod;
  HttpTarget: ResolverTypeWrapper<HttpTargetModel>;
  HttpTargetInput: HttpTargetInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Instance: ResolverTypeWrapper<InstanceModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JitterCheck: ResolverTypeWrapper<JitterCheckModel>;
  LatenessSummary: ResolverTypeWrapper<LatenessSummary>;
  LocalDateTime: ResolverTypeWrapper<Scalars['LocalDateTime']['output']>;
  LogLevel: LogLevel;
  LogLine: ResolverTypeWrapper<LogLineModel>;
  LogLineConnection: ResolverTypeWrapper<Omit<LogLineConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['LogLineEdge']>, nodes: Array<ResolversTypes['LogLine']> }>;
  LogLineEdge: ResolverTypeWrapper<Omit<LogLineEdge, 'node'> & { node: ResolversTypes['LogLine'] }>;
  ManualSchedule: ResolverTypeWrapper<ManualScheduleModel>;
  MemberRole: MemberRole;
  Membership: ResolverTypeWrapper<MembershipModel>;
  MissedRunPolicy: MissedRunPolicy;
  ModuleTarget: ResolverTypeWrapper<ModuleTargetModel>;
  ModuleTargetInput: ModuleTargetInput;
  MovedOccurrence: ResolverTypeWrapper<MovedOccurrence>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Namespace: ResolverTypeWrapper<NamespaceModel>;
  NamespaceQuotas: ResolverTypeWrapper<NamespaceQuotas>;
  NamespaceQuotasInput: NamespaceQuotasInput;
  NamespaceUsage: ResolverTypeWrapper<NamespaceUsage>;
  Occurrence: ResolverTypeWrapper<Occurrence>;
  OccurrenceCheck: ResolverTypeWrapper<OccurrenceCheckModel>;
  OccurrenceExplanation: ResolverTypeWrapper<Omit<OccurrenceExplanation, 'checks' | 'run'> & { checks: Array<ResolversTypes['OccurrenceCheck']>, run?: Maybe<ResolversTypes['Run']> }>;
  OccurrenceNote: ResolverTypeWrapper<OccurrenceNote>;
  OccurrenceNoteKind: OccurrenceNoteKind;
  OccurrenceVerdict: OccurrenceVerdict;
  OmittedOccurrence: ResolverTypeWrapper<OmittedOccurrence>;
  OnceSchedule: ResolverTypeWrapper<OnceScheduleModel>;
  OnceScheduleInput: OnceScheduleInput;
  OrderDirection: OrderDirection;
  OverlapPolicy: OverlapPolicy;
  OverlapPrediction: ResolverTypeWrapper<OverlapPrediction>;
  Overview: ResolverTypeWrapper<OverviewModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PauseQueueInput: PauseQueueInput;
  PauseQueuePayload: ResolverTypeWrapper<Omit<PauseQueuePayload, 'queue'> & { queue?: Maybe<ResolversTypes['Queue']> }>;
  PauseTaskInput: PauseTaskInput;
  PauseTaskPayload: ResolverTypeWrapper<Omit<PauseTaskPayload, 'task'> & { task?: Maybe<ResolversTypes['Task']> }>;
  PauseTasksInput: PauseTasksInput;
  PauseTasksPayload: ResolverTypeWrapper<Omit<PauseTasksPayload, 'results'> & { results: Array<ResolversTypes['TaskChangeResult']> }>;
  PauseWebhookInput: PauseWebhookInput;
  PauseWebhookPayload: ResolverTypeWrapper<Omit<PauseWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  PreviewScheduleInput: PreviewScheduleInput;
  PreviewTaskChangeInput: PreviewTaskChangeInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Queue: ResolverTypeWrapper<QueueModel>;
  QueueRate: ResolverTypeWrapper<QueueRateModel>;
  QueueRateInput: QueueRateInput;
  RedeliverInput: RedeliverInput;
  RedeliverPayload: ResolverTypeWrapper<Omit<RedeliverPayload, 'delivery'> & { delivery?: Maybe<ResolversTypes['WebhookDelivery']> }>;
  RedriveRunsInput: RedriveRunsInput;
  RedriveRunsPayload: ResolverTypeWrapper<Omit<RedriveRunsPayload, 'runs'> & { runs: Array<ResolversTypes['Run']> }>;
  RemoveMembershipInput: RemoveMembershipInput;
  RemoveMembershipPayload: ResolverTypeWrapper<Omit<RemoveMembershipPayload, 'membership'> & { membership?: Maybe<ResolversTypes['Membership']> }>;
  RepeatRule: RepeatRule;
  ReportProgressInput: ReportProgressInput;
  ReportProgressPayload: ResolverTypeWrapper<Omit<ReportProgressPayload, 'run'> & { run?: Maybe<ResolversTypes['Run']> }>;
  ResolveHeldRunsInput: ResolveHeldRunsInput;
  ResolveHeldRunsPayload: ResolverTypeWrapper<Omit<ResolveHeldRunsPayload, 'runs'> & { runs?: Maybe<Array<ResolversTypes['Run']>> }>;
  RestoreTaskInput: RestoreTaskInput;
  RestoreTaskPayload: ResolverTypeWrapper<Omit<RestoreTaskPayload, 'task'> & { task?: Maybe<ResolversTypes['Task']> }>;
  ResumeChoice: ResumeChoice;
  ResumeQueueInput: ResumeQueueInput;
  ResumeQueuePayload: ResolverTypeWrapper<Omit<ResumeQueuePayload, 'queue'> & { queue?: Maybe<ResolversTypes['Queue']> }>;
  ResumeTaskInput: ResumeTaskInput;
  ResumeTaskPayload: ResolverTypeWrapper<Omit<ResumeTaskPayload, 'task'> & { task?: Maybe<ResolversTypes['Task']> }>;
  ResumeTasksInput: ResumeTasksInput;
  ResumeTasksPayload: ResolverTypeWrapper<Omit<ResumeTasksPayload, 'results'> & { results: Array<ResolversTypes['TaskChangeResult']> }>;
  ResumeWebhookInput: ResumeWebhookInput;
  ResumeWebhookPayload: ResolverTypeWrapper<Omit<ResumeWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  RetentionPolicy: ResolverTypeWrapper<RetentionModel>;
  RetentionPolicyInput: RetentionPolicyInput;
  RetentionRule: ResolverTypeWrapper<RetentionRuleModel>;
  RetentionRuleInput: RetentionRuleInput;
  RetryAction: RetryAction;
  RetryBackoff: RetryBackoff;
  RetryPolicy: ResolverTypeWrapper<RetryPolicyModel>;
  RetryPolicyInput: RetryPolicyInput;
  RetryRule: ResolverTypeWrapper<RetryRule>;
  RetryRuleInput: RetryRuleInput;
  RetryRunInput: RetryRunInput;
  RetryRunPayload: ResolverTypeWrapper<Omit<RetryRunPayload, 'run'> & { run?: Maybe<ResolversTypes['Run']> }>;
  RevertTaskInput: RevertTaskInput;
  RevertTaskPayload: ResolverTypeWrapper<Omit<RevertTaskPayload, 'task'> & { task?: Maybe<ResolversTypes['Task']> }>;
  RevokeApiTokenInput: RevokeApiTokenInput;
  RevokeApiTokenPayload: ResolverTypeWrapper<Omit<RevokeApiTokenPayload, 'token'> & { token?: Maybe<ResolversTypes['ApiToken']> }>;
  Right: Right;
  RightScope: RightScope;
  Role: Role;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretPayload: ResolverTypeWrapper<Omit<RotateWebhookSecretPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  RruleSchedule: ResolverTypeWrapper<RruleScheduleModel>;
  RruleScheduleInput: RruleScheduleInput;
  Run: ResolverTypeWrapper<RunModel>;
  RunCheck: ResolverTypeWrapper<RunCheckModel>;
  RunClaim: ResolverTypeWrapper<Omit<RunClaim, 'run'> & { run: ResolversTypes['Run'] }>;
  RunConnection: ResolverTypeWrapper<Omit<RunConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RunEdge']>, nodes: Array<ResolversTypes['Run']> }>;
  RunCounts: ResolverTypeWrapper<RunCounts>;
  RunEdge: ResolverTypeWrapper<Omit<RunEdge, 'node'> & { node: ResolversTypes['Run'] }>;
  RunError: ResolverTypeWrapper<RunError>;
  RunEvent: ResolverTypeWrapper<RunEventModel>;
  RunEventFilter: RunEventFilter;
  RunEventType: RunEventType;
  RunFilter: RunFilter;
  RunLogLineInput: RunLogLineInput;
  RunOrder: RunOrder;
  RunOrderField: RunOrderField;
  RunState: RunState;
  RunTrigger: RunTrigger;
  RunsAvailable: ResolverTypeWrapper<RunsAvailable>;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  Schedule: ResolverTypeWrapper<ScheduleModel>;
  ScheduleCheck: ResolverTypeWrapper<ScheduleCheckModel>;
  ScheduleInput: ScheduleInput;
  ScheduleKind: ScheduleKind;
  SchedulePreview: ResolverTypeWrapper<SchedulePreview>;
  Secret: ResolverTypeWrapper<SecretModel>;
  ServerInfo: ResolverTypeWrapper<Omit<ServerInfo, 'tzdataChange'> & { tzdataChange?: Maybe<ResolversTypes['TzdataChange']> }>;
  ServerTrouble: ResolverTypeWrapper<ServerTrouble>;
  Session: ResolverTypeWrapper<SessionModel>;
  SetMembershipInput: SetMembershipInput;
  SetMembershipPayload: ResolverTypeWrapper<Omit<SetMembershipPayload, 'membership'> & { membership?: Maybe<ResolversTypes['Membership']> }>;
  ShellTarget: ResolverTypeWrapper<ShellTargetModel>;
  ShellTargetInput: ShellTargetInput;
  StartupSchedule: ResolverTypeWrapper<StartupScheduleModel>;
  StartupScheduleInput: StartupScheduleInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Target: ResolverTypeWrapper<TargetModel>;
  TargetInput: TargetInput;
  TargetKind: TargetKind;
  Task: ResolverTypeWrapper<TaskModel>;
  TaskChangeOutcome: TaskChangeOutcome;
  TaskChangePreview: ResolverTypeWrapper<TaskChangePreview>;
  TaskChangeResult: ResolverTypeWrapper<Omit<TaskChangeResult, 'task'> & { task?: Maybe<ResolversTypes['Task']> }>;
  TaskConnection: ResolverTypeWrapper<Omit<TaskConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TaskEdge']>, nodes: Array<ResolversTypes['Task']> }>;
  TaskEdge: ResolverTypeWrapper<Omit<TaskEdge, 'node'> & { node: ResolversTypes['Task'] }>;
  TaskEvent: ResolverTypeWrapper<TaskEventModel>;
  TaskEventFilter: TaskEventFilter;
  TaskEventType: TaskEventType;
  TaskFilter: TaskFilter;
  TaskModule: ResolverTypeWrapper<TaskModule>;
  TaskOrder: TaskOrder;
  TaskOrderField: TaskOrderField;
  TaskState: TaskState;
  TaskStateCheck: ResolverTypeWrapper<TaskStateCheckModel>;
  TasksChangeInput: TasksChangeInput;
  TasksInput: TasksInput;
  TestWebhookInput: TestWebhookInput;
  TestWebhookPayload: ResolverTypeWrapper<Omit<TestWebhookPayload, 'delivery'> & { delivery?: Maybe<ResolversTypes['WebhookDelivery']> }>;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  TriggerTaskInput: TriggerTaskInput;
  TriggerTaskPayload: ResolverTypeWrapper<Omit<TriggerTaskPayload, 'run'> & { run?: Maybe<ResolversTypes['Run']> }>;
  TzdataChange: ResolverTypeWrapper<Omit<TzdataChange, 'moved'> & { moved: Array<ResolversTypes['TzdataMove']> }>;
  TzdataMove: ResolverTypeWrapper<Omit<TzdataMove, 'task'> & { task: ResolversTypes['Task'] }>;
  UndoChangeInput: UndoChangeInput;
  UndoChangePayload: ResolverTypeWrapper<Omit<UndoChangePayload, 'results'> & { results: Array<ResolversTypes['TaskChangeResult']> }>;
  UnionSchedule: ResolverTypeWrapper<UnionScheduleModel>;
  UnionScheduleInput: UnionScheduleInput;
  UpcomingOccurrence: ResolverTypeWrapper<Omit<UpcomingOccurrence, 'task'> & { task: ResolversTypes['Task'] }>;
  UpcomingOccurrences: ResolverTypeWrapper<Omit<UpcomingOccurrences, 'nodes'> & { nodes: Array<ResolversTypes['UpcomingOccurrence']> }>;
  UpdateCalendarInput: UpdateCalendarInput;
  UpdateCalendarPayload: ResolverTypeWrapper<Omit<UpdateCalendarPayload, 'calendar'> & { calendar?: Maybe<ResolversTypes['Calendar']> }>;
  UpdateNamespaceInput: UpdateNamespaceInput;
  UpdateNamespacePayload: ResolverTypeWrapper<Omit<UpdateNamespacePayload, 'namespace'> & { namespace?: Maybe<ResolversTypes['Namespace']> }>;
  UpdateQueueInput: UpdateQueueInput;
  UpdateQueuePayload: ResolverTypeWrapper<Omit<UpdateQueuePayload, 'queue'> & { queue?: Maybe<ResolversTypes['Queue']> }>;
  UpdateSecretInput: UpdateSecretInput;
  UpdateSecretPayload: ResolverTypeWrapper<Omit<UpdateSecretPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  UpdateTaskInput: UpdateTaskInput;
  UpdateTaskPayload: ResolverTypeWrapper<Omit<UpdateTaskPayload, 'task'> & { task?: Maybe<ResolversTypes['Task']> }>;
  UpdateTasksInput: UpdateTasksInput;
  UpdateTasksPayload: ResolverTypeWrapper<Omit<UpdateTasksPayload, 'results'> & { results: Array<ResolversTypes['TaskChangeResult']> }>;
  UpdateUserInput: UpdateUserInput;
  UpdateUserPayload: ResolverTypeWrapper<Omit<UpdateUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  UpdateWebhookInput: UpdateWebhookInput;
  UpdateWebhookPayload: ResolverTypeWrapper<Omit<UpdateWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  User: ResolverTypeWrapper<UserModel>;
  UserError: ResolverTypeWrapper<UserError>;
  UserRole: UserRole;
  Viewer: ResolverTypeWrapper<ViewerModel>;
  ViewerKind: ViewerKind;
  Webhook: ResolverTypeWrapper<WebhookModel>;
  WebhookDelivery: ResolverTypeWrapper<WebhookDeliveryModel>;
  WebhookDeliveryConnection: ResolverTypeWrapper<Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['WebhookDeliveryEdge']>, nodes: Array<ResolversTypes['WebhookDelivery']> }>;
  WebhookDeliveryEdge: ResolverTypeWrapper<Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversTypes['WebhookDelivery'] }>;
  WebhookDeliveryState: WebhookDeliveryState;
  WebhookFilter: ResolverTypeWrapper<WebhookFilterModel>;
  WebhookFilterInput: WebhookFilterInput;
  WebhookFormat: WebhookFormat;
  WebhookState: WebhookState;
  WorkerTarget: ResolverTypeWrapper<WorkerTargetModel>;
  WorkerTargetInput: WorkerTargetInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ApiToken: ApiTokenModel;
  AppendRunLogInput: AppendRunLogInput;
  AppendRunLogPayload: Omit<AppendRunLogPayload, 'run'> & { run?: Maybe<ResolversParentTypes['Run']> };
  Attempt: AttemptModel;
  AttemptConnection: Omit<AttemptConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AttemptEdge']>, nodes: Array<ResolversParentTypes['Attempt']> };
  AttemptEdge: Omit<AttemptEdge, 'node'> & { node: ResolversParentTypes['Attempt'] };
  AuditActor: AuditActorModel;
  AuditChange: AuditChange;
  AuditEntry: AuditEntryModel;
  AuditEntryConnection: Omit<AuditEntryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AuditEntryEdge']>, nodes: Array<ResolversParentTypes['AuditEntry']> };
  AuditEntryEdge: Omit<AuditEntryEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  AuditFilter: AuditFilter;
  AuditSubject: AuditSubject;
  Backfill: BackfillModel;
  BackfillTaskInput: BackfillTaskInput;
  BackfillTaskPayload: Omit<BackfillTaskPayload, 'backfill'> & { backfill?: Maybe<ResolversParentTypes['Backfill']> };
  Boolean: Scalars['Boolean']['output'];
  BoundsCheck: BoundsCheckModel;
  Calendar: CalendarModel;
  CalendarEntry: CalendarEntry;
  CalendarEntryInput: CalendarEntryInput;
  CalendarExclusion: ExclusionModel;
  CancelBackfillInput: CancelBackfillInput;
  CancelBackfillPayload: Omit<CancelBackfillPayload, 'backfill'> & { backfill?: Maybe<ResolversParentTypes['Backfill']> };
  CancelRunInput: CancelRunInput;
  CancelRunPayload: Omit<CancelRunPayload, 'run'> & { run?: Maybe<ResolversParentTypes['Run']> };
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: Omit<ChangePasswordPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  ClaimRunsInput: ClaimRunsInput;
  ClaimRunsPayload: Omit<ClaimRunsPayload, 'claims'> & { claims: Array<ResolversParentTypes['RunClaim']> };
  ClockChangeCheck: ClockChangeCheckModel;
  ClockChangeImpact: Omit<ClockChangeImpact, 'task'> & { task: ResolversParentTypes['Task'] };
  ClockChangeImpacts: Omit<ClockChangeImpacts, 'nodes'> & { nodes: Array<ResolversParentTypes['ClockChangeImpact']> };
  CompleteRunInput: CompleteRunInput;
  CompleteRunPayload: Omit<CompleteRunPayload, 'run'> & { run?: Maybe<ResolversParentTypes['Run']> };
  CreateApiTokenInput: CreateApiTokenInput;
  CreateApiTokenPayload: Omit<CreateApiTokenPayload, 'token'> & { token?: Maybe<ResolversParentTypes['ApiToken']> };
  CreateCalendarInput: CreateCalendarInput;
  CreateCalendarPayload: Omit<CreateCalendarPayload, 'calendar'> & { calendar?: Maybe<ResolversParentTypes['Calendar']> };
  CreateNamespaceInput: CreateNamespaceInput;
  CreateNamespacePayload: Omit<CreateNamespacePayload, 'namespace'> & { namespace?: Maybe<ResolversParentTypes['Namespace']> };
  CreateQueueInput: CreateQueueInput;
  CreateQueuePayload: Omit<CreateQueuePayload, 'queue'> & { queue?: Maybe<ResolversParentTypes['Queue']> };
  CreateSecretInput: CreateSecretInput;
  CreateSecretPayload: Omit<CreateSecretPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  CreateTaskInput: CreateTaskInput;
  CreateTaskPayload: Omit<CreateTaskPayload, 'task'> & { task?: Maybe<ResolversParentTypes['Task']> };
  CreateUserInput: CreateUserInput;
  CreateUserPayload: Omit<CreateUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  CreateWebhookInput: CreateWebhookInput;
  CreateWebhookPayload: Omit<CreateWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  CronExclusion: ExclusionModel;
  CronExclusionInput: CronExclusionInput;
  CronSchedule: CronScheduleModel;
  CronScheduleInput: CronScheduleInput;
  Cursor: Scalars['Cursor']['output'];
  DateExclusion: ExclusionModel;
  DateExclusionInput: DateExclusionInput;
  DateTime: Scalars['DateTime']['output'];
  DeleteCalendarInput: DeleteCalendarInput;
  DeleteCalendarPayload: Omit<DeleteCalendarPayload, 'calendar'> & { calendar?: Maybe<ResolversParentTypes['Calendar']> };
  DeleteNamespaceInput: DeleteNamespaceInput;
  DeleteNamespacePayload: Omit<DeleteNamespacePayload, 'namespace'> & { namespace?: Maybe<ResolversParentTypes['Namespace']> };
  DeleteQueueInput: DeleteQueueInput;
  DeleteQueuePayload: Omit<DeleteQueuePayload, 'queue'> & { queue?: Maybe<ResolversParentTypes['Queue']> };
  DeleteSecretInput: DeleteSecretInput;
  DeleteSecretPayload: Omit<DeleteSecretPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  DeleteTaskInput: DeleteTaskInput;
  DeleteTaskPayload: Omit<DeleteTaskPayload, 'task'> & { task?: Maybe<ResolversParentTypes['Task']> };
  DeleteTasksInput: DeleteTasksInput;
  DeleteTasksPayload: Omit<DeleteTasksPayload, 'results'> & { results: Array<ResolversParentTypes['TaskChangeResult']> };
  DeleteUserInput: DeleteUserInput;
  DeleteUserPayload: Omit<DeleteUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  DeleteWebhookInput: DeleteWebhookInput;
  DeleteWebhookPayload: DeleteWebhookPayload;
  DismissRunsInput: DismissRunsInput;
  DismissRunsPayload: DismissRunsPayload;
  Duration: Scalars['Duration']['output'];
  EndSessionInput: EndSessionInput;
  EndSessionPayload: Omit<EndSessionPayload, 'session'> & { session?: Maybe<ResolversParentTypes['Session']> };
  EnvironmentVariable: EnvironmentVariable;
  EnvironmentVariableInput: EnvironmentVariableInput;
  EverySchedule: EveryScheduleModel;
  EveryScheduleInput: EveryScheduleInput;
  Exclusion: ExclusionModel;
  ExclusionCheck: ExclusionCheckModel;
  ExclusionInput: ExclusionInput;
  FailRunInput: FailRunInput;
  FailRunPayload: Omit<FailRunPayload, 'run'> & { run?: Maybe<ResolversParentTypes['Run']> };
  FieldCheck: FieldCheckModel;
  Float: Scalars['Float']['output'];
  FollowUp: FollowUpModel;
  FollowUpInput: FollowUpInput;
  HeartbeatRunInput: HeartbeatRunInput;
  HeartbeatRunPayload: Omit<HeartbeatRunPayload, 'run'> & { run?: Maybe<ResolversParentTypes['Run']> };
  HoldPolicy: HoldPolicy;
  HoldPolicyInput: HoldPolicyInput;
  HttpHeader: HttpHeader;
  HttpHeaderInput: HttpHeaderInput;
  HttpTarget: HttpTargetModel;
  HttpTargetInput: HttpTargetInput;
  ID: Scalars['ID']['output'];
  Instance: InstanceModel;
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  JitterCheck: JitterCheckModel;
  LatenessSummary: LatenessSummary;
  LocalDateTime: Scalars['LocalDateTime']['output'];
  LogLine: LogLineModel;
  LogLineConnection: Omit<LogLineConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['LogLineEdge']>, nodes: Array<ResolversParentTypes['LogLine']> };
  LogLineEdge: Omit<LogLineEdge, 'node'> & { node: ResolversParentTypes['LogLine'] };
  ManualSchedule: ManualScheduleModel;
  Membership: MembershipModel;
  ModuleTarget: ModuleTargetModel;
  ModuleTargetInput: ModuleTargetInput;
  MovedOccurrence: MovedOccurrence;
  Mutation: Record<PropertyKey, never>;
  Namespace: NamespaceModel;
  NamespaceQuotas: NamespaceQuotas;
  NamespaceQuotasInput: NamespaceQuotasInput;
  NamespaceUsage: NamespaceUsage;
  Occurrence: Occurrence;
  OccurrenceCheck: OccurrenceCheckModel;
  OccurrenceExplanation: Omit<OccurrenceExplanation, 'checks' | 'run'> & { checks: Array<ResolversParentTypes['OccurrenceCheck']>, run?: Maybe<ResolversParentTypes['Run']> };
  OccurrenceNote: OccurrenceNote;
  OmittedOccurrence: OmittedOccurrence;
  OnceSchedule: OnceScheduleModel;
  OnceScheduleInput: OnceScheduleInput;
  OverlapPrediction: OverlapPrediction;
  Overview: OverviewModel;
  PageInfo: PageInfo;
  PauseQueueInput: PauseQueueInput;
  PauseQueuePayload: Omit<PauseQueuePayload, 'queue'> & { queue?: Maybe<ResolversParentTypes['Queue']> };
  PauseTaskInput: PauseTaskInput;
  PauseTaskPayload: Omit<PauseTaskPayload, 'task'> & { task?: Maybe<ResolversParentTypes['Task']> };
  PauseTasksInput: PauseTasksInput;
  PauseTasksPayload: Omit<PauseTasksPayload, 'results'> & { results: Array<ResolversParentTypes['TaskChangeResult']> };
  PauseWebhookInput: PauseWebhookInput;
  PauseWebhookPayload: Omit<PauseWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  PreviewScheduleInput: PreviewScheduleInput;
  PreviewTaskChangeInput: PreviewTaskChangeInput;
  Query: Record<PropertyKey, never>;
  Queue: QueueModel;
  QueueRate: QueueRateModel;
  QueueRateInput: QueueRateInput;
  RedeliverInput: RedeliverInput;
  RedeliverPayload: Omit<RedeliverPayload, 'delivery'> & { delivery?: Maybe<ResolversParentTypes['WebhookDelivery']> };
  RedriveRunsInput: RedriveRunsInput;
  RedriveRunsPayload: Omit<RedriveRunsPayload, 'runs'> & { runs: Array<ResolversParentTypes['Run']> };
  RemoveMembershipInput: RemoveMembershipInput;
  RemoveMembershipPayload: Omit<RemoveMembershipPayload, 'membership'> & { membership?: Maybe<ResolversParentTypes['Membership']> };
  ReportProgressInput: ReportProgressInput;
  ReportProgressPayload: Omit<ReportProgressPayload, 'run'> & { run?: Maybe<ResolversParentTypes['Run']> };
  ResolveHeldRunsInput: ResolveHeldRunsInput;
  ResolveHeldRunsPayload: Omit<ResolveHeldRunsPayload, 'runs'> & { runs?: Maybe<Array<ResolversParentTypes['Run']>> };
  RestoreTaskInput: RestoreTaskInput;
  RestoreTaskPayload: Omit<RestoreTaskPayload, 'task'> & { task?: Maybe<ResolversParentTypes['Task']> };
  ResumeQueueInput: ResumeQueueInput;
  ResumeQueuePayload: Omit<ResumeQueuePayload, 'queue'> & { queue?: Maybe<ResolversParentTypes['Queue']> };
  ResumeTaskInput: ResumeTaskInput;
  ResumeTaskPayload: Omit<ResumeTaskPayload, 'task'> & { task?: Maybe<ResolversParentTypes['Task']> };
  ResumeTasksInput: ResumeTasksInput;
  ResumeTasksPayload: Omit<ResumeTasksPayload, 'results'> & { results: Array<ResolversParentTypes['TaskChangeResult']> };
  ResumeWebhookInput: ResumeWebhookInput;
  ResumeWebhookPayload: Omit<ResumeWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  RetentionPolicy: RetentionModel;
  RetentionPolicyInput: RetentionPolicyInput;
  RetentionRule: RetentionRuleModel;
  RetentionRuleInput: RetentionRuleInput;
  RetryPolicy: RetryPolicyModel;
  RetryPolicyInput: RetryPolicyInput;
  RetryRule: RetryRule;
  RetryRuleInput: RetryRuleInput;
  RetryRunInput: RetryRunInput;
  RetryRunPayload: Omit<RetryRunPayload, 'run'> & { run?: Maybe<ResolversParentTypes['Run']> };
  RevertTaskInput: RevertTaskInput;
  RevertTaskPayload: Omit<RevertTaskPayload, 'task'> & { task?: Maybe<ResolversParentTypes['Task']> };
  RevokeApiTokenInput: RevokeApiTokenInput;
  RevokeApiTokenPayload: Omit<RevokeApiTokenPayload, 'token'> & { token?: Maybe<ResolversParentTypes['ApiToken']> };
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretPayload: Omit<RotateWebhookSecretPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  RruleSchedule: RruleScheduleModel;
  RruleScheduleInput: RruleScheduleInput;
  Run: RunModel;
  RunCheck: RunCheckModel;
  RunClaim: Omit<RunClaim, 'run'> & { run: ResolversParentTypes['Run'] };
  RunConnection: Omit<RunConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['RunEdge']>, nodes: Array<ResolversParentTypes['Run']> };
  RunCounts: RunCounts;
  RunEdge: Omit<RunEdge, 'node'> & { node: ResolversParentTypes['Run'] };
  RunError: RunError;
  RunEvent: RunEventModel;
  RunEventFilter: RunEventFilter;
  RunFilter: RunFilter;
  RunLogLineInput: RunLogLineInput;
  RunOrder: RunOrder;
  RunsAvailable: RunsAvailable;
  SafeInt: Scalars['SafeInt']['output'];
  Schedule: ScheduleModel;
  ScheduleCheck: ScheduleCheckModel;
  ScheduleInput: ScheduleInput;
  SchedulePreview: SchedulePreview;
  Secret: SecretModel;
  ServerInfo: Omit<ServerInfo, 'tzdataChange'> & { tzdataChange?: Maybe<ResolversParentTypes['TzdataChange']> };
  ServerTrouble: ServerTrouble;
  Session: SessionModel;
  SetMembershipInput: SetMembershipInput;
  SetMembershipPayload: Omit<SetMembershipPayload, 'membership'> & { membership?: Maybe<ResolversParentTypes['Membership']> };
  ShellTarget: ShellTargetModel;
  ShellTargetInput: ShellTargetInput;
  StartupSchedule: StartupScheduleModel;
  StartupScheduleInput: StartupScheduleInput;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  Target: TargetModel;
  TargetInput: TargetInput;
  Task: TaskModel;
  TaskChangePreview: TaskChangePreview;
  TaskChangeResult: Omit<TaskChangeResult, 'task'> & { task?: Maybe<ResolversParentTypes['Task']> };
  TaskConnection: Omit<TaskConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TaskEdge']>, nodes: Array<ResolversParentTypes['Task']> };
  TaskEdge: Omit<TaskEdge, 'node'> & { node: ResolversParentTypes['Task'] };
  TaskEvent: TaskEventModel;
  TaskEventFilter: TaskEventFilter;
  TaskFilter: TaskFilter;
  TaskModule: TaskModule;
  TaskOrder: TaskOrder;
  TaskStateCheck: TaskStateCheckModel;
  TasksChangeInput: TasksChangeInput;
  TasksInput: TasksInput;
  TestWebhookInput: TestWebhookInput;
  TestWebhookPayload: Omit<TestWebhookPayload, 'delivery'> & { delivery?: Maybe<ResolversParentTypes['WebhookDelivery']> };
  TimeZone: Scalars['TimeZone']['output'];
  TriggerTaskInput: TriggerTaskInput;
  TriggerTaskPayload: Omit<TriggerTaskPayload, 'run'> & { run?: Maybe<ResolversParentTypes['Run']> };
  TzdataChange: Omit<TzdataChange, 'moved'> & { moved: Array<ResolversParentTypes['TzdataMove']> };
  TzdataMove: Omit<TzdataMove, 'task'> & { task: ResolversParentTypes['Task'] };
  UndoChangeInput: UndoChangeInput;
  UndoChangePayload: Omit<UndoChangePayload, 'results'> & { results: Array<ResolversParentTypes['TaskChangeResult']> };
  UnionSchedule: UnionScheduleModel;
  UnionScheduleInput: UnionScheduleInput;
  UpcomingOccurrence: Omit<UpcomingOccurrence, 'task'> & { task: ResolversParentTypes['Task'] };
  UpcomingOccurrences: Omit<UpcomingOccurrences, 'nodes'> & { nodes: Array<ResolversParentTypes['UpcomingOccurrence']> };
  UpdateCalendarInput: UpdateCalendarInput;
  UpdateCalendarPayload: Omit<UpdateCalendarPayload, 'calendar'> & { calendar?: Maybe<ResolversParentTypes['Calendar']> };
  UpdateNamespaceInput: UpdateNamespaceInput;
  UpdateNamespacePayload: Omit<UpdateNamespacePayload, 'namespace'> & { namespace?: Maybe<ResolversParentTypes['Namespace']> };
  UpdateQueueInput: UpdateQueueInput;
  UpdateQueuePayload: Omit<UpdateQueuePayload, 'queue'> & { queue?: Maybe<ResolversParentTypes['Queue']> };
  UpdateSecretInput: UpdateSecretInput;
  UpdateSecretPayload: Omit<UpdateSecretPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  UpdateTaskInput: UpdateTaskInput;
  UpdateTaskPayload: Omit<UpdateTaskPayload, 'task'> & { task?: Maybe<ResolversParentTypes['Task']> };
  UpdateTasksInput: UpdateTasksInput;
  UpdateTasksPayload: Omit<UpdateTasksPayload, 'results'> & { results: Array<ResolversParentTypes['TaskChangeResult']> };
  UpdateUserInput: UpdateUserInput;
  UpdateUserPayload: Omit<UpdateUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  UpdateWebhookInput: UpdateWebhookInput;
  UpdateWebhookPayload: Omit<UpdateWebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  User: UserModel;
  UserError: UserError;
  Viewer: ViewerModel;
  Webhook: WebhookModel;
  WebhookDelivery: WebhookDeliveryModel;
  WebhookDeliveryConnection: Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['WebhookDeliveryEdge']>, nodes: Array<ResolversParentTypes['WebhookDelivery']> };
  WebhookDeliveryEdge: Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversParentTypes['WebhookDelivery'] };
  WebhookFilter: WebhookFilterModel;
  WebhookFilterInput: WebhookFilterInput;
  WorkerTarget: WorkerTargetModel;
  WorkerTargetInput: WorkerTargetInput;
};

export type AuditDirectiveArgs = {
  of?: Maybe<AuditSubjectKind>;
};

export type AuditDirectiveResolver<Result, Parent, ContextType = Context, Args = AuditDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type NeedsDirectiveArgs = {
  of: RightScope;
  right?: Maybe<Right>;
};

export type NeedsDirectiveResolver<Result, Parent, ContextType = Context, Args = NeedsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ApiTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiToken'] = ResolversParentTypes['ApiToken']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  namespace?: Resolver<Maybe<ResolversTypes['Namespace']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rights?: Resolver<Array<ResolversTypes['Right']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type AppendRunLogPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppendRunLogPayload'] = ResolversParentTypes['AppendRunLogPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attempt'] = ResolversParentTypes['Attempt']> = {
  durationMs?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['RunError']>, ParentType, ContextType>;
  fallback?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['AttemptOutcome']>, ParentType, ContextType>;
  outputTail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AttemptConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttemptConnection'] = ResolversParentTypes['AttemptConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AttemptEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Attempt']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AttemptEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttemptEdge'] = ResolversParentTypes['AttemptEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType>;
};

export type AuditActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditActor'] = ResolversParentTypes['AuditActor']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AuditActorKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type AuditChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditChange'] = ResolversParentTypes['AuditChange']> = {
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['AuditActor'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['AuditChange']>, ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  idempotencyKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  namespace?: Resolver<Maybe<ResolversTypes['Namespace']>, ParentType, ContextType>;
  omitted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AuditOutcome'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['AuditSubject']>, ParentType, ContextType>;
  transport?: Resolver<ResolversTypes['AuditTransport'], ParentType, ContextType>;
  undoes?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type AuditSubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditSubject'] = ResolversParentTypes['AuditSubject']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AuditSubjectKind'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BackfillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Backfill'] = ResolversParentTypes['Backfill']> = {
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  finished?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['CatchUpOrder'], ParentType, ContextType>;
  overlapPolicy?: Resolver<Maybe<ResolversTypes['OverlapPolicy']>, ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['BackfillScope'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BackfillState'], ParentType, ContextType>;
  succeeded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BackfillTaskPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BackfillTaskPayload'] = ResolversParentTypes['BackfillTaskPayload']> = {
  backfill?: Resolver<Maybe<ResolversTypes['Backfill']>, ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sample?: Resolver<Array<ResolversTypes['Occurrence']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BoundsCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BoundsCheck'] = ResolversParentTypes['BoundsCheck']> = {
  endAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  startAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CalendarResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Calendar'] = ResolversParentTypes['Calendar']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entries?: Resolver<Array<ResolversTypes['CalendarEntry']>, ParentType, ContextType, RequireFields<CalendarEntriesArgs, 'first'>>;
  entryCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tasks?: Resolver<Array<ResolversTypes['Task']>, ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CalendarEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CalendarEntry'] = ResolversParentTypes['CalendarEntry']> = {
  from?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
};

export type CalendarExclusionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CalendarExclusion'] = ResolversParentTypes['CalendarExclusion']> = {
  calendar?: Resolver<ResolversTypes['Calendar'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelBackfillPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelBackfillPayload'] = ResolversParentTypes['CancelBackfillPayload']> = {
  backfill?: Resolver<Maybe<ResolversTypes['Backfill']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CancelRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelRunPayload'] = ResolversParentTypes['CancelRunPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangePasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordPayload'] = ResolversParentTypes['ChangePasswordPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ClaimRunsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimRunsPayload'] = ResolversParentTypes['ClaimRunsPayload']> = {
  claims?: Resolver<Array<ResolversTypes['RunClaim']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ClockChangeCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClockChangeCheck'] = ResolversParentTypes['ClockChangeCheck']> = {
  changeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  offsetAfter?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  offsetBefore?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClockChangeImpactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClockChangeImpact'] = ResolversParentTypes['ClockChangeImpact']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OccurrenceNoteKind'], ParentType, ContextType>;
  local?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  offsetAfter?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  offsetBefore?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  timezone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
};

export type ClockChangeImpactsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClockChangeImpacts'] = ResolversParentTypes['ClockChangeImpacts']> = {
  nodes?: Resolver<Array<ResolversTypes['ClockChangeImpact']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CompleteRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompleteRunPayload'] = ResolversParentTypes['CompleteRunPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateApiTokenPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiTokenPayload'] = ResolversParentTypes['CreateApiTokenPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateCalendarPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCalendarPayload'] = ResolversParentTypes['CreateCalendarPayload']> = {
  calendar?: Resolver<Maybe<ResolversTypes['Calendar']>, ParentType, ContextType>;
  skipped?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateNamespacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateNamespacePayload'] = ResolversParentTypes['CreateNamespacePayload']> = {
  namespace?: Resolver<Maybe<ResolversTypes['Namespace']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateQueuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateQueuePayload'] = ResolversParentTypes['CreateQueuePayload']> = {
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateSecretPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSecretPayload'] = ResolversParentTypes['CreateSecretPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateTaskPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTaskPayload'] = ResolversParentTypes['CreateTaskPayload']> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateUserPayload'] = ResolversParentTypes['CreateUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateWebhookPayload'] = ResolversParentTypes['CreateWebhookPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type CronExclusionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CronExclusion'] = ResolversParentTypes['CronExclusion']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expression?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CronScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CronSchedule'] = ResolversParentTypes['CronSchedule']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expression?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gap?: Resolver<Maybe<ResolversTypes['GapRule']>, ParentType, ContextType>;
  repeat?: Resolver<Maybe<ResolversTypes['RepeatRule']>, ParentType, ContextType>;
  timezone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export type DateExclusionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DateExclusion'] = ResolversParentTypes['DateExclusion']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteCalendarPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCalendarPayload'] = ResolversParentTypes['DeleteCalendarPayload']> = {
  calendar?: Resolver<Maybe<ResolversTypes['Calendar']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteNamespacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteNamespacePayload'] = ResolversParentTypes['DeleteNamespacePayload']> = {
  namespace?: Resolver<Maybe<ResolversTypes['Namespace']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteQueuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteQueuePayload'] = ResolversParentTypes['DeleteQueuePayload']> = {
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteSecretPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteSecretPayload'] = ResolversParentTypes['DeleteSecretPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteTaskPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTaskPayload'] = ResolversParentTypes['DeleteTaskPayload']> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteTasksPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTasksPayload'] = ResolversParentTypes['DeleteTasksPayload']> = {
  changeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['TaskChangeResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteUserPayload'] = ResolversParentTypes['DeleteUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteWebhookPayload'] = ResolversParentTypes['DeleteWebhookPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DismissRunsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DismissRunsPayload'] = ResolversParentTypes['DismissRunsPayload']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  remaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type EndSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndSessionPayload'] = ResolversParentTypes['EndSessionPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EnvironmentVariableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnvironmentVariable'] = ResolversParentTypes['EnvironmentVariable']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EveryScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EverySchedule'] = ResolversParentTypes['EverySchedule']> = {
  anchor?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['EveryFrom'], ParentType, ContextType>;
  interval?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExclusionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Exclusion'] = ResolversParentTypes['Exclusion']> = {
  __resolveType: TypeResolveFn<'CalendarExclusion' | 'CronExclusion' | 'DateExclusion', ParentType, ContextType>;
};

export type ExclusionCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExclusionCheck'] = ResolversParentTypes['ExclusionCheck']> = {
  calendar?: Resolver<Maybe<ResolversTypes['Calendar']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FailRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FailRunPayload'] = ResolversParentTypes['FailRunPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FieldCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldCheck'] = ResolversParentTypes['FieldCheck']> = {
  actual?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FollowUpResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FollowUp'] = ResolversParentTypes['FollowUp']> = {
  on?: Resolver<ResolversTypes['FollowUpOn'], ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['FollowUpPayload'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type HeartbeatRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeartbeatRunPayload'] = ResolversParentTypes['HeartbeatRunPayload']> = {
  cancelRequested?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  leaseUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type HoldPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldPolicy'] = ResolversParentTypes['HoldPolicy']> = {
  for?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  whenMoreThan?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HttpHeaderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HttpHeader'] = ResolversParentTypes['HttpHeader']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HttpTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HttpTarget'] = ResolversParentTypes['HttpTarget']> = {
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expectedStatus?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  headers?: Resolver<Array<ResolversTypes['HttpHeader']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['HttpMethod'], ParentType, ContextType>;
  signingSecret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InstanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Instance'] = ResolversParentTypes['Instance']> = {
  clockAheadMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  load?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pid?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
  running?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stoppedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type JitterCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JitterCheck'] = ResolversParentTypes['JitterCheck']> = {
  effectiveAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LatenessSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LatenessSummary'] = ResolversParentTypes['LatenessSummary']> = {
  maxMs?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  p50Ms?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  p95Ms?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  p99Ms?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export interface LocalDateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDateTime'], any> {
  name: 'LocalDateTime';
}

export type LogLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogLine'] = ResolversParentTypes['LogLine']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['LogLevel'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LogLineConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogLineConnection'] = ResolversParentTypes['LogLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LogLineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LogLine']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LogLineEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogLineEdge'] = ResolversParentTypes['LogLineEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LogLine'], ParentType, ContextType>;
};

export type ManualScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ManualSchedule'] = ResolversParentTypes['ManualSchedule']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MembershipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership']> = {
  namespace?: Resolver<ResolversTypes['Namespace'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['MemberRole'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type ModuleTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModuleTarget'] = ResolversParentTypes['ModuleTarget']> = {
  module?: Resolver<Maybe<ResolversTypes['TaskModule']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MovedOccurrenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovedOccurrence'] = ResolversParentTypes['MovedOccurrence']> = {
  from?: Resolver<ResolversTypes['Occurrence'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Occurrence'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  appendRunLog?: Resolver<ResolversTypes['AppendRunLogPayload'], ParentType, ContextType, RequireFields<MutationAppendRunLogArgs, 'input'>>;
  backfillTask?: Resolver<ResolversTypes['BackfillTaskPayload'], ParentType, ContextType, RequireFields<MutationBackfillTaskArgs, 'input'>>;
  cancelBackfill?: Resolver<ResolversTypes['CancelBackfillPayload'], ParentType, ContextType, RequireFields<MutationCancelBackfillArgs, 'input'>>;
  cancelRun?: Resolver<ResolversTypes['CancelRunPayload'], ParentType, ContextType, RequireFields<MutationCancelRunArgs, 'input'>>;
  changePassword?: Resolver<ResolversTypes['ChangePasswordPayload'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  claimRuns?: Resolver<ResolversTypes['ClaimRunsPayload'], ParentType, ContextType, RequireFields<MutationClaimRunsArgs, 'input'>>;
  completeRun?: Resolver<ResolversTypes['CompleteRunPayload'], ParentType, ContextType, RequireFields<MutationCompleteRunArgs, 'input'>>;
  createApiToken?: Resolver<ResolversTypes['CreateApiTokenPayload'], ParentType, ContextType, RequireFields<MutationCreateApiTokenArgs, 'input'>>;
  createCalendar?: Resolver<ResolversTypes['CreateCalendarPayload'], ParentType, ContextType, RequireFields<MutationCreateCalendarArgs, 'input'>>;
  createNamespace?: Resolver<ResolversTypes['CreateNamespacePayload'], ParentType, ContextType, RequireFields<MutationCreateNamespaceArgs, 'input'>>;
  createQueue?: Resolver<ResolversTypes['CreateQueuePayload'], ParentType, ContextType, RequireFields<MutationCreateQueueArgs, 'input'>>;
  createSecret?: Resolver<ResolversTypes['CreateSecretPayload'], ParentType, ContextType, RequireFields<MutationCreateSecretArgs, 'input'>>;
  createTask?: Resolver<ResolversTypes['CreateTaskPayload'], ParentType, ContextType, RequireFields<MutationCreateTaskArgs, 'input'>>;
  createUser?: Resolver<ResolversTypes['CreateUserPayload'], ParentType, ContextType, RequireFields<MutationCreateUserArgs, 'input'>>;
  createWebhook?: Resolver<ResolversTypes['CreateWebhookPayload'], ParentType, ContextType, RequireFields<MutationCreateWebhookArgs, 'input'>>;
  deleteCalendar?: Resolver<ResolversTypes['DeleteCalendarPayload'], ParentType, ContextType, RequireFields<MutationDeleteCalendarArgs, 'input'>>;
  deleteNamespace?: Resolver<ResolversTypes['DeleteNamespacePayload'], ParentType, ContextType, RequireFields<MutationDeleteNamespaceArgs, 'input'>>;
  deleteQueue?: Resolver<ResolversTypes['DeleteQueuePayload'], ParentType, ContextType, RequireFields<MutationDeleteQueueArgs, 'input'>>;
  deleteSecret?: Resolver<ResolversTypes['DeleteSecretPayload'], ParentType, ContextType, RequireFields<MutationDeleteSecretArgs, 'input'>>;
  deleteTask?: Resolver<ResolversTypes['DeleteTaskPayload'], ParentType, ContextType, RequireFields<MutationDeleteTaskArgs, 'input'>>;
  deleteTasks?: Resolver<ResolversTypes['DeleteTasksPayload'], ParentType, ContextType, RequireFields<MutationDeleteTasksArgs, 'input'>>;
  deleteUser?: Resolver<ResolversTypes['DeleteUserPayload'], ParentType, ContextType, RequireFields<MutationDeleteUserArgs, 'input'>>;
  deleteWebhook?: Resolver<ResolversTypes['DeleteWebhookPayload'], ParentType, ContextType, RequireFields<MutationDeleteWebhookArgs, 'input'>>;
  dismissRuns?: Resolver<ResolversTypes['DismissRunsPayload'], ParentType, ContextType, RequireFields<MutationDismissRunsArgs, 'input'>>;
  endSession?: Resolver<ResolversTypes['EndSessionPayload'], ParentType, ContextType, RequireFields<MutationEndSessionArgs, 'input'>>;
  failRun?: Resolver<ResolversTypes['FailRunPayload'], ParentType, ContextType, RequireFields<MutationFailRunArgs, 'input'>>;
  heartbeatRun?: Resolver<ResolversTypes['HeartbeatRunPayload'], ParentType, ContextType, RequireFields<MutationHeartbeatRunArgs, 'input'>>;
  pauseQueue?: Resolver<ResolversTypes['PauseQueuePayload'], ParentType, ContextType, RequireFields<MutationPauseQueueArgs, 'input'>>;
  pauseTask?: Resolver<ResolversTypes['PauseTaskPayload'], ParentType, ContextType, RequireFields<MutationPauseTaskArgs, 'input'>>;
  pauseTasks?: Resolver<ResolversTypes['PauseTasksPayload'], ParentType, ContextType, RequireFields<MutationPauseTasksArgs, 'input'>>;
  pauseWebhook?: Resolver<ResolversTypes['PauseWebhookPayload'], ParentType, ContextType, RequireFields<MutationPauseWebhookArgs, 'input'>>;
  redeliver?: Resolver<ResolversTypes['RedeliverPayload'], ParentType, ContextType, RequireFields<MutationRedeliverArgs, 'input'>>;
  redriveRuns?: Resolver<ResolversTypes['RedriveRunsPayload'], ParentType, ContextType, RequireFields<MutationRedriveRunsArgs, 'input'>>;
  removeMembership?: Resolver<ResolversTypes['RemoveMembershipPayload'], ParentType, ContextType, RequireFields<MutationRemoveMembershipArgs, 'input'>>;
  reportProgress?: Resolver<ResolversTypes['ReportProgressPayload'], ParentType, ContextType, RequireFields<MutationReportProgressArgs, 'input'>>;
  resolveHeldRuns?: Resolver<ResolversTypes['ResolveHeldRunsPayload'], ParentType, ContextType, RequireFields<MutationResolveHeldRunsArgs, 'input'>>;
  restoreTask?: Resolver<ResolversTypes['RestoreTaskPayload'], ParentType, ContextType, RequireFields<MutationRestoreTaskArgs, 'input'>>;
  resumeQueue?: Resolver<ResolversTypes['ResumeQueuePayload'], ParentType, ContextType, RequireFields<MutationResumeQueueArgs, 'input'>>;
  resumeTask?: Resolver<ResolversTypes['ResumeTaskPayload'], ParentType, ContextType, RequireFields<MutationResumeTaskArgs, 'input'>>;
  resumeTasks?: Resolver<ResolversTypes['ResumeTasksPayload'], ParentType, ContextType, RequireFields<MutationResumeTasksArgs, 'input'>>;
  resumeWebhook?: Resolver<ResolversTypes['ResumeWebhookPayload'], ParentType, ContextType, RequireFields<MutationResumeWebhookArgs, 'input'>>;
  retryRun?: Resolver<ResolversTypes['RetryRunPayload'], ParentType, ContextType, RequireFields<MutationRetryRunArgs, 'input'>>;
  revertTask?: Resolver<ResolversTypes['RevertTaskPayload'], ParentType, ContextType, RequireFields<MutationRevertTaskArgs, 'input'>>;
  revokeApiToken?: Resolver<ResolversTypes['RevokeApiTokenPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiTokenArgs, 'input'>>;
  rotateWebhookSecret?: Resolver<ResolversTypes['RotateWebhookSecretPayload'], ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'input'>>;
  setMembership?: Resolver<ResolversTypes['SetMembershipPayload'], ParentType, ContextType, RequireFields<MutationSetMembershipArgs, 'input'>>;
  testWebhook?: Resolver<ResolversTypes['TestWebhookPayload'], ParentType, ContextType, RequireFields<MutationTestWebhookArgs, 'input'>>;
  triggerTask?: Resolver<ResolversTypes['TriggerTaskPayload'], ParentType, ContextType, RequireFields<MutationTriggerTaskArgs, 'input'>>;
  undoChange?: Resolver<ResolversTypes['UndoChangePayload'], ParentType, ContextType, RequireFields<MutationUndoChangeArgs, 'input'>>;
  updateCalendar?: Resolver<ResolversTypes['UpdateCalendarPayload'], ParentType, ContextType, RequireFields<MutationUpdateCalendarArgs, 'input'>>;
  updateNamespace?: Resolver<ResolversTypes['UpdateNamespacePayload'], ParentType, ContextType, RequireFields<MutationUpdateNamespaceArgs, 'input'>>;
  updateQueue?: Resolver<ResolversTypes['UpdateQueuePayload'], ParentType, ContextType, RequireFields<MutationUpdateQueueArgs, 'input'>>;
  updateSecret?: Resolver<ResolversTypes['UpdateSecretPayload'], ParentType, ContextType, RequireFields<MutationUpdateSecretArgs, 'input'>>;
  updateTask?: Resolver<ResolversTypes['UpdateTaskPayload'], ParentType, ContextType, RequireFields<MutationUpdateTaskArgs, 'input'>>;
  updateTasks?: Resolver<ResolversTypes['UpdateTasksPayload'], ParentType, ContextType, RequireFields<MutationUpdateTasksArgs, 'input'>>;
  updateUser?: Resolver<ResolversTypes['UpdateUserPayload'], ParentType, ContextType, RequireFields<MutationUpdateUserArgs, 'input'>>;
  updateWebhook?: Resolver<ResolversTypes['UpdateWebhookPayload'], ParentType, ContextType, RequireFields<MutationUpdateWebhookArgs, 'input'>>;
};

export type NamespaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Namespace'] = ResolversParentTypes['Namespace']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['Membership']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quotas?: Resolver<ResolversTypes['NamespaceQuotas'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  usage?: Resolver<ResolversTypes['NamespaceUsage'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NamespaceQuotasResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NamespaceQuotas'] = ResolversParentTypes['NamespaceQuotas']> = {
  runningRuns?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  secrets?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  tasks?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  waitingRuns?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  webhooks?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NamespaceUsageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NamespaceUsage'] = ResolversParentTypes['NamespaceUsage']> = {
  runningRuns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  secrets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tasks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waitingRuns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  webhooks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OccurrenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Occurrence'] = ResolversParentTypes['Occurrence']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  effectiveAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  local?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<Array<ResolversTypes['OccurrenceNote']>, ParentType, ContextType>;
  offset?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OccurrenceCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OccurrenceCheck'] = ResolversParentTypes['OccurrenceCheck']> = {
  __resolveType: TypeResolveFn<'BoundsCheck' | 'ClockChangeCheck' | 'ExclusionCheck' | 'FieldCheck' | 'JitterCheck' | 'RunCheck' | 'ScheduleCheck' | 'TaskStateCheck', ParentType, ContextType>;
};

export type OccurrenceExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OccurrenceExplanation'] = ResolversParentTypes['OccurrenceExplanation']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  checks?: Resolver<Array<ResolversTypes['OccurrenceCheck']>, ParentType, ContextType>;
  local?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['Occurrence']>, ParentType, ContextType>;
  previous?: Resolver<Maybe<ResolversTypes['Occurrence']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['OccurrenceVerdict'], ParentType, ContextType>;
};

export type OccurrenceNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OccurrenceNote'] = ResolversParentTypes['OccurrenceNote']> = {
  kind?: Resolver<ResolversTypes['OccurrenceNoteKind'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OmittedOccurrenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OmittedOccurrence'] = ResolversParentTypes['OmittedOccurrence']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  local?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['OccurrenceNote'], ParentType, ContextType>;
  timezone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
};

export type OnceScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OnceSchedule'] = ResolversParentTypes['OnceSchedule']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grace?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OverlapPredictionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OverlapPrediction'] = ResolversParentTypes['OverlapPrediction']> = {
  after?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p50Ms?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  p95Ms?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  peakAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  peakBefore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sampleSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OverviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Overview'] = ResolversParentTypes['Overview']> = {
  activeTasks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  deadLetters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  last24Hours?: Resolver<ResolversTypes['RunCounts'], ParentType, ContextType>;
  lateness?: Resolver<Maybe<ResolversTypes['LatenessSummary']>, ParentType, ContextType>;
  next?: Resolver<Array<ResolversTypes['Run']>, ParentType, ContextType, RequireFields<OverviewNextArgs, 'first'>>;
  pausedTasks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runningRuns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waitingRuns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type PauseQueuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseQueuePayload'] = ResolversParentTypes['PauseQueuePayload']> = {
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PauseTaskPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseTaskPayload'] = ResolversParentTypes['PauseTaskPayload']> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PauseTasksPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseTasksPayload'] = ResolversParentTypes['PauseTasksPayload']> = {
  changeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['TaskChangeResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PauseWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseWebhookPayload'] = ResolversParentTypes['PauseWebhookPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  apiTokens?: Resolver<Array<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  auditEntries?: Resolver<ResolversTypes['AuditEntryConnection'], ParentType, ContextType, Partial<QueryAuditEntriesArgs>>;
  backfill?: Resolver<Maybe<ResolversTypes['Backfill']>, ParentType, ContextType, RequireFields<QueryBackfillArgs, 'id'>>;
  calendar?: Resolver<Maybe<ResolversTypes['Calendar']>, ParentType, ContextType, RequireFields<QueryCalendarArgs, 'id'>>;
  calendars?: Resolver<Array<ResolversTypes['Calendar']>, ParentType, ContextType>;
  clockChangeImpacts?: Resolver<ResolversTypes['ClockChangeImpacts'], ParentType, ContextType, RequireFields<QueryClockChangeImpactsArgs, 'year'>>;
  eventCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  explainOccurrence?: Resolver<Maybe<ResolversTypes['OccurrenceExplanation']>, ParentType, ContextType, RequireFields<QueryExplainOccurrenceArgs, 'at' | 'taskId'>>;
  instances?: Resolver<Array<ResolversTypes['Instance']>, ParentType, ContextType>;
  modules?: Resolver<Array<ResolversTypes['TaskModule']>, ParentType, ContextType>;
  namespace?: Resolver<Maybe<ResolversTypes['Namespace']>, ParentType, ContextType, RequireFields<QueryNamespaceArgs, 'name'>>;
  namespaces?: Resolver<Array<ResolversTypes['Namespace']>, ParentType, ContextType>;
  overview?: Resolver<ResolversTypes['Overview'], ParentType, ContextType>;
  previewSchedule?: Resolver<ResolversTypes['SchedulePreview'], ParentType, ContextType, RequireFields<QueryPreviewScheduleArgs, 'input'>>;
  previewTaskChange?: Resolver<ResolversTypes['TaskChangePreview'], ParentType, ContextType, RequireFields<QueryPreviewTaskChangeArgs, 'input'>>;
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType, RequireFields<QueryQueueArgs, 'name'>>;
  queues?: Resolver<Array<ResolversTypes['Queue']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType, RequireFields<QueryRunArgs, 'id'>>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, RequireFields<QueryRunsArgs, 'orderBy'>>;
  secrets?: Resolver<Array<ResolversTypes['Secret']>, ParentType, ContextType>;
  server?: Resolver<ResolversTypes['ServerInfo'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType, RequireFields<QueryTaskArgs, 'id'>>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, RequireFields<QueryTasksArgs, 'orderBy'>>;
  upcoming?: Resolver<ResolversTypes['UpcomingOccurrences'], ParentType, ContextType, RequireFields<QueryUpcomingArgs, 'first'>>;
  users?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType, RequireFields<QueryWebhookArgs, 'id'>>;
  webhooks?: Resolver<Array<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type QueueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Queue'] = ResolversParentTypes['Queue']> = {
  concurrency?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  concurrencyPerKey?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  oldestDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pauseReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pausedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['QueueRate']>, ParentType, ContextType>;
  runningRuns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tasks?: Resolver<Array<ResolversTypes['Task']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waitingRuns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueueRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QueueRate'] = ResolversParentTypes['QueueRate']> = {
  burst?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type RedeliverPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedeliverPayload'] = ResolversParentTypes['RedeliverPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RedriveRunsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedriveRunsPayload'] = ResolversParentTypes['RedriveRunsPayload']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  remaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  runs?: Resolver<Array<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveMembershipPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveMembershipPayload'] = ResolversParentTypes['RemoveMembershipPayload']> = {
  membership?: Resolver<Maybe<ResolversTypes['Membership']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReportProgressPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportProgressPayload'] = ResolversParentTypes['ReportProgressPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResolveHeldRunsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveHeldRunsPayload'] = ResolversParentTypes['ResolveHeldRunsPayload']> = {
  runs?: Resolver<Maybe<Array<ResolversTypes['Run']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestoreTaskPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreTaskPayload'] = ResolversParentTypes['RestoreTaskPayload']> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResumeQueuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeQueuePayload'] = ResolversParentTypes['ResumeQueuePayload']> = {
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResumeTaskPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeTaskPayload'] = ResolversParentTypes['ResumeTaskPayload']> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResumeTasksPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeTasksPayload'] = ResolversParentTypes['ResumeTasksPayload']> = {
  changeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['TaskChangeResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResumeWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeWebhookPayload'] = ResolversParentTypes['ResumeWebhookPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type RetentionPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionPolicy'] = ResolversParentTypes['RetentionPolicy']> = {
  failed?: Resolver<Maybe<ResolversTypes['RetentionRule']>, ParentType, ContextType>;
  other?: Resolver<Maybe<ResolversTypes['RetentionRule']>, ParentType, ContextType>;
  succeeded?: Resolver<Maybe<ResolversTypes['RetentionRule']>, ParentType, ContextType>;
};

export type RetentionRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionRule'] = ResolversParentTypes['RetentionRule']> = {
  maxAge?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  maxCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RetryPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryPolicy'] = ResolversParentTypes['RetryPolicy']> = {
  backoff?: Resolver<ResolversTypes['RetryBackoff'], ParentType, ContextType>;
  delays?: Resolver<Array<ResolversTypes['Duration']>, ParentType, ContextType>;
  factor?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  honorRetryAfter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  initialDelay?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  jitter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maxAge?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  maxAttempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxDelay?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  rules?: Resolver<Array<ResolversTypes['RetryRule']>, ParentType, ContextType>;
};

export type RetryRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryRule'] = ResolversParentTypes['RetryRule']> = {
  action?: Resolver<ResolversTypes['RetryAction'], ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exitCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  httpStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RetryRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryRunPayload'] = ResolversParentTypes['RetryRunPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevertTaskPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevertTaskPayload'] = ResolversParentTypes['RevertTaskPayload']> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeApiTokenPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiTokenPayload'] = ResolversParentTypes['RevokeApiTokenPayload']> = {
  token?: Resolver<Maybe<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RotateWebhookSecretPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateWebhookSecretPayload'] = ResolversParentTypes['RotateWebhookSecretPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type RruleScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RruleSchedule'] = ResolversParentTypes['RruleSchedule']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gap?: Resolver<Maybe<ResolversTypes['GapRule']>, ParentType, ContextType>;
  repeat?: Resolver<Maybe<ResolversTypes['RepeatRule']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  timezone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Run'] = ResolversParentTypes['Run']> = {
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['AttemptConnection'], ParentType, ContextType, Partial<RunAttemptsArgs>>;
  backfill?: Resolver<Maybe<ResolversTypes['Backfill']>, ParentType, ContextType>;
  blockedBy?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  children?: Resolver<Array<ResolversTypes['Run']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deadLetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dismissReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dismissedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  durationMs?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  effectiveAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['RunError']>, ParentType, ContextType>;
  fallback?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  heldUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  latenessMs?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  logs?: Resolver<ResolversTypes['LogLineConnection'], ParentType, ContextType, Partial<RunLogsArgs>>;
  maxAttempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  progressMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  queue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  queueKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  redriveOf?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  redrivenBy?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  resultTruncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scheduledFor?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RunState'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  trigger?: Resolver<ResolversTypes['RunTrigger'], ParentType, ContextType>;
  why?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunCheck'] = ResolversParentTypes['RunCheck']> = {
  blockedBy?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RunClaimResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunClaim'] = ResolversParentTypes['RunClaim']> = {
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deadline?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  leaseUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  run?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
};

export type RunConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunConnection'] = ResolversParentTypes['RunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Run']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunCounts'] = ResolversParentTypes['RunCounts']> = {
  cancelled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  succeeded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunEdge'] = ResolversParentTypes['RunEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
};

export type RunErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunError'] = ResolversParentTypes['RunError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RunEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunEvent'] = ResolversParentTypes['RunEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  sequence?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['RunEventType'], ParentType, ContextType>;
};

export type RunsAvailableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RunsAvailable'] = ResolversParentTypes['RunsAvailable']> = {
  stop?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type ScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Schedule'] = ResolversParentTypes['Schedule']> = {
  __resolveType: TypeResolveFn<'CronSchedule' | 'EverySchedule' | 'ManualSchedule' | 'OnceSchedule' | 'RruleSchedule' | 'StartupSchedule' | 'UnionSchedule', ParentType, ContextType>;
};

export type ScheduleCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleCheck'] = ResolversParentTypes['ScheduleCheck']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  schedule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SchedulePreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchedulePreview'] = ResolversParentTypes['SchedulePreview']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurrences?: Resolver<Array<ResolversTypes['Occurrence']>, ParentType, ContextType>;
  omitted?: Resolver<Array<ResolversTypes['OmittedOccurrence']>, ParentType, ContextType>;
  remarks?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SecretResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Secret'] = ResolversParentTypes['Secret']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tasks?: Resolver<Array<ResolversTypes['Task']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  usable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ServerInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServerInfo'] = ResolversParentTypes['ServerInfo']> = {
  database?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  now?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  runRetention?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  secretsEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  shellAllowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  timezones?: Resolver<Array<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  trouble?: Resolver<Maybe<ResolversTypes['ServerTrouble']>, ParentType, ContextType>;
  tzdataChange?: Resolver<Maybe<ResolversTypes['TzdataChange']>, ParentType, ContextType>;
  tzdataVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ServerTroubleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServerTrouble'] = ResolversParentTypes['ServerTrouble']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  lasting?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userAgent?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SetMembershipPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetMembershipPayload'] = ResolversParentTypes['SetMembershipPayload']> = {
  membership?: Resolver<Maybe<ResolversTypes['Membership']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShellTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShellTarget'] = ResolversParentTypes['ShellTarget']> = {
  command?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  cwd?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  env?: Resolver<Array<ResolversTypes['EnvironmentVariable']>, ParentType, ContextType>;
  script?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stopGrace?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  successExitCodes?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StartupScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartupSchedule'] = ResolversParentTypes['StartupSchedule']> = {
  delay?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  myRuns?: SubscriptionResolver<ResolversTypes['RunEvent'], "myRuns", ParentType, ContextType, RequireFields<SubscriptionMyRunsArgs, 'heartbeats' | 'snapshot' | 'workerId'>>;
  overview?: SubscriptionResolver<ResolversTypes['Overview'], "overview", ParentType, ContextType>;
  runEvents?: SubscriptionResolver<ResolversTypes['RunEvent'], "runEvents", ParentType, ContextType, RequireFields<SubscriptionRunEventsArgs, 'heartbeats' | 'snapshot'>>;
  runLog?: SubscriptionResolver<ResolversTypes['LogLine'], "runLog", ParentType, ContextType, RequireFields<SubscriptionRunLogArgs, 'runId'>>;
  runsAvailable?: SubscriptionResolver<ResolversTypes['RunsAvailable'], "runsAvailable", ParentType, ContextType, RequireFields<SubscriptionRunsAvailableArgs, 'queue'>>;
  taskEvents?: SubscriptionResolver<ResolversTypes['TaskEvent'], "taskEvents", ParentType, ContextType, RequireFields<SubscriptionTaskEventsArgs, 'heartbeats' | 'snapshot'>>;
  upcoming?: SubscriptionResolver<ResolversTypes['UpcomingOccurrences'], "upcoming", ParentType, ContextType, RequireFields<SubscriptionUpcomingArgs, 'first'>>;
};

export type TargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target']> = {
  __resolveType: TypeResolveFn<'HttpTarget' | 'ModuleTarget' | 'ShellTarget' | 'WorkerTarget', ParentType, ContextType>;
};

export type TaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task']> = {
  backfills?: Resolver<Array<ResolversTypes['Backfill']>, ParentType, ContextType>;
  catchUpLimit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  catchUpOrder?: Resolver<ResolversTypes['CatchUpOrder'], ParentType, ContextType>;
  catchUpRate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  catchUpWindow?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  consecutiveFailures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  exclusions?: Resolver<Array<ResolversTypes['Exclusion']>, ParentType, ContextType>;
  fallbackTarget?: Resolver<Maybe<ResolversTypes['Target']>, ParentType, ContextType>;
  followUps?: Resolver<Array<ResolversTypes['FollowUp']>, ParentType, ContextType>;
  hashSeed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  heldRuns?: Resolver<Array<ResolversTypes['Run']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['AuditEntryConnection'], ParentType, ContextType, Partial<TaskHistoryArgs>>;
  hold?: Resolver<Maybe<ResolversTypes['HoldPolicy']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jitter?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  lastRun?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  maxRuns?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  missedRunPolicy?: Resolver<ResolversTypes['MissedRunPolicy'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextRunAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  occurrencesSincePause?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onCrash?: Resolver<ResolversTypes['CrashPolicy'], ParentType, ContextType>;
  overlapBuffer?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overlapPolicy?: Resolver<ResolversTypes['OverlapPolicy'], ParentType, ContextType>;
  pauseAfterFailures?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  pauseReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pausedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  prunedFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  prunedThrough?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  queue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  queueKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  queueTimeout?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  retention?: Resolver<Maybe<ResolversTypes['RetentionPolicy']>, ParentType, ContextType>;
  retry?: Resolver<ResolversTypes['RetryPolicy'], ParentType, ContextType>;
  runCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, RequireFields<TaskRunsArgs, 'orderBy'>>;
  schedule?: Resolver<ResolversTypes['Schedule'], ParentType, ContextType>;
  silenceTimeout?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  startAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startDeadline?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  startTimeout?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TaskState'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  timeout?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  upcoming?: Resolver<Array<ResolversTypes['Occurrence']>, ParentType, ContextType, RequireFields<TaskUpcomingArgs, 'first'>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskChangePreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskChangePreview'] = ResolversParentTypes['TaskChangePreview']> = {
  added?: Resolver<Array<ResolversTypes['Occurrence']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  moved?: Resolver<Array<ResolversTypes['MovedOccurrence']>, ParentType, ContextType>;
  overlaps?: Resolver<Maybe<ResolversTypes['OverlapPrediction']>, ParentType, ContextType>;
  removed?: Resolver<Array<ResolversTypes['Occurrence']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TaskChangeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskChangeResult'] = ResolversParentTypes['TaskChangeResult']> = {
  error?: Resolver<Maybe<ResolversTypes['UserError']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['TaskChangeOutcome'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  taskId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TaskConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskConnection'] = ResolversParentTypes['TaskConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TaskEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Task']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskEdge'] = ResolversParentTypes['TaskEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type TaskEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskEvent'] = ResolversParentTypes['TaskEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TaskEventType'], ParentType, ContextType>;
};

export type TaskModuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskModule'] = ResolversParentTypes['TaskModule']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payloadSchema?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TaskStateCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskStateCheck'] = ResolversParentTypes['TaskStateCheck']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  pausedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TaskState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TestWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TestWebhookPayload'] = ResolversParentTypes['TestWebhookPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export type TriggerTaskPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TriggerTaskPayload'] = ResolversParentTypes['TriggerTaskPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TzdataChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TzdataChange'] = ResolversParentTypes['TzdataChange']> = {
  foundAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  moved?: Resolver<Array<ResolversTypes['TzdataMove']>, ParentType, ContextType>;
  timezones?: Resolver<Array<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TzdataMoveResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TzdataMove'] = ResolversParentTypes['TzdataMove']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  now?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  was?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UndoChangePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UndoChangePayload'] = ResolversParentTypes['UndoChangePayload']> = {
  changeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['TaskChangeResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnionScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnionSchedule'] = ResolversParentTypes['UnionSchedule']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  of?: Resolver<Array<ResolversTypes['Schedule']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpcomingOccurrenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpcomingOccurrence'] = ResolversParentTypes['UpcomingOccurrence']> = {
  occurrence?: Resolver<ResolversTypes['Occurrence'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type UpcomingOccurrencesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpcomingOccurrences'] = ResolversParentTypes['UpcomingOccurrences']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['UpcomingOccurrence']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UpdateCalendarPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCalendarPayload'] = ResolversParentTypes['UpdateCalendarPayload']> = {
  calendar?: Resolver<Maybe<ResolversTypes['Calendar']>, ParentType, ContextType>;
  skipped?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateNamespacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateNamespacePayload'] = ResolversParentTypes['UpdateNamespacePayload']> = {
  namespace?: Resolver<Maybe<ResolversTypes['Namespace']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateQueuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateQueuePayload'] = ResolversParentTypes['UpdateQueuePayload']> = {
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateSecretPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateSecretPayload'] = ResolversParentTypes['UpdateSecretPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateTaskPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTaskPayload'] = ResolversParentTypes['UpdateTaskPayload']> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateTasksPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTasksPayload'] = ResolversParentTypes['UpdateTasksPayload']> = {
  changeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['TaskChangeResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateUserPayload'] = ResolversParentTypes['UpdateUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateWebhookPayload'] = ResolversParentTypes['UpdateWebhookPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  disabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  memberships?: Resolver<Array<ResolversTypes['Membership']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['UserRole'], ParentType, ContextType>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  kind?: Resolver<ResolversTypes['ViewerKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  namespace?: Resolver<Maybe<ResolversTypes['Namespace']>, ParentType, ContextType>;
  namespaces?: Resolver<Array<ResolversTypes['Namespace']>, ParentType, ContextType>;
  rights?: Resolver<Array<ResolversTypes['Right']>, ParentType, ContextType>;
  serverRights?: Resolver<Array<ResolversTypes['Right']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveries?: Resolver<ResolversTypes['WebhookDeliveryConnection'], ParentType, ContextType, Partial<WebhookDeliveriesArgs>>;
  eventsLostAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['WebhookFilter'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['WebhookFormat'], ParentType, ContextType>;
  headers?: Resolver<Array<ResolversTypes['HttpHeader']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pendingDeliveries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  previousSecretUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  signed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookState'], ParentType, ContextType>;
  stateReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attemptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  durationMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messageId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookDeliveryState'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookDeliveryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeliveryConnection'] = ResolversParentTypes['WebhookDeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WebhookDeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WebhookDeliveryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeliveryEdge'] = ResolversParentTypes['WebhookDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType>;
};

export type WebhookFilterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookFilter'] = ResolversParentTypes['WebhookFilter']> = {
  runEvents?: Resolver<Array<ResolversTypes['RunEventType']>, ParentType, ContextType>;
  search?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taskEvents?: Resolver<Array<ResolversTypes['TaskEventType']>, ParentType, ContextType>;
  taskId?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
};

export type WorkerTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkerTarget'] = ResolversParentTypes['WorkerTarget']> = {
  queue?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ApiToken?: ApiTokenResolvers<ContextType>;
  AppendRunLogPayload?: AppendRunLogPayloadResolvers<ContextType>;
  Attempt?: AttemptResolvers<ContextType>;
  AttemptConnection?: AttemptConnectionResolvers<ContextType>;
  AttemptEdge?: AttemptEdgeResolvers<ContextType>;
  AuditActor?: AuditActorResolvers<ContextType>;
  AuditChange?: AuditChangeResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  AuditSubject?: AuditSubjectResolvers<ContextType>;
  Backfill?: BackfillResolvers<ContextType>;
  BackfillTaskPayload?: BackfillTaskPayloadResolvers<ContextType>;
  BoundsCheck?: BoundsCheckResolvers<ContextType>;
  Calendar?: CalendarResolvers<ContextType>;
  CalendarEntry?: CalendarEntryResolvers<ContextType>;
  CalendarExclusion?: CalendarExclusionResolvers<ContextType>;
  CancelBackfillPayload?: CancelBackfillPayloadResolvers<ContextType>;
  CancelRunPayload?: CancelRunPayloadResolvers<ContextType>;
  ChangePasswordPayload?: ChangePasswordPayloadResolvers<ContextType>;
  ClaimRunsPayload?: ClaimRunsPayloadResolvers<ContextType>;
  ClockChangeCheck?: ClockChangeCheckResolvers<ContextType>;
  ClockChangeImpact?: ClockChangeImpactResolvers<ContextType>;
  ClockChangeImpacts?: ClockChangeImpactsResolvers<ContextType>;
  CompleteRunPayload?: CompleteRunPayloadResolvers<ContextType>;
  CreateApiTokenPayload?: CreateApiTokenPayloadResolvers<ContextType>;
  CreateCalendarPayload?: CreateCalendarPayloadResolvers<ContextType>;
  CreateNamespacePayload?: CreateNamespacePayloadResolvers<ContextType>;
  CreateQueuePayload?: CreateQueuePayloadResolvers<ContextType>;
  CreateSecretPayload?: CreateSecretPayloadResolvers<ContextType>;
  CreateTaskPayload?: CreateTaskPayloadResolvers<ContextType>;
  CreateUserPayload?: CreateUserPayloadResolvers<ContextType>;
  CreateWebhookPayload?: CreateWebhookPayloadResolvers<ContextType>;
  CronExclusion?: CronExclusionResolvers<ContextType>;
  CronSchedule?: CronScheduleResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DateExclusion?: DateExclusionResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteCalendarPayload?: DeleteCalendarPayloadResolvers<ContextType>;
  DeleteNamespacePayload?: DeleteNamespacePayloadResolvers<ContextType>;
  DeleteQueuePayload?: DeleteQueuePayloadResolvers<ContextType>;
  DeleteSecretPayload?: DeleteSecretPayloadResolvers<ContextType>;
  DeleteTaskPayload?: DeleteTaskPayloadResolvers<ContextType>;
  DeleteTasksPayload?: DeleteTasksPayloadResolvers<ContextType>;
  DeleteUserPayload?: DeleteUserPayloadResolvers<ContextType>;
  DeleteWebhookPayload?: DeleteWebhookPayloadResolvers<ContextType>;
  DismissRunsPayload?: DismissRunsPayloadResolvers<ContextType>;
  Duration?: GraphQLScalarType;
  EndSessionPayload?: EndSessionPayloadResolvers<ContextType>;
  EnvironmentVariable?: EnvironmentVariableResolvers<ContextType>;
  EverySchedule?: EveryScheduleResolvers<ContextType>;
  Exclusion?: ExclusionResolvers<ContextType>;
  ExclusionCheck?: ExclusionCheckResolvers<ContextType>;
  FailRunPayload?: FailRunPayloadResolvers<ContextType>;
  FieldCheck?: FieldCheckResolvers<ContextType>;
  FollowUp?: FollowUpResolvers<ContextType>;
  HeartbeatRunPayload?: HeartbeatRunPayloadResolvers<ContextType>;
  HoldPolicy?: HoldPolicyResolvers<ContextType>;
  HttpHeader?: HttpHeaderResolvers<ContextType>;
  HttpTarget?: HttpTargetResolvers<ContextType>;
  Instance?: InstanceResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  JitterCheck?: JitterCheckResolvers<ContextType>;
  LatenessSummary?: LatenessSummaryResolvers<ContextType>;
  LocalDateTime?: GraphQLScalarType;
  LogLine?: LogLineResolvers<ContextType>;
  LogLineConnection?: LogLineConnectionResolvers<ContextType>;
  LogLineEdge?: LogLineEdgeResolvers<ContextType>;
  ManualSchedule?: ManualScheduleResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  ModuleTarget?: ModuleTargetResolvers<ContextType>;
  MovedOccurrence?: MovedOccurrenceResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Namespace?: NamespaceResolvers<ContextType>;
  NamespaceQuotas?: NamespaceQuotasResolvers<ContextType>;
  NamespaceUsage?: NamespaceUsageResolvers<ContextType>;
  Occurrence?: OccurrenceResolvers<ContextType>;
  OccurrenceCheck?: OccurrenceCheckResolvers<ContextType>;
  OccurrenceExplanation?: OccurrenceExplanationResolvers<ContextType>;
  OccurrenceNote?: OccurrenceNoteResolvers<ContextType>;
  OmittedOccurrence?: OmittedOccurrenceResolvers<ContextType>;
  OnceSchedule?: OnceScheduleResolvers<ContextType>;
  OverlapPrediction?: OverlapPredictionResolvers<ContextType>;
  Overview?: OverviewResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PauseQueuePayload?: PauseQueuePayloadResolvers<ContextType>;
  PauseTaskPayload?: PauseTaskPayloadResolvers<ContextType>;
  PauseTasksPayload?: PauseTasksPayloadResolvers<ContextType>;
  PauseWebhookPayload?: PauseWebhookPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Queue?: QueueResolvers<ContextType>;
  QueueRate?: QueueRateResolvers<ContextType>;
  RedeliverPayload?: RedeliverPayloadResolvers<ContextType>;
  RedriveRunsPayload?: RedriveRunsPayloadResolvers<ContextType>;
  RemoveMembershipPayload?: RemoveMembershipPayloadResolvers<ContextType>;
  ReportProgressPayload?: ReportProgressPayloadResolvers<ContextType>;
  ResolveHeldRunsPayload?: ResolveHeldRunsPayloadResolvers<ContextType>;
  RestoreTaskPayload?: RestoreTaskPayloadResolvers<ContextType>;
  ResumeQueuePayload?: ResumeQueuePayloadResolvers<ContextType>;
  ResumeTaskPayload?: ResumeTaskPayloadResolvers<ContextType>;
  ResumeTasksPayload?: ResumeTasksPayloadResolvers<ContextType>;
  ResumeWebhookPayload?: ResumeWebhookPayloadResolvers<ContextType>;
  RetentionPolicy?: RetentionPolicyResolvers<ContextType>;
  RetentionRule?: RetentionRuleResolvers<ContextType>;
  RetryPolicy?: RetryPolicyResolvers<ContextType>;
  RetryRule?: RetryRuleResolvers<ContextType>;
  RetryRunPayload?: RetryRunPayloadResolvers<ContextType>;
  RevertTaskPayload?: RevertTaskPayloadResolvers<ContextType>;
  RevokeApiTokenPayload?: RevokeApiTokenPayloadResolvers<ContextType>;
  RotateWebhookSecretPayload?: RotateWebhookSecretPayloadResolvers<ContextType>;
  RruleSchedule?: RruleScheduleResolvers<ContextType>;
  Run?: RunResolvers<ContextType>;
  RunCheck?: RunCheckResolvers<ContextType>;
  RunClaim?: RunClaimResolvers<ContextType>;
  RunConnection?: RunConnectionResolvers<ContextType>;
  RunCounts?: RunCountsResolvers<ContextType>;
  RunEdge?: RunEdgeResolvers<ContextType>;
  RunError?: RunErrorResolvers<ContextType>;
  RunEvent?: RunEventResolvers<ContextType>;
  RunsAvailable?: RunsAvailableResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  Schedule?: ScheduleResolvers<ContextType>;
  ScheduleCheck?: ScheduleCheckResolvers<ContextType>;
  SchedulePreview?: SchedulePreviewResolvers<ContextType>;
  Secret?: SecretResolvers<ContextType>;
  ServerInfo?: ServerInfoResolvers<ContextType>;
  ServerTrouble?: ServerTroubleResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SetMembershipPayload?: SetMembershipPayloadResolvers<ContextType>;
  ShellTarget?: ShellTargetResolvers<ContextType>;
  StartupSchedule?: StartupScheduleResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Target?: TargetResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  TaskChangePreview?: TaskChangePreviewResolvers<ContextType>;
  TaskChangeResult?: TaskChangeResultResolvers<ContextType>;
  TaskConnection?: TaskConnectionResolvers<ContextType>;
  TaskEdge?: TaskEdgeResolvers<ContextType>;
  TaskEvent?: TaskEventResolvers<ContextType>;
  TaskModule?: TaskModuleResolvers<ContextType>;
  TaskStateCheck?: TaskStateCheckResolvers<ContextType>;
  TestWebhookPayload?: TestWebhookPayloadResolvers<ContextType>;
  TimeZone?: GraphQLScalarType;
  TriggerTaskPayload?: TriggerTaskPayloadResolvers<ContextType>;
  TzdataChange?: TzdataChangeResolvers<ContextType>;
  TzdataMove?: TzdataMoveResolvers<ContextType>;
  UndoChangePayload?: UndoChangePayloadResolvers<ContextType>;
  UnionSchedule?: UnionScheduleResolvers<ContextType>;
  UpcomingOccurrence?: UpcomingOccurrenceResolvers<ContextType>;
  UpcomingOccurrences?: UpcomingOccurrencesResolvers<ContextType>;
  UpdateCalendarPayload?: UpdateCalendarPayloadResolvers<ContextType>;
  UpdateNamespacePayload?: UpdateNamespacePayloadResolvers<ContextType>;
  UpdateQueuePayload?: UpdateQueuePayloadResolvers<ContextType>;
  UpdateSecretPayload?: UpdateSecretPayloadResolvers<ContextType>;
  UpdateTaskPayload?: UpdateTaskPayloadResolvers<ContextType>;
  UpdateTasksPayload?: UpdateTasksPayloadResolvers<ContextType>;
  UpdateUserPayload?: UpdateUserPayloadResolvers<ContextType>;
  UpdateWebhookPayload?: UpdateWebhookPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  WebhookDeliveryEdge?: WebhookDeliveryEdgeResolvers<ContextType>;
  WebhookFilter?: WebhookFilterResolvers<ContextType>;
  WorkerTarget?: WorkerTargetResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  audit?: AuditDirectiveResolver<any, any, ContextType>;
  needs?: NeedsDirectiveResolver<any, any, ContextType>;
};
