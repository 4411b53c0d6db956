/** 机读信息, read back: rows of a key and its values. */
import { cellAt, cellsOf } from "../../workbook/cells";
import type { Workbook } from "../../workbook/workbook";
import { MARKER } from "../machine-sheet";

export class MachineFacts {
  constructor(private readonly rows: ReadonlyMap<string, readonly (readonly string[])[]>) {}

  /** The first value of the first row of this key; empty where there is none. */
  get(key: string): string {
    return this.rows.get(key)?.[0]?.[0] ?? "";
  }

  /** The values of every row of this key, in order. */
  all(key: string): readonly (readonly string[])[] {
    return this.rows.get(key) ?? [];
  }
}

/** Null where no sheet bears the marker; the sheet itself may have been renamed. */
export function machineFacts(workbook: Workbook): MachineFacts | null {
  const sheet = workbook.sheets.find((each) => cellAt(each, 0, 0)?.value === MARKER);
  if (!sheet) return null;
  const rows = new Map<string, string[][]>();
  let values: string[] = [];
  for (const { column, value } of cellsOf(sheet)) {
    if (column > 0) values[column - 1] = String(value ?? "");
    else {
      const key = String(value);
      values = [];
      rows.set(key, [...(rows.get(key) ?? []), values]);
    }
  }
  return new MachineFacts(rows);
}
