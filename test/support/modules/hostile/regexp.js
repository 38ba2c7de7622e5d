export default () => /^(a+)+$/.test(`${"a".repeat(40)}!`);
