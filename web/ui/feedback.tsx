// What stands where content cannot: an error that says what to do, an empty list that offers the next step, a wait.
import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { type Icon, IconCloudOff, IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { explain } from "./errors";
import classes from "./feedback.module.css";

export function ErrorPanel({ error, retry, what }: { error: unknown; retry?: () => void; what: string }) {
  const { message, advice } = explain(error);
  return (
    <div className={`panel ${classes.box}`} role="alert">
      <span className={classes.icon} data-tone="bad">
        <IconCloudOff size={26} stroke={1.6} aria-hidden />
      </span>
      <Title order={2} size="h4">
        {what} could not be loaded
      </Title>
      <Text className={classes.text}>{message}</Text>
      <Text className={classes.text} c="dimmed">
        {advice}
      </Text>
      {retry && (
        <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={retry} mt="xs">
          Try again
        </Button>
      )}
    </div>
  );
}

interface EmptyProps {
  icon: Icon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Without a border, for use inside a panel. */
  bare?: boolean;
}

export function Empty({ icon: Mark, title, children, action, bare }: EmptyProps) {
  return (
    <div className={bare ? classes.box : `panel ${classes.box}`}>
      <span className={classes.icon}>
        <Mark size={26} stroke={1.6} aria-hidden />
      </span>
      <p className={classes.title}>{title}</p>
      {children && <div className={`${classes.text} quiet`}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}

/** Grey bars in the shape of a list. */
export function ListSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <Stack component="output" gap={0} className="panel" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
        <div key={row} className={classes.bar}>
          <Skeleton height={12} width={`${52 - ((row * 7) % 23)}%`} radius="xl" />
          <Skeleton height={12} width="14%" radius="xl" />
          <Skeleton height={12} width="10%" radius="xl" />
        </div>
      ))}
    </Stack>
  );
}

/** Grey boxes in the shape of a page of panels. */
export function PageSkeleton({ heights = [96, 260, 180] }: { heights?: number[] }) {
  return (
    <Stack component="output" gap="md" aria-label="Loading">
      {heights.map((height) => (
        <Skeleton key={height} height={height} radius="md" />
      ))}
    </Stack>
  );
}
