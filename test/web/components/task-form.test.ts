// The task form between the person and the API: a task that is opened and saved unchanged asks for no change, and every
// complaint finds its field.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScheduleForFormFragment, TaskForFormFragment } from "../../../web/gql/graphql";
import { fieldOf } from "../../../web/tasks/form/complaints";
import { fromTask } from "../../../web/tasks/form/from-task";
import { changeInput, createInput, updateInput } from "../../../web/tasks/form/inputs";
import { policySummary } from "../../../web/tasks/form/policy-summary";
import { exclusionPlaces, previewInput, scheduleInput } from "../../../web/tasks/form/timing-inputs";
import { validate } from "../../../web/tasks/form/validate";
import { NEW_EXCLUSION, NEW_PART, NEW_TASK } from "../../../web/tasks/form/values";

const cron: ScheduleForFormFragment = {
  __typename: "CronSchedule",
  expression: "30 2 * * MON-FRI",
  timezone: "Europe/Berlin",
  gap: "SKIP",
  repeat: null,
};
const schedules: ScheduleForFormFragment[] = [
  cron,
  { __typename: "OnceSchedule", at: "2030-10-27T01:30:00.000Z", shownIn: "Europe/Berlin", grace: "PT1H" },
  { __typename: "EverySchedule", interval: "PT90M", anchor: "1970-01-01T00:05:00.000Z", from: "ANCHOR" },
  { __typename: "EverySchedule", interval: "PT2H", anchor: "2026-11-24T10:17:03.000Z", from: "LAST_END" },
  {
    __typename: "RruleSchedule",
    rule: "FREQ=MONTHLY;BYDAY=-1FR",
    start: "2026-11-01T09:00:00",
    timezone: "UTC",
    gap: null,
    repeat: "BOTH",
  },
  { __typename: "StartupSchedule", delay: "PT30S" },
];

function task(schedule: TaskForFormFragment["schedule"]): TaskForFormFragment {
  return {
    id: "1",
    name: "Nightly",
    description: null,
    version: 3,
    deletedAt: null,
    payload: { keep: 7 },
    startAt: "2026-12-01T00:00:00.000Z",
    endAt: null,
    maxRuns: 10,
    runCount: 2,
    jitter: "PT5M",
    hashSeed: "seed",
    timeout: "PT5M",
    queueTimeout: "PT1H",
    startTimeout: null,
    silenceTimeout: "PT1M",
    queue: "mails",
    queueKey: "{{ payload.customer }}",
    priority: -3,
    overlapPolicy: "BUFFER",
    overlapBuffer: 4,
    missedRunPolicy: "LAST_N",
    catchUpWindow: "P7D",
    catchUpLimit: 5,
    catchUpOrder: "NEWEST_FIRST",
    catchUpRate: 30,
    startDeadline: "PT10M",
    hold: { whenMoreThan: 3, for: "PT2H" },
    onCrash: "FAIL",
    followUps: [],
    retention: { succeeded: { maxAge: "P7D", maxCount: 100 }, failed: { maxAge: null, maxCount: null }, other: null },
    exclusions: [
      { __typename: "CalendarExclusion", calendar: { id: "cal" } },
      { __typename: "DateExclusion", from: "2026-12-24", until: "2026-12-26", timezone: null },
      { __typename: "CronExclusion", expression: "* 0-5 * * SUN", timezone: "UTC" },
    ],
    retry: {
      maxAttempts: 3,
      initialDelay: "PT5S",
      maxDelay: "PT10M",
      factor: 2,
      jitter: true,
      backoff: "LIST",
      delays: ["PT10S", "PT5M"],
      maxAge: "PT2H",
      honorRetryAfter: false,
      rules: [{ httpStatus: "4xx", errorCode: null, exitCode: null, action: "FAIL" }],
    },
    pauseAfterFailures: 5,
    schedule,
    target: { __typename: "ModuleTarget", summary: "echo", name: "echo" },
    fallbackTarget: {
      __typename: "HttpTarget",
      summary: "POST https://x.example",
      url: "https://x.example",
      method: "POST",
      headers: [{ name: "x-a", value: "1" }],
      body: "{}",
      expectedStatus: [204],
      signingSecret: "KEY_OF_X",
    },
  } as TaskForFormFragment;
}

const plain = schedules.map((schedule) => task(schedule as TaskForFormFragment["schedule"]));
const united = task({
  __typename: "UnionSchedule",
  of: schedules.slice(0, 5),
} as unknown as TaskForFormFragment["schedule"]);

