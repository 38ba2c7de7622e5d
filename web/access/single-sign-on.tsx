// In by the operator's OpenID provider, and what is told when that did not work. Both ways are pages of the server's, not requests of ours.
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconLogin2 } from "@tabler/icons-react";
import { Notice } from "../ui/notice";

/** By what the server says that is wrong. */
const PROBLEMS: Readonly<Record<string, string>> = {
  unreachable: "The provider cannot be reached. Try again in a moment; the server's log says what is wrong.",
  stale: "This sign-in was begun elsewhere, more than ten minutes ago, or is finished already. Begin it anew.",
  denied: "The provider did not let you in, or you called it off.",
  invalid: "What the provider answered was not accepted. Try again; the server's log says what is wrong.",
  "no-role": "The provider knows you, but gives you no role here. Ask who administers it.",
  "kept-out": "You are kept out of here. Ask who administers Cronograph.",
  "too-many": "Too many sign-ins have failed. Try again in a minute.",
};

export function SingleSignOnProblem({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <Notice tone="bad" icon={IconAlertTriangle} title="That did not work" urgent>
      {(Object.hasOwn(PROBLEMS, problem) && PROBLEMS[problem]) || "Try again."}
    </Notice>
  );
}

export function SingleSignOnButton({ label, to }: { label: string; to: string }) {
  return (
    <Button
      component="a"
      href={`/auth/oidc/start?to=${encodeURIComponent(to)}`}
      leftSection={<IconLogin2 size={18} stroke={1.8} aria-hidden />}
      fullWidth
      data-testid="single-sign-on"
    >
      Sign in with {label}
    </Button>
  );
}
