// In by name and password, or by an API token; then back to the page that was asked for.
import { Anchor, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import "../ui/mantine-fields.css";
import { Notice } from "../ui/notice";
import { Outside } from "./outside";
import { postAuth, type Refusal, session, wayBack } from "./session";

export function SignInPage() {
  const [byToken, setByToken] = useState(false);
  const [name, setName] = useState("");
  const [secret, setSecret] = useState("");
  const [errors, setErrors] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);
  const { needsOwner } = session();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const found = await postAuth("sign-in", byToken ? { token: secret.trim() } : { name, password: secret });
    if (found.length === 0)
      return window.location.replace(wayBack(new URLSearchParams(window.location.search).get("to")));
    setErrors(found);
    setSecret("");
    setBusy(false);
  }

  const toggle = () => {
    setByToken(!byToken);
    setSecret("");
    setErrors([]);
  };
  return (
    <Outside title="Sign in">
      {needsOwner && (
        <Notice tone="plan" icon={IconAlertTriangle} title="Nobody is here yet">
          Open the link that the server printed at its start (<b>Be the owner</b>): it makes the first user.
        </Notice>
      )}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {errors[0] && (
            <Notice tone="bad" icon={IconAlertTriangle} title="That did not work">
              {errors[0].message}
            </Notice>
          )}
          {!byToken && (
            <TextInput
              label="Name"
              autoComplete="username"
              required
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          <PasswordInput
            key={String(byToken)}
            label={byToken ? "API token" : "Password"}
            description={
              byToken ? "From the page Account of somebody, or the OWNER_TOKEN of the first start." : undefined
            }
            autoComplete={byToken ? "off" : "current-password"}
            required
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
            visibilityToggleButtonProps={{
              "aria-label": byToken ? "Show the token" : "Show the password",
              tabIndex: 0,
            }}
          />
          <Button type="submit" loading={busy} data-testid="sign-in">
            Sign in
          </Button>
          <Anchor component="button" type="button" size="sm" onClick={toggle}>
            {byToken ? "With name and password instead" : "With an API token instead"}
          </Anchor>
        </Stack>
      </form>
    </Outside>
  );
}
