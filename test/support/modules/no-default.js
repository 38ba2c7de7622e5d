export const task = () => {};
