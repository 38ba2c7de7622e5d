// Inputs of `createTask` that must be refused: what is wrong, the changes to a good input, the code, the field's path, and what
// the message must say (the value, the rule and an example where one helps).

export type BadTask = readonly [string, object, string, string, RegExp];

const cron = (expression: string, timezone?: string) => ({
  schedule: { cron: { expression, ...(timezone === undefined ? {} : { timezone }) } },
});
const once = (given: object) => ({ schedule: { once: given } });
const every = (interval: string, anchor?: string) => ({
  schedule: { every: { interval, ...(anchor === undefined ? {} : { anchor }) } },
});
const http = (changes: object) => ({ target: { http: { url: "https://example.com/", ...changes } } });
const header = (name: string, value: string) =>
  http({
    headers: [
      { name: "Accept", value: "*/*" },
      { name, value },
    ],
  });
const module = (name: string) => ({ target: { module: { name } } });
const nested = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));
/** A payload that has this many bytes as JSON. */
export const payloadOf = (bytes: number) => ({ text: "é".repeat((bytes - 11) / 2) + "x".repeat((bytes - 11) % 2) });

const EXPRESSION = "schedule.cron.expression";
const ZONE = "schedule.cron.timezone";
const LOCAL = "schedule.once.local";
const INTERVAL = "schedule.every.interval";
const URL_FIELD = "target.http.url";
const MODULE = "target.module.name";

// biome-ignore format: a table
export const BAD_SCHEDULES: BadTask[] = [
  ["an empty cron expression", cron(" "), "INVALID_CRON", EXPRESSION, /empty.*Example/],
  ["too few cron fields", cron("* *"), "INVALID_CRON", EXPRESSION, /"\* \*".*2 fields.*5.*Example/],
  ["too many cron fields", cron("* * * * * * * *"), "INVALID_CRON", EXPRESSION, /8 fields/],
  ["a minute of 60", cron("60 * * * *"), "INVALID_CRON", EXPRESSION, /minute.*"60".*0 to 59.*Example/],
  ["a day that never comes", cron("0 0 30 2 *"), "INVALID_CRON", EXPRESSION, /never runs.*Example/],
  ["a backward range of years", cron("0 0 0 1 1 ? 2030-2027"), "INVALID_CRON", EXPRESSION, /year.*2030-2027.*backwards.*Example/],
  ["a step of 0", cron("*/0 * * * *"), "INVALID_CRON", EXPRESSION, /step "0".*Example/],
  ["an unknown weekday", cron("* * * * FOO"), "INVALID_CRON", EXPRESSION, /day of week.*"FOO".*SUN to SAT/],
  ["a look-alike letter", cron("0 0 * * МON"), "INVALID_CRON", EXPRESSION, /U\+041C.*position 9/],
  ["an unknown macro", cron("@fortnightly"), "INVALID_CRON", EXPRESSION, /@fortnightly.*@daily/],
  ["a very long expression", cron("1,".repeat(1_000)), "INVALID_CRON", EXPRESSION, /2000 characters; at most 200/],
  ["an unknown zone", cron("0 0 * * *", "Europe/Atlantis"), "INVALID_TIME_ZONE", ZONE, /"Europe\/Atlantis".*Example: "Europe\/Berlin"/],
  ["an offset as zone", cron("0 0 * * *", "+01:00"), "INVALID_TIME_ZONE", ZONE, /"\+01:00"/],
  ["an empty zone", cron("0 0 * * *", ""), "INVALID_TIME_ZONE", ZONE, /empty.*Example/],
  ["a path as zone", cron("0 0 * * *", "../../etc/passwd"), "INVALID_TIME_ZONE", ZONE, /etc/],
  ["a past instant", once({ at: "2020-01-01T00:00:00Z" }), "DATE_IN_PAST", "schedule.once", /2020-01-01 00:00:00 UTC.*past.*now/],
  ["an instant without an offset", once({ at: "2099-01-01T00:00:00" }), "INVALID_DATE", "schedule.once.at", /"2099-01-01T00:00:00".*offset.*Example/],
  ["30 February", once({ at: "2099-02-30T00:00:00Z" }), "INVALID_DATE", "schedule.once.at", /2099-02-30/],
  ["hour 24", once({ at: "2099-02-20T24:00:00Z" }), "INVALID_DATE", "schedule.once.at", /T24/],
  ["a year of five digits", once({ at: "12099-02-20T00:00:00Z" }), "INVALID_DATE", "schedule.once.at", /12099/],
  ["an instant that its offset moves beyond the year 9999", once({ at: "9999-12-31T23:59:59-12:00" }), "INVALID_DATE", "schedule.once.at", /9999/],
  ["a word for an instant", once({ at: "tomorrow" }), "INVALID_DATE", "schedule.once.at", /"tomorrow"/],
  ["no instant at all", once({}), "REQUIRED", "schedule.once.at", /at.*local.*Example/],
  ["an empty instant", once({ at: "" }), "REQUIRED", "schedule.once.at", /Example/],
  ["a local time without a zone", once({ local: "2099-01-01T00:00" }), "REQUIRED", "schedule.once.timezone", /zone.*Example/],
  ["both an instant and a local time", once({ at: "2099-01-01T00:00:00Z", local: "2099-01-01T00:00", timezone: "UTC" }), "BAD_REQUEST", "schedule.once", /either at, or local/],
  ["a local time in an unknown zone", once({ local: "2099-01-01T00:00", timezone: "Mars" }), "INVALID_TIME_ZONE", "schedule.once.timezone", /"Mars"/],
  ["a local time with an offset", once({ local: "2099-01-01T00:00Z", timezone: "UTC" }), "INVALID_DATE", LOCAL, /has an offset/],
  ["month 13", once({ local: "2099-13-01T00:00", timezone: "UTC" }), "INVALID_DATE", LOCAL, /month 13; 1 to 12/],
  ["a time that a clock change leaves out", once({ local: "2027-03-28T02:30", timezone: "Europe/Berlin" }), "NONEXISTENT_LOCAL_TIME", LOCAL, /2027-03-28T01:30:00\+01:00 or 2027-03-28T03:30:00\+02:00/],
  ["a time that a clock change makes happen twice", once({ local: "2027-10-31T02:30", timezone: "Europe/Berlin" }), "AMBIGUOUS_LOCAL_TIME", LOCAL, /2027-10-31T02:30:00\+02:00 or 2027-10-31T02:30:00\+01:00/],
  ["no duration", every("an hour"), "INVALID_DURATION", INTERVAL, /"an hour".*Example: "PT90M"/],
  ["a duration with months", every("P1M"), "INVALID_DURATION", INTERVAL, /"P1M".*weeks/],
  ["a negative duration", every("-PT5M"), "INVALID_DURATION", INTERVAL, /"-PT5M"/],
  ["an empty duration", every(""), "INVALID_DURATION", INTERVAL, /Example/],
  ["an interval below a second", every("PT0.999S"), "OUT_OF_RANGE", INTERVAL, /PT1S to P366D.*Example/],
  ["an interval beyond 366 days", every("P366DT1S"), "OUT_OF_RANGE", INTERVAL, /P366D/],
  ["an interval of endless digits", every(`PT${"9".repeat(30)}S`), "OUT_OF_RANGE", INTERVAL, /PT1S/],
  ["a wrong anchor", every("PT1H", "noon"), "INVALID_DATE", "schedule.every.anchor", /"noon"/],
  ["an empty anchor", every("PT1H", ""), "INVALID_DATE", "schedule.every.anchor", /anchor ""/],
];

