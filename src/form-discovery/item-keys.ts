/** Keys of lines, columns and items: codes where the office has them, else labels. */
import { hasItem, type DraftForm, type DraftTable } from "./draft";
import { keyText, numbered, shortestTails } from "./keys";
import type { DraftLine } from "./lines";

/** Keys of lines, columns and items, unique in the form; with the form in front where another form has the same. */
export function nameItems(forms: readonly DraftForm[]): void {
  const prefixed = forms.map(nameLines);
  const owners = new Map<string, Set<number>>();
  prefixed.forEach((keys, f) => {
    for (const key of keys) owners.set(key, (owners.get(key) ?? new Set()).add(f));
  });
  forms.forEach((form, f) => {
    const shared = prefixed[f]!.some((key) => owners.get(key)!.size > 1);
    const lead = shared ? `${keyText(form.grid.sheet.name)}:` : "";
    for (const table of form.tables) nameCells(table, lead);
  });
}

/** @returns the keys of the form's lines */
function nameLines({ tables }: DraftForm): string[] {
  const taken = new Set<string>();
  tables.forEach((table, t) => {
    table.columnKeys = table.kind === "card" ? ["值"] : columnKeys(table);
    if (table.unitLines) {
      const names = columnNames(table);
      const isTaken = names.some((name) => taken.has(name));
      table.itemKeys = isTaken ? numbered(names.map((name) => `表${t + 1}_${name}`)) : names;
      table.lineKeys = table.lines.map(({ path }) => keyText(path.at(-1)!));
      for (const key of table.itemKeys) taken.add(key);
      return;
    }
    const keys = table.kind === "card" ? placeKeys(table) : lineKeys(table.lines);
    const clash = keys.some((key) => taken.has(key));
    table.lineKeys = clash ? numbered(keys.map((key) => `表${t + 1}_${key}`)) : keys;
    for (const key of table.lineKeys) taken.add(key);
  });
  return [...taken];
}

/** Of a card: options have the name of what they answer in front. */
function placeKeys({ lines, cells }: DraftTable): string[] {
  const options = cells.map(({ fill }) => (fill?.kind === "ticks" ? fill.option : undefined));
  const own = lines.filter((_, i) => options[i] === undefined);
  const keys = shortestTails(contextPaths(own));
  let named = "";
  let next = 0;
  return numbered(
    options.map((option) => {
      if (option !== undefined) return `${named}·${keyText(option)}`;
      named = keys[next]!;
      next++;
      return named;
    }),
  );
}

function lineKeys(lines: readonly DraftLine[]): string[] {
  const codes = lines.map(({ code }) => (code === undefined ? "" : keyText(code)));
  const given = codes.filter((code) => code !== "");
  if (given.length > 0 && new Set(given).size === given.length) {
    const tails = shortestTails(contextPaths(lines));
    return numbered(codes.map((code, i) => code || tails[i]!));
  }
  return shortestTails(contextPaths(lines));
}

/** Paths with the line above in front where labels repeat: `其中：女` under 党员 and under 团员. */
function contextPaths(lines: readonly DraftLine[]): string[][] {
  const counts = new Map<string, number>();
  const label = (line: DraftLine): string => line.path.join("\n");
  for (const line of lines) counts.set(label(line), (counts.get(label(line)) ?? 0) + 1);
  let above: string[] = [];
  return lines.map((line) => {
    if (counts.get(label(line)) === 1) {
      above = line.path.slice(-1);
      return [...line.path];
    }
    return [...above, ...line.path];
  });
}

function columnKeys({ columns }: DraftTable): string[] {
  const marks = columns.map(({ mark }) => mark ?? "");
  const tails = shortestTails(columns.map(({ heads }) => heads));
  const given = marks.filter((mark) => mark !== "");
  const unique = new Set(given).size === given.length;
  return numbered(marks.map((mark, i) => (unique && mark !== "" ? mark : tails[i]!)));
}

/** Where an item is a column: what its heads say, as a number alone is no name. */
function columnNames({ columns }: DraftTable): string[] {
  const tails = shortestTails(columns.map(({ heads }) => heads));
  return numbered(tails.map((tail) => (/^\d*$/.test(tail) ? `第${tail}栏` : tail)));
}

function nameCells(table: DraftTable, lead: string): void {
  if (table.unitLines) {
    for (const cell of table.cells) if (hasItem(cell.use)) cell.item = lead + table.itemKeys![cell.in]!;
    return;
  }
  const first = table.columns.findIndex(
    ({ role }, c) => role === "value" && table.cells.some((cell) => cell.in === c && hasItem(cell.use)),
  );
  for (const cell of table.cells) {
    const line = lead + table.lineKeys[cell.line]!;
    if (hasItem(cell.use)) cell.item = cell.in === first ? line : `${line}[${table.columnKeys[cell.in]!}]`;
  }
}
