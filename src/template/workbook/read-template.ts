/** Reads a template workbook as a person left it: the template, or everything in it that must be mended. */
import type { Sheet, Workbook } from "../../workbook/workbook";
import { changesBetween, isSameContent } from "../changes";
import { createVocabulary, type Rule } from "../../rules";
import { columnsOf } from "../form-columns";
import type { DetailList, Form, FormColumn, Template } from "../template";
import { comparesRates, readAbout } from "./about-sheet";
import { readCharts } from "./charts-sheet";
import { readColumns, type ReadColumns } from "./columns-sheet";
import { checkRows } from "./check-template";
import { GoneItems } from "./follow-signs";
import { readLists } from "./lists-sheet";
import { FORMAT, readOrigin, type Origin } from "./origin-sheet";
import { Problems, type TemplateProblem } from "./problem";
import { hasOurForms, readIndicators, type ReadIndicators } from "./read-indicators";
import { readOwnForm } from "./read-own-forms";
import { readReport } from "./report-sheet";
import { formMeant, withOwnMissing } from "./rule-lines";
import { readRules, RULE_HEAD, type RuleRow } from "./rules-sheet";
import { ownSheetName, sheetKey, TEMPLATE_SHEETS } from "./sheet-names";
import { checkScoring, readScoring } from "./scoring-sheet";
import { readUnits } from "./units-sheet";
import { fold } from "../../workbook/fold";

export type TemplateReading =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly errors: readonly TemplateProblem[] };

const NEEDED = ["about", "indicators", "lists", "units", "rules"] as const;

/**
 * The template that the workbook holds. What a person changed counts as a new version, one above the one that was
 * written, unless they gave it a higher number themselves; what changed goes into its history. Of an office's own
 * sheets the signs are read; our forms follow from 指标 and 明细表. `office` is left to whoever has the file's bytes.
 */
export function readTemplate(workbook: Workbook): TemplateReading {
  const origin = readOrigin(workbook);
  const sheets = namedSheets(workbook);
  if (!origin && !sheets.has(TEMPLATE_SHEETS.indicators)) return refused("notTemplate");
  if (origin && origin.format > FORMAT) return refused("newerFormat");
  const problems = new Problems();
  for (const key of NEEDED) {
    const name = TEMPLATE_SHEETS[key];
    if (!sheets.has(name)) problems.add({ code: "missingSheet", sheet: null, cell: null, params: { name } });
  }
  const template = readSheets(sheets, origin?.template ?? null, problems);
  if (template === null || problems.all.length > 0) return { ok: false, errors: problems.all };
  return { ok: true, template: versioned(template, origin) };
}

function refused(code: "notTemplate" | "newerFormat"): TemplateReading {
  return { ok: false, errors: [{ code, sheet: null, cell: null, params: {} }] };
}

function namedSheets({ sheets }: Workbook): ReadonlyMap<string, Sheet> {
  return new Map(sheets.map((sheet) => [fold(sheet.name).trim(), sheet]));
}

function readSheets(
  sheets: ReadonlyMap<string, Sheet>,
  before: Template | null,
  problems: Problems,
): Template | null {
  const read = <T>(
    key: keyof typeof TEMPLATE_SHEETS,
    reader: (sheet: Sheet, all: Problems) => T,
  ): T | null => {
    const sheet = sheets.get(TEMPLATE_SHEETS[key]);
    return sheet ? reader(sheet, problems) : null;
  };
  const printed = read("indicators", hasOurForms) ?? false;
  const rates = before ? comparesRates(before) : printed;
  const about = read("about", (sheet, all) => readAbout(sheet, all, { named: printed, rates }));
  const indicators = read("indicators", readIndicators);
  const lists = read("lists", (sheet, all) => readLists(sheet, all, indicators?.sheets ?? new Map()));
  const units = read("units", (sheet, all) => readUnits(sheet, all, indicators?.forms.length !== 0));
  const rules = read("rules", readRules);
  if (!about || !indicators || !lists || !units || !rules) return null;
  const columns = read("columns", readColumns) ?? new Map<string, never>();
  const forms = indicators.forms.map((form) =>
    form.layout === "own"
      ? readOwn(form, indicators, { sheets, before, columns, lists, problems })
      : { ...form, columns: columnsBefore(form, before) },
  );
  // Rows of 指标 whose cells are not used any more say nothing.
  const used = new Set(forms.flatMap((form) => form.indicators.map(({ code }) => code)));
  const lines = indicators.lines.filter(({ line }) => used.has(line.code));
  const gone = new GoneItems(before, forms);
  const charts = (read("charts", readCharts) ?? []).filter(({ chart }) => !gone.isLeftBy(chart));
  const sentences = (read("report", readReport) ?? []).filter(({ sentence }) => !gone.isLeftBy(sentence));
  const ruleRows = rules.rules.map((row) => ({ ...row, rule: ofForms(row, forms, lists) }));
  checkRows({ ...indicators, forms, lines, lists, units, rules: ruleRows, charts, sentences });
  const rows = read("scoring", readScoring);
  const scoring = rows && checkScoring(rows, createVocabulary({ forms, lists }));
  const { settings, ...identity } = about;
  return {
    ...identity,
    forms,
    lists,
    units,
    rules: ruleRows.map(({ rule }) => rule),
    builtIn: rules.builtIn,
    builtInLines: rules.builtInLines,
    settings,
    charts: charts.map(({ chart }) => chart),
    report: sentences.map(({ sentence }) => sentence),
    ...(scoring ? { scoring } : {}),
    history: [],
    ...(before?.otherSheets ? { otherSheets: before.otherSheets } : {}),
  };
}

/** A form by any of its names; what is not said of missing cells follows from the form. */
function ofForms({ rule, row }: RuleRow, forms: readonly Form[], lists: readonly DetailList[]): Rule {
  const meant = {
    ...rule,
    forms: rule.forms.map((form) => formMeant(form, { forms, lists }) ?? form),
  };
  return row.text(RULE_HEAD.missing) === "" ? withOwnMissing(meant, { forms }) : meant;
}

/** 指标 says nothing of the columns of our forms: they stay as they were. */
function columnsBefore({ id, layout }: Form, before: Template | null): readonly FormColumn[] {
  const earlier = before?.forms.find((form) => form.id === id && form.layout === layout);
  return columnsOf(earlier ?? { layout });
}

interface ReadParts {
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly before: Template | null;
  readonly columns: ReadColumns;
  readonly lists: readonly DetailList[];
  readonly problems: Problems;
}

function readOwn(
  form: Form,
  { forms, sheets: places }: ReadIndicators,
  { sheets, before, columns, lists, problems }: ReadParts,
): Form {
  const ids = forms.map(({ id }) => id);
  const [sheet = "", cell = ""] = places.get(sheetKey(form.id))!.split("!");
  const parts = {
    form,
    before: before?.forms.find(({ id }) => id === form.id) ?? null,
    sheet: sheets.get(fold(ownSheetName(form.id, ids)).trim()) ?? null,
    columns,
    lists,
    place: { sheet, cell },
  };
  return readOwnForm(parts, problems);
}

function versioned(template: Template, origin: Origin | null): Template {
  const before = origin?.template;
  if (!before) return template;
  if (isSameContent(before, template)) return { ...template, history: before.history };
  const version = Math.max(template.version, before.version + 1);
  return {
    ...template,
    version,
    history: [
      ...before.history,
      { from: before.version, version, changes: changesBetween(before, template) },
    ],
  };
}
