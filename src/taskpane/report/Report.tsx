import { useRef, type JSX } from "react";
import { canConsolidate } from "../frame/next-steps";
import { usePaneContext } from "../usePane";
import { useWords } from "../words";
import { AnnualReport } from "./AnnualReport";
import { Draft } from "./Draft";

/** 报告: the annual report with the basis of its numbers, and the check of an edited one. */
export function Report(): JSX.Element {
  const words = useWords();
  const { round, report } = usePaneContext();
  const draft = useRef<HTMLHeadingElement>(null);
  const { view } = round;
  return (
    <>
      {!view || !canConsolidate(view) ? (
        <p>{words("pane.nothingYet")}</p>
      ) : (
        report.report && (
          <AnnualReport view={view} report={report.report} onToDraft={() => draft.current?.focus()} />
        )
      )}
      <Draft heading={draft} />
    </>
  );
}
