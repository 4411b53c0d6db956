import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import {
  ArrowDownloadRegular,
  DocumentSearchRegular,
  EditRegular,
  TableSearchRegular,
} from "@fluentui/react-icons";
import { useEffect, useRef, type ChangeEvent, type JSX } from "react";
import { Disclosure } from "../common/Disclosure";
import { useCommonStyles } from "../common/common.styles";
import { ACCEPTED, chosenFiles } from "../given-files";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { PasteRules } from "./PasteRules";
import { useTemplateStyles } from "./Template.styles";

/** Out into Excel, where it is changed, and back again to be checked. */
export function EditTemplate(): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { tools, work, template } = usePaneContext();
  const busy = work.task !== null;
  const open = tools.workbook !== null;
  return (
    <section className={styles.card} aria-label={words("pane.template.edit")}>
      <h2 className={styles.heading}>{words("pane.template.edit")}</h2>
      <p className={styles.lead}>{words(open ? "pane.template.edit.lead" : "pane.template.edit.fileLead")}</p>
      {open && (
        <Button
          className={styles.wide}
          icon={<EditRegular />}
          disabled={busy}
          onClick={() => void template.writeSheets(false)}
        >
          {words("pane.template.edit.open")}
        </Button>
      )}
      <Sheets />
      {open && !template.editing && (
        <Button
          className={styles.wide}
          icon={<TableSearchRegular />}
          disabled={busy}
          onClick={() => void template.checkOpen()}
        >
          {words("pane.step.checkTemplate")}
        </Button>
      )}
      {open ? (
        <Disclosure title={words("pane.template.edit.byFile")}>{() => <ByFile />}</Disclosure>
      ) : (
        <ByFile />
      )}
      <PasteRules />
    </section>
  );
}

/** Out into a file, and back from one. */
function ByFile(): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const common = useCommonStyles();
  const { work, template, tools } = usePaneContext();
  return (
    <div className={common.stack}>
      {tools.canSave === false ? (
        <span>{words("pane.template.edit.cannotSave")}</span>
      ) : (
        <Button
          className={styles.wide}
          icon={<ArrowDownloadRegular />}
          disabled={work.task !== null}
          onClick={() => void template.saveFile()}
        >
          {words("pane.template.edit.save")}
        </Button>
      )}
      <ChooseFile />
      {template.saved?.what === "template" && (
        <MessageBar aria-labelledby={undefined} intent="success" layout="multiline">
          <MessageBarBody>{words("pane.template.edit.saved", { name: template.saved.name })}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

function ChooseFile(): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { work, template } = usePaneContext();
  const input = useRef<HTMLInputElement>(null);
  const label = words("pane.template.check.file");
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = chosenFiles(event.target.files ?? []).files;
    // The same file may be chosen again after it has been corrected.
    event.target.value = "";
    if (file) void template.checkFile(file);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        className={styles.input}
        tabIndex={-1}
        aria-hidden
        accept={`${ACCEPTED},.txt`}
        aria-label={label}
        onChange={take}
      />
      <Button
        className={styles.wide}
        icon={<DocumentSearchRegular />}
        disabled={work.task !== null}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}

/** What is in the open workbook, and undo. */
function Sheets(): JSX.Element | null {
  const words = useMessages();
  const { work, template, announce } = usePaneContext();
  const { sheets } = template;
  useEffect(() => {
    if (sheets?.kind === "written") announce(words("pane.template.written", { count: sheets.count }));
    if (sheets?.kind === "present") announce(words("pane.template.present"));
  }, [announce, sheets, words]);
  if (!sheets) return null;
  const written = sheets.kind === "written";
  const removed = written ? sheets.outcome.removed : sheets.leftOver;
  return (
    <MessageBar intent={written ? "success" : "info"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {written ? words("pane.template.written", { count: sheets.count }) : words("pane.template.present")}
        </MessageBarTitle>
        <div>{words(written ? "pane.template.written.next" : "pane.template.present.next")}</div>
        {removed.length > 0 && (
          <div>
            {words(written ? "pane.template.written.removed" : "pane.template.present.removes", {
              count: removed.length,
              sheets: words.list(removed.map((name) => words("pane.template.sheet", { name }))),
            })}
          </div>
        )}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          size="medium"
          disabled={work.task !== null}
          onClick={() => void (written ? template.undoSheets() : template.writeSheets(true))}
        >
          {words(written ? "pane.template.written.undo" : "pane.template.present.again")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
