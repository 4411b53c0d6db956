import { Button } from "@fluentui/react-components";
import { useEffect, useState, type JSX } from "react";
import type { FindingView, SessionView } from "../../../app/view";
import { WORDS } from "../../../template/words";
import { Disclosure } from "../../common/Disclosure";
import { usePaneContext } from "../../usePane";
import { fileText, useMessages } from "../../messages";
import type { Comparison } from "../../../app/decide";
import { useDecideStyles } from "./decide.styles";
import { useDeciding } from "./useDecide";

interface Props {
  readonly finding: FindingView;
  readonly view: SessionView;
}

/** Two files of one unit: where they differ, and which one counts. */
export function Choose({ finding, view }: Props): JSX.Element | null {
  const words = useMessages();
  const styles = useDecideStyles();
  const { session } = usePaneContext();
  const { busy, take, takeBack } = useDeciding();
  const { unit, id, place } = finding;
  const own = view.units.find(({ name }) => name === unit);
  if (unit === null || !own) return null;
  const { files, notAtHand } = own;
  const decision = `choose ${unit}`;
  const isChosen = finding.params["variant"] === "setAside";
  const file = fileText(words, place.file);
  return (
    <>
      {files.length - notAtHand.length > 1 && (
        <div className={styles.form}>
          <Disclosure
            title={
              files.length > 2
                ? words("pane.decide.compare.many", { count: files.length })
                : words("pane.decide.compare")
            }
          >
            {() => <Compared unit={unit} of={view} />}
          </Disclosure>
        </div>
      )}
      {notAtHand.length > 0 && <NotAtHand files={notAtHand} decided={finding.class === "note"} />}
      <div className={styles.buttons}>
        {!notAtHand.includes(place.file) && (
          <Button
            appearance={finding.class === "note" ? "secondary" : "primary"}
            disabled={busy}
            data-decide={`use ${id}`}
            aria-label={words("pane.decide.choose.what", { file })}
            onClick={() =>
              take(
                () => session.choose(unit, place.file),
                decision,
                words("pane.said.chosen", { unit, file }),
              )
            }
          >
            {words("pane.decide.choose")}
          </Button>
        )}
        {isChosen && notAtHand.length === 0 && (
          <Button
            disabled={busy}
            data-decide={decision}
            aria-label={words("pane.decide.choose.undo", { unit })}
            onClick={() =>
              takeBack(
                () => session.withdraw([decision]),
                `use ${id}`,
                words("pane.said.withdrawn", { count: 1 }),
              )
            }
          >
            {words("pane.decide.undo")}
          </Button>
        )}
      </div>
    </>
  );
}

/** Without its files nothing can be compared or chosen otherwise: what to do about it. */
function NotAtHand({
  files,
  decided,
}: {
  readonly files: readonly (string | null)[];
  readonly decided: boolean;
}): JSX.Element {
  const words = useMessages();
  const styles = useDecideStyles();
  const { go } = usePaneContext();
  const names = words.list(files.map((file) => fileText(words, file)));
  return (
    <div className={styles.proposal}>
      <p className={styles.text}>
        {words(decided ? "pane.decide.notAtHand" : "pane.decide.notAtHand.open", { files: names })}
      </p>
      <Button onClick={() => go("collect")}>{words("pane.step.collect")}</Button>
    </div>
  );
}

/** Every figure that is not the same in all reports, with the reports' names. */
function Compared({ unit, of }: { readonly unit: string; readonly of: SessionView }): JSX.Element {
  const words = useMessages();
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

/** Asked again whenever the session changes; null until it is known. */
function useComparison(unit: string, of: SessionView): Comparison | null {
  const { tools, work } = usePaneContext();
  const { engine } = tools;
  const { look } = work;
  const [comparison, setComparison] = useState<Comparison | null>(null);
  useEffect(() => {
    let wanted = true;
    void look(async () => {
      const answer = await engine.compare(unit);
      if (wanted) setComparison(answer);
    });
    return () => {
      wanted = false;
    };
  }, [look, engine, of, unit]);
  return comparison;
}
