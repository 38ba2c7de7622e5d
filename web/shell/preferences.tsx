// What the user prefers: the zone of all timestamps and the colour scheme. Both are remembered in this browser.
import { ActionIcon, Group, SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconKeyboard, IconMoon, IconSun } from "@tabler/icons-react";
import { browserZone, chooseZone, useZoneChoice, type ZoneChoice } from "../ui/zone";

const SCHEMES = {
  auto: { next: "light", icon: IconDeviceDesktop, label: "as the system" },
  light: { next: "dark", icon: IconSun, label: "light" },
  dark: { next: "auto", icon: IconMoon, label: "dark" },
} as const;

export function Preferences({ openHelp }: { openHelp: () => void }) {
  const zone = useZoneChoice();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { next, icon: Mark, label } = SCHEMES[colorScheme];
  return (
    <Group gap={6} wrap="nowrap" justify="space-between">
      <SegmentedControl
        title={`All times in ${zone === "utc" ? "UTC" : browserZone}`}
        size="xs"
        aria-label="Show times in"
        value={zone}
        onChange={(value) => chooseZone(value as ZoneChoice)}
        data={[
          { value: "browser", label: "Local" },
          { value: "utc", label: "UTC" },
        ]}
      />
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          title={`Colours: ${label}`}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Colours: ${label}. Change to ${SCHEMES[next].label}`}
          onClick={() => setColorScheme(next)}
          data-testid="scheme"
        >
          <Mark size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
        <ActionIcon
          title="Keys (?)"
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Keyboard shortcuts"
          onClick={openHelp}
        >
          <IconKeyboard size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  );
}
