import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { JSX } from "react";
import type { SelfTest as SelfTestPort, SelfTestResult } from "../../ports/ports";
import { CopyText } from "../common/CopyText";
import { useDiagnostics } from "../common/diagnostics";
import { Disclosure } from "../common/Disclosure";
import { useCommonStyles } from "../common/common.styles";
import "../../locales/learn-fetched";
import { usePaneContext } from "../usePane";
import { useMessages, type Messages } from "../messages";
import { countsOf, useSelfTest, type SelfTestControl } from "./useSelfTest";

/** 自检: tries in this Excel what the program relies on, and gives a result to send to who maintains it. */
export function SelfTest({ fetchTest }: { readonly fetchTest: () => Promise<SelfTestPort> }): JSX.Element {
  const words = useMessages();
  const styles = useCommonStyles();
  const control = useSelfTest(fetchTest);
  return (
    <div className={styles.stack}>
      <span>{words("pane.selfTest.lead")}</span>
      {control.blank !== null && <Place control={control} />}
      {control.results && <Results results={control.results} />}
    </div>
  );
}

/** In a blank workbook at once; with a workbook of the user's open, not before they have read what it does. */
function Place({ control: { blank, run, openBlank } }: { readonly control: SelfTestControl }): JSX.Element {
  const words = useMessages();
  const styles = useCommonStyles();
  const busy = usePaneContext().work.task !== null;
  if (blank) {
    return (
      <Button disabled={busy} onClick={() => void run()}>
        {words("pane.selfTest.run")}
      </Button>
    );
  }
  return (
    <div className={styles.stack}>
      <span>{words("pane.selfTest.notBlank")}</span>
      <Button disabled={busy} onClick={() => void openBlank()}>
        {words("pane.selfTest.openBlank")}
      </Button>
      <Disclosure title={words("pane.selfTest.here")}>
        {() => (
          <div className={styles.stack}>
            <span>{words("pane.selfTest.here.what")}</span>
            <Button disabled={busy} onClick={() => void run()}>
              {words("pane.selfTest.here.run")}
            </Button>
          </div>
        )}
      </Disclosure>
    </div>
  );
}

function Results({ results }: { readonly results: readonly SelfTestResult[] }): JSX.Element {
  const words = useMessages();
  const styles = useCommonStyles();
  const diagnostics = useDiagnostics([]);
  const counts = countsOf(results);
  const verdict = counts.failed > 0 ? "failed" : counts.passed > 0 ? "passed" : "none";
  const failures = results.filter(({ outcome }) => outcome === "failed");
  return (
    <>
      <MessageBar
        intent={({ failed: "warning", passed: "success", none: "info" } as const)[verdict]}
        layout="multiline"
      >
        <MessageBarBody>
          <MessageBarTitle>{words("pane.selfTest.counts", counts)}</MessageBarTitle>
          <div>{words(`pane.selfTest.${verdict}`)}</div>
        </MessageBarBody>
      </MessageBar>
      {failures.length > 0 && (
        <ul className={styles.text} lang="en">
          {failures.map(({ topic, title, reason }) => (
            <li key={`${topic} ${title}`}>
              {title}
              <div>{reasonText(reason, words)}</div>
            </li>
          ))}
        </ul>
      )}
      <CopyText label={words("pane.selfTest.report")} text={diagnostics(reportOf(results, words))} />
    </>
  );
}

const SIGNS: Readonly<Record<SelfTestResult["outcome"], string>> = { passed: "✓", failed: "✗", skipped: "–" };

/** A line a case, what failed first. */
function reportOf(results: readonly SelfTestResult[], words: Messages): string {
  const order: readonly SelfTestResult["outcome"][] = ["failed", "skipped", "passed"];
  const lines = order.flatMap((wanted) =>
    results
      .filter(({ outcome }) => outcome === wanted)
      .map(({ topic, title, reason }) => {
        const why = reasonText(reason, words);
        return `${SIGNS[wanted]} ${topic}: ${title}${why === "" ? "" : ` — ${why}`}`;
      }),
  );
  return [words("pane.selfTest.counts", countsOf(results)), ...lines].join("\n");
}

function reasonText(reason: SelfTestResult["reason"], words: Messages): string {
  if (reason === null) return "";
  return typeof reason === "string" ? words(`pane.selfTest.skipped.${reason}`) : reason.found;
}
