import { Button, mergeClasses } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type JSX, type KeyboardEvent } from "react";
import type { OwnSheet } from "../../../template/own-sheet";
import { columnName, toA1 } from "../../../workbook/address";
import { useMessages, type Messages } from "../../messages";
import { SIGN_OF } from "../made/use-text";
import {
  choiceAt,
  pictureOf,
  type Choice,
  type PictureCell,
  type PictureColumn,
  type PictureRow,
} from "./picture-model";
import { usePictureStyles } from "./picture.styles";

export interface FormPictureProps {
  readonly own: OwnSheet;
  /** Names the grid. */
  readonly label: string;
  /** Cells that a question is about. */
  readonly asked: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
  /** What the cells hold, by address: then there is nothing to choose. */
  readonly shown?: Readonly<Record<string, string>>;
  onChoose?(choice: Choice): void;
}

/** So many rows are drawn at once: more would make a click wait. */
const AT_ONCE = 60;

/** The sheet itself: each cell says by its sign and tint what becomes of it, and can be chosen, as can heads and lines. */
export function FormPicture(props: FormPictureProps): JSX.Element {
  const { own, label, asked } = props;
  const words = useMessages();
  const styles = usePictureStyles();
  const picture = useMemo(() => pictureOf(own), [own]);
  const [shown, setShown] = useState(AT_ONCE);
  const frame = useRef<HTMLDivElement>(null);
  const rows = picture.rows.slice(0, shown);
  useInView(frame, asked);
  return (
    <>
      <div ref={frame} className={styles.frame}>
        <table
          role="grid"
          aria-label={label}
          className={styles.table}
          style={{ width: `${tableWidth(picture.columns)}em` }}
          onKeyDown={moveByKey}
        >
          <colgroup>
            <col style={{ width: "3em" }} />
            {picture.columns.map(({ column, width }) => (
              <col key={column} style={{ width: `${width * HALF + PADDING}em` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <td className={mergeClasses(styles.edge, styles.top, styles.left, styles.corner)} />
              {picture.columns.map(({ column }) => (
                <Edge key={column} {...props} kind="column" at={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <Row key={row.row} {...props} row={row} isFirst={i === 0} />
            ))}
          </tbody>
        </table>
      </div>
      {picture.rows.length > shown && (
        <Button onClick={() => setShown(shown + AT_ONCE)}>
          {words("pane.picture.more", { count: picture.rows.length - shown })}
        </Button>
      )}
    </>
  );
}

/** Of half a character, and of the padding, in em. */
const HALF = 0.53;
const PADDING = 0.9;

function tableWidth(columns: readonly PictureColumn[]): number {
  return 3 + columns.reduce((sum, { width }) => sum + width * HALF + PADDING, 0);
}

/** What is asked about comes into view, without moving the page. */
function useInView(frame: React.RefObject<HTMLDivElement | null>, asked: ReadonlySet<string>): void {
  useEffect(() => {
    const [first] = asked;
    const cell =
      first === undefined ? null : frame.current?.querySelector<HTMLElement>(`[data-cell="${first}"]`);
    if (!cell || !frame.current) return;
    const { scrollTop, clientHeight, scrollLeft, clientWidth } = frame.current;
    const { offsetTop: top, offsetLeft: left, offsetHeight: height, offsetWidth: width } = cell;
    if (top + height > scrollTop + clientHeight || top < scrollTop) frame.current.scrollTop = top - 80;
    if (left + width > scrollLeft + clientWidth || left < scrollLeft) frame.current.scrollLeft = left - 120;
  }, [frame, asked]);
}

/** The letter of a column or the number of a row chooses all of its cells. */
function Edge({
  own,
  kind,
  at,
  onChoose,
}: FormPictureProps & { readonly kind: "line" | "column"; readonly at: number }): JSX.Element {
  const styles = usePictureStyles();
  const words = useMessages();
  const text = kind === "line" ? String(at + 1) : columnName(at);
  const choice = useMemo(() => (onChoose ? choiceAt(own, kind, at) : null), [own, kind, at, onChoose]);
  const choose = (): void => {
    if (choice) onChoose?.(choice);
  };
  return (
    <th
      scope={kind === "line" ? "row" : "col"}
      className={mergeClasses(
        styles.edge,
        kind === "line" ? styles.left : styles.top,
        choice !== null && styles.choosable,
      )}
      tabIndex={-1}
      data-choosable={choice !== null || undefined}
      aria-label={words(kind === "line" ? "pane.picture.row" : "pane.picture.column", { name: text })}
      onClick={choose}
    >
      {text}
    </th>
  );
}

function Row({
  row: { row, cells },
  isFirst,
  ...props
}: FormPictureProps & { readonly row: PictureRow; readonly isFirst: boolean }): JSX.Element {
  return (
    <tr>
      <Edge {...props} kind="line" at={row} />
      {cells.map((cell, i) => (
        <Cell key={cell.column} {...props} cell={cell} isEntry={isFirst && i === 0} />
      ))}
    </tr>
  );
}

function Cell({
  cell,
  isEntry,
  asked,
  chosen,
  shown,
  onChoose,
}: FormPictureProps & { readonly cell: PictureCell; readonly isEntry: boolean }): JSX.Element {
  const styles = usePictureStyles();
  const words = useMessages();
  const { row, column, rowSpan, columnSpan, text, use } = cell;
  const chooses = onChoose ? cell.chooses : null;
  const address = toA1(row, column);
  return (
    <td
      role="gridcell"
      rowSpan={rowSpan}
      colSpan={columnSpan}
      data-cell={address}
      // The tab key comes to the grid once; the arrows go on from there.
      tabIndex={isEntry ? 0 : -1}
      aria-label={use && chooses ? labelOf(chooses, words) : undefined}
      aria-selected={chosen.has(address)}
      className={mergeClasses(
        styles.cell,
        columnSpan > 1 && styles.wide,
        chooses !== null && styles.choosable,
        use !== null && styles.value,
        use !== null && styles[use],
        asked.has(address) && styles.asked,
        chosen.has(address) && styles.chosen,
      )}
      onClick={() => chooses && onChoose?.(chooses)}
    >
      {use === null ? text : shown ? (shown[address] ?? "") : text === "" ? SIGN_OF[use] : text}
    </td>
  );
}

function labelOf({ name, use, cells }: Choice, words: Messages): string {
  const what = use ? words(`forms.use.${use}`) : "";
  return words("pane.picture.cell", { cell: cells[0] ?? "", name, what });
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Arrows go to the next cell, Enter or the space bar chooses it. */
function moveByKey(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>("td, th");
  if (!cell) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    cell.click();
    return;
  }
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const next = neighbour(cell, step);
  if (!next) return;
  next.focus();
  next.scrollIntoView?.({ block: "nearest", inline: "nearest" });
}

/** The cell that is drawn beside this one, whatever is merged. */
function neighbour(cell: HTMLTableCellElement, [down, right]: readonly [number, number]): HTMLElement | null {
  const rows = [...cell.closest("table")!.rows];
  const at = rows.indexOf(cell.parentElement as HTMLTableRowElement);
  if (right !== 0) {
    return (right > 0 ? cell.nextElementSibling : cell.previousElementSibling) as HTMLElement | null;
  }
  const { left, width } = cell.getBoundingClientRect();
  for (let row = at + (down > 0 ? cell.rowSpan : -1); rows[row]; row += down) {
    const cells = [...rows[row]!.cells];
    const below = cells.find((each) => {
      const box = each.getBoundingClientRect();
      return box.left <= left + width / 2 && left + width / 2 < box.left + box.width;
    });
    if (below) return below;
  }
  return null;
}