describe("a task that is opened in the form", () => {
  it.each([...plain, united].map((each) => [each.schedule.__typename, each] as const))(
    "and saved unchanged asks for no change and no preview of one (%s)",
    (_, each) => {
      const values = fromTask(each);
      expect(validate(values)).toEqual({});
      expect(updateInput("1", 3, values, fromTask(each))).toEqual({ id: "1", version: 3 });
      expect(changeInput("1", values, fromTask(each))).toBeNull();
    },
  );

  it("keeps every part of its schedule on the way to the API", () => {
    const [every, shifted] = [plain[3], plain[2]].map((each) => scheduleInput(fromTask(each as TaskForFormFragment)));
    expect(every).toEqual({ every: { interval: "PT2H", anchor: "2026-11-24T10:17:03.000Z", from: "LAST_END" } });
    expect(shifted).toEqual({ every: { interval: "PT90M", phase: "PT300S" } });
    expect(scheduleInput(fromTask(united))?.union?.of).toHaveLength(5);
    expect(scheduleInput(fromTask(united))?.union?.of[0]).toEqual({
      cron: { expression: "30 2 * * MON-FRI", timezone: "Europe/Berlin", gap: "SKIP" },
    });
  });

  it("keeps its fallback target, sends it when it is changed, and its complaints find their field", () => {
    const before = fromTask(plain[0] as TaskForFormFragment);
    const url = "https://y.example";
    const changed = { ...before, fallback: { ...before.fallback, http: { ...before.fallback.http, url } } };
    expect(updateInput("1", 3, changed, before).fallbackTarget?.http).toMatchObject({
      url,
      expectedStatus: [204],
      signingSecret: "KEY_OF_X",
    });
    expect(updateInput("1", 3, { ...before, fallbackOn: false }, before).fallbackTarget).toBeNull();
    expect(validate({ ...changed, fallback: { ...changed.fallback, targetKind: "worker" } })).toEqual({
      "fallback.worker.queue": "Name a queue.",
    });
    expect(fieldOf(["fallbackTarget", "http", "headers", "0", "name"])).toBe("fallback.http.headers.0.name");
    expect(fieldOf(["target", "http", "signingSecret"])).toBe("http.signingSecret");
    expect(fieldOf(["payload", "keep"])).toBe("payload.keep");
  });

  it("sends only what was changed", () => {
    const before = fromTask(plain[0] as TaskForFormFragment);
    const { retention } = updateInput("1", 3, { ...before, retention: { ...before.retention, failed: null } }, before);
    expect(retention).toEqual({ succeeded: { maxAge: "P7D", maxCount: 100 }, failed: null, other: null });
    expect(updateInput("1", 3, { ...before, maxRuns: "", jitter: "PT0S" }, before)).toEqual({
      id: "1",
      version: 3,
      maxRuns: null,
      jitter: "PT0S",
    });
    expect(changeInput("1", { ...before, name: "Other", timeout: "PT1H" }, before)).toBeNull();
    expect(changeInput("1", { ...before, endAt: "2027-01-01T00:00:00.000Z" }, before)).toEqual({
      id: "1",
      endAt: "2027-01-01T00:00:00.000Z",
    });
  });
});

describe("a new task", () => {
  it("is by default what the API makes of a name, a schedule and a target alone", () => {
    const { name, schedule, exclusions, maxRuns, jitter, overlapPolicy, catchUpRate, hold, retention } = createInput({
      ...NEW_TASK,
      name: "A",
    });
    expect({ name, exclusions, maxRuns, jitter, overlapPolicy, catchUpRate, hold, retention }).toEqual({
      name: "A",
      exclusions: [],
      maxRuns: null,
      jitter: "PT0S",
      overlapPolicy: "SKIP",
      catchUpRate: null,
      hold: null,
      retention: null,
    });
    expect(Object.keys(schedule.cron ?? {})).toEqual(["expression", "timezone"]);
    expect(policySummary(NEW_TASK)).toBe("");
  });

  it("is previewed without exclusions that are not filled in, and complaints still find the right one", () => {
    const values = {
      ...NEW_TASK,
      exclusions: [NEW_EXCLUSION, { ...NEW_EXCLUSION, kind: "cron" as const, expression: "99 * * * *" }],
    };
    expect(previewInput(values, 5)?.exclusions).toEqual([{ cron: { expression: "99 * * * *" } }]);
    expect(fieldOf(["exclusions", "0", "cron", "expression"], exclusionPlaces(values))).toBe("exclusions.1.expression");
    expect(validate({ ...values, name: "A", module: { name: "echo" } })).toEqual({
      "exclusions.0.calendarId": "Choose a calendar.",
    });
  });

  it("has no preview while one of several schedules is not filled in", () => {
    const parts = [NEW_PART, { ...NEW_PART, kind: "once" as const }];
    expect(scheduleInput({ schedule: { ...NEW_PART, kind: "union" }, parts })).toBeNull();
  });
});

