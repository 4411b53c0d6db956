import { Button } from "@fluentui/react-components";
import { useEffect, useState, type JSX } from "react";
import type { FigureParts as Parts, FigureView } from "../../app/view";
import type { SourceView } from "../../app/source-view";
import { placeText } from "../../county-layout/place-text";
import { WORDS } from "../../template/words";
import { RowAround } from "../check/RowAround";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useConsolidateStyles } from "./Consolidate.styles";

/** The units that a figure comes from, each with its cell a click away. */
export function FigureParts({ figure }: { readonly figure: FigureView }): JSX.Element | null {
  const words = useMessages();
  const styles = useConsolidateStyles();
  const parts = useParts(figure);
  if (parts === null) return null;
  const { units, expected } = figure;
  return (
    <>
      {parts.derived && <p className={styles.note}>{words("pane.figure.derived")}</p>}
      {units < expected && <p className={styles.note}>{words("pane.figure.units", { units, expected })}</p>}
      <ul className={styles.sheets}>
        {parts.parts.map((part, i) => (
          <Part key={i} part={part} />
        ))}
      </ul>
      {parts.adjustment !== 0 && (
        <p className={styles.note}>
          {words("pane.figure.adjustment", { value: words.number(parts.adjustment) })}
        </p>
      )}
    </>
  );
}

function Part({ part: { unit, value, place } }: { readonly part: Parts["parts"][number] }): JSX.Element {
  const words = useMessages();
  const styles = useConsolidateStyles();
  const { source, work } = usePaneContext();
  const [row, setRow] = useState<SourceView["row"] | null>(null);
  const text = typeof value === "number" ? words.number(value) : wordOf(value);
  const where = placeText({ place });
  return (
    <li>
      <div className={styles.part}>
        <span className={styles.partUnit}>{unit}</span>
        <span>{text}</span>
        {where !== null && (
          <Button
            appearance="subtle"
            disabled={work.task !== null}
            aria-label={words("pane.figure.goTo", { unit, place: where })}
            onClick={() => void source.open(place).then(setRow)}
          >
            {where}
          </Button>
        )}
      </div>
      {row && <RowAround row={row} />}
    </li>
  );
}

function wordOf(value: string | boolean): string {
  return typeof value === "string" ? value : value ? WORDS.yes : WORDS.no;
}

/** Null until they are known. */
function useParts(figure: FigureView): Parts | null {
  const { tools, work } = usePaneContext();
  const { engine } = tools;
  const { look } = work;
  const [parts, setParts] = useState<Parts | null>(null);
  useEffect(() => {
    let wanted = true;
    void look(async () => {
      const answer = await engine.figureParts(figure.code);
      if (wanted) setParts(answer);
    });
    return () => {
      wanted = false;
    };
  }, [engine, figure, look]);
  return parts;
}
