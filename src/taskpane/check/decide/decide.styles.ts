import { makeStyles, tokens } from "@fluentui/react-components";

export const useDecideStyles = makeStyles({
  proposal: {
    alignSelf: "stretch",
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderInlineStartWidth: "3px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  done: { borderInlineStartColor: tokens.colorStatusSuccessBorder2 },
  text: { margin: 0, overflowWrap: "anywhere" },
  because: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  doneMark: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    color: tokens.colorStatusSuccessForeground1,
  },
  form: { alignSelf: "stretch", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  preview: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    maxHeight: "240px",
    overflowY: "auto",
    overflowWrap: "anywhere",
  },
  differences: { margin: 0, padding: 0, listStyleType: "none" },
  difference: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  values: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "1fr auto",
    gap: `2px ${tokens.spacingHorizontalM}`,
  },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, textAlign: "end" },
  file: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});
