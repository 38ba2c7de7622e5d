// In by single sign-on, by name and password, or by an API token; then back to the page that was asked for.
import { Anchor, Button, Divider, PasswordInput, Stack, TextInput } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import "@mantine/core/styles/Divider.css";
import "../ui/mantine-fields.css";
import { Notice } from "../ui/notice";
import { Outside } from "./outside";
import { postAuth, type Refusal, session, wayBack } from "./session";
import { SingleSignOnButton, SingleSignOnProblem } from "./single-sign-on";

export function SignInPage() {
  const [byToken, setByToken] = useState(false);
  const [name, setName] = useState("");
  const [secret, setSecret] = useState("");
  const [errors, setErrors] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);
  const [asked] = useState(() => new URLSearchParams(window.location.search));
  const { needsOwner, passwordSignIn, singleSignOn } = session();
  const to = wayBack(asked.get("to"));
  const hasForm = byToken || passwordSignIn;
  const withoutToken = passwordSignIn ? "With name and password instead" : "Without an API token";

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const found = await postAuth("sign-in", byToken ? { token: secret.trim() } : { name, password: secret });
    if (found.length === 0) return window.location.replace(to);
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
      {errors.length === 0 && <SingleSignOnProblem problem={asked.get("problem")} />}
      {singleSignOn !== null && <SingleSignOnButton label={singleSignOn} to={to} />}
      {singleSignOn !== null && hasForm && <Divider label="or" />}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {errors[0] && (
            <Notice tone="bad" icon={IconAlertTriangle} title="That did not work">
              {errors[0].message}
            </Notice>
          )}
          {hasForm && !byToken && (
            <TextInput
              label="Name"
              autoComplete="username"
              required
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          {hasForm && (
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
          )}
          {hasForm && (
            <Button
              type="submit"
              variant={singleSignOn === null ? "filled" : "default"}
              loading={busy}
              data-testid="sign-in"
            >
              Sign in
            </Button>
          )}
          <Anchor component="button" type="button" size="sm" onClick={toggle}>
            {byToken ? withoutToken : "With an API token instead"}
          </Anchor>
        </Stack>
      </form>
    </Outside>
  );
}
