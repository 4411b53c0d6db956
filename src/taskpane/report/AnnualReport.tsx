import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { JSX } from "react";
import type { SessionView } from "../../app/view";
import { Provisional } from "../common/Provisional";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import type { ReportView } from "../../app/report-view";
import { CopyReport } from "./CopyReport";
import { Paragraph } from "./Paragraph";
import { useReportStyles } from "./Report.styles";

interface Props {
  readonly view: SessionView;
  readonly report: ReportView;
  onToDraft(): void;
}

/** The report paragraph by paragraph, and the ways to take it along. */
export function AnnualReport({ view, report, onToDraft }: Props): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const { paragraphs, county } = report;
  if (paragraphs.length === 0) return <p>{words("pane.annual.none")}</p>;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{words("pane.annual.heading")}</h2>
      <Saved gaps={gapsOf(report)} />
      <Provisional view={view} />
      <Guide report={report} />
      <CopyReport report={report}>
        <Button onClick={onToDraft}>{words("pane.annual.toDraft")}</Button>
      </CopyReport>
      <article className={styles.paper} lang="zh-CN" aria-label={report.title}>
        {paragraphs.map((paragraph, i) => (
          <Paragraph key={i} paragraph={paragraph} county={county} />
        ))}
      </article>
    </section>
  );
}

/** Where it was saved; a place that is still to be filled in is warned of, since the file goes to others. */
function Saved({ gaps }: { readonly gaps: number }): JSX.Element | null {
  const words = useMessages();
  const { saved } = usePaneContext().report;
  if (saved === null) return null;
  return (
    <MessageBar intent={gaps > 0 ? "warning" : "success"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words("pane.annual.saved", { name: saved })}</MessageBarTitle>
        {gaps > 0 && <div>{words("pane.annual.saved.gaps", { count: gaps })}</div>}
        <div>{words("pane.annual.saved.where")}</div>
      </MessageBarBody>
    </MessageBar>
  );
}

function gapsOf({ paragraphs }: ReportView): number {
  return paragraphs.flatMap(({ runs }) => runs.filter(({ gap }) => gap)).length;
}

/** How to read it, and how much is left to fill in. */
function Guide({ report }: Pick<Props, "report">): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const { tools, writing } = usePaneContext();
  const gaps = gapsOf(report);
  const sentences = [
    words("pane.annual.lead"),
    ...(tools.workbook && writing.written === null ? [words("pane.annual.notWritten")] : []),
    ...(gaps > 0 ? [words("pane.annual.gaps", { count: gaps })] : []),
  ];
  return <p className={styles.lead}>{sentences.join(words.locale === "zh-CN" ? "" : " ")}</p>;
}
