/** The cover: labels with their values beside them, or behind a colon in the same cell. */
import { columnsOf } from "../../template/form-columns";
import type { Indicator } from "../../template/template";
import type { Cell } from "../../workbook/workbook";
import type { Finding } from "../../findings/finding";
import { cellFinding, shapeFinding } from "../findings";
import { carries, place, type Grid } from "../grid";
import { normalise, type ReadSettings } from "../normalise";
import { rawText } from "../normalise/clean";
import { readDateText } from "../normalise/dates";
import { columnOfHeading } from "../columns";
import type { Entry } from "../submission";
import type { FormTarget } from "../template-vocabulary";
import { readEntry } from "./entry";

export interface AlignedCover {
  /** By code. */
  readonly cover: ReadonlyMap<string, Entry>;
  readonly findings: readonly Finding[];
}

/** `单位名称：台上镇`. */
const INLINE = /^([^:：]{2,12})[:：]\s*(.*)$/s;

export function alignCover(grid: Grid, target: FormTarget, settings: ReadSettings): AlignedCover {
  const cover = new Map<string, Entry>();
  const findings: Finding[] = [];
  const underHead = contentColumn(grid, target);
  for (const [row, cells] of grid.rows) {
    for (const cell of cells) {
      const found = labelled(cell, target);
      if (!found || cover.has(found.indicator.code)) continue;
      const { indicator, inline } = found;
      const subject = { indicator: indicator.code, name: indicator.name, personal: isPersonal(indicator) };
      if (inline !== "") {
        const reading = readInline(inline, indicator, settings);
        const where = place(grid, row, cell.column);
        cover.set(indicator.code, { ...reading, place: where });
        if (reading.defect) findings.push(cellFinding(reading.defect, where, subject));
        continue;
      }
      const column = underHead ?? valueColumn(grid, cell, target);
      const read = readEntry(grid, row, column, indicator, subject, settings);
      cover.set(indicator.code, read.entry);
      findings.push(...read.findings, ...labelFinding(grid, cell, indicator));
    }
  }
  return { cover, findings };
}

/** The column under a head 填写内容, if the cover has one. */
function contentColumn(grid: Grid, { form }: FormTarget): number | null {
  const columns = columnsOf(form);
  for (const cells of grid.rows.values()) {
    const meanings = cells.map((cell) => columnOfHeading(rawText(cell), columns, null));
    if (meanings.filter((m) => m !== null).length < 2) continue;
    return cells[meanings.indexOf("value")]?.column ?? null;
  }
  return null;
}

function labelled(cell: Cell, target: FormTarget): { indicator: Indicator; inline: string } | null {
  if (cell.kind !== "text") return null;
  const text = rawText(cell).trim();
  const whole = target.labels.find(text);
  if (whole) return { indicator: whole, inline: "" };
  const [, label, inline] = INLINE.exec(text) ?? [];
  const indicator = label === undefined ? null : target.labels.find(label);
  return indicator ? { indicator, inline: inline!.trim() } : null;
}

function readInline(
  text: string,
  indicator: Indicator,
  settings: ReadSettings,
): ReturnType<typeof normalise> {
  if (indicator.kind === "date") return readDateText(text, indicator, settings, true);
  return normalise({ row: 0, column: 0, kind: "text", value: text }, indicator, settings);
}

/** The next cell that holds something and is no code and no other label; else the cell to the right. */
function valueColumn(grid: Grid, label: Cell, target: FormTarget): number {
  const right = (grid.rows.get(label.row) ?? []).filter(
    (cell) => cell.column > label.column && carries(cell),
  );
  const next = right.find((cell) => !target.codes.has(rawText(cell).trim()));
  if (next && !labelled(next, target)) return next.column;
  return behindLabel(grid, label);
}

/** The cell behind a label that may be merged across several. */
function behindLabel(grid: Grid, { row, column }: Cell): number {
  const merge = grid.sheet.merges.find((area) => area.top === row && area.left === column);
  return (merge?.right ?? column) + 1;
}

/** D22, as on the forms. A colon behind the label is how covers are written. */
function labelFinding(grid: Grid, cell: Cell, indicator: Indicator): Finding[] {
  const found = rawText(cell).trim();
  if (found.replace(/[:：]$/, "") === indicator.name) return [];
  const params = { found, expected: indicator.name, variant: "label" };
  return [shapeFinding("D22", "note", place(grid, cell.row, cell.column), params, indicator.code)];
}

/** Names of people stay out of messages that travel; a telephone number above all. */
function isPersonal({ name }: Indicator): boolean {
  return /电话|手机/.test(name);
}
