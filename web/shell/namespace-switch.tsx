// Which namespace this tab shows, and the way to another one. Who sees only one never has to know of it.
import { Button, NativeSelect } from "@mantine/core";
import { IconFolderOff } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { addressOf, DEFAULT, namespaceName } from "../access/namespace";
import { onSession, session } from "../access/session";
import "../ui/mantine-fields.css";
import { Empty } from "../ui/feedback";
import { Page } from "../ui/page";
import classes from "./shell.module.css";

export function NamespaceSwitch() {
  const { namespace, namespaces } = useSyncExternalStore(onSession, session);
  const others = namespaces.filter((name) => name !== namespace);
  if (others.length === 0) return null;
  const data = namespace === null || namespaces.includes(namespace) ? namespaces : [namespace, ...namespaces];
  return (
    <NativeSelect
      aria-label="Namespace"
      title="Namespace: whose tasks, queues and secrets are shown"
      size="xs"
      className={classes.namespace}
      data-testid="namespace"
      value={namespace ?? ""}
      // Loaded anew, so that nothing of the one is left in the other.
      onChange={(event) => window.location.assign(addressOf(event.currentTarget.value))}
      data={namespace === null ? [{ value: "", label: "Choose a namespace", disabled: true }, ...data] : [...data]}
    />
  );
}

/** In place of every page, for an address whose namespace is none of theirs. */
export function NoNamespacePage() {
  const named = namespaceName ?? DEFAULT;
  const { namespaces } = session();
  return (
    <Page title="Nothing here">
      <Empty
        icon={IconFolderOff}
        title={
          namespaces.length === 0 && namespaceName === null
            ? "You are a member of no namespace"
            : `There is no namespace “${named}” that you may see`
        }
        action={
          namespaces.length > 0 && (
            <Button component="a" variant="default" href={addressOf(namespaces[0] as string)}>
              To {namespaces[0]}
            </Button>
          )
        }
      >
        {namespaces.length === 0
          ? "Ask who administers this server to make you a member of one."
          : "Choose one of yours above the menu, or ask who administers this server."}
      </Empty>
    </Page>
  );
}
