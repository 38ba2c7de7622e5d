// Who is signed in, and the way out.
import { ActionIcon, Group } from "@mantine/core";
import { IconLogout, IconUser } from "@tabler/icons-react";
import { PlainLink } from "../ui/link";
import { notDone } from "../ui/notify";
import classes from "./account.module.css";
import { postAuth, session } from "./session";

async function signOut(): Promise<void> {
  const [refusal] = await postAuth("sign-out", {});
  // Whoever walks away must not believe that they have signed out.
  if (refusal) return notDone("You are still signed in", refusal.message);
  window.location.assign("/sign-in");
}

export function AccountMenu({ onGo }: { onGo: () => void }) {
  const { anonymous, name } = session();
  if (anonymous || name === null) return null;
  return (
    <Group gap={4} wrap="nowrap" justify="space-between">
      <PlainLink
        to="/account"
        className={classes.who}
        onClick={onGo}
        title="Account and API tokens"
        data-testid="account"
      >
        <IconUser size={18} stroke={1.8} aria-hidden />
        <span className="cut">{name}</span>
      </PlainLink>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label="Sign out"
        title="Sign out"
        onClick={() => void signOut()}
      >
        <IconLogout size={18} stroke={1.8} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
