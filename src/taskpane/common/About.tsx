import { lazy, Suspense, useContext, type JSX } from "react";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { CopyText } from "./CopyText";
import { Disclosure } from "./Disclosure";
import { FactsContext, useDiagnostics } from "./diagnostics";
import { useCommonStyles } from "./common.styles";

/** Few ever run it: it is fetched when somebody does. */
const SelfTest = lazy(async () => ({ default: (await import("../self-test/SelfTest")).SelfTest }));

/** Version, host, what this Excel offers and how long the last steps took; a report of it to copy. */
export function About(): JSX.Element {
  const words = useMessages();
  return <Disclosure title={words("pane.about")}>{() => <Content />}</Disclosure>;
}

function Content(): JSX.Element {
  const words = useMessages();
  const styles = useCommonStyles();
  const { version, host, excel } = useContext(FactsContext);
  const { work, tools } = usePaneContext();
  const { selfTest } = tools;
  const diagnostics = useDiagnostics(work.history);
  const label = words("pane.report");
  return (
    <div className={styles.stack}>
      <span>{words("pane.about.version", { version, host: words(`pane.about.host.${hostKey(host)}`) })}</span>
      {excel.length > 0 && <span>{words("pane.about.excel", { sets: words.list(excel) })}</span>}
      {work.history.length > 0 && (
        <ul className={styles.text}>
          {work.history.map(({ label: step, took, outcome }, i) => (
            <li key={i}>
              {words(`pane.about.${outcome}`, {
                step: words(step).replace(/…$/, ""),
                seconds: words.number(took / 1000),
              })}
            </li>
          ))}
        </ul>
      )}
      <span>{words("pane.about.private")}</span>
      <CopyText label={label} text={diagnostics("")} />
      {selfTest && (
        <Disclosure title={words("pane.selfTest")}>
          {() => (
            <Suspense fallback={null}>
              <SelfTest fetchTest={selfTest} />
            </Suspense>
          )}
        </Disclosure>
      )}
    </div>
  );
}

function hostKey(host: string): "excel" | "browser" | "silent" {
  return host === "excel" || host === "silent" ? host : "browser";
}
