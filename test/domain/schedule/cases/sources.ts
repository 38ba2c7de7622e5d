// Where the expected values of the hand-checked cases come from: each case names one of these rules. The sentence says the
// rule so far as the case needs it; facts of the tz database are its published transitions.

const RULES = {
  "fixed gap": "DESIGN §3.10: a fixed time inside a gap of up to 3 h runs once, at the first instant after the gap",
  "gap once": "DESIGN §3.10: several fixed times inside one gap run once together",
  "gap merged": "DESIGN §3.10: the make-up run of a gap is merged with an occurrence already at its end",
  "fixed overlap": "DESIGN §3.10: a fixed time that comes twice runs in the first pass only",
  "wildcard gap": "DESIGN §3.10: a wildcard schedule follows the clock; what a gap leaves out does not run",
  "wildcard overlap": "DESIGN §3.10: a wildcard schedule follows the clock; what comes twice runs twice",
  "wildcard form": "DESIGN §3.10, Vixie cron: only a second, minute or hour field that starts with * makes a schedule follow the clock",
  "long gap": "DESIGN §3.10: a gap of more than 3 h is a skipped part of the calendar; its times do not run",
  "beside the change": "DESIGN §3.10: a local time that exists once runs once, whatever happens next to it",
  "FAULTS 12": "FAULTS rule 12: a vector of that table",
} as const;

const ZONES = {
  "tz half hour": "tz database, Australia/Lord_Howe: clocks move by 30 minutes",
  "tz two hours": "tz database, Antarctica/Troll: clocks move by 2 hours",
  "tz three hours": "tz database, Antarctica/Casey 2018: clocks moved by 3 hours, the longest change that is made up for",
  "tz negative": "tz database, Europe/Dublin and Africa/Casablanca: winter or Ramadan time is the negative saving; the clock is what counts",
  "tz odd dates": "tz database, Asia/Gaza: the dates of the changes follow no rule of the calendar",
  "tz midnight": "tz database, Havana, São Paulo, Tehran, Newfoundland: the change is at midnight, so a day has no beginning or two",
  "tz quarter": "tz database, Pacific/Chatham and Asia/Kathmandu: offsets and changes off the full hour",
  "tz missing day": "tz database, Pacific/Apia 2011-12-30 and Pacific/Kiritimati 1994-12-31: a day that was left out",
  "tz permanent": "tz database: a change of the zone's offset for good is a clock change like any other",
  "tz none": "tz database: a zone without clock changes in these years",
} as const;

const CHOICES = {
  "gap NEXT_VALID": "GapRule NEXT_VALID (Noda Time: start of the interval after): at the first instant after the gap, any length",
  "gap PREVIOUS_VALID": "GapRule PREVIOUS_VALID (Noda Time: end of the interval before): in the last second before the gap",
  "gap SKIP": "GapRule SKIP (EventBridge, Temporal): not at all",
  "repeat FIRST": "RepeatRule FIRST (java.time: earlier offset at overlap): in the first pass",
  "repeat SECOND": "RepeatRule SECOND (java.time: later offset at overlap): in the second pass",
  "repeat BOTH": "RepeatRule BOTH (Temporal): in both passes",
  "once gap": "DESIGN §3.10: a local time in a gap is refused for `once`, with both choices shown (java.time: the offset after and before)",
  "once overlap": "DESIGN §3.10: a local time in an overlap is refused for `once`, with both instants shown (earlier, later offset)",
} as const;

const DIALECT = {
  "crontab fields": "crontab(5): lists, ranges and steps of each field; all fields must match",
  "crontab OR": "crontab(5): when both day fields are restricted, a day that fits either one matches",
  "Vixie AND": "Vixie cron: a day field that starts with * makes it AND, whatever follows the star",
  "crontab macros": "crontab(5): @daily, @weekly, @monthly, @yearly, @hourly stand for five fields",
  "crontab Sunday": "crontab(5): 0 and 7 are both Sunday",
  "Quartz L": "Quartz, CronTrigger: L is the month's last day, L-n the nth before it, nL the last such weekday",
  "Quartz W": "Quartz, CronTrigger: nW is the working day nearest the nth in the same month; LW the last working day",
  "Quartz #": "Quartz, CronTrigger: n#k is the kth such weekday; a month without one has none",
  "Quartz wrap": "Quartz, CronExpression: a range whose end is smaller goes on over the field's end",
  "Quartz fields": "Quartz, CronTrigger: the second first, the year last, ? for no value",
  "Quartz step": "Quartz, CronTrigger: n/s starts at n and goes to the field's end",
  "Jenkins H": "Jenkins, cron syntax: H is one value of the field, by a hash of the name, and always the same",
  "leap years": "ISO 8601: leap years are those divisible by 4, but of full centuries only those by 400",
} as const;

const OTHERS = {
  "RFC 5545 freq": "RFC 5545 §3.3.10: FREQ and INTERVAL count from DTSTART; WKST begins the weeks",
  "RFC 5545 by": "RFC 5545 §3.3.10: the BY parts; dates that do not exist are ignored",
  "RFC 5545 setpos": "RFC 5545 §3.3.10: BYSETPOS picks the nth of one period's set",
  "RFC 5545 ends": "RFC 5545 §3.3.10: COUNT bounds the number, UNTIL is included",
  "ISO weeks": "ISO 8601: week 1 has the year's first Thursday; BYWEEKNO counts such weeks",
  "rrule fixed": "DESIGN §3.10: a recurrence rule names fixed local times",
  "rrule follows": "DESIGN §3.10, decision 8: a rule of every hour or minute without BYHOUR follows the clock, as `*` for the hour does",
  elapsed: "DESIGN §3.10: `every` counts elapsed time from its anchor; clock changes do not move it",
  once: "DESIGN §2: `once` is one instant",
  union: "UnionSchedule: every instant that any of the schedules names, once",
  excluded: "Exclusion: an occurrence is left out by the wall clock that it runs at, in the exclusion's zone",
  "excluded days": "DateExclusion: whole days of the exclusion's zone, however long they are, both ends included",
  calendar: "Calendar: stretches of local time in the calendar's zone, else the schedule's; the end is not included",
  bounds: "Task.startAt, Task.endAt: both bounds are included, and nothing is made up for what lies before",
  jitter: "Task.jitter: a fixed share of the window by the seed's hash, never as far as the next occurrence, in whole seconds",
} as const;

/** Every rule by its name. */
export const SOURCES = { ...RULES, ...ZONES, ...CHOICES, ...DIALECT, ...OTHERS };
export type SourceName = keyof typeof SOURCES;
