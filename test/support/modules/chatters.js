export default async (payload, { log }) => {
  for (let i = 1; i <= payload.lines; i++) log(`line ${i} ${"x".repeat(payload.length ?? 0)}`);
  return { lines: payload.lines, big: "y".repeat(payload.result ?? 0) };
};
