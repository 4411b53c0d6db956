import { Button, Input, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { TableRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState, type JSX } from "react";
import "../../locales/learn-fetched";
import type { ReportItem } from "../../app/report-keys";
import { useCommonStyles } from "../common/common.styles";
import { Disclosure } from "../common/Disclosure";
import { useMessages } from "../messages";
import { usePaneContext } from "../usePane";
import { useReportStyles } from "./Report.styles";
import { useOfficeReport, type FilledReport } from "./useOfficeReport";

const BRACES = { open: "{", close: "}" } as const;

/** 填自己的报告工作簿: the report that the office has already, its figures filled in and its charts with them. */
export function OfficeReport(): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const { tools, work, announce } = usePaneContext();
  const items = useItems();
  const { result, example, fill } = useOfficeReport(items[0]?.key ?? "");
  const file = useRef<HTMLInputElement>(null);
  return (
    <section className={styles.section} aria-label={words("pane.officeReport")}>
      <h2 className={styles.heading}>{words("pane.officeReport")}</h2>
      <p className={styles.lead}>{words("pane.officeReport.lead", { example, ...BRACES })}</p>
      {tools.canSave === false ? (
        <p className={styles.lead}>{words("pane.officeReport.cannotSave")}</p>
      ) : (
        <>
          <input
            type="file"
            ref={file}
            className={styles.input}
            tabIndex={-1}
            aria-hidden
            accept=".xlsx,.xlsm"
            aria-label={words("pane.officeReport.choose")}
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              // The same file may be chosen again after it has been corrected.
              target.value = "";
              if (!chosen) return;
              void fill({ name: chosen.name, content: chosen }).then(
                (done) => done?.ok && announce(words("pane.officeReport.saved", savedParams(done))),
              );
            }}
          />
          <Button icon={<TableRegular />} disabled={work.task !== null} onClick={() => file.current?.click()}>
            {words("pane.officeReport.choose")}
          </Button>
        </>
      )}
      {result && <Result result={result} />}
      {items.length > 0 && (
        <Disclosure title={words("pane.officeReport.keys")}>{() => <Keys items={items} />}</Disclosure>
      )}
    </section>
  );
}

/** Items of the template in use, those with a total first. */
function useItems(): readonly ReportItem[] {
  const { tools, work, session } = usePaneContext();
  const { engine } = tools;
  const { look } = work;
  const { view } = session;
  const [items, setItems] = useState<readonly ReportItem[]>([]);
  useEffect(() => {
    let current = true;
    void look(async () => {
      const found = await engine.reportItems();
      if (current) setItems(found);
    });
    return () => {
      current = false;
    };
  }, [look, engine, view]);
  return items;
}

function savedParams({ name, filled }: Extract<FilledReport, { ok: true }>) {
  return { name, count: filled };
}

function Result({ result }: { readonly result: FilledReport }): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  if (!result.ok) {
    return (
      <MessageBar aria-labelledby={undefined} intent="warning" layout="multiline">
        <MessageBarBody>{result.why}</MessageBarBody>
      </MessageBar>
    );
  }
  const { notes } = result;
  return (
    <>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words("pane.officeReport.saved", savedParams(result))}</MessageBarTitle>
          <div>{words("pane.officeReport.where")}</div>
        </MessageBarBody>
      </MessageBar>
      {notes.length > 0 && (
        <Disclosure title={words("pane.officeReport.notes", { count: result.count })} openAtFirst>
          {() => (
            <ul className={styles.notes}>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
    </>
  );
}

/** More would only be scrolled past. */
const SHOWN = 30;

function Keys({ items }: { readonly items: readonly ReportItem[] }): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const common = useCommonStyles();
  const [sought, setSought] = useState("");
  const found = items.filter(({ key, name }) => `${key} ${name}`.includes(sought.trim()));
  return (
    <>
      <p className={styles.lead}>
        {words("pane.officeReport.keys.units", { example: items[0]!.key, ...BRACES })}
      </p>
      {items.length > SHOWN && (
        <Input
          className={common.field}
          aria-label={words("pane.officeReport.keys.search")}
          placeholder={words("pane.officeReport.keys.search")}
          value={sought}
          onChange={(_, { value }) => setSought(value)}
        />
      )}
      <ul className={styles.notes}>
        {found.slice(0, SHOWN).map(({ key, name }) => (
          <li key={key}>
            <code>{`{${key}}`}</code> {name}
          </li>
        ))}
      </ul>
      {found.length > SHOWN && (
        <p className={styles.lead}>{words("pane.officeReport.keys.more", { count: found.length - SHOWN })}</p>
      )}
    </>
  );
}
