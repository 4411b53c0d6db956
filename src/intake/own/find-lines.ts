/** Which row of a sheet is which line of a table: codes and labels first, then what is left between them. */
import type { Finding } from "../../findings/finding";
import { shapeFinding } from "../findings";
import { place, textAt } from "../grid";
import { coreLabel, inOneLine } from "../labels";
import type { LineLayout, TableLayout } from "./own-layout";
import { areAlike } from "./likeness";
import type { SheetTexts } from "./sheet-texts";

export interface FoundLines {
  /** By the line's key. */
  readonly rows: ReadonlyMap<string, number>;
  /** Rows that could be several lines: they are asked about, and not read. */
  readonly unclear: readonly number[];
  readonly findings: readonly Finding[];
}

/**
 * @param labelColumns by the blank's columns of labels, those of the sheet
 * @param names labels and codes of all the form's lines: a row that bears one of them was not reworded
 */
export function findLines(
  texts: SheetTexts,
  layout: TableLayout,
  region: readonly number[],
  labelColumns: ReadonlyMap<number, number>,
  names: ReadonlySet<string>,
): FoundLines {
  return new LineSearch(texts, layout, region, labelColumns, names).run();
}

/** What a row of the sheet has in one of the columns of labels. */
type KeyOf = (line: LineLayout) => string;

class LineSearch {
  private readonly rows = new Map<LineLayout, number>();
  private readonly taken = new Set<number>();
  /** Lines of which nothing but the place says so. */
  private readonly byPlace = new Set<LineLayout>();
  private readonly findings: Finding[] = [];
  /** Rows that could be one of several lines, and these lines. */
  private readonly unclear = new Map<number, readonly LineLayout[]>();

  constructor(
    private readonly texts: SheetTexts,
    private readonly layout: TableLayout,
    private readonly region: readonly number[],
    private readonly labelColumns: ReadonlyMap<number, number>,
    private readonly names: ReadonlySet<string>,
  ) {}

  run(): FoundLines {
    const both: KeyOf = ({ label, code }) => (label === "" || code === "" ? "" : `${code}\n${label}`);
    this.match(both, (row) => this.pairsIn(row));
    this.match(
      ({ label }) => label,
      (row) => this.labelsIn(row),
    );
    this.match(
      ({ code }) => code,
      (row) => this.labelsIn(row),
    );
    this.match(
      ({ label }) => coreLabel(label),
      (row) =>
        this.labelsIn(row)
          .filter((text) => !this.names.has(text))
          .map(coreLabel),
    );
    this.between();
    this.reportLabels();
    this.report();
    this.reportCodes();
    return {
      rows: new Map([...this.rows].map(([{ line }, row]) => [line.key, row])),
      unclear: [...this.unclear.keys()],
      findings: this.findings,
    };
  }

  private labelsIn(row: number): string[] {
    return [...this.labelColumns.values()]
      .map((column) => this.texts.at(row, column))
      .filter((text) => text !== "");
  }

  /** Every two of its labels: one may be a code. */
  private pairsIn(row: number): string[] {
    const labels = this.labelsIn(row);
    return labels.flatMap((a) => labels.filter((b) => b !== a).map((b) => `${a}\n${b}`));
  }

  private match(keyOf: KeyOf, keysIn: (row: number) => readonly string[]): void {
    const lines = grouped(
      this.layout.lines.filter((line) => !this.rows.has(line)),
      keyOf,
    );
    const rows = new Map<string, number[]>();
    for (const row of this.region) {
      if (this.taken.has(row)) continue;
      for (const key of new Set(keysIn(row)))
        if (lines.has(key)) rows.set(key, [...(rows.get(key) ?? []), row]);
    }
    const unsure: [LineLayout[], number[]][] = [];
    for (const [key, group] of lines) {
      const found = rows.get(key) ?? [];
      if (found.length === 0) continue;
      if (group.length === 1 && found.length === 1) this.take(group[0]!, found[0]!);
      else unsure.push([group, found]);
    }
    for (const [group, found] of unsure) this.tellApart(group, found);
  }

  private take(line: LineLayout, row: number): void {
    if (this.taken.has(row) || this.rows.has(line)) return;
    this.rows.set(line, row);
    this.taken.add(row);
  }

