import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useState, type JSX } from "react";
import type { FigureView } from "../../app/view";
import { fixed, shownDifference } from "../../workbook/rounding";
import { useMessages, type Messages } from "../messages";
import { FigureParts } from "./FigureParts";
import { useConsolidateStyles } from "./Consolidate.styles";

/** The figures that a reader wants first, each with its change on last year. */
export function Figures({ figures }: { readonly figures: readonly FigureView[] }): JSX.Element {
  const words = useMessages();
  const styles = useConsolidateStyles();
  const comparable = figures.some(({ lastYear }) => lastYear !== null);
  return (
    <>
      {!comparable && <span>{words("pane.change.unknown")}</span>}
      <dl className={styles.figures}>
        {figures.map((figure) => (
          <Figure key={figure.code} figure={figure} comparable={comparable} />
        ))}
      </dl>
    </>
  );
}

interface FigureProps {
  readonly figure: FigureView;
  readonly comparable: boolean;
}

/** Opened, the units and cells that it comes from. */
function Figure({ figure, comparable }: FigureProps): JSX.Element {
  const words = useMessages();
  const styles = useConsolidateStyles();
  const [open, setOpen] = useState(false);
  const parts = useId();
  return (
    <div className={styles.figure}>
      <dt>
        <button
          type="button"
          className={styles.open}
          aria-expanded={open}
          aria-controls={open ? parts : undefined}
          title={words("pane.figure.open")}
          onClick={() => setOpen(!open)}
        >
          {figure.name}
          {open ? (
            <ChevronDownRegular fontSize={16} aria-hidden />
          ) : (
            <ChevronRightRegular fontSize={16} aria-hidden />
          )}
        </button>
      </dt>
      <dd className={styles.value}>
        {valueText(figure, words)} <span className={styles.measure}>{figure.measure}</span>
      </dd>
      {comparable && <dd className={styles.change}>{changeText(figure, words)}</dd>}
      {open && (
        <dd id={parts} className={styles.parts}>
          <FigureParts figure={figure} />
        </dd>
      )}
    </div>
  );
}

/** Shares always with their decimal: 32.0 is no 32. */
function valueText({ value, measure }: FigureView, words: Messages): string {
  return measure === "%" ? fixed(value, 1) : words.number(value);
}

/** Two percentages differ by percentage points, never by per cent. */
function changeText({ value, lastYear, measure }: FigureView, words: Messages): string {
  if (lastYear === null) return words("pane.change.unknown");
  const change = shownDifference(value, lastYear, measure === "%" ? 1 : 2);
  if (change === 0) return words("pane.change.none");
  const points = measure === "%" ? "Points" : "";
  return words(`pane.change.${change > 0 ? "more" : "less"}${points}`, {
    change: words.number(Math.abs(change)),
    measure,
  });
}
