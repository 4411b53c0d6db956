/** 明细, read back: each unit's rows, without the personal columns that never entered the workbook. */
import type { Entry, ListReading, ListRow } from "../../intake/submission";
import type { DetailList, ListColumn, Template } from "../../template/template";
import { WORDS } from "../../template/words";
import { toA1 } from "../../workbook/address";
import { cellsOfRow, lastRow } from "../../workbook/cells";
import type { CellValue, Sheet, Workbook } from "../../workbook/workbook";
import { listSheetName } from "../../county-layout/sheet-names";
import type { MachineFacts } from "./machine-facts";

/** By unit and list id. `lost`: sheets that are gone, or no longer have their heads. */
export interface ListsRead {
  readonly byUnit: ReadonlyMap<string, ReadonlyMap<string, ListReading>>;
  readonly lost: readonly string[];
}

export function readLists(workbook: Workbook, template: Template, facts: MachineFacts): ListsRead {
  const byUnit = new Map<string, Map<string, ListReading>>();
  const lost: string[] = [];
  for (const list of template.lists.filter((each) => !each.personal)) {
    const name = listSheetName(list);
    const sheet = workbook.sheets.find((each) => each.name === name);
    const rows = sheet && rowsOf(sheet, list, facts);
    if (!rows) lost.push(name);
    for (const { unit, sheet: from, row } of rows ?? []) {
      const own = byUnit.get(unit) ?? new Map<string, ListReading>();
      const reading = own.get(list.id);
      own.set(list.id, { list: list.id, sheet: from, rows: [...(reading?.rows ?? []), row] });
      byUnit.set(unit, own);
    }
  }
  return { byUnit, lost };
}

interface UnitRow {
  readonly unit: string;
  readonly sheet: string;
  readonly row: ListRow;
}

function rowsOf(sheet: Sheet, list: DetailList, facts: MachineFacts): UnitRow[] | null {
  const columns = list.columns.filter((column) => !column.personal);
  const [unitLabel, sourceLabel] = [facts.get("unitLabel"), facts.get("listSourceLabel")];
  for (let head = 0; head <= lastRow(sheet); head++) {
    const at = new Map(cellsOfRow(sheet, head).map(({ column, value }) => [String(value), column]));
    if (![unitLabel, sourceLabel, ...columns.map(({ name }) => name)].every((label) => at.has(label)))
      continue;
    const rows = Array.from({ length: lastRow(sheet) - head }, (_, i) => {
      const values = new Map(cellsOfRow(sheet, head + 1 + i).map(({ column, value }) => [column, value]));
      const unit = String(values.get(at.get(unitLabel)!) ?? "");
      const source = sourceFrom(String(values.get(at.get(sourceLabel)!) ?? ""));
      const cells = columns.flatMap((column, c): [string, Entry][] => {
        const value = values.get(at.get(column.name)!) ?? null;
        return value === null ? [] : [[column.name, entry(value, column, c, source)]];
      });
      return { unit, sheet: source.sheet, row: { row: source.row, cells: new Map(cells) } };
    });
    return rows.filter(({ unit }) => unit !== "");
  }
  return null;
}

interface Source {
  readonly file: string | null;
  readonly sheet: string;
  /** Counted from 0. */
  readonly row: number;
}

/** `台上镇.xlsx › L2捐助 › 7`; without a file where the open workbook was read. */
function sourceFrom(text: string): Source {
  const parts = text.split(" › ");
  const row = Number(parts.at(-1));
  return {
    file: parts.length > 2 ? parts.slice(0, -2).join(" › ") : null,
    sheet: parts.at(-2) ?? "",
    row: Number.isInteger(row) && row > 0 ? row - 1 : 0,
  };
}

/** The column of the unit's own sheet is not known; rows are distinguished, which is enough to find them. */
function entry(value: CellValue, { kind }: ListColumn, column: number, { file, sheet, row }: Source): Entry {
  const isNumber = kind === "date" || kind === "whole" || kind === "amount";
  const read =
    kind === "yesNo" && (value === WORDS.yes || value === WORDS.no)
      ? value === WORDS.yes
      : isNumber && typeof value !== "number"
        ? null
        : value;
  return {
    raw: String(value ?? ""),
    value: read,
    state: read === null ? "refused" : "filled",
    approximate: false,
    steps: [],
    place: { file, sheet, cell: toA1(row, column) },
  };
}
