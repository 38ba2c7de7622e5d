// Where dialogs and short messages appear. Loaded after the page, for nothing asks for them before the first click; what comes
// before it is loaded waits.
import "@mantine/notifications/styles.css";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { useLayoutEffect } from "react";
import { showDialogs } from "../ui/dialogs";

export default function Overlays() {
  // After the provider's own effect, which listens for them.
  useLayoutEffect(showDialogs, []);
  return (
    <>
      <ModalsProvider modalProps={{ closeButtonProps: { "aria-label": "Close" } }}>{null}</ModalsProvider>
      <Notifications position="bottom-right" />
    </>
  );
}
