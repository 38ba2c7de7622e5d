// Short messages in the corner after something was done or refused.
import { notifications } from "@mantine/notifications";
import { explain } from "./errors";

export const LOOK = { withBorder: true, closeButtonProps: { "aria-label": "Close" } };

export function done(message: string): void {
  notifications.show({ message, color: "teal", ...LOOK });
}

export function failed(what: string, error: unknown): void {
  const { message, advice } = explain(error);
  notifications.show({
    title: what,
    message: `${message} ${advice}`,
    color: "red",
    autoClose: 10_000,
    ...LOOK,
  });
}

export function notDone(title: string, message: string): void {
  notifications.show({ title, message, color: "red", autoClose: 10_000, ...LOOK });
}

/** Shows the first user error. Answers whether there was one. */
export function refused(what: string, errors: readonly { message: string }[] | undefined): boolean {
  const first = errors?.[0];
  if (!first) return false;
  notDone(what, first.message);
  return true;
}
