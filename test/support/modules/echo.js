// Gives its payload back. A second sentence that is not shown.
export default async function echo(payload, { log, progress, run }) {
  log(`run ${run.id} attempt ${run.attempt}`);
  progress(0.5, "half way");
  console.warn("printed", { a: 1 });
  return {
    payload,
    attempt: run.attempt,
    scheduledFor: run.scheduledFor,
    environment: Object.keys(process.env).length,
  };
}
