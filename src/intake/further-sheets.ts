/** Further sheets of a form or list: what they carry on, and what they only have once more. */
import type { DetailList } from "../template/template";
import type { Finding } from "../findings/finding";
import { MASKED, shapeFinding } from "./findings";
import { place, sheetPlace } from "./grid";
import type { AlignedForm, AlignedOwnList } from "./align/form";
import type { KnownSheet } from "./recognise/known-sheet";
import type { Entry, FormReading, Line, ListRow, OffTemplate } from "./submission";
import type { FormTarget, ListTarget, OwnTarget, Target } from "./template-vocabulary";

/** Records that another sheet of the form has once more. */
export function repeatedRecords(
  lists: readonly AlignedOwnList[],
  copy: AlignedForm,
  target: FormTarget | OwnTarget,
): OffTemplate[] {
  if (target.kind !== "own") return [];
  return (copy.lists ?? []).flatMap(({ reading: { list, rows } }) => {
    const own = lists.find((each) => each.reading.list === list);
    const detail = target.layout.lists.find(({ detail: { id } }) => id === list)?.detail;
    return own && detail && repeats(own.reading.rows, rows) ? recordsAside(detail, rows) : [];
  });
}

export function recordsAside(list: DetailList, rows: readonly ListRow[]): OffTemplate[] {
  const isPersonal = list.personal || list.columns.some((column) => column.personal);
  return setAside(
    rows.flatMap((row) => [...row.cells.values()]),
    isPersonal,
  );
}

/** D30: lists of an office's own sheet go on in another one; null where none does. */
export function joinedLists(
  lists: readonly AlignedOwnList[],
  copy: AlignedForm,
  { grid }: KnownSheet,
  target: FormTarget | OwnTarget,
): {
  readonly lists: readonly AlignedOwnList[];
  readonly findings: readonly Finding[];
  /** What else the other sheet has. */
  readonly rest: AlignedForm;
} | null {
  const more = new Map(
    (copy.lists ?? []).flatMap(({ reading: { list, rows } }) => {
      const own = lists.find((each) => each.reading.list === list);
      return own && rows.length > 0 && !repeats(own.reading.rows, rows) ? [[list, rows] as const] : [];
    }),
  );
  if (more.size === 0) return null;
  const items = new Set((copy.lists ?? []).flatMap(({ linesOf }) => linesOf([]).map(({ code }) => code)));
  const lines = new Map([...(copy.reading?.lines ?? [])].filter(([code]) => !items.has(code)));
  const [first] = [...more.values()][0]!;
  const where = [...(first?.cells.values() ?? [])][0]?.place ?? sheetPlace(grid);
  const count = [...more.values()].reduce((sum, rows) => sum + rows.length, 0);
  const params = { variant: "continued", title: target.title, id: target.id, count };
  return {
    lists: lists.map((each) => ({
      ...each,
      reading: { ...each.reading, rows: [...each.reading.rows, ...(more.get(each.reading.list) ?? [])] },
    })),
    findings: [...copy.findings, shapeFinding("D30", "note", where, params)],
    rest: {
      ...copy,
      reading: lines.size === 0 || !copy.reading ? null : { ...copy.reading, lines },
      findings: [],
    },
  };
}

/**
 * The lines of another sheet that the form's own sheet lacks or has blank, in the form's own order; null where both
 * hold different figures for a line: then they are two versions, not two halves.
 */
export function linesOfOther(own: FormReading, other: FormReading): ReadonlyMap<string, Line> | null {
  const more = new Map<string, Line>();
  for (const [code, line] of other.lines) {
    const before = own.lines.get(code)?.current;
    const isTyped = line.current.state !== "blank" && line.current.formula === undefined;
    if (before === undefined || (before.state === "blank" && isTyped)) more.set(code, line);
    else if (isTyped && before.formula === undefined && before.raw !== line.current.raw) return null;
  }
  return more;
}

/** D30: the form goes on in another sheet. Without a head there, somebody has to look at it. */
export function continuedForm(
  { grid }: KnownSheet,
  target: FormTarget | OwnTarget,
  { findings, headless }: AlignedForm,
  more: ReadonlyMap<string, Line>,
): Finding[] {
  const [first] = more.values();
  const params = { variant: "continuedForm", title: target.title, id: target.id, count: more.size };
  const isAsked = ({ code, indicator }: Finding): boolean =>
    code !== "D21" && code !== "S03" && (indicator === null || more.has(indicator));
  return [
    shapeFinding("D30", headless ? "explain" : "note", first?.current.place ?? sheetPlace(grid), params),
    ...findings.filter(isAsked),
  ];
}

/** What is not taken from another sheet of the form is listed in 模板外. */
export function unused(copy: FormReading | null, taken: ReadonlyMap<string, Line>): OffTemplate[] {
  if (copy === null) return [];
  const lines = new Map([...copy.lines].filter(([code]) => !taken.has(code)));
  const rest = { ...copy, lines };
  return [...setAside([...entriesOf(rest).values()], false), ...reasonsOf(rest)];
}

export function entriesOf(reading: FormReading | null): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [code, line] of reading?.lines ?? []) {
    entries.set(code, line.current);
    if (line.lastYear) entries.set(`${code} 上年`, line.lastYear);
  }
  return entries;
}

function reasonsOf(reading: FormReading | null): OffTemplate[] {
  return [...(reading?.lines.values() ?? [])].flatMap(({ reason, reasonPlace }) =>
    reason !== "" && reasonPlace ? [{ place: reasonPlace, raw: reason }] : [],
  );
}

export function differences(own: ReadonlyMap<string, Entry>, copy: ReadonlyMap<string, Entry>): number {
  return [...own].filter(([code, entry]) => entry.raw !== (copy.get(code)?.raw ?? "")).length;
}

export function setAside(entries: readonly Entry[], personal: boolean): OffTemplate[] {
  return entries
    .filter((entry) => entry.state !== "blank")
    .map(({ place, raw }) => ({ place, raw: personal ? MASKED : raw }));
}

/** D18: a second sheet for the same form. The first one counts; the other is kept aside until somebody says which. */
export function copied({ grid }: KnownSheet, target: Target, count: number, main: KnownSheet): Finding {
  const isSame = count === 0;
  const again = grid.sheet === main.grid.sheet;
  const about = { title: target.title, id: target.id, count };
  if (!again)
    return shapeFinding("D18", "explain", sheetPlace(grid), {
      variant: isSame ? "repeated" : "copied",
      ...about,
    });
  const [first] = [...grid.rows.values()][0] ?? [];
  const where = first ? place(grid, first.row, first.column) : sheetPlace(grid);
  return shapeFinding("D18", "explain", where, { variant: isSame ? "repeatedHere" : "copiedHere", ...about });
}

export function repeats(rows: readonly ListRow[], added: readonly ListRow[]): boolean {
  const known = new Set(rows.map(textOfRow));
  const same = added.filter((row) => known.has(textOfRow(row))).length;
  return same * 2 > added.length;
}

function textOfRow(row: ListRow): string {
  return [...row.cells].map(([name, entry]) => `${name}:${entry.raw}`).join("|");
}

export function continued({ grid }: KnownSheet, target: ListTarget, added: readonly ListRow[]): Finding {
  const where = [...(added[0]?.cells.values() ?? [])][0]?.place ?? sheetPlace(grid);
  const params = { variant: "continued", title: target.title, id: target.id, count: added.length };
  return shapeFinding("D30", "explain", where, params);
}
