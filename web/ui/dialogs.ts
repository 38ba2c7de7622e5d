// Opens dialogs. What shows them is loaded after the page, and hears nothing before: a dialog that is asked for until then is kept, and
// opened as soon as it is there. Nobody else calls Mantine's `modals`.
import { modals } from "@mantine/modals";

let there = false;
/** The last that was asked for: of several clicks that seemed to do nothing only one is answered. */
let waiting: (() => void) | undefined;

const whenThere = (open: () => void): void => {
  if (there) open();
  else waiting = open;
};

export const dialogs = {
  open: (settings: Parameters<typeof modals.open>[0]): void => whenThere(() => modals.open(settings)),
  confirm: (settings: Parameters<typeof modals.openConfirmModal>[0]): void =>
    whenThere(() => modals.openConfirmModal(settings)),
  close: (id: string): void => modals.close(id),
};

/** Dialogs are shown from now on; answers the function that says that they are not any more. */
export function showDialogs(): () => void {
  there = true;
  waiting?.();
  waiting = undefined;
  return () => {
    there = false;
  };
}
