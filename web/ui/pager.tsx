// The foot of a list: how many there are, and the way to the next and the previous page.
import { Button, Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { plural } from "./format";

/** Where a page starts or ends; both empty is the start of the list. */
export interface Position {
  after?: string;
  before?: string;
}

/** Rows of a page. */
export const PAGE_SIZE = 25;

/** The connection arguments of a position. */
export const pageArguments = ({ after, before }: Position) =>
  before ? { last: PAGE_SIZE, before } : { first: PAGE_SIZE, after };

interface Props {
  noun: string;
  total: number;
  info: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor?: string | null; endCursor?: string | null };
  go: (position: Position) => void;
  /** The server counts no further than this. */
  countedTo?: number;
}

export function Pager({ noun, total, info, go, countedTo = 10_000 }: Props) {
  const { startCursor, endCursor } = info;
  return (
    <Group justify="space-between" mt="sm" wrap="wrap" gap="xs">
      <Text size="sm" c="dimmed" className="nums">
        {plural(total, noun)}
        {total >= countedTo ? " or more" : ""}
      </Text>
      {(info.hasPreviousPage || info.hasNextPage) && (
        <Group gap="xs" component="nav" aria-label="Pages">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconChevronLeft size={15} aria-hidden />}
            disabled={!info.hasPreviousPage || !startCursor}
            onClick={() => startCursor && go({ before: startCursor })}
          >
            Previous
          </Button>
          <Button
            variant="default"
            size="xs"
            rightSection={<IconChevronRight size={15} aria-hidden />}
            disabled={!info.hasNextPage || !endCursor}
            onClick={() => endCursor && go({ after: endCursor })}
          >
            Next
          </Button>
        </Group>
      )}
    </Group>
  );
}
