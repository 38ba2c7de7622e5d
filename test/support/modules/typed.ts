/** Written in TypeScript. */
import type { TaskFunction } from "cronograph/task";

enum Answer {
  Life = 42,
}

const typed: TaskFunction<{ name: string }> = async ({ name }: { name: string }) => ({
  hello: name satisfies string,
  answer: Answer.Life,
});
export default typed;
