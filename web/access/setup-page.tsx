// Where the link leads that the server prints at its first start: whoever opens it becomes the owner.
import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import "../ui/mantine-fields.css";
import { Link } from "../ui/link";
import { Notice } from "../ui/notice";
import { Outside } from "./outside";
import { postAuth, type Refusal, session } from "./session";

/** Behind the #, so that it stands in no log and no Referer. */
const link = window.location.hash.slice(1);

export function SetupPage() {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);
  const about = (field: string) => errors.find((each) => each.field === field)?.message;
  const general = errors.find(({ field }) => field !== "name" && field !== "password")?.message;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const found = await postAuth("setup", { link, name, password });
    if (found.length === 0) return window.location.replace("/");
    setErrors(found);
    setBusy(false);
  }

  if (!session().needsOwner || link === "")
    return (
      <Outside title={session().needsOwner ? "This link is not complete" : "There is an owner already"}>
        {session().needsOwner ? (
          "Copy the whole line that the server printed at its start, with everything after the #."
        ) : (
          <span>
            The link has done its work. <Link to="/sign-in">Sign in</Link> instead.
          </span>
        )}
      </Outside>
    );
  return (
    <Outside title="Be the owner" lead="You will be the first user, and may do everything. Others are made afterwards.">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {general && (
            <Notice tone="bad" icon={IconAlertTriangle} title="That did not work">
              {general}
            </Notice>
          )}
          <TextInput
            label="Name"
            description="What you sign in with."
            autoComplete="username"
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={about("name")}
          />
          <PasswordInput
            label="Password"
            description="At least 12 characters. Several words are easier than signs."
            autoComplete="new-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={about("password")}
            visibilityToggleButtonProps={{ "aria-label": "Show the password", tabIndex: 0 }}
          />
          <Button type="submit" loading={busy} data-testid="be-owner">
            Begin
          </Button>
        </Stack>
      </form>
    </Outside>
  );
}
