import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useId, useMemo, useState, type JSX } from "react";
import type { OpenWorkbook } from "../../ports/ports";
import type { SessionView } from "../../app/view";
import { useCommonStyles } from "../common/common.styles";
import { Disclosure } from "../common/Disclosure";
import { useSheets, type SheetMessages } from "../common/useSheets";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useCheckStyles } from "./Check.styles";
import { ReturnText } from "./ReturnText";
import { unitsToReturn, useReturns, type Saved } from "./useReturns";

/** 退回: everything that goes back to the units, at one click, and other ways where no file can be saved; then they are marked as returned. */
export function Returns({ view }: { readonly view: SessionView }): JSX.Element | null {
  const words = useMessages();
  const styles = useCheckStyles();
  const common = useCommonStyles();
  const { tools } = usePaneContext();
  const { saved, make, toMark, marked, mark, undoMark, busy } = useReturns(view);
  const units = useMemo(() => unitsToReturn(view), [view]);
  const [opened, setOpened] = useState(false);
  const ways = useId();
  if (units.length === 0) return null;
  const { canSave = true } = tools;
  const isOpen = opened || !canSave;
  return (
    <section className={styles.returns} aria-labelledby="returns">
      {/* Read aloud only: the button says it, and the first finding is to be in sight. */}
      <h2 id="returns" className={common.hidden}>
        {words("pane.returns.units", { count: units.length })}
      </h2>
      {canSave && (
        <div className={common.row}>
          <Button icon={<ArrowDownloadRegular />} disabled={busy} onClick={() => void make(units)}>
            {words("pane.returns.make")}
          </Button>
          <Button
            appearance="subtle"
            className={styles.more}
            aria-expanded={opened}
            aria-controls={opened ? ways : undefined}
            onClick={() => setOpened(!opened)}
          >
            {words("pane.returns.more")}
          </Button>
        </div>
      )}
      {saved && <SavedBar saved={saved} isMarked={marked !== null} />}
      {toMark.length > 0 && (
        <Button
          appearance={saved && !marked ? "primary" : "secondary"}
          disabled={busy}
          onClick={() => void mark(toMark)}
        >
          {words("pane.returns.mark", { count: toMark.length })}
        </Button>
      )}
      {marked && marked.length > 0 && <Marked count={marked.length} busy={busy} undo={undoMark} />}
      {isOpen && (
        <div id={ways}>
          <OtherWays
            units={units}
            lead={words(canSave ? "pane.returns.lead" : "pane.returns.cannotSave", { count: units.length })}
          />
        </div>
      )}
    </section>
  );
}

function Marked(props: {
  readonly count: number;
  readonly busy: boolean;
  undo(): Promise<void>;
}): JSX.Element {
  const words = useMessages();
  const { count, busy, undo } = props;
  return (
    <MessageBar aria-labelledby={undefined} intent="success" layout="multiline">
      <MessageBarBody>{words("pane.returns.marked", { count })}</MessageBarBody>
      <MessageBarActions>
        <Button disabled={busy} onClick={() => void undo()}>
          {words("pane.returns.undo.short")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Where the file is, and which reports could not be marked. */
export function SavedBar({
  saved,
  isMarked,
}: {
  readonly saved: Saved;
  readonly isMarked: boolean;
}): JSX.Element {
  const { name, units } = saved;
  const words = useMessages();
  const styles = useCheckStyles();
  const copies = units.flatMap((unit) => unit.copies);
  const without = copies.filter(({ params }) => params["copy"] === undefined);
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words("pane.returns.saved", { name })}</MessageBarTitle>
        <div>
          {words("pane.returns.saved.what", { units: units.length, copies: copies.length - without.length })}
        </div>
        {!isMarked && <div>{words("pane.returns.saved.next")}</div>}
        {without.length > 0 && (
          <Disclosure title={words("pane.returns.without", { count: without.length })}>
            {() => (
              <ul className={styles.list}>
                {without.map((note, i) => (
                  <li key={i}>{words(note.key, note.params)}</li>
                ))}
              </ul>
            )}
          </Disclosure>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

/** What is made, and how it is had where no file can be saved. */
function OtherWays({
  units,
  lead,
}: {
  readonly units: readonly string[];
  readonly lead: string;
}): JSX.Element {
  const words = useMessages();
  const common = useCommonStyles();
  const { tools } = usePaneContext();
  const label = words("pane.return.all", { count: units.length });
  return (
    <div className={common.stack}>
      <span>{lead}</span>
      {tools.workbook && <Sheets workbook={tools.workbook} units={units} />}
      <Disclosure title={label}>{() => <ReturnText label={label} units={units} />}</Disclosure>
    </div>
  );
}

const SHEETS: SheetMessages = { task: "pane.task.returnSheets", undone: "pane.returns.sheets.undone" };

function Sheets({
  workbook,
  units,
}: {
  readonly workbook: OpenWorkbook;
  readonly units: readonly string[];
}): JSX.Element {
  const words = useMessages();
  const { work, tools, announce } = usePaneContext();
  const { written, write, undo } = useSheets(workbook, SHEETS);
  const writeAll = async (): Promise<void> => {
    const count = await write(() => tools.engine.returnSheets(units, words.locale));
    if (count !== null) announce(words("pane.returns.sheets.written", { count }));
  };
  return (
    <>
      <Button disabled={work.task !== null} onClick={() => void writeAll()}>
        {words("pane.returns.sheets")}
      </Button>
      {written && (
        <MessageBar aria-labelledby={undefined} intent="success" layout="multiline">
          <MessageBarBody>{words("pane.returns.sheets.written", { count: written.count })}</MessageBarBody>
        </MessageBar>
      )}
      {written?.canUndo && (
        <Button disabled={work.task !== null} onClick={() => void undo()}>
          {words("pane.step.undo")}
        </Button>
      )}
    </>
  );
}
