// Every bound of DESIGN §3.14 in one place.

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const KIB = 1_024;

/** A run that starts later than this after its instant is late; an occurrence not taken within it was missed. */
export const EXECUTION_WINDOW_MS = 10 * SECOND;
/** Occurrences are written at least this far ahead, and always at least one. */
export const LOOK_AHEAD_MS = MINUTE;
/** A claim holds a run this long; it is renewed every third of it, so that a dead executor's runs go on within the window. */
export const LEASE_MS = 4.5 * SECOND;
export const LEASE_RENEWAL_MS = 1.5 * SECOND;
/** A run whose instance died this often is not attempted again. */
export const MAX_CRASHES = 3;
/** Occurrences that were missed or skipped in a row get a row each up to this number, then one row for the rest. */
export const MAX_CATCH_UP_ROWS = 100;
/** Runs of one backfill, and how many of them wait at a time. */
export const MAX_BACKFILL = 10_000;
export const BACKFILL_WAITING = 100;

export const NAME_LENGTH = 200;
export const DESCRIPTION_LENGTH = 2_000;
export const REASON_LENGTH = 500;
export const KEY_LENGTH = 200;
export const URL_LENGTH = 2_048;
export const MAX_HEADERS = 50;
export const HEADER_LENGTH = 8 * KIB;
export const BODY_BYTES = 256 * KIB;
/** Of a command, its arguments included. */
export const COMMAND_PARTS = 100;
export const COMMAND_BYTES = 64 * KIB;
export const PATH_LENGTH = 1_024;
export const MAX_ENV = 50;
export const ENV_BYTES = 32 * KIB;
export const STOP_GRACE_MS = { least: 0, most: 5 * MINUTE };
export const PAYLOAD_BYTES = 256 * KIB;
export const PAYLOAD_DEPTH = 32;
/** Of the JSON Schema that a module gives. */
export const PAYLOAD_SCHEMA_BYTES = 64 * KIB;
/** How long a module of the tasks folder may take to be read for its schema. */
export const MODULE_READ_MS = 10 * SECOND;
/** Characters of a recurrence rule. */
export const RRULE_LENGTH = 2_000;
export const CALENDAR_BYTES = 1_024 * KIB;
export const CALENDAR_ENTRIES = 5_000;
/** Recurring events of one calendar file, and occurrences of all of them before they are joined. */
export const RECURRING_EVENTS = 500;
export const CALENDAR_OCCURRENCES = 50_000;

export const SECRET_BYTES = 32 * KIB;
/** Characters. What is shorter stands in every log by chance and cannot be masked there. */
export const SECRET_LEAST = 4;
export const QUEUE_LENGTH = 100;
export const QUEUE_KEY_LENGTH = 200;
export const QUEUE_CONCURRENCY = 100_000;
export const QUEUE_RATE = 1_000_000;
export const QUEUE_PERIOD_MS = { least: SECOND, most: DAY };
export const PRIORITY = { least: -100, most: 100 };
/** Of a worker's claim. */
export const WORKER_LEASE_MS = { least: 5 * SECOND, most: 10 * MINUTE };
export const CLAIMS_AT_ONCE = 100;
export const LINES_AT_ONCE = 1_000;
/** Nobody could renew while the server was down: after its start workers have this long to do so. */
export const RETURN_MS = 10 * SECOND;

export const RESULT_BYTES = 64 * KIB;
export const ERROR_LENGTH = 4_000;
export const LOG_LINE_LENGTH = 8_192;
export const LOG_LINES = 10_000;
export const LOG_BYTES = 1_024 * KIB;
export const PROGRESS_MESSAGE_LENGTH = 200;

export const TIMEOUT_MS = { least: SECOND, most: DAY };
export const QUEUE_TIMEOUT_MS = { least: SECOND, most: 30 * DAY };
export const INTERVAL_MS = { least: SECOND, most: 366 * DAY };
export const CATCH_UP_WINDOW_MS = { least: 10 * SECOND, most: 366 * DAY };
export const JITTER_MS = { least: 0, most: DAY };
export const START_DEADLINE_MS = { least: 10 * SECOND, most: 366 * DAY };
export const STARTUP_DELAY_MS = { least: 0, most: HOUR };
export const GRACE_MS = { least: 0, most: 366 * DAY };
export const HOLD_MS = { least: MINUTE, most: 30 * DAY };
export const MAX_UNION = 20;
export const MAX_EXCLUSIONS = 50;
export const MAX_RUNS = 1_000_000_000;
export const MAX_BUFFER = 1_000;
export const MAX_RATE = 6_000;
/** How long ended runs may be kept, and how many; `null` is for ever. */
export const RETENTION_MS = { least: HOUR, most: 3_660 * DAY };
export const RETENTION_COUNT = 100_000;
export const RETRY_DELAY_MS = { least: 0, most: 7 * DAY };
export const RETRY_AGE_MS = { least: SECOND, most: 366 * DAY };
/** A Retry-After is honoured up to this, or up to the policy's own longest wait when that is more. */
export const RETRY_AFTER_MS = HOUR;
export const MAX_RETRY_DELAYS = 100;
export const MAX_RETRY_RULES = 20;
export const MAX_FAILURES = 1_000;
/** Of an attempt's last lines. */
export const OUTPUT_TAIL_BYTES = 2 * KIB;

export const MAX_FOLLOW_UPS = 10;
/** Tasks of the longest chain of follow-ups, and runs that the end of one run may cause in all. */
export const FOLLOW_UP_DEPTH = 20;
export const FOLLOW_UP_RUNS = 1_000;
/** Dead letters done again or dismissed by one call. */
export const MAX_REDRIVE = 1_000;

/** Tasks that one call pauses, resumes, deletes or changes. */
export const MAX_BULK = 500;

export const MAX_WEBHOOKS = 100;
export const MAX_NAMESPACES = 1_000;
/** The highest number that a namespace's quota can be. */
export const MAX_QUOTA = 1_000_000;
export const WEBHOOK_TASKS = 100;
export const WEBHOOK_SEARCH = 200;
/** What waits to be sent to one webhook; beyond that the event log keeps what is to come. */
export const WEBHOOK_BACKLOG = 1_000;
/** Ended deliveries are kept so long, and so many of them. */
export const DELIVERY_AGE_MS = 30 * DAY;
export const DELIVERIES_KEPT = 1_000;
export const WEBHOOK_TIMEOUT_MS = 15 * SECOND;
/** Who sends holds the webhook for an attempt and the time to write down what came of it. */
export const WEBHOOK_LEASE_MS = 30 * SECOND;
/** A signing key that was exchanged signs too for so long. */
export const OLD_KEY_MS = DAY;

export const PAGE_SIZE = 25;
export const MAX_PAGE_SIZE = 100;
export const MAX_COUNT = 10_000;

/** A text is looked for in so many entries of the audit, the newest ones; entries found are counted so far. */
export const AUDIT_SEARCHED = 100_000;
export const AUDIT_COUNT = 1_000;

export const IDEMPOTENCY_MS = DAY;
/** A subscriber that leaves more than this unread is cut off. */
export const SUBSCRIBER_EVENTS = 1_000;
/** No occurrence is planned at or beyond this instant: the largest a JavaScript Date can hold. */
export const END_OF_TIME = 8_640_000_000_000_000;
/** Stands for "planned as far as the task's maximum of runs allows". */
export const LIMIT_REACHED = END_OF_TIME - 1;
