export default () => "deep";
