// The keys that work on every page. Never while the user types, nor together with Ctrl, Alt or Meta.
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { may } from "../access/session";
import { togglePaused } from "../live/state";

/** A second key must follow the `g` within this time. */
const SEQUENCE_MS = 1200;

/** The search field of a page carries this attribute. */
export const SEARCH_FIELD = "[data-search-field]";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest("[role=dialog]") !== null)
  );
}

export function useShortcuts(openHelp: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    let started = Number.NEGATIVE_INFINITY;
    const search = () => {
      const field = document.querySelector<HTMLInputElement>(SEARCH_FIELD);
      if (field) field.focus();
      else void navigate({ to: "/tasks", search: { focus: true } });
    };
    const jumps: Record<string, () => void> = {
      o: () => void navigate({ to: "/" }),
      t: () => void navigate({ to: "/tasks" }),
      u: () => void navigate({ to: "/upcoming" }),
      r: () => void navigate({ to: "/runs" }),
      q: () => void navigate({ to: "/queues" }),
      k: () => void navigate({ to: "/calendars" }),
      w: () => void navigate({ to: "/webhooks" }),
      c: () => void navigate({ to: "/cluster" }),
    };
    const keys: Record<string, () => void> = {
      n: () => void (may("EDIT") && navigate({ to: "/tasks/new" })),
      r: togglePaused,
      "/": search,
      "?": openHelp,
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event.target)) return;
      const follows = event.timeStamp - started < SEQUENCE_MS;
      started = Number.NEGATIVE_INFINITY;
      if (event.key === "g" && !follows) {
        started = event.timeStamp;
        return;
      }
      const action = (follows ? jumps : keys)[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [navigate, openHelp]);
}
