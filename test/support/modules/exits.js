export default (_, { log }) => {
  log("last words");
  process.exit(3);
};
