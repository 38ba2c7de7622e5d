// The frame of a page: its title (also the window's), the way back, what can be done, and its width.
import { Group, Title } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { type ReactNode, useEffect } from "react";
import classes from "./page.module.css";

interface Props {
  title: string;
  /** Stands beside the title, for example a state. */
  badge?: ReactNode;
  /** A sentence under the title. */
  lead?: ReactNode;
  /** A link to the list that this page belongs to. */
  back?: ReactNode;
  actions?: ReactNode;
  /** Forms read better on a narrow page. */
  narrow?: boolean;
  children: ReactNode;
}

export function Page({ title, badge, lead, back, actions, narrow, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Cronograph`;
  }, [title]);
  return (
    <div className={classes.page} data-narrow={narrow || undefined}>
      {back && (
        <div className={classes.back}>
          <IconChevronLeft size={15} aria-hidden />
          {back}
        </div>
      )}
      <header className={classes.head}>
        <div className={classes.title}>
          <Group gap="sm" wrap="wrap">
            <Title order={1} size="h2">
              {title}
            </Title>
            {badge}
          </Group>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
