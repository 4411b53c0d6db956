/** What intake found, with what it damages: a refused or doubtful cell, a list or form that cannot be relied on. */
import type { Finding } from "../findings/finding";
import { entryOf } from "../findings/catalogue-entry";
import type { Entry, Submission } from "../intake/submission";
import { columnsOf, columnWithRole } from "../template/form-columns";
import type { Template } from "../template/template";
import type { Draft } from "./draft";
import { formKey, lastYearKey, listKey, type Key } from "./keys";

export function intakeDrafts(submission: Submission, template: Template): Draft[] {
  const places = placesOf(submission, template);
  return submission.findings.map((finding) => draftOf(finding, places));
}

function draftOf(finding: Finding, places: Places): Draft {
  const { sheet, cell } = finding.place;
  const isBeside = entryOf(finding.code)?.standsBeside === true;
  const at = isBeside ? finding.indicator : (places.cells.get(cellName(sheet, cell)) ?? null);
  const damages = damageOf(finding, at, places);
  const takes = takesOf(finding, places);
  return {
    finding,
    at,
    on: at === null ? [] : [at],
    ...(damages === null ? {} : { damages }),
    ...(takes === null ? {} : { takes }),
  };
}

/** A note changes nothing; what was read with a warning, or refused, makes doubtful whatever rests on it. */
function damageOf({ class: findingClass, code, place, params }: Finding, at: Key | null, places: Places) {
  if (findingClass === "note") return null;
  if (at !== null) return at;
  if ((code === "D18" && params.variant === "deleted") || params.variant === "continued")
    return listKey(String(params.id));
  // A form of which this year's column is gone was not read.
  if (code === "D20" && places.unread.has(String(params.id))) return formKey(String(params.id));
  const list = place.sheet === null ? undefined : places.lists.get(place.sheet);
  return list === undefined || places.idle.has(cellName(place.sheet, place.cell)) ? null : list;
}

/** What a finding of the sheet's shape brings about in cells of its own. */
function takesOf({ code, params, place }: Finding, places: Places): ((other: Draft) => boolean) | null {
  // The cells below the first of a merge are empty because of it.
  if (code === "D23") return ({ finding }) => finding.params.merged === place.sheet;
  // Where the column of codes is gone, its heading is too.
  if (code === "S03" && params.variant === "column")
    return ({ finding }) =>
      finding.code === "D20" &&
      places.codeHeadings.has(String(finding.params.heading)) &&
      finding.place.sheet === place.sheet;
  // A sheet of another year's workbook has that workbook's name for it.
  if (code === "D55") {
    const sheets = String(params.sheets ?? place.sheet).split("\n");
    return ({ finding }) => isRenamedSheet(finding) && sheets.includes(finding.place.sheet ?? "");
  }
  if (code !== "D19") return null;
  // A row of the unit's own is missing from a sum by just what it says.
  const amount = Number(params.raw);
  const isSameSheet = ({ finding }: Draft): boolean => finding.place.sheet === place.sheet;
  const isShort = ({ finding: { values, params } }: Draft): boolean =>
    values?.left !== undefined && amount !== 0 && params.difference === amount;
  return (other) => isSameSheet(other) && isShort(other);
}

function isRenamedSheet({ code, params }: Finding): boolean {
  return code === "D18" && params.variant === "renamed";
}

interface Places {
  readonly cells: ReadonlyMap<string, Key>;
  /** Lists by their sheets' names. */
  readonly lists: ReadonlyMap<string, Key>;
  /** Cells of lists that no rule looks into: texts and dates. */
  readonly idle: ReadonlySet<string>;
  /** Forms that are not there, or could not be read. */
  readonly unread: ReadonlySet<string>;
  /** What the forms print above their codes. */
  readonly codeHeadings: ReadonlySet<string>;
}

function placesOf({ forms, lists, cover }: Submission, template: Template): Places {
  const cells = new Map<string, Key>();
  const idle = new Set<string>();
  const remember = ({ place }: Entry, key: Key): void => {
    cells.set(cellName(place.sheet, place.cell), key);
  };
  for (const [code, entry] of cover) remember(entry, code);
  for (const form of forms.values()) {
    for (const [code, { current, lastYear }] of form.lines) {
      remember(current, code);
      if (lastYear !== null) remember(lastYear, lastYearKey(code));
    }
  }
  for (const { id, columns } of template.lists) {
    const names = columns.filter(({ kind }) => kind === "text" || kind === "date").map(({ name }) => name);
    for (const row of lists.get(id)?.rows ?? []) {
      for (const { place } of names.flatMap((name) => row.cells.get(name) ?? []))
        idle.add(cellName(place.sheet, place.cell));
    }
  }
  return {
    cells,
    idle,
    lists: new Map([...lists].map(([id, { sheet }]) => [sheet, listKey(id)])),
    unread: new Set(template.forms.filter(({ id }) => !forms.has(id)).map(({ id }) => id)),
    codeHeadings: new Set(
      template.forms.flatMap((form) => columnWithRole(columnsOf(form), "code")?.heading ?? []),
    ),
  };
}

function cellName(sheet: string | null, cell: string | null): string {
  return `${sheet ?? ""}!${cell ?? ""}`;
}