  /** Several lines or rows with the same words: by what is above and beside them, then by their neighbours. */
  private tellApart(group: readonly LineLayout[], found: readonly number[]): void {
    const rows = found.filter((row) => !this.taken.has(row));
    const choices = rows.map((row) => ({ row, lines: this.underParents(group, row) }));
    const sets = new Map<string, { lines: readonly LineLayout[]; rows: number[] }>();
    for (const { row, lines } of choices) {
      const key = lines.map(({ line }) => line.key).join("\n");
      const own = sets.get(key) ?? { lines, rows: [] };
      own.rows.push(row);
      sets.set(key, own);
    }
    for (const { lines, rows: own } of sets.values()) this.assign(lines, own);
  }

  private assign(lines: readonly LineLayout[], rows: readonly number[]): void {
    const open = lines.filter((line) => !this.rows.has(line));
    if (open.length === rows.length) {
      for (const [i, line] of open.entries()) this.take(line, rows[i]!);
      return;
    }
    const near = open.map((line) => ({
      line,
      own: rows.filter((row) => this.isBetweenNeighbours(line, row)),
    }));
    const isClear = near.every(
      ({ own }, i) => own.length <= 1 && near.every((other, j) => i === j || own[0] !== other.own[0]),
    );
    if (isClear && near.some(({ own }) => own.length === 1)) {
      for (const { line, own } of near) if (own.length === 1) this.take(line, own[0]!);
      return;
    }
    for (const row of rows) this.unclear.set(row, open);
  }

  /** The lines whose parents are the nearest above the row or left of it. */
  private underParents(group: readonly LineLayout[], row: number): readonly LineLayout[] {
    let lines = group;
    const depth = Math.max(...group.map(({ parents }) => parents.length));
    for (let level = 0; level < depth && lines.length > 1; level++) {
      const parents = new Set(lines.map((line) => line.parents[level] ?? ""));
      if (parents.size < 2) continue;
      const parent = this.nearestAbove(row, parents);
      const own = lines.filter((line) => (line.parents[level] ?? "") === (parent ?? ""));
      if (own.length > 0) lines = own;
    }
    return lines;
  }

  private nearestAbove(row: number, wanted: ReadonlySet<string>): string | null {
    const columns = [...this.labelColumns.values()];
    for (const column of columns) {
      const shown = this.texts.shown(row, column);
      if (shown !== "" && wanted.has(shown)) return shown;
    }
    for (let i = this.region.indexOf(row) - 1; i >= 0; i--) {
      for (const column of columns) {
        const text = this.texts.at(this.region[i]!, column);
        if (text !== "" && wanted.has(text)) return text;
      }
    }
    return null;
  }

  /** Between the rows of the lines before and behind it in the blank. */
  private isBetweenNeighbours(line: LineLayout, row: number): boolean {
    const at = this.layout.lines.indexOf(line);
    const before = this.layout.lines.slice(0, at).findLast((each) => this.rows.has(each));
    const after = this.layout.lines.slice(at + 1).find((each) => this.rows.has(each));
    return (
      (before === undefined || this.rows.get(before)! < row) &&
      (after === undefined || this.rows.get(after)! > row)
    );
  }

  /** Lines without words, and labels that were reworded: as many rows between the same neighbours as lines. */
  private between(): void {
    const { lines } = this.layout;
    for (let i = 0; i < lines.length; i++) {
      if (this.rows.has(lines[i]!)) continue;
      let end = i;
      while (end + 1 < lines.length && !this.rows.has(lines[end + 1]!)) end++;
      this.fill(lines.slice(i, end + 1), lines[i - 1], lines[end + 1]);
      i = end;
    }
  }

  private fill(
    missing: readonly LineLayout[],
    before: LineLayout | undefined,
    after: LineLayout | undefined,
  ): void {
    const shift = (line: LineLayout): number => this.rows.get(line)! - line.line.row;
    const [first, last] = [missing[0]!, missing.at(-1)!];
    const shifts = [before, after].flatMap((line) => (line === undefined ? [] : [shift(line)]));
    const from = before === undefined ? first.line.row + (shifts[0] ?? 0) - 1 : this.rows.get(before)!;
    const until = after === undefined ? last.line.row + (shifts[0] ?? 0) + 1 : this.rows.get(after)!;
    const there = this.region.filter(
      (row) => row > from && row < until && !this.taken.has(row) && !this.unclear.has(row),
    );
    // The same distances as in the blank: what is between the neighbours was neither inserted nor deleted.
    const isSame = shifts.length > 0 && shifts.every((each) => each === shifts[0]);
    for (const line of missing) {
      const row = line.line.row + (shifts[0] ?? 0);
      if (isSame && there.includes(row)) this.reworded(line, row);
      else if (there.length === missing.length) this.reworded(line, there[missing.indexOf(line)]!, isSame);
    }
  }

