import { Button } from "@fluentui/react-components";
import { useEffect, useState, type JSX } from "react";
import type { FindingView, RoundView } from "../../../round/view";
import { WORDS } from "../../../template/words";
import { Disclosure } from "../../common/Disclosure";
import { usePaneContext } from "../../usePane";
import { fileText, useWords } from "../../words";
import type { Comparison } from "../../worker/round-service";
import { useDecideStyles } from "./decide.styles";
import { useDeciding } from "./useDecide";

interface Props {
  readonly finding: FindingView;
  readonly view: RoundView;
}

/** Two files of one unit: where they differ, and which one counts. */
export function Choose({ finding, view }: Props): JSX.Element | null {
  const words = useWords();
  const styles = useDecideStyles();
  const { round } = usePaneContext();
  const { busy, take } = useDeciding();
  const { unit, id, place } = finding;
  if (unit === null) return null;
  const files = view.units.find(({ name }) => name === unit)?.files.length ?? 0;
  const decision = `choose ${unit}`;
  const isChosen = finding.params["variant"] === "setAside";
  const file = fileText(words, place.file);
  return (
    <>
      <div className={styles.form}>
        <Disclosure
          title={
            files > 2 ? words("pane.decide.compare.many", { count: files }) : words("pane.decide.compare")
          }
        >
          {() => <Compared unit={unit} of={view} />}
        </Disclosure>
      </div>
      <div className={styles.buttons}>
        <Button
          appearance={finding.class === "note" ? "secondary" : "primary"}
          disabled={busy}
          data-decide={`use ${id}`}
          aria-label={words("pane.decide.choose.what", { file })}
          onClick={() =>
            take(() => round.choose(unit, place.file), decision, words("pane.said.chosen", { unit, file }))
          }
        >
          {words("pane.decide.choose")}
        </Button>
        {isChosen && (
          <Button
            disabled={busy}
            data-decide={decision}
            aria-label={words("pane.decide.choose.undo", { unit })}
            onClick={() =>
              take(() => round.withdraw([decision]), `use ${id}`, words("pane.said.withdrawn", { count: 1 }))
            }
          >
            {words("pane.decide.undo")}
          </Button>
        )}
      </div>
    </>
  );
}

/** Every figure that is not the same in all reports, with the reports' names. */
function Compared({ unit, of }: { readonly unit: string; readonly of: RoundView }): JSX.Element {
  const words = useWords();
  const styles = useDecideStyles();
  const comparison = useComparison(unit, of);
  if (!comparison) return <p role="status">{words("pane.task.checking")}</p>;
  const { files, differences } = comparison;
  if (differences.length === 0) return <p className={styles.text}>{words("pane.decide.compare.same")}</p>;
  const shown = (value: (typeof differences)[number]["values"][number]): string => {
    if (value === null || value === "") return words("pane.decide.compare.none");
    return typeof value === "boolean" ? (value ? WORDS.yes : WORDS.no) : String(value);
  };
  return (
    <>
      <p className={styles.text}>{words("pane.decide.compare.count", { count: differences.length })}</p>
      <ul className={styles.differences}>
        {differences.map(({ part, line, name, values }) => (
          <li key={`${part} ${line} ${name}`} className={styles.difference}>
            {part} {part.startsWith("L") ? words("pane.decide.compare.row", { row: line }) : line} {name}
            <dl className={styles.values}>
              {files.map((file, i) => (
                <ValueOf key={file ?? ""} file={fileText(words, file)} value={shown(values[i] ?? null)} />
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

function ValueOf({ file, value }: { readonly file: string; readonly value: string }): JSX.Element {
  const styles = useDecideStyles();
  return (
    <>
      <dt className={styles.file}>{file}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

/** Asked anew whenever the round changes; null until it is known. */
function useComparison(unit: string, of: RoundView): Comparison | null {
  const { tools, work } = usePaneContext();
  const { engine } = tools;
  const { attempt } = work;
  const [comparison, setComparison] = useState<Comparison | null>(null);
  useEffect(() => {
    let wanted = true;
    void attempt(async () => {
      const answer = await engine.compare(unit);
      if (wanted) setComparison(answer);
    });
    return () => {
      wanted = false;
    };
  }, [attempt, engine, of, unit]);
  return comparison;
}
