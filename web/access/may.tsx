// Shows what its content offers only to who may do it.
import type { ReactNode } from "react";
import type { Right } from "../gql/graphql";
import { may } from "./session";

export const May = ({ right, children }: { right: Right; children: ReactNode }): ReactNode =>
  may(right) ? children : null;
