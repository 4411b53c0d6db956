/** What differs between two versions of a template. */
import { linesOfBuiltIn } from "./builtin/settings";
import { withoutUsualColumns } from "./form-columns";
import type { Template, TemplateChange } from "./template";

type Part = TemplateChange["of"];

interface Thing {
  readonly code: string;
  readonly name: string;
  /** Everything that counts as a change of it. */
  readonly content: string;
}

/** Everything added, removed or changed, by kind of part and in the order of the template. */
export function changesBetween(before: Template, after: Template): readonly TemplateChange[] {
  return [
    ...compare("form", formsOf(before), formsOf(after)),
    ...compare("line", linesOf(before), linesOf(after)),
    ...compare("list", listsOf(before), listsOf(after)),
    ...compare("column", columnsOf(before), columnsOf(after)),
    ...compare("unit", unitsOf(before), unitsOf(after)),
    ...compare("rule", rulesOf(before), rulesOf(after)),
    ...compare("setting", settingsOf(before), settingsOf(after)),
    ...compare("chart", chartsOf(before), chartsOf(after)),
    ...(same(before.scoring ?? null, after.scoring ?? null)
      ? []
      : [change("changed", "scoring", { code: "", name: "" })]),
    ...(same(before.report, after.report) ? [] : [change("changed", "report", { code: "", name: "" })]),
  ];
}

function compare(of: Part, before: readonly Thing[], after: readonly Thing[]): TemplateChange[] {
  const old = new Map(before.map((thing) => [thing.code, thing]));
  const now = new Map(after.map((thing) => [thing.code, thing]));
  return [
    ...after.filter(({ code }) => !old.has(code)).map((thing) => change("added", of, thing)),
    ...before.filter(({ code }) => !now.has(code)).map((thing) => change("removed", of, thing)),
    ...after
      .filter(({ code, content }) => old.has(code) && old.get(code)!.content !== content)
      .map((thing) => change("changed", of, thing)),
  ];
}

function change(
  what: TemplateChange["what"],
  of: Part,
  { code, name }: Pick<Thing, "code" | "name">,
): TemplateChange {
  return { what, of, code, name };
}

function formsOf({ forms }: Template): Thing[] {
  return forms.map(({ indicators, ...form }) => ({
    code: form.id,
    name: form.title,
    content: stable({ ...withoutUsualColumns(form), order: indicators.map(({ code }) => code) }),
  }));
}

function linesOf({ forms }: Template): Thing[] {
  return forms.flatMap((form) =>
    form.indicators.map((line) => ({
      code: line.code,
      name: line.name,
      content: stable({ ...line, form: form.id }),
    })),
  );
}

function listsOf({ lists }: Template): Thing[] {
  return lists.map(({ columns, ...list }) => ({
    code: list.id,
    name: list.title,
    content: stable({ ...list, order: columns.map(({ name }) => name) }),
  }));
}

function columnsOf({ lists }: Template): Thing[] {
  return lists.flatMap((list) =>
    list.columns.map((column) => ({
      code: `${list.id}[${column.name}]`,
      name: column.name,
      content: stable(column),
    })),
  );
}

function unitsOf({ units }: Template): Thing[] {
  return units.map((unit) => ({ code: unit.code, name: unit.name, content: stable(unit) }));
}

/** Lines of one number are one rule. */
function rulesOf(template: Template): Thing[] {
  const { rules, builtIn } = template;
  const numbers = [...new Set(rules.map(({ number }) => number))];
  const own = numbers.map((number) => {
    const lines = rules.filter((rule) => rule.number === number);
    return { code: number, name: lines[0]!.relation, content: stable(lines) };
  });
  return [
    ...own,
    ...Object.entries(builtIn).map(([code, content]) => ({
      code,
      name: "",
      content: [content, ...linesOfBuiltIn(template, code)].join(" "),
    })),
  ];
}

function settingsOf(template: Template): Thing[] {
  const { id, name, county, committee, period = "", settings } = template;
  return Object.entries({ id, name, county, committee, period, ...settings }).map(([code, value]) => ({
    code,
    name: String(value),
    content: String(value),
  }));
}

function chartsOf({ charts }: Template): Thing[] {
  return charts.map((chart) => ({ code: chart.id, name: chart.title, content: stable(chart) }));
}

function same(a: unknown, b: unknown): boolean {
  return stable(a) === stable(b);
}

/** As JSON, whatever the order in which an object's properties were given. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Have two versions the same content? Version, history and the office's package do not count. */
export function isSameContent(before: Template, after: Template): boolean {
  const content = ({ version: _version, history: _history, office: _office, ...rest }: Template): string =>
    stable({ ...rest, forms: rest.forms.map(withoutUsualColumns) });
  return content(before) === content(after);
}
