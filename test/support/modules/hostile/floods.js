// Some 100 MB of lines.
export default (_, { log }) => {
  const line = "x".repeat(100);
  for (let index = 0; index < 1_000_000; index++) log(line);
  return "flooded";
};
