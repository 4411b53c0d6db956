/** C04: the same event, donation or article reported by two units, and so perhaps counted twice. */
import type { Finding } from "../findings/finding";
import type { Entry, ListRow } from "../intake/submission";
import type { RuleClass } from "../rules/rule";
import { ACTIVITIES, ARTICLES, DONATIONS, listWithRole, type ListRole } from "../template/builtin/list-roles";
import { isOwnList } from "../template/own-lists";
import type { Template } from "../template/template";
import { groupBy } from "../workbook/group-by";
import type { Consolidation } from "./consolidation";
import { alike, comparable } from "./text-likeness";

/** A row of a unit's list, brought into the form in which rows are compared. */
interface Candidate {
  readonly unit: string;
  readonly row: ListRow;
  /** Day as a serial; null where none is given. */
  readonly day: number | null;
  /** The title, or donor and recipient. */
  readonly text: string;
  /** Yuan, for donations. */
  readonly amount: number | null;
  /** Units of the register that the text names: a title that differs in them is about another place. */
  readonly named: string;
}

const COMPARED = [ACTIVITIES, DONATIONS, ARTICLES];

/** Units date one event by its beginning or its end. */
const DAYS_APART = 1;

/** One finding per pair of rows, at the row of the unit that comes later in the register. */
export function duplicateFindings(consolidation: Consolidation, findingClass: RuleClass): Finding[] {
  const unitsNamed = unitsNamedIn(consolidation.template);
  const withRole = COMPARED.flatMap((role) => {
    const list = listWithRole(consolidation.template, role);
    if (!list) return [];
    const [column] = role.texts;
    const candidates = candidatesOf(role, list.id, { ...consolidation, unitsNamed });
    return pairs(candidates).map(([first, second]) => finding(findingClass, list.id, column, first, second));
  });
  return [...withRole, ...sameRecords(consolidation)];
}

/** A text that names a thing, and not a kind of things, is at least so long; beside a day half as long. */
const SHORTEST_NAME = 8;
/** So many records that two units share say enough. */
const MOST_OF_A_PAIR = 10;

/**
 * Records of an office's own lists that two units have word for word, persons' columns left out. As nobody said what a
 * record is about, it is a note.
 */
function sameRecords({ template, submissions }: Consolidation): Finding[] {
  return template.lists
    .filter((list) => isOwnList(template, list) && !list.personal)
    .flatMap((list) => {
      const columns = list.columns.filter(({ personal }) => !personal);
      const known = new Map<string, Pick<Candidate, "unit" | "row">>();
      const ofPair = new Map<string, number>();
      return submissions.flatMap(({ unit, lists }) =>
        (lists.get(list.id)?.rows ?? []).flatMap((row): Finding[] => {
          const texts = columns.map(({ name }) => textOf(row.cells.get(name)));
          const shortest = texts.some(isDay) ? SHORTEST_NAME / 2 : SHORTEST_NAME;
          const column = columns.find(({ kind }, i) => kind === "text" && isName(texts[i]!, shortest));
          const values = texts.map(comparable);
          if (!unit || !column || values.filter((value) => value !== "").length < 2) return [];
          const key = values.join("|");
          const first = known.get(key);
          if (!first) known.set(key, { unit: unit.name, row });
          if (!first || first.unit === unit.name) return [];
          const pair = `${first.unit}|${unit.name}`;
          const count = (ofPair.get(pair) ?? 0) + 1;
          ofPair.set(pair, count);
          return count > MOST_OF_A_PAIR
            ? []
            : [finding("note", list.id, column.name, first, { unit: unit.name, row })];
        }),
      );
    });
}

function isName(text: string, shortest: number): boolean {
  return [...text].length >= shortest && /\p{L}/u.test(text) && !isDay(text);
}

function isDay(text: string): boolean {
  return /^(?:19|20)\d{2}[-./年]\d/.test(text);
}

interface Candidates extends Pick<Consolidation, "submissions"> {
  readonly unitsNamed: UnitsNamed;
}

