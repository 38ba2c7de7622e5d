// The look that Mantine's components share. Shades and automatic contrast are chosen so that axe finds nothing.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const indigo: MantineColorsTuple = [
  "#eff0ff",
  "#dddffb",
  "#bcc0f4",
  "#989eee",
  "#7a81e8",
  "#656de3",
  "#5860df",
  "#494fc8",
  "#3b3fc4",
  "#3236a6",
];

/** Greys with a touch of blue; from 7 on the backgrounds of the dark scheme. */
const dark: MantineColorsTuple = [
  "#dfe3eb",
  "#b9c0cd",
  "#98a1b2",
  "#6c7689",
  "#333a49",
  "#2a303d",
  "#222733",
  "#161a23",
  "#10131a",
  "#0b0d12",
];

export const theme = createTheme({
  primaryColor: "indigo",
  primaryShade: { light: 8, dark: 9 },
  autoContrast: true,
  colors: { indigo, dark },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontWeight: "650" },
  components: {
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Paper: { defaultProps: { withBorder: true } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45, blur: 2 } } },
    Menu: {
      defaultProps: { shadow: "md", position: "bottom-end", withinPortal: true, withInitialFocusPlaceholder: false },
    },
    Select: { defaultProps: { comboboxProps: { shadow: "md" } } },
  },
});

/** Mantine's own dimmed grey is too pale for small text on white. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#566072",
    "--mantine-color-placeholder": "#687285",
    "--mantine-color-text": "#161b26",
    "--mantine-color-anchor": "#3b3fc4",
    "--mantine-color-error": "#c02626",
  },
  dark: {
    "--mantine-color-dimmed": "#98a1b2",
    "--mantine-color-placeholder": "#8790a2",
    "--mantine-color-anchor": "#a5abf5",
    "--mantine-color-error": "#ff8f8f",
  },
});
