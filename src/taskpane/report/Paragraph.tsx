import { mergeClasses } from "@fluentui/react-components";
import { Fragment, useEffect, useId, useRef, useState, type JSX } from "react";
import type { ReportParagraph, ReportRun } from "../../annual-report/report-run";
import { useCommonStyles } from "../common/common.styles";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { BasisNote } from "./BasisNote";
import { useReportStyles } from "./Report.styles";

interface Props {
  readonly paragraph: ReportParagraph;
  readonly county: string;
}

/** How deep each is below the station's heading. */
const ELEMENTS = { title: "h3", chapter: "h4", section: "h5", text: "p", signature: "p" } as const;
const LOOKS = {
  title: "title",
  chapter: "chapter",
  section: "paragraph",
  text: "text",
  signature: "signature",
} as const;

/** A paragraph; below it what the number rests on that was pressed. */
export function Paragraph({ paragraph, county }: Props): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const [open, setOpen] = useState<number | null>(null);
  const note = useId();
  const box = useRef<HTMLDivElement>(null);
  const { announce } = usePaneContext();
  // It is below the paragraph, which may be longer than the pane.
  useEffect(() => {
    if (open === null) return;
    box.current?.scrollIntoView?.({ block: "nearest" });
    announce(box.current?.querySelector("p")?.textContent ?? "");
  }, [announce, open]);
  const { role, runs } = paragraph;
  const Element = ELEMENTS[role];
  const shown = open === null ? undefined : runs[open];
  return (
    <div>
      <Element className={styles[LOOKS[role]]}>
        {withMarks(runs).map(({ run, mark }, i) => (
          <span key={i} className={mark === "" ? undefined : styles.together}>
            <Run
              run={run}
              open={i === open}
              controls={note}
              onToggle={() => setOpen(i === open ? null : i)}
            />
            {mark}
          </span>
        ))}
      </Element>
      {shown?.source && (
        <div
          id={note}
          ref={box}
          className={styles.basis}
          role="group"
          lang={words.locale}
          aria-label={words("pane.annual.basis", { number: shown.text })}
        >
          <BasisNote basis={shown.source} county={county} number={shown.text} />
        </div>
      )}
    </div>
  );
}

const MARKS = /^[，。；：、！？）”]+/;

/** A browser may part a button from the mark behind it, and no line begins with a mark: the two are held together. */
function withMarks(
  runs: readonly ReportRun[],
): readonly { readonly run: ReportRun; readonly mark: string }[] {
  const isButton = (run: ReportRun | undefined): boolean => run?.source !== undefined && !run.gap;
  /** The marks of a plain text that is behind a button. */
  const marksOf = (i: number): string => {
    const run = runs[i];
    return run && !run.gap && !isButton(run) && isButton(runs[i - 1])
      ? (MARKS.exec(run.text)?.[0] ?? "")
      : "";
  };
  return runs.map((run, i) => ({
    run: { ...run, text: run.text.slice(marksOf(i).length) },
    mark: marksOf(i + 1),
  }));
}

/** A title of one long word may break behind its year. */
function breakable(text: string): JSX.Element[] {
  return text.split(/(?<=年)/).map((part, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

interface RunProps {
  readonly run: ReportRun;
  readonly open: boolean;
  readonly controls: string;
  onToggle(): void;
}

function Run({ run, open, controls, onToggle }: RunProps): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const common = useCommonStyles();
  if (run.gap) {
    return (
      <span className={styles.gap}>
        {run.text}
        <span className={common.hidden}>{words("pane.annual.gap")}</span>
      </span>
    );
  }
  if (!run.source) return <>{breakable(run.text)}</>;
  return (
    <button
      type="button"
      className={mergeClasses(styles.number, open && styles.numberOpen)}
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onToggle}
    >
      {run.text}
    </button>
  );
}
