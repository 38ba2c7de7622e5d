// The frame of the pages that come before the dashboard.
import { Stack, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { Logo } from "../ui/logo";
import classes from "./outside.module.css";

export function Outside({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Cronograph`;
  }, [title]);
  // There is nothing else on the page.
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    main.current?.querySelector("input")?.focus();
  }, []);
  return (
    <main className={classes.main} ref={main}>
      <div className={`panel ${classes.box}`}>
        <Stack gap="lg">
          <div className={classes.brand}>
            <Logo size={30} />
            Cronograph
          </div>
          <div>
            <Title order={1} size="h3">
              {title}
            </Title>
            {lead && <div className={classes.lead}>{lead}</div>}
          </div>
          {children}
        </Stack>
      </div>
    </main>
  );
}
