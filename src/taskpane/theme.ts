/** Fluent's light and dark with larger letters: nothing below 14 px, and a size more for who asks for it. */
import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

const FONTS =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', system-ui, sans-serif";

/** Letter height and line height in pixels. */
const SIZES = {
  Base100: [14, 20],
  Base200: [14, 20],
  Base300: [16, 24],
  Base400: [18, 26],
  Base500: [20, 28],
  Base600: [24, 32],
  Hero700: [28, 36],
} as const;

const LARGER = 1.2;

/** Fluent's red for words is too dark on its dark cards: 4.4 to 1, where WCAG 2.2 (1.4.3) wants 4.5. */
const DARK: Partial<Theme> = { colorStatusDangerForeground1: "#e98b94" };

export function paneTheme(dark: boolean, large: boolean): Theme {
  const factor = large ? LARGER : 1;
  const letters = Object.entries(SIZES).flatMap(([step, [size, line]]) => [
    [`fontSize${step}`, `${Math.round(size * factor)}px`],
    [`lineHeight${step}`, `${Math.round(line * factor)}px`],
  ]);
  return {
    ...(dark ? { ...webDarkTheme, ...DARK } : webLightTheme),
    ...(Object.fromEntries(letters) as Partial<Theme>),
    fontFamilyBase: FONTS,
  };
}
