// Entry of the dashboard: styles, providers, the router.
import "./ui/mantine.css";
import "./ui/base.css";
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { addressOf, DEFAULT, namespaceName } from "./access/namespace";
import { isOutside, loadSession, wayBack } from "./access/session";
import { client } from "./live/client";
import { router } from "./router";
import { cssVariables, theme } from "./ui/theme";

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no element with the id root");

async function start(root: Root): Promise<void> {
  const { signedIn, anonymous, namespace } = await loadSession();
  const { pathname, search, hash } = window.location;
  // The pages before the sign-in are of no namespace.
  if (!signedIn && namespaceName !== null)
    return window.location.replace(`/sign-in?to=${encodeURIComponent(pathname + search + hash)}`);
  // Who is at home in another one than the default gets addresses that say so, which they can share.
  if (signedIn && namespaceName === null && namespace !== null && namespace !== DEFAULT && !isOutside(pathname))
    return window.location.replace(addressOf(namespace) + pathname.slice(1) + search + hash);
  const here = router.latestLocation;
  if (!signedIn && !isOutside(here.pathname))
    await router.navigate({ to: "/sign-in", search: here.href === "/" ? {} : { to: here.href }, replace: true });
  else if (signedIn && (anonymous || here.pathname === "/sign-in") && isOutside(here.pathname))
    // A session that has ended elsewhere is known for a second more: the way back must not be lost by that.
    return window.location.replace(wayBack(new URLSearchParams(search).get("to")));
  root.render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <ApolloProvider client={client}>
          <RouterProvider router={router} />
        </ApolloProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

void start(createRoot(place));
