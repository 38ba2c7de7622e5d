// Waits for its signal, or for the milliseconds of its payload.
export default (payload, { signal, log }) =>
  new Promise((resolve, reject) => {
    log("waiting");
    const timer = setTimeout(() => resolve("waited"), payload?.ms ?? 60_000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      log("let go");
      reject(new Error("aborted"));
    });
  });
