import { useRef, type JSX } from "react";
import { Blank } from "../common/Blank";
import { canConsolidate } from "../frame/next-steps";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { AnnualReport } from "./AnnualReport";
import { Draft } from "./Draft";
import { OfficeReport } from "./OfficeReport";

/** 报告: the annual report with the basis of its numbers, and the check of an edited one. */
export function Report(): JSX.Element {
  const words = useMessages();
  const { session, report } = usePaneContext();
  const draft = useRef<HTMLHeadingElement>(null);
  const { view } = session;
  return (
    <>
      {!view || !canConsolidate(view) ? (
        <Blank title={words("pane.nothingYet.toAdd")} text={words("pane.nothingYet.next")} />
      ) : (
        report.report && (
          <AnnualReport view={view} report={report.report} onToDraft={() => draft.current?.focus()} />
        )
      )}
      {view && canConsolidate(view) && <OfficeReport />}
      <Draft heading={draft} />
    </>
  );
}
