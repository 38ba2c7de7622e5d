// Instances: the API spells roles in capitals.
import type { Resolvers, Role } from "./generated.ts";

export const Instance: Resolvers["Instance"] = {
  roles: (instance) => instance.roles.map((role) => role.toUpperCase() as Role),
};
