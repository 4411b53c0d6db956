import { lazy, Suspense, type JSX } from "react";
import { Blank } from "../common/Blank";
import { asksPeriod, hasSources, isSelfCheck } from "../frame/next-steps";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useConsolidateStyles } from "./Consolidate.styles";
import { Figures } from "./Figures";
import { Result } from "./Result";
import { ReportedNote } from "./ReportedNote";
import { Target } from "./Target";

const Scoring = lazy(async () => ({ default: (await import("./scoring/Scoring")).Scoring }));
const FilledForms = lazy(async () => ({ default: (await import("./FilledForms")).FilledForms }));

/** 汇总: what it comes to, what will be written where, and what came of it. */
export function Consolidate(): JSX.Element {
  const words = useMessages();
  const styles = useConsolidateStyles();
  const { session, writing, tools } = usePaneContext();
  const { view } = session;
  if (!view || !hasSources(view) || isSelfCheck(view))
    return <Blank title={words("pane.nothingYet.toAdd")} text={words("pane.nothingYet.next")} />;
  if (asksPeriod(view))
    return <Blank title={words("pane.periods.which")} text={words("pane.periods.where")} />;
  const { written } = writing;
  return (
    <>
      {written?.of === view && <Result written={written} />}
      <ReportedNote view={view} />
      {view.figures.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.heading}>{words("pane.figures")}</h2>
          {view.counted.length === view.units.length && (
            <span>{words("pane.standing.complete", { counted: view.counted.length })}</span>
          )}
          <Figures figures={view.figures} />
        </section>
      )}
      {view.scoring && (
        <Suspense fallback={null}>
          <Scoring scoring={view.scoring} />
        </Suspense>
      )}
      {!tools.workbook && (
        <Suspense fallback={null}>
          <FilledForms view={view} />
        </Suspense>
      )}
      {written?.of !== view && <Target view={view} workbook={tools.workbook} />}
    </>
  );
}
