// Calls the ledger from a worker thread.
export default async ({ url }, { run, signal }) => {
  const headers = {
    // A connection that is kept may be closed while the program is stopped.
    connection: "close",
    "idempotency-key": run.id,
    "x-run-attempt": String(run.attempt),
    "x-scheduled-for": run.scheduledFor,
  };
  const response = await fetch(url, { method: "POST", headers, signal });
  if (!response.ok) throw new Error(`The ledger answered ${response.status}.`);
  return await response.text();
};
