// Takes buffers until it is stopped: payload "loop" without a pause, "steps" with one after each.
export default async (how) => {
  const kept = [];
  for (let taken = 0; taken < 400; taken++) {
    kept.push(Buffer.alloc(10_000_000, 1));
    if (how === "steps") await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return kept.length;
};
