// Where dialogs and short messages appear. Loaded after the page: nothing asks for them before the first click.
import "@mantine/notifications/styles.css";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";

export default function Overlays() {
  return (
    <>
      <ModalsProvider modalProps={{ closeButtonProps: { "aria-label": "Close" } }}>{null}</ModalsProvider>
      <Notifications position="bottom-right" />
    </>
  );
}
