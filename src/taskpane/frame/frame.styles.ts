import { makeStyles, tokens } from "@fluentui/react-components";

const FOCUS = { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" } as const;

/** Where letters are twice as large, header and next step would leave no room: then all of the pane scrolls. */
const LOW = "@media (max-height: 420px)";

export const useFrameStyles = makeStyles({
  frame: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    position: "relative",
    [LOW]: { overflowY: "auto" },
  },
  header: {
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  titleRow: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} 0`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    "@media (max-width: 400px)": { ":lang(en)": { fontSize: tokens.fontSizeBase200, lineHeight: "16px" } },
  },
  headerButtons: { display: "flex", flexShrink: 0 },
  language: { minWidth: "36px", padding: 0, fontWeight: tokens.fontWeightRegular },
  session: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  stations: {
    display: "flex",
    listStyleType: "none",
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    "@media (max-width: 340px)": { padding: 0 },
    "@media (max-width: 300px)": { flexWrap: "wrap" },
  },
  stationItem: {
    flexGrow: 1,
    flexBasis: "auto",
    display: "flex",
    "@media (max-width: 300px)": { flexBasis: "min-content" },
  },
  station: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    padding: "0 2px",
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    font: "inherit",
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
    minHeight: "40px",
    justifyContent: "center",
    textAlign: "center",
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": FOCUS,
  },
  stationHere: {
    borderBottomColor: tokens.colorBrandStroke1,
    color: tokens.colorBrandForeground1,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
    ":hover": { color: tokens.colorBrandForeground1 },
  },
  stationName: {
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
    ":lang(en)": { fontSize: tokens.fontSizeBase200 },
    // Where letters are large it takes a second line: no station is out of sight.
    "@media (max-width: 300px)": { whiteSpace: "normal" },
  },
  stationState: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    wordBreak: "keep-all",
  },
  // A long message scrolls by itself: the station below stays in sight.
  outcome: { flexShrink: 0, maxHeight: "50%", overflowY: "auto" },
  content: {
    // What is only read aloud is outside the flow: it must not make the page itself longer than the pane.
    position: "relative",
    flexGrow: 1,
    overflowY: "auto",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    // What does not fit scrolls; nothing is squeezed.
    "& > *": { flexShrink: 0 },
    [LOW]: { flexShrink: 0, overflowY: "visible" },
  },
  footer: {
    flexShrink: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow4,
    [LOW]: { position: "sticky", bottom: 0 },
    ":empty": { display: "none" },
  },
  steps: {
    display: "flex",
    flexDirection: "row-reverse",
    gap: tokens.spacingHorizontalS,
    // Labels that do not fit side by side are one above the other, not broken within a word.
    "@media (max-width: 340px)": { flexWrap: "wrap" },
  },
  // A label of two lines breaks where a reader pauses.
  primary: {
    flexGrow: 1,
    minHeight: "44px",
    wordBreak: "keep-all",
    overflowWrap: "anywhere",
  },
  secondary: {
    minHeight: "44px",
    flexShrink: 0,
    minWidth: "88px",
    "@media (max-width: 340px)": { flexGrow: 1, flexShrink: 1 },
  },
  drop: {
    position: "absolute",
    inset: "8px",
    zIndex: 10,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    textAlign: "center",
    pointerEvents: "none",
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    opacity: 0.95,
  },
});