// biome-ignore format: a table
export const BAD_TARGETS: BadTask[] = [
  ["an unknown module", module("nothing"), "MODULE_NOT_ALLOWED", MODULE, /"nothing".*echo/],
  ["a module outside of the folder", module("../modules/echo"), "MODULE_NOT_ALLOWED", MODULE, /"\.\.\/modules\/echo"/],
  ["a module by a way out and in again", module("nested/../echo"), "MODULE_NOT_ALLOWED", MODULE, /nested/],
  ["an absolute path", module("/etc/passwd"), "MODULE_NOT_ALLOWED", MODULE, /etc/],
  ["a dotfile", module(".env"), "MODULE_NOT_ALLOWED", MODULE, /\.env/],
  ["a module with its extension", module("echo.js"), "MODULE_NOT_ALLOWED", MODULE, /echo\.js/],
  ["a NUL in a module's name", module("echo\u0000"), "MODULE_NOT_ALLOWED", MODULE, /u0000/],
  ["a back slash", module("nested\\deep"), "MODULE_NOT_ALLOWED", MODULE, /nested/],
  ["an empty module name", module(""), "MODULE_NOT_ALLOWED", MODULE, /""/],
  ["a name of every object", module("__proto__"), "MODULE_NOT_ALLOWED", MODULE, /__proto__/],
  ["another scheme", http({ url: "ftp://example.com/" }), "INVALID_URL", URL_FIELD, /ftp:.*http: and https:.*Example/],
  ["a script", http({ url: "javascript://example.com/%0aalert(1)" }), "INVALID_URL", URL_FIELD, /javascript:/],
  ["a file", http({ url: "file:///etc/passwd" }), "INVALID_URL", URL_FIELD, /file:/],
  ["no host", http({ url: "http://" }), "INVALID_URL", URL_FIELD, /"http:\/\/".*absolute.*Example/],
  ["no scheme", http({ url: "example.com/health" }), "INVALID_URL", URL_FIELD, /absolute/],
  ["an impossible port", http({ url: "http://example.com:99999/" }), "INVALID_URL", URL_FIELD, /99999/],
  ["credentials", http({ url: "https://user:secret@example.com/" }), "INVALID_URL", URL_FIELD, /^(?!.*secret).*Authorization/],
  ["a line break in a URL", http({ url: "http://exam\nple.com/" }), "INVALID_URL", URL_FIELD, /exam/],
  ["a NUL in a URL", http({ url: "http://example.com/\u0000" }), "INVALID_URL", URL_FIELD, /u0000/],
  ["broken Unicode in a URL", http({ url: "http://example.com/\ud800" }), "INVALID_URL", URL_FIELD, /ud800/],
  ["a very long URL", http({ url: `http://example.com/${"x".repeat(2_030)}` }), "TOO_LONG", URL_FIELD, /2049 characters; at most 2048/],
  ["a line break in a header", header("X-Test", "a\r\nX-Evil: 1"), "INVALID_HEADER", "target.http.headers.1.value", /"X-Test".*line breaks.*Example/],
  ["a NUL in a header", header("X-Test", "\u0000"), "INVALID_HEADER", "target.http.headers.1.value", /X-Test/],
  ["a colon in a header's name", header("X-Test: 1", ""), "INVALID_HEADER", "target.http.headers.1.name", /X-Test: 1.*Example/],
  ["an empty header name", header("", "1"), "INVALID_HEADER", "target.http.headers.1.name", /""/],
  ["a reserved header", header("Content-LENGTH", "1"), "INVALID_HEADER", "target.http.headers.1.name", /Content-LENGTH.*itself/],
  ["a header that names the run", header("Idempotency-Key", "1"), "INVALID_HEADER", "target.http.headers.1.name", /Idempotency-Key.*itself/],
  ["another host", header("Host", "internal.example"), "INVALID_HEADER", "target.http.headers.1.name", /Host.*itself/],
  ["a hop-by-hop header", header("Transfer-Encoding", "chunked"), "INVALID_HEADER", "target.http.headers.1.name", /Transfer-Encoding.*itself/],
  ["a hop-by-hop header of proxies", header("Proxy-Connection", "close"), "INVALID_HEADER", "target.http.headers.1.name", /Proxy-Connection.*itself/],
  ["a carriage return in a header", header("X-Test", "a\rX-Evil: 1"), "INVALID_HEADER", "target.http.headers.1.value", /line breaks/],
  ["a line feed in a header", header("X-Test", "a\nX-Evil: 1"), "INVALID_HEADER", "target.http.headers.1.value", /line breaks/],
  ["Unicode that ends in a line feed when it is cut to bytes", header("X-Test", "a\u560a\u580dX-Evil: 1"), "INVALID_HEADER", "target.http.headers.1.value", /control characters/],
  ["a line break in a header's name", header("X-Test\r\nX-Evil", "1"), "INVALID_HEADER", "target.http.headers.1.name", /X-Evil.*Example/],
  ["a NUL in a header's name", header("X-\u0000", "1"), "INVALID_HEADER", "target.http.headers.1.name", /u0000.*Example/],
  ["a secret's name in braces for signing", http({ signingSecret: "{{ secrets.KEY }}" }), "INVALID_CHARACTERS", "target.http.signingSecret", /signingSecret.*capital letters/],
  ["an unknown secret for signing", http({ signingSecret: "NOWHERE" }), "NOT_FOUND", "target", /NOWHERE/],
  ["a signature of one's own beside ours", http({ signingSecret: "KEY", headers: [{ name: "Webhook-Signature", value: "v1,x" }] }), "INVALID_HEADER", "target.http.headers.0.name", /Webhook-Signature.*itself/],
  ["metadata", http({ url: "http://169.254.169.254/" }), "URL_NOT_ALLOWED", URL_FIELD, /169\.254\.169\.254.*metadata.*never reached/],
  ["a long header", header("X-Test", "x".repeat(8_192)), "INVALID_HEADER", "target.http.headers.1.value", /8192/],
  ["51 headers", http({ headers: Array(51).fill({ name: "X-Test", value: "1" }) }), "OUT_OF_RANGE", "target.http.headers", /51.*50/],
  ["a body with GET", http({ body: "hello" }), "BAD_REQUEST", "target.http.body", /GET.*POST/],
  ["a body with HEAD", http({ method: "HEAD", body: "" }), "BAD_REQUEST", "target.http.body", /HEAD/],
  ["a huge body", http({ method: "POST", body: "é".repeat(131_073) }), "PAYLOAD_TOO_LARGE", "target.http.body", /262146 bytes.*262144/],
  ["broken Unicode in a body", http({ method: "POST", body: "\ud800" }), "INVALID_CHARACTERS", "target.http.body", /Unicode/],
  ["a status below 200", http({ expectedStatus: [200, 199] }), "OUT_OF_RANGE", "target.http.expectedStatus", /199.*200 to 599.*Example/],
  ["a status above 599", http({ expectedStatus: [600] }), "OUT_OF_RANGE", "target.http.expectedStatus", /600/],
  ["51 statuses", http({ expectedStatus: Array.from({ length: 51 }, (_, i) => 200 + i) }), "OUT_OF_RANGE", "target.http.expectedStatus", /50/],
];

