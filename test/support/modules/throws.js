export default async (payload, { log }) => {
  log.error("about to fail");
  throw new RangeError(payload?.message ?? "it broke");
};