function candidatesOf(role: ListRole, list: string, { submissions, unitsNamed }: Candidates): Candidate[] {
  return submissions.flatMap((submission) => {
    const reading = submission.lists.get(list);
    const unit = submission.unit?.name;
    if (!unit || !reading) return [];
    return reading.rows.flatMap((row) => candidate(role, unit, row, unitsNamed) ?? []);
  });
}

function candidate(role: ListRole, unit: string, row: ListRow, unitsNamed: UnitsNamed): Candidate | null {
  const texts = role.texts.map((column) => comparable(textOf(row.cells.get(column))));
  const amounts = role.amounts.map((column) => numberOf(row.cells.get(column)) ?? 0);
  const amount = role.amounts.length > 0 ? amounts.reduce((a, b) => a + b, 0) : null;
  // A row without a title, or without any of donor, recipient and money, could be anything.
  if (texts.some((text) => text === "") || amount === 0) return null;
  const text = texts.join("|");
  return {
    unit,
    row,
    day: numberOf(row.cells.get(role.date)),
    text,
    amount,
    named: unitsNamed(text),
  };
}

/**
 * Pairs of rows of different units that look like one thing. Rows are compared only with those of the same day or the
 * next that agree in money and the units they name, so that the effort grows with the rows and not with their square.
 */
function pairs(candidates: readonly Candidate[]): [Candidate, Candidate][] {
  const dated = candidates.filter((c) => c.day !== null);
  const key = ({ amount, named }: Candidate, day: number): string => `${day} ${amount} ${named}`;
  const groups = groupBy(dated, (c) => key(c, c.day!));
  const order = new Map(candidates.map((c, i) => [c, i]));
  return dated.flatMap((first) => {
    const near: Candidate[] = [];
    for (let d = -DAYS_APART; d <= DAYS_APART; d++)
      near.push(...(groups.get(key(first, first.day! + d)) ?? []));
    return near
      .filter((second) => order.get(second)! > order.get(first)! && isSame(first, second))
      .map((second): [Candidate, Candidate] => [first, second]);
  });
}

function isSame(a: Candidate, b: Candidate): boolean {
  return a.unit !== b.unit && alike(a.text, b.text);
}

type UnitsNamed = (text: string) => string;

/** The codes of the register's units that a text names; in a time that does not grow with the register. */
function unitsNamedIn({ units }: Template): UnitsNamed {
  const named = units.flatMap(({ code, name, aliases }) =>
    [name, ...aliases].map((each) => ({ code, text: comparable(each) })),
  );
  const byText = groupBy(named, ({ text }) => text);
  const lengths = [...new Set([...byText.keys()].map(({ length }) => length))];
  return (text) => {
    const codes = new Set<string>();
    for (let at = 0; at < text.length; at++)
      for (const length of lengths)
        for (const { code } of byText.get(text.slice(at, at + length)) ?? []) codes.add(code);
    return [...codes].sort().join();
  };
}

/** `column`: the one at whose cell the finding is. A candidate has one, as a row without it is none. */
function finding(
  findingClass: RuleClass,
  list: string,
  column: string,
  first: Pick<Candidate, "unit" | "row">,
  second: Pick<Candidate, "unit" | "row">,
): Finding {
  const here = second.row.cells.get(column)!;
  const there = first.row.cells.get(column)!;
  return {
    class: findingClass,
    code: "C04",
    unit: second.unit,
    place: here.place,
    indicator: null,
    values: null,
    params: {
      list,
      text: here.raw,
      otherUnit: first.unit,
      otherText: there.raw,
      otherFile: there.place.file,
      otherSheet: there.place.sheet,
      otherCell: there.place.cell,
    },
    causes: [],
  };
}

function textOf(entry: Entry | undefined): string {
  return entry?.value == null ? "" : String(entry.value);
}

function numberOf(entry: Entry | undefined): number | null {
  return typeof entry?.value === "number" ? entry.value : null;
}
