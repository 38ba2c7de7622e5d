// A secret as it may be shown: everything but its value.
import type { Resolvers } from "./generated.ts";

export const Secret: Resolvers["Secret"] = {
  usable: ({ sealed }, _, { services }) => services.vault?.knows(sealed) ?? false,
  tasks: ({ name }, _, { services }) => services.store.tasksNaming(name),
};
