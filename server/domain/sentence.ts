// Notes are written to stand within a sentence or alone; alone they begin with a capital and end with a full stop.

export const sentence = (text: string): string =>
  text === "" ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