// biome-ignore format: a table
export const BAD_TEXTS: BadTask[] = [
  ["an empty name", { name: "" }, "REQUIRED", "name", /name.*empty.*Example/],
  ["a name of white space", { name: " \t\u00a0" }, "REQUIRED", "name", /empty/],
  ["an invisible name", { name: "\u200b\u2060" }, "REQUIRED", "name", /empty/],
  ["a name of 201 characters", { name: "x".repeat(201) }, "TOO_LONG", "name", /201 characters; at most 200/],
  ["a name of a million characters", { name: "x".repeat(1_000_000) }, "TOO_LONG", "name", /^.{1,300}$/],
  ["a NUL in a name", { name: "a\u0000b" }, "INVALID_CHARACTERS", "name", /a\\u0000b.*Example/],
  ["a line break in a name", { name: "a\nb" }, "INVALID_CHARACTERS", "name", /a\\nb/],
  ["an escape sequence in a name", { name: "\u001b[2J" }, "INVALID_CHARACTERS", "name", /u001b/],
  ["a broken pair of surrogates in a name", { name: "\ud83d" }, "INVALID_CHARACTERS", "name", /ud83d/],
  ["a text that is turned around", { name: "gpj.\u202eexe" }, "INVALID_CHARACTERS", "name", /u202e/],
  ["a long description", { description: "x".repeat(2_001) }, "TOO_LONG", "description", /2001 characters; at most 2000/],
  ["a NUL in a description", { description: "\u0000" }, "INVALID_CHARACTERS", "description", /u0000/],
  ["a long key", { idempotencyKey: "x".repeat(201) }, "TOO_LONG", "idempotencyKey", /201/],
  ["an empty key", { idempotencyKey: "" }, "REQUIRED", "idempotencyKey", /empty.*Example/],
  ["a payload just over 256 KiB", { payload: payloadOf(262_145) }, "PAYLOAD_TOO_LARGE", "payload", /262145 bytes.*262144/],
  ["a payload of 33 levels", { payload: nested(33) }, "TOO_DEEP", "payload", /32 levels/],
  ["a NUL in a payload", { payload: { a: ["\u0000"] } }, "INVALID_CHARACTERS", "payload", /u0000.*NUL/],
  ["a NUL in a key of a payload", { payload: { "\u0000": 1 } }, "INVALID_CHARACTERS", "payload", /u0000/],
  ["broken Unicode in a payload", { payload: ["\udc00"] }, "INVALID_CHARACTERS", "payload", /udc00/],
  ["no attempt", { retry: { maxAttempts: 0 } }, "OUT_OF_RANGE", "retry.maxAttempts", /maxAttempts 0.*1 to 100.*Example/],
  ["101 attempts", { retry: { maxAttempts: 101 } }, "OUT_OF_RANGE", "retry.maxAttempts", /101/],
  ["a factor below 1", { retry: { factor: 0.99 } }, "OUT_OF_RANGE", "retry.factor", /0\.99.*1 to 10.*Example/],
  ["a factor above 10", { retry: { factor: 1e300 } }, "OUT_OF_RANGE", "retry.factor", /1e\+300/],
  ["a wait beyond 7 days", { retry: { maxDelay: "P7DT1S" } }, "OUT_OF_RANGE", "retry.maxDelay", /P7D/],
  ["a longest wait below the first", { retry: { initialDelay: "PT1H", maxDelay: "PT1M" } }, "OUT_OF_RANGE", "retry.maxDelay", /PT1M.*PT1H/],
  ["a wrong wait", { retry: { initialDelay: "5s" } }, "INVALID_DURATION", "retry.initialDelay", /"5s".*Example/],
  ["no time", { timeout: "PT0S" }, "OUT_OF_RANGE", "timeout", /PT1S to P1D/],
  ["a timeout beyond a day", { timeout: "PT24H1S" }, "OUT_OF_RANGE", "timeout", /PT24H1S/],
  ["a short catch-up window", { catchUpWindow: "PT9S" }, "OUT_OF_RANGE", "catchUpWindow", /PT10S to P366D/],
];
