/**
 * The law of conservation: every entry cell that carries something has exactly one fate, and what is refused has a
 * finding. Nothing that a unit wrote is lost without a word.
 */
import type { Template } from "../template/template";
import { indexTemplate } from "../template/template-index";
import type { Place } from "../findings/finding";
import type { Entry, Line, Submission } from "./submission";

/**
 * `counted` in a total; `kept` per unit: texts, records, last year's values, reasons; `withheld` as personal, counted
 * only; `setAside` as 模板外 and shown; `refused`: a finding says so to the unit.
 */
export type Fate = "counted" | "kept" | "withheld" | "setAside" | "refused";

export interface CellFate {
  readonly place: Place;
  readonly fate: Fate;
}

/** Aggregations whose values make a total. */
const COUNTED: ReadonlySet<string> = new Set(["sum", "stock", "ratio", "computed", "count"]);

/** The fate of every cell that carries something, in the order of the template's forms and lists. */
export function fatesOf(submission: Submission, template: Template): CellFate[] {
  const { indicators } = indexTemplate(template);
  const fates: CellFate[] = [];
  const add = (entry: Entry, fate: Fate): void => {
    if (entry.state === "refused") fates.push({ place: entry.place, fate: "refused" });
    else if (entry.state !== "blank") fates.push({ place: entry.place, fate });
  };
  for (const [code, entry] of submission.cover)
    add(entry, isPersonal(indicators.get(code)?.indicator.name) ? "withheld" : "kept");
  for (const form of submission.forms.values()) {
    for (const line of form.lines.values()) {
      const aggregation = indicators.get(line.code)?.indicator.aggregation ?? "text";
      addLine(
        line,
        COUNTED.has(aggregation) && line.current.state === "filled" ? "counted" : "kept",
        add,
        fates,
      );
    }
  }
  for (const list of template.lists) {
    const personal = new Set(list.columns.filter((column) => column.personal).map(({ name }) => name));
    for (const row of submission.lists.get(list.id)?.rows ?? []) {
      for (const [name, entry] of row.cells)
        add(entry, list.personal || personal.has(name) ? "withheld" : "kept");
    }
  }
  return [...fates, ...submission.offTemplate.map(({ place }) => ({ place, fate: "setAside" as const }))];
}

function addLine(
  { current, lastYear, reason, reasonPlace }: Line,
  fate: Fate,
  add: (entry: Entry, fate: Fate) => void,
  fates: CellFate[],
): void {
  add(current, fate);
  if (lastYear) add(lastYear, "kept");
  if (reason !== "" && reasonPlace) fates.push({ place: reasonPlace, fate: "kept" });
}

/** The cover's telephone number. */
function isPersonal(name: string | undefined): boolean {
  return name !== undefined && /电话|手机/.test(name);
}
