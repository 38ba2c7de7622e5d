// What is shown for an address that leads nowhere and for a page that broke.
import { Button } from "@mantine/core";
import { IconBug, IconMapOff } from "@tabler/icons-react";
import { Empty } from "../ui/feedback";
import { LinkButton } from "../ui/link";
import { Page } from "../ui/page";

export function NotFoundPage() {
  return (
    <Page title="Nothing here">
      <Empty
        icon={IconMapOff}
        title="This address leads nowhere"
        action={
          <LinkButton to="/" variant="default">
            To the overview
          </LinkButton>
        }
      >
        The link may be old, or what it named has been removed.
      </Empty>
    </Page>
  );
}

export function RouteErrorPage({ error }: { error: unknown }) {
  return (
    <Page title="Something broke">
      <Empty
        icon={IconBug}
        title="This page could not be shown"
        action={<Button onClick={() => window.location.reload()}>Load it again</Button>}
      >
        {error instanceof Error ? error.message : String(error)} If Cronograph was just upgraded, loading the page again
        helps.
      </Empty>
    </Page>
  );
}
