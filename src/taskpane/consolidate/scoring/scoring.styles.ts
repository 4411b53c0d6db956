import { makeStyles, tokens } from "@fluentui/react-components";

export const useScoringStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    tableLayout: "fixed",
    fontVariantNumeric: "tabular-nums",
  },
  caption: {
    textAlign: "start",
    padding: `${tokens.spacingVerticalS} 0`,
    color: tokens.colorNeutralForeground2,
  },
  head: {
    textAlign: "start",
    padding: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  rank: { width: "3em" },
  score: { width: "4.5em", textAlign: "end" },
  grade: { width: "4em" },
  cell: {
    padding: tokens.spacingHorizontalXS,
    verticalAlign: "top",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  number: { textAlign: "end" },
  note: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusLarge,
  },
  item: {
    margin: 0,
    padding: 0,
    border: "none",
    display: "grid",
    gridTemplateColumns: "6em 1fr",
    gap: tokens.spacingHorizontalS,
    ":not(:first-child)": {
      paddingTop: tokens.spacingVerticalS,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  whole: { gridColumn: "1 / -1" },
  lost: { margin: 0, padding: 0, listStyleType: "none", display: "grid", gap: tokens.spacingVerticalXS },
});
