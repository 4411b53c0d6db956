import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type JSX } from "react";
import type { ChartChoice } from "../../../form-discovery/propose/chart-choices";
import type { ChartSpec, Template } from "../../../template/template";
import { CheckBox } from "../../common/CheckBox";
import { useMessages } from "../../messages";
import { usePaneContext } from "../../usePane";
import { useTemplateStyles } from "../Template.styles";
import { ChartPicture } from "./ChartPicture";

const useStyles = makeStyles({
  // Two beside each other in a pane of 350 pixels, one where letters are large.
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(130px, 1fr))",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  card: {
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  left: { opacity: 0.55 },
});

interface Props {
  readonly choices: readonly ChartChoice[];
  readonly template: Template;
}

/** The charts that the office's own forms suggest, each with a picture, to be chosen. */
export function ChartGallery({ choices, template }: Props): JSX.Element {
  const words = useMessages();
  const styles = useStyles();
  const common = useTemplateStyles();
  const { work, template: control } = usePaneContext();
  const lead = useId();
  return (
    <>
      <p id={lead} className={common.note}>
        {words("pane.charts.lead")}
      </p>
      <ul className={styles.grid} aria-describedby={lead} aria-label={words("pane.charts")}>
        {choices.map(({ chart, shown }) => (
          <li key={`${chart.by} ${chart.series.map(({ value }) => value).join()}`} className={styles.card}>
            <div className={shown ? undefined : styles.left}>
              <ChartPicture chart={chart} categories={categoriesOf(chart, template)} />
            </div>
            <CheckBox
              checked={shown}
              disabled={work.task !== null}
              label={chart.title}
              title={chart.description ?? ""}
              onChange={(checked) => void control.edit({ kind: "chart", chart, shown: checked })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function categoriesOf({ by, units, series }: ChartSpec, template: Template): number {
  if (by === "unit") return template.units.filter(({ kind }) => units.includes(kind)).length;
  if (by === "line") return (series[0]?.value ?? "").split(",").length;
  return 2;
}
