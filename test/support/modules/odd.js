// Says what no module should say, in every way it can.
export default async (_, { log, progress }) => {
  progress(0.25, 42);
  progress("half", { toString: () => "an object" });
  progress(Number.NaN);
  log(7);
  log(undefined);
  log({ deep: [1] });
  log("\ud800 broken \u0000");
  return { big: 10n, nothing: undefined, when: new Date(0) };
};
