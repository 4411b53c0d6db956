import { makeStyles, tokens } from "@fluentui/react-components";

export const useTemplateStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  lead: { margin: 0, overflowWrap: "anywhere" },
  note: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  wide: { minHeight: "44px", justifyContent: "flex-start", textAlign: "start" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  itemHead: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  title: { display: "flex", flexDirection: "column", alignItems: "flex-start" },
  // The gap of the station is between its cards, whoever holds them.
  top: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    ":focus": { outline: "none" },
  },
  nested: { paddingInlineStart: tokens.spacingHorizontalL },
  formula: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere" },
  aside: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, flexShrink: 0 },
  new: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  search: { width: "100%", maxWidth: "none" },
  paste: { width: "100%", "& textarea": { minHeight: "140px", maxHeight: "none" } },
  input: { display: "none" },
});
