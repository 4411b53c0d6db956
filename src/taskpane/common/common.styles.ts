import { makeStyles, tokens } from "@fluentui/react-components";

/** Appears only where the work lasts longer than a blink, so that short work does not flicker. */
const LATE = {
  animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
  animationDuration: "200ms",
} as const;

export const useCommonStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  busy: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    animationDelay: "250ms",
    animationFillMode: "backwards",
    ...LATE,
  },
  busyLine: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  busyText: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2 },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  text: { margin: 0, overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  // No label is parted, none goes out of sight.
  radios: { flexWrap: "wrap", "& label": { whiteSpace: "nowrap" } },
  // A field's own least width is more than half a pane.
  field: { minWidth: 0, "& input, & textarea": { minWidth: 0 } },
  copyText: { width: "100%", minWidth: 0, "& textarea": { maxHeight: "none", minHeight: "160px" } },
  summary: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    width: "100%",
    minHeight: "44px",
    padding: `${tokens.spacingVerticalXS} 0`,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { color: tokens.colorBrandForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  heading: { fontWeight: tokens.fontWeightSemibold },
  summaryTitle: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  chevron: { display: "inline-flex", flexShrink: 0, color: tokens.colorNeutralForeground2 },
});
