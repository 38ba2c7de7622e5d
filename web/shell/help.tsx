// The sheet that lists the keys. Loaded when it is first asked for.
import { Kbd, Modal } from "@mantine/core";
import "@mantine/core/styles/Kbd.css";
import classes from "./help.module.css";

const KEYS: [keys: string[], what: string][] = [
  [["g", "o"], "Go to the overview"],
  [["g", "t"], "Go to the tasks"],
  [["g", "u"], "Go to what is upcoming"],
  [["g", "r"], "Go to the runs"],
  [["g", "q"], "Go to the queues"],
  [["g", "k"], "Go to the calendars"],
  [["g", "w"], "Go to the webhooks"],
  [["g", "c"], "Go to the cluster"],
  [["n"], "New task"],
  [["/"], "Search"],
  [["r"], "Pause or resume live changes"],
  [["?"], "This sheet"],
  [["Esc"], "Close a dialog"],
];

export default function HelpSheet({ close }: { close: () => void }) {
  return (
    <Modal opened onClose={close} title="Keyboard shortcuts" closeButtonProps={{ "aria-label": "Close" }}>
      <dl className={classes.keys}>
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
