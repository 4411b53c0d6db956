/** 机读信息, read back: rows of a key and its values. */
import type { Reported, UnitStatus } from "../../consolidation/reported";
import type { OfficePackage } from "../../template/own-sheet";
import type { Template } from "../../template/template";
import { isTemplate } from "../../template/workbook/origin-sheet";
import { fromBase64 } from "../../workbook/base64";
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

/** The template that the workbook was written with; null where it is damaged. */
export function templateOf(facts: MachineFacts): Template | null {
  const text = facts
    .all("template")
    .map(([chunk]) => chunk)
    .join("");
  try {
    const value: unknown = JSON.parse(text);
    if (!isTemplate(value)) return null;
    const office = officeOf(facts);
    return office ? { ...value, office } : value;
  } catch {
    return null; // Cut off or typed over: the template in use must do.
  }
}

/** The office's own workbook; absent where there is none or it was typed over: then its forms are drawn. */
function officeOf(facts: MachineFacts): OfficePackage | null {
  const rows = facts.all("office");
  const from = rows[0]?.[0];
  if (from !== "xlsx" && from !== "grid") return null;
  const bytes = fromBase64(rows.map(([, chunk]) => chunk ?? "").join(""));
  return bytes && { from, bytes };
}

const STATUSES: readonly UnitStatus[] = [
  "accepted",
  "needsExplanation",
  "mustFix",
  "unreadable",
  "duplicate",
  "unknown",
  "heldBack",
  "setAside",
  "copy",
  "otherPeriod",
];
/** The statuses of what is in the totals. */
export const COUNTED: ReadonlySet<UnitStatus> = new Set(["accepted", "needsExplanation", "mustFix"]);

/** What became of every file. */
export function reportedIn(facts: MachineFacts): Reported[] {
  return facts.all("reported").flatMap(([unit, file, word]): Reported[] => {
    const status = STATUSES.find((each) => each === word);
    return status ? [{ unit: unit || null, file: file || null, status }] : [];
  });
}
