/** A card, prepared for being found on sheets: every place to fill with its label. */
import { partsAroundGaps } from "../../template/cell-fill";
import { columnsOf } from "../../template/form-columns";
import type { OwnCell, OwnLine, OwnTable, OwnText } from "../../template/own-sheet";
import type { Form, FormColumn } from "../../template/template";
import { toA1, type Area } from "../../workbook/address";
import { LabelBook, plainLabel } from "../labels";

export interface CardLayout {
  readonly places: readonly CardPlace[];
  /** By their labels, those that have one in a cell of its own. */
  readonly labels: LabelBook<CardPlace>;
  /** Of a card of ours, the cover: units also write it as they like. Null for one on an office's own sheet. */
  readonly printed: PrintedCard | null;
}

export interface PrintedCard {
  /** What else we print beside the labels: codes. */
  readonly codes: ReadonlySet<string>;
  /** A head may name the column of the values. */
  readonly columns: readonly FormColumn[];
}

/** A cell of the card with all that is filled in it. */
export interface CardPlace {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly OwnCell[];
  readonly line: OwnLine;
  /** Where its label is: in a cell of its own, or in itself. */
  readonly label: Spot;
  /** Folded; the first words of a cell that is filled in between. */
  readonly words: string;
  readonly isInside: boolean;
  /** So many columns has the label's merged area. */
  readonly width: number;
}

export interface Spot {
  readonly row: number;
  readonly column: number;
}

export function cardLayout(table: OwnTable, texts: readonly OwnText[], merges: readonly Area[]): CardLayout {
  const lines = new Map(table.lines.map((line) => [line.key, line]));
  const said = new Map(texts.map((text) => [toA1(text.row, text.column), text.text]));
  const places = new Map<string, CardPlace>();
  for (const cell of table.cells) {
    const key = toA1(cell.row, cell.column);
    const known = places.get(key);
    if (known) {
      places.set(key, { ...known, cells: [...known.cells, cell] });
      continue;
    }
    const line = lines.get(cell.line);
    if (!line) continue;
    const label = line.label ?? { row: cell.row, column: cell.column };
    const merge = merges.find(({ top, left }) => top === label.row && left === label.column);
    const own = said.get(toA1(label.row, label.column)) ?? line.path.at(-1) ?? "";
    places.set(key, {
      row: cell.row,
      column: cell.column,
      cells: [cell],
      line,
      label,
      words: line.label ? plainLabel(own) : firstWords(String(cell.holds ?? "")),
      isInside: line.label === undefined,
      width: merge ? merge.right - merge.left + 1 : 1,
    });
  }
  return cardOf([...places.values()], null);
}

/** The cover: a label in each row, its value beside it. */
export function printedCard(form: Form): CardLayout {
  const places = form.indicators.map(({ code, name }, row): CardPlace => {
    const label = { row, column: 0 };
    return {
      row,
      column: 1,
      cells: [{ row, column: 1, use: "text", line: code, in: "", item: code }],
      line: { key: code, path: [name], row, label },
      label,
      words: plainLabel(name),
      isInside: false,
      width: 1,
    };
  });
  return cardOf(places, {
    codes: new Set(form.indicators.map(({ code }) => code)),
    columns: columnsOf(form),
  });
}

function cardOf(places: readonly CardPlace[], printed: PrintedCard | null): CardLayout {
  const labelled = places.filter(({ isInside, words }) => !isInside && words !== "");
  return {
    places,
    printed,
    labels: new LabelBook(labelled.map((each) => [each.line.path.at(-1) ?? each.words, each])),
  };
}

function firstWords(holds: string): string {
  const parts = partsAroundGaps(holds)?.map((part) => plainLabel(part)) ?? [];
  return parts.find((part) => part !== "") ?? plainLabel(holds.replace(/[□☐○◯].*$/s, ""));
}
