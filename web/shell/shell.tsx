// The frame around all pages: navigation, the live light, what the user prefers, the keys. Owns no page's content.
import { AppShell, Burger, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { AccountMenu } from "../access/account-menu";
import { session } from "../access/session";
import { LiveUpdates } from "../live/updates";
import { PlainLink } from "../ui/link";
import { Logo } from "../ui/logo";
import { LiveLight } from "./live-light";
import { NamespaceSwitch, NoNamespacePage } from "./namespace-switch";
import { Nav } from "./nav";
import { Preferences } from "./preferences";
import { ServerLine } from "./server-line";
import classes from "./shell.module.css";
import { useShortcuts } from "./shortcuts";
import { TroubleNotice } from "./trouble-notice";

// Not needed for the first sight of a page.
const Overlays = lazy(() => import("./overlays"));
const HelpSheet = lazy(() => import("./help"));

export function Shell() {
  const [menu, { toggle, close }] = useDisclosure(false);
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure(false);
  useShortcuts(openHelp);
  // Where the server puts them nowhere there is nothing to ask it for.
  const placed = session().namespace !== null;
  return (
    <AppShell
      header={{ height: { base: 54, sm: 0 } }}
      navbar={{ width: 232, breakpoint: "sm", collapsed: { mobile: !menu } }}
      layout="alt"
    >
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      {placed && <LiveUpdates />}
      <AppShell.Header hiddenFrom="sm" className={classes.header}>
        <Brand />
        <Group gap="xs" wrap="nowrap">
          {placed && <LiveLight compact />}
          <Burger opened={menu} onClick={toggle} size="sm" aria-label={menu ? "Close the menu" : "Open the menu"} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar}>
        <div className={classes.brandRow}>
          <Brand />
          <Burger opened={menu} onClick={toggle} size="sm" hiddenFrom="sm" aria-label="Close the menu" />
        </div>
        <NamespaceSwitch />
        {placed && <Nav onGo={close} />}
        <div className={classes.foot}>
          {placed && <LiveLight />}
          <AccountMenu onGo={close} />
          <Preferences openHelp={openHelp} />
          {placed && <ServerLine />}
        </div>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        {placed && <TroubleNotice className={classes.trouble} />}
        {placed ? <Outlet /> : <NoNamespacePage />}
      </AppShell.Main>
      <Suspense>
        <Overlays />
      </Suspense>
      {/* Of its own: while the sheet is loaded, an open dialog must not vanish. */}
      <Suspense>{help && <HelpSheet close={closeHelp} />}</Suspense>
    </AppShell>
  );
}

function Brand() {
  return (
    <PlainLink to="/" className={classes.brand}>
      <Logo size={28} />
      Cronograph
    </PlainLink>
  );
}
