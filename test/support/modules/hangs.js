// Never returns and never looks at its signal.
export default (_, { log }) => {
  log("hanging");
  for (;;);
};
