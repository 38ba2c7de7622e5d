// Calls the ledger from a command: node call-shell.mjs URL. The run is told by the environment.
const { CRONOGRAPH_RUN_ID: run, CRONOGRAPH_ATTEMPT: attempt, CRONOGRAPH_SCHEDULED_FOR: scheduledFor } = process.env;
const headers = { "idempotency-key": run, "x-run-attempt": attempt, "x-scheduled-for": scheduledFor };
const response = await fetch(process.argv[2], { method: "POST", headers });
process.exitCode = response.ok ? 0 : 1;
