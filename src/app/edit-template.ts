/** Changes to a template by hand, each all or nothing; as if the same had been changed in its workbook. */
import { withChart } from "../form-discovery/propose/chart-choices";
import { withProposedOutput } from "../form-discovery/propose/propose-output";
import { unitsNamed } from "../form-discovery/units-named";
import { createVocabulary, expandRule, isRuleError, type Rule } from "../rules";
import type { CellUse, ColumnRole, OwnTable } from "../template/own-sheet";
import type { ChartSpec, Form, Template } from "../template/template";
import { withListUses } from "../template/list-uses";
import { columnPlace, type ReadColumns } from "../template/workbook/columns-sheet";
import { drawnOwnSheet } from "../template/workbook/drawn-own-sheet";
import { GoneItems } from "../template/workbook/follow-signs";
import { Problems, type TemplateProblem } from "../template/workbook/problem";
import { readOwnForm } from "../template/workbook/read-own-forms";
import { TEMPLATE_SHEETS } from "../template/workbook/sheet-names";
import { SIGNS } from "../template/workbook/signs";
import { parseA1, toA1 } from "../workbook/address";
import { workbookFromPlan } from "../workbook/from-plan";
import type { PlanCell } from "../workbook/plan";

export type TemplateEdit =
  /** What cells of an office's own sheet are for; `cells`: their addresses. */
  | { readonly kind: "use"; readonly form: string; readonly cells: readonly string[]; readonly use: CellUse }
  /** In place of all units: those that keep their names keep everything else. */
  | { readonly kind: "units"; readonly names: readonly string[] }
  | { readonly kind: "name"; readonly name: string }
  /** Null: any period. */
  | { readonly kind: "period"; readonly period: string | null }
  /** A chart that the template is to have, or not. */
  | { readonly kind: "chart"; readonly chart: ChartSpec; readonly shown: boolean }
  /** A proposed rule: checked as a note, as any other, or not at all. */
  | { readonly kind: "rule"; readonly number: string; readonly as: "hint" | "adopt" | "drop" };

export type EditedTemplate =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] };

/** @param isProposed charts and report are still those that were proposed: they follow the forms */
export function editTemplate(template: Template, edit: TemplateEdit, isProposed: boolean): EditedTemplate {
  if (edit.kind === "use") return withUse(template, edit, isProposed);
  return { ok: true, template: edited(template, edit) };
}

function edited(template: Template, edit: Exclude<TemplateEdit, { kind: "use" }>): Template {
  if (edit.kind === "name")
    return edit.name.trim() === "" ? template : { ...template, name: edit.name.trim() };
  if (edit.kind === "units") return withUnits(template, edit.names);
  if (edit.kind === "period") {
    const { period: _before, ...rest } = template;
    return edit.period === null ? rest : { ...rest, period: edit.period };
  }
  if (edit.kind === "chart")
    return { ...template, charts: withChart(template.charts, edit.chart, edit.shown) };
  return {
    ...template,
    rules: template.rules.flatMap((rule): Rule[] => {
      if (rule.number !== edit.number) return [rule];
      if (edit.as === "hint") return [{ ...rule, proposed: true }];
      const { proposed: _proposed, ...adopted } = rule;
      return edit.as === "adopt" ? [adopted] : [];
    }),
  };
}

function withUnits(template: Template, names: readonly string[]): Template {
  const before = new Map(template.units.map((unit) => [unit.name, unit]));
  const units = unitsNamed(names).map((unit) => before.get(unit.name) ?? unit);
  const codes = new Set<string>();
  const coded = units.map((unit, i) => {
    let code = unit.code;
    for (let n = i + 1; codes.has(code); n++) code = `T${String(n).padStart(2, "0")}`;
    codes.add(code);
    return { ...unit, code };
  });
  return { ...template, units: coded };
}

function withUse(
  template: Template,
  { form: id, cells, use }: Extract<TemplateEdit, { kind: "use" }>,
  isProposed: boolean,
): EditedTemplate {
  const form = template.forms.find((each) => each.id === id);
  if (!form?.own) return { ok: true, template };
  const problems = new Problems();
  const { lists, others: wanted } = withListUses(form, template.lists, new Set(cells), use);
  const changed = readOwnForm(
    {
      form,
      before: form,
      sheet: sheetWith(form, wanted, use),
      columns: rolesWith(form, wanted, use),
      lists,
      place: { sheet: TEMPLATE_SHEETS.indicators, cell: "A1" },
    },
    problems,
  );
  if (problems.all.length > 0) return { ok: false, problems: problems.all };
  const forms = template.forms.map((each) => (each === form ? changed : each));
  return followed({ ...template, lists }, forms, isProposed);
}

/** The own sheet as the template workbook shows it, with other signs in these cells. */
function sheetWith({ own }: Form, cells: ReadonlySet<string>, use: CellUse) {
  const drawn = drawnOwnSheet(own!, own!.sheet);
  const kept = drawn.cells.filter(({ row, column }) => !cells.has(toA1(row, column)));
  const signs = [...cells].map((cell): PlanCell => ({ ...parseA1(cell)!, value: SIGNS[use] }));
  const all = [...kept, ...signs].sort((a, b) => a.row - b.row || a.column - b.column);
  return workbookFromPlan({ sheets: [{ ...drawn, cells: all }], names: [] }).sheets[0]!;
}

/** A column of which every cell becomes the same is that: what belongs to it is found by its role. */
function rolesWith(form: Form, cells: ReadonlySet<string>, use: CellUse): ReadColumns {
  const roles = new Map<string, { readonly role: ColumnRole }>();
  for (const [t, table] of form.own!.tables.entries())
    for (const { key, role } of table.columns) {
      const own = table.cells.filter((cell) => cell.in === key);
      const isWhole = own.length > 0 && own.every(({ row, column }) => cells.has(toA1(row, column)));
      if (isWhole) roles.set(columnPlace(form.id, t + 1, key), { role: roleFor(use, role, table) });
    }
  return roles;
}

function roleFor(use: CellUse, role: ColumnRole, { columns }: OwnTable): ColumnRole {
  if (use === "lastYear") return role === "previous" ? role : "lastYear";
  if (use === "unused") return "ignored";
  if (use === "text") return role === "change" || role === "value" ? role : "note";
  // A table needs a column of figures.
  return role === "change" && columns.length > 1 && use === "computed" ? role : "value";
}

/** Has nobody chosen other charts? */
function hasProposedCharts(template: Template): boolean {
  return JSON.stringify(withProposedOutput(template).charts) === JSON.stringify(template.charts);
}

/** Everything that speaks of items that are gone: what was only proposed goes with them, anything else is a problem. */
function followed(template: Template, forms: readonly Form[], isProposed: boolean): EditedTemplate {
  const vocabulary = createVocabulary({ ...template, forms });
  const broken = template.rules.filter((rule) => isRuleError(expandRule(rule, vocabulary)));
  const written = broken.find(({ proposed }) => !proposed);
  if (written) {
    const params = { rule: written.number, found: written.relation };
    return { ok: false, problems: [{ code: "ruleWithoutItem", sheet: null, cell: null, params }] };
  }
  const next = { ...template, forms, rules: template.rules.filter((rule) => !broken.includes(rule)) };
  if (isProposed && hasProposedCharts(template)) return { ok: true, template: withProposedOutput(next) };
  const gone = new GoneItems(template, forms);
  return {
    ok: true,
    template: {
      ...next,
      charts: next.charts.filter((chart) => !gone.isLeftBy(chart)),
      report: next.report.filter((sentence) => !gone.isLeftBy(sentence)),
    },
  };
}
