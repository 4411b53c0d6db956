import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { ArrowRightRegular, CheckmarkRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { SHEETS } from "../../county-layout/sheet-names";
import { Disclosure } from "../common/Disclosure";
import { usePaneContext } from "../usePane";
import { writtenCount, type Written, type WrittenSheets } from "../useWriting";
import { editsText, useMessages, wrongCellsText } from "../messages";
import { useConsolidateStyles } from "./Consolidate.styles";

/** What came of it: where the totals are now. */
export function Result({ written }: { readonly written: Written }): JSX.Element {
  const words = useMessages();
  if (written.kind === "file") {
    return <SavedFile name={written.name} finished={written.kept} />;
  }
  const { outcome, edits, kept } = written;
  return (
    <>
      <Done
        title={words("pane.written", { count: writtenCount(written) })}
        text={words(kept ? "pane.written.kept" : "pane.written.look")}
        more={kept ? null : words("pane.written.backup")}
      />
      {outcome.wrongCharts.length > 0 && (
        <MessageBar aria-labelledby={undefined} intent="warning" layout="multiline">
          <MessageBarBody>
            {words("pane.wrongCharts", { charts: words.list(outcome.wrongCharts) })}
          </MessageBarBody>
        </MessageBar>
      )}
      {outcome.drawn !== undefined && (
        <MessageBar aria-labelledby={undefined} intent="info" layout="multiline">
          <MessageBarBody>
            {words("pane.written.drawn", { sheets: words.list(outcome.drawn) })}
          </MessageBarBody>
        </MessageBar>
      )}
      {outcome.wrongCells.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              {words("pane.wrongCells", {
                count: outcome.wrongCells.length,
                cells: wrongCellsText(outcome.wrongCells, words),
              })}
            </MessageBarTitle>
            <div>{words("pane.wrongCells.advice")}</div>
          </MessageBarBody>
        </MessageBar>
      )}
      {edits.length > 0 && !kept && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words("pane.edits.overwritten", { count: edits.length })}</MessageBarTitle>
            <div>{words("pane.edits.overwritten.advice", { edits: editsText(edits, words) })}</div>
          </MessageBarBody>
        </MessageBar>
      )}
      <SheetLinks written={written} />
    </>
  );
}

/** Where the totals are a file, 完成 is asked for here: whoever goes on to the report may still need what is stored. */
function SavedFile({ name, finished }: { readonly name: string; readonly finished: boolean }): JSX.Element {
  const words = useMessages();
  const { writing, work, announce, tools } = usePaneContext();
  return (
    <>
      <Done
        title={words("pane.saved", { name })}
        text={words("pane.saved.where")}
        more={finished ? words("pane.saved.finished") : null}
      />
      {tools.storage && !finished && (
        <Button
          icon={<CheckmarkRegular />}
          disabled={work.task !== null}
          onClick={() => void writing.keep().then((done) => done && announce(words("pane.saved.finished")))}
        >
          {words("pane.saved.finish")}
        </Button>
      )}
    </>
  );
}

interface DoneProps {
  readonly title: string;
  readonly text: string;
  readonly more?: string | null;
}

function Done({ title, text, more = null }: DoneProps): JSX.Element {
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <div>{text}</div>
        {more !== null && <div>{more}</div>}
      </MessageBarBody>
    </MessageBar>
  );
}

/** The sheets that a reader opens first, and behind them all the others. */
const FIRST: readonly string[] = [SHEETS.ranking, SHEETS.cover, SHEETS.charts, SHEETS.report];

function SheetLinks({ written }: { readonly written: WrittenSheets }): JSX.Element {
  const { sheets, own, hidden } = written;
  const words = useMessages();
  const styles = useConsolidateStyles();
  const first = [...own, ...sheets.filter((sheet) => FIRST.includes(sheet))];
  const others = sheets.filter((sheet) => !first.includes(sheet));
  return (
    <nav aria-label={words("pane.sheets")} className={styles.section}>
      {first.map((sheet) => (
        <SheetLink key={sheet} sheet={sheet} />
      ))}
      {others.length > 0 && (
        <Disclosure title={words("pane.sheets.others", { count: others.length + hidden.length })}>
          {() => (
            <ul className={styles.sheets}>
              {others.map((sheet) => (
                <li key={sheet}>
                  <SheetLink sheet={sheet} />
                </li>
              ))}
              {hidden.map((sheet) => (
                <li key={sheet} className={styles.sheetName}>
                  {words("pane.sheets.hidden", { sheet })}
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
    </nav>
  );
}

function SheetLink({ sheet }: { readonly sheet: string }): JSX.Element {
  const words = useMessages();
  const styles = useConsolidateStyles();
  const { tools, work } = usePaneContext();
  return (
    <Button
      className={styles.sheet}
      icon={<ArrowRightRegular />}
      disabled={work.task !== null}
      onClick={() => void work.attempt(async (ask) => tools.workbook?.goTo(sheet, "A1", ask))}
    >
      {words("pane.sheets.goTo", { sheet })}
    </Button>
  );
}