describe("a task that runs a command", () => {
  const opened = (shell: object): TaskForFormFragment => ({
    ...task(cron as TaskForFormFragment["schedule"]),
    target: {
      __typename: "ShellTarget",
      summary: "",
      command: null,
      script: null,
      cwd: null,
      env: [{ name: "A", value: " b " }],
      successExitCodes: [0, 3],
      stopGrace: "PT10S",
      ...shell,
    } as TaskForFormFragment["target"],
  });

  it.each([
    ["a program and its arguments", { command: ["tar", "", "two\nlines", " a "] }],
    ["a script", { script: "a | b\n", cwd: "/srv" }],
  ])("keeps every word when it is opened and saved unchanged: %s", (_, shell) => {
    const values = fromTask(opened(shell));
    expect(validate(values)).toEqual({});
    expect(updateInput("1", 3, values, values)).toEqual({ id: "1", version: 3 });
    expect(createInput(values).target.shell).toEqual({
      cwd: null,
      env: [{ name: "A", value: " b " }],
      successExitCodes: [0, 3],
      stopGrace: "PT10S",
      ...shell,
    });
  });

  it("needs its program or its script, whichever is chosen", () => {
    const values = { ...NEW_TASK, name: "A", targetKind: "shell" as const };
    expect(validate(values)).toEqual({ "shell.command.0": "Give the program to run." });
    const script = { ...values, shell: { ...values.shell, how: "script" as const } };
    expect(validate(script)).toEqual({ "shell.script": "Write the script." });
  });
});

describe("a complaint", () => {
  it.each([
    [["target", "shell"], "shell.command.0"],
    [["target", "shell", "command"], "shell.command.0"],
    [["target", "shell", "command", "2"], "shell.command.2"],
    [["target", "shell", "env", "1", "name"], "shell.env.1.name"],
    [["target", "shell", "cwd"], "shell.cwd"],
    [["schedule", "cron", "expression"], "schedule.cron.expression"],
    [["input", "schedule", "every", "interval"], "schedule.every.amount"],
    [["schedule", "every", "anchor"], "schedule.every.anchor"],
    [["schedule", "once", "local"], "schedule.once.date"],
    [["schedule", "once", "grace"], "schedule.once.grace"],
    [["schedule", "rrule", "start"], "schedule.rrule.date"],
    [["schedule", "startup", "delay"], "schedule.startup.delay"],
    [["schedule", "union"], "parts"],
    [["schedule", "union", "of"], "parts"],
    [["schedule", "union", "of", "1", "cron", "expression"], "parts.1.cron.expression"],
    [["schedule", "union", "of", "2", "once"], "parts.2.once.date"],
    [["schedule", "cron"], "schedule.cron.expression"],
    [["exclusions"], "exclusions"],
    [["exclusions", "1", "dates", "until"], "exclusions.1.until"],
    [["exclusions", "0", "calendarId"], "exclusions.0.calendarId"],
    [["hold", "for"], "hold.for"],
    [["target", "http", "headers", "0", "name"], "http.headers.0.name"],
    [["target", "worker", "queue"], "worker.queue"],
    [["id"], null],
    [null, null],
  ])("about %j goes to %s", (path, field) => expect(fieldOf(path)).toBe(field));

  it("about any path goes to a field or to none, never astray", () => {
    const words = fc.constantFrom(
      "input",
      "schedule",
      "union",
      "of",
      "0",
      "cron",
      "exclusions",
      "dates",
      "target",
      "x",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 7 }), (path) => {
        const field = fieldOf(path);
        expect(field === null || (field.length > 0 && !field.includes("undefined"))).toBe(true);
      }),
    );
  });
});

describe("the summary of policies", () => {
  it("names what differs from the defaults", () =>
    expect(policySummary(fromTask(plain[0] as TaskForFormFragment))).toBe(
      "own waits · pauses after 5 failed runs · calls a fallback target · waits at most 1 h · silent at most 1 min · in the queue mails · counted by a key · priority -3 · several wait in line · the newest missed runs are made up for · looks back 7 d · 30 a minute · starts within 10 min · asks when more than 3 were missed · never starts twice · own rules for old runs",
    ));
});
