/** 数据来源, read back: of every value the file, sheet and cell it stood in, its text, how it was read. */
import type { Entry, EntryState } from "../../intake/submission";
import { cellsOfRow, lastRow } from "../../workbook/cells";
import type { CellValue, Sheet } from "../../workbook/workbook";
import type { MachineFacts } from "./machine-facts";

/** An entry without its value, which 单位数据 and the source both hold. */
export interface KnownSource extends Pick<Entry, "raw" | "state" | "approximate" | "steps" | "place"> {
  /** As the file said. */
  readonly value: CellValue;
  readonly reason: string;
}

/** By unit and code, `台上镇 0201`. Null where the sheet no longer has its heads. */
export type Sources = ReadonlyMap<string, KnownSource>;

const NEEDED = ["unit", "code", "value", "file", "sheet", "cell", "raw", "marks"] as const;
const STATES: readonly EntryState[] = ["filled", "blank", "notApplicable", "refused"];

export function sourceKey(unit: string, code: string): string {
  return `${unit} ${code}`;
}

export function readSources(sheet: Sheet, facts: MachineFacts): Sources | null {
  const labels = new Map(facts.all("sourceLabel").map(([key, label]) => [label ?? "", key ?? ""]));
  for (let row = 0; row <= lastRow(sheet); row++) {
    const heads = new Map(
      cellsOfRow(sheet, row).flatMap(({ column, value }): [string, number][] => {
        const key = labels.get(String(value));
        return key === undefined ? [] : [[key, column]];
      }),
    );
    if (NEEDED.every((key) => heads.has(key)))
      return sourcesBelow(sheet, row, heads, facts.get("openWorkbookLabel"));
  }
  return null;
}

function sourcesBelow(
  sheet: Sheet,
  headerRow: number,
  heads: ReadonlyMap<string, number>,
  openWorkbook: string,
): Sources {
  const sources = new Map<string, KnownSource>();
  for (let row = headerRow + 1; row <= lastRow(sheet); row++) {
    const values = new Map(cellsOfRow(sheet, row).map(({ column, value }) => [column, value]));
    const text = (key: string): string => String(values.get(heads.get(key) ?? -1) ?? "");
    if (text("unit") === "" || text("code") === "") continue;
    const marks = text("marks").split(" ").filter(Boolean);
    const state = STATES.find((each) => marks.includes(each)) ?? "filled";
    sources.set(sourceKey(text("unit"), text("code")), {
      value: values.get(heads.get("value")!) ?? null,
      raw: text("raw"),
      state,
      approximate: marks.includes("approximate"),
      steps: marks.filter((mark) => mark !== "approximate" && !STATES.some((each) => each === mark)),
      place: {
        file: text("file") === openWorkbook ? null : text("file") || null,
        sheet: text("sheet") || null,
        cell: text("cell") || null,
      },
      reason: text("reason"),
    });
  }
  return sources;
}
