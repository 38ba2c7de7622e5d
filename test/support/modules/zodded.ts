// Takes a payload by a schema of zod.
import { defineTask } from "cronograph/task";
import { z } from "zod";

export default defineTask({
  payload: z.strictObject({
    name: z.string().min(1),
    times: z.number().int().default(2),
    odd: z
      .number()
      .refine((value) => value % 2 === 1, "expected an odd number")
      .optional(),
  }),
  run: ({ name, times }) => {
    const text: string = name.repeat(times);
    return text;
  },
});