  /** Where nothing of the old label is left in the new one, the place alone decides, and somebody has to look at it. */
  private reworded(line: LineLayout, row: number, inPlace = true): void {
    const column = this.labelColumnOf(line);
    const found = column === null ? "" : this.texts.at(row, column);
    if (found === "" && line.label === "" && line.code === "") return this.take(line, row);
    if (found === "" || this.names.has(found)) return;
    const isAlike = areAlike(found, line.label || line.code);
    if (!isAlike && !inPlace) return;
    this.take(line, row);
    if (!isAlike) this.byPlace.add(line);
  }

  /** The sheet's column of the line's own label, or of its code. */
  private labelColumnOf({ texts, label, code }: LineLayout): number | null {
    const name = label || code;
    const own = name === "" ? undefined : texts.find(({ plain }) => plain === name);
    return (own && this.labelColumns.get(own.column)) ?? null;
  }

  /** D22: a label in another wording. */
  private reportLabels(): void {
    for (const [line, row] of this.rows) {
      const column = this.labelColumnOf(line);
      const found = column === null ? "" : this.texts.at(row, column);
      if (column === null || found === "" || found === (line.label || line.code)) continue;
      const isAsked = this.byPlace.has(line);
      const params = {
        found: inOneLine(textAt(this.texts.grid, row, column)),
        expected: inOneLine(line.line.path.at(-1) ?? line.code),
        variant: isAsked ? "inPlace" : "label",
      };
      const item = line.cells.find((cell) => cell.item !== undefined)?.item ?? null;
      const where = place(this.texts.grid, row, column);
      this.findings.push(shapeFinding("D22", isAsked ? "explain" : "note", where, params, item));
    }
  }

  /** D21 for lines that are not there, D22 for rows that could be several. */
  private report(): void {
    const asked = new Set([...this.unclear.values()].flat());
    for (const [row, [line]] of this.unclear) {
      const names = new Set([line?.label, line?.code]);
      const columns = [...this.labelColumns.values()].filter((each) => this.texts.at(row, each) !== "");
      const column = columns.find((each) => names.has(this.texts.at(row, each))) ?? columns[0] ?? 0;
      const params = { found: inOneLine(this.texts.at(row, column)), variant: "ambiguous" };
      this.findings.push(shapeFinding("D22", "explain", place(this.texts.grid, row, column), params));
    }
    const { lines } = this.layout;
    for (const [i, line] of lines.entries()) {
      const used = line.cells.filter(({ use }) => use !== "unused");
      if (this.rows.has(line) || used.length === 0 || asked.has(line)) continue;
      const next = lines.slice(i + 1).find((each) => this.rows.has(each));
      const row = next ? this.rows.get(next)! : Math.max(0, ...this.rows.values()) + 1;
      const column = [...this.labelColumns.values()][0] ?? 0;
      const name = inOneLine(line.line.path.join(" › "));
      const { code } = line.line;
      const params: Finding["params"] = code === undefined ? { name, variant: "uncoded" } : { name, code };
      const item = used.find((cell) => cell.item !== undefined)?.item ?? null;
      this.findings.push(shapeFinding("D21", "explain", place(this.texts.grid, row, column), params, item));
    }
  }

  /** D22: the row was identified by its label, and has the code of another line: one of the two was moved. */
  private reportCodes(): void {
    const byCode = new Map(
      this.layout.lines.filter(({ code }) => code !== "").map((line) => [line.code, line]),
    );
    if (byCode.size < 2) return;
    for (const [line, row] of this.rows) {
      const labels = this.labelsIn(row);
      if (line.code === "" || labels.includes(line.code) || !labels.includes(line.label)) continue;
      const other = labels.map((text) => byCode.get(text)).find((each) => each !== undefined);
      if (!other) continue;
      const column = [...this.labelColumns.values()].find((each) => this.texts.at(row, each) === other.code)!;
      const params = {
        variant: "otherCode",
        found: other.code,
        expected: line.code,
        name: inOneLine(line.line.path.at(-1) ?? ""),
      };
      const item = line.cells.find((cell) => cell.item !== undefined)?.item ?? null;
      this.findings.push(shapeFinding("D22", "explain", place(this.texts.grid, row, column), params, item));
    }
  }
}

function grouped(lines: readonly LineLayout[], keyOf: KeyOf): Map<string, LineLayout[]> {
  const groups = new Map<string, LineLayout[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key !== "") groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return groups;
}
