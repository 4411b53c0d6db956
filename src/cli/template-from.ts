/** `template --from`: an office's blank, or filled copies of it, become a template; what cannot be known is asked. */
import { basename } from "node:path";
import { readOfficeFiles } from "../app/office-files";
import { templateFromFiles, type FormKind, type TemplateFromFiles } from "../app/template-from-files";
import type { Departure } from "../form-discovery/copies/departures-of-copies";
import { unitQuestions } from "../form-discovery/copies/units-of-copies";
import type { NoForm } from "../form-discovery/draft-form";
import { ruleQuestions } from "../form-discovery/propose/rules-from-notes";
import type { Proposal, Question } from "../form-discovery/question";
import { createNodeReader } from "../files/node-reader";
import { nodeInflate } from "../files/read/node-inflate";
import { officePackager } from "../files/write/office/take-office";
import { xlsxWriter } from "../files/write/write-xlsx";
import { say } from "../locales/command-line";
import type { Locale } from "../locales";
import { sayInReport } from "../locales/report-words";
import type { FileError, OfficeLeftOut } from "../ports/ports";
import type { CellUse } from "../template/own-sheet";
import type { OwnListColumn } from "../template/own-sheet";
import { ownListsOf } from "../template/own-lists";
import type { DetailList, Form } from "../template/template";
import { withEveryLine } from "../template/unit-lines";
import { SIGNS } from "../template/workbook/signs";
import { templatePlan } from "../template/workbook/template-plan";
import type { Call } from "./arguments";
import { fileErrorText } from "./inputs";
import { CallError, EXIT, type Outcome } from "./outcome";
import { Output } from "./output";
import { sessionTools } from "./session-tools";
import { selectSources } from "./source-files";
import { readUnits } from "./units";

export async function templateFrom(call: Call): Promise<Outcome> {
  const { locale, name, period } = call;
  const file = call.out!;
  const output = await Output.besides([...call.from, call.units], call);
  await output.reserve(file);
  const { made, unreadable } = await readAll(call);
  if (!made.ok) throw refusal(call, made);
  const { template, discovery } = made;
  await output.write(file, xlsxWriter.write(templatePlan(template, sayInReport(locale))));
  const aboutUnits = made.units && call.units === null ? unitQuestions(made.units) : [];
  const questions = [...discovery.questions, ...aboutUnits, ...ruleQuestions(template)].map((question) =>
    asked(locale, question),
  );
  return {
    document: {
      version: 1,
      file,
      template: { id: template.id, version: template.version, name: name ?? template.name },
      ...(period === null ? {} : { period }),
      forms: template.forms.map((form) => formDocument(form, template.lists)),
      units: template.units.map((unit) => unit.name),
      rules: template.rules.length,
      questions,
      ...(made.norm === null ? {} : { norm: made.norm, copies: made.copies, departures: made.departures }),
      skipped: [
        ...(made.norm === null ? made.copies : []).map((copy) => ({
          file: copy,
          reason: say(locale, "forms.copy"),
        })),
        ...unreadable,
      ],
      leftOut: made.leftOut.map((left) => ({ ...left, message: leftOutText(locale, left) })),
      others: discovery.others.map(({ sheet, why }) => ({
        sheet,
        reason: say(locale, `forms.other.${why}`),
      })),
    },
    text: [
      say(locale, "batch.wroteFile", { file }),
      ...template.forms.map((form) => formText(locale, form)),
      ...discovery.others.map(({ sheet, why }) => otherText(locale, sheet, why)),
      ...copiesText(locale, made),
      ...unreadable.map((each) => say(locale, "batch.skipped", { ...each })),
      ...made.leftOut.map((left) => leftOutText(locale, left)),
      ...(template.units.length === 0 ? [say(locale, "forms.noUnits")] : []),
      ...(questions.length === 0 ? [] : [say(locale, "forms.questions", { count: questions.length })]),
      ...questions.map(({ sheet, cell, about, proposal }) =>
        say(locale, "forms.question", { place: cell === "" ? sheet : `${sheet}!${cell}`, about, proposal }),
      ),
    ].join("\n"),
    exit: EXIT.clean,
  };
}

interface Read {
  readonly made: TemplateFromFiles;
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
}

async function readAll(call: Call): Promise<Read> {
  const { locale, name, period } = call;
  const reader = createNodeReader();
  try {
    const { files: given, unreachable } = await selectSources(call.from, [call.units]);
    if (unreachable.length > 0) throw new CallError("error.unreachable", { paths: unreachable.join("、") });
    if (given.length === 0) throw new CallError("error.noWorkbooks");
    const { files, unreadable } = await readOfficeFiles(given, sessionTools(reader));
    const [first] = unreadable;
    if (files.length === 0 && first) throw notRead(call, "error.blank", first.file, first.error);
    const units = await readUnits(call, reader);
    const options = { name, units, period, fallbackName: say(locale, "forms.emptyName") };
    return {
      made: await templateFromFiles(files, options, officePackager({ inflate: nodeInflate })),
      unreadable: unreadable.map(({ file, error }) => ({ file, reason: fileErrorText(locale, file, error) })),
    };
  } finally {
    await reader.close();
  }
}

function notRead({ locale }: Call, code: "error.blank", file: string, error: FileError): CallError {
  return new CallError(code, { file, reason: fileErrorText(locale, file, error) });
}

function refusal({ from, locale }: Call, made: Extract<TemplateFromFiles, { ok: false }>): CallError {
  const file = from.join("、");
  if (made.reason === "product")
    return new CallError(`error.blankIsOurs.${made.product}`, { file: basename(made.file) });
  if (made.reason === "kinds")
    return new CallError("error.formKinds", { kinds: kindsText(locale, made.kinds) });
  if (made.reason === "package") return new CallError(`error.package.${made.outcome.reason}`, { file });
  const { others } = made.discovery;
  return new CallError("error.noTable", {
    file,
    sheets: others.map(({ sheet, why }) => otherText(locale, sheet, why)).join("\n"),
  });
}

/** `  “农情表”：头道镇.xlsx、榆林镇.xlsx`, a line for each form. */
export function kindsText(locale: Locale, kinds: readonly FormKind[]): string {
  return kinds
    .map(({ title, files }) => say(locale, "forms.kind", { title, files: files.join("、") }))
    .join("\n");
}

function departureText(locale: Locale, { file, sheet, usualName, moved, added, missing }: Departure): string {
  const details = [
    ...(usualName === null ? [] : [say(locale, "forms.departs.name", { sheet, usualName })]),
    ...(moved && added.length + missing.length === 0 ? [say(locale, "forms.departs.moved")] : []),
    ...(added.length === 0 ? [] : [say(locale, "forms.departs.added", { words: added.join("、") })]),
    ...(missing.length === 0 ? [] : [say(locale, "forms.departs.missing", { words: missing.join("、") })]),
  ];
  return say(locale, "forms.departs", { file, details: details.join(locale === "zh-CN" ? "，" : ", ") });
}

function copiesText(
  locale: Locale,
  { norm, copies, departures }: Extract<TemplateFromFiles, { ok: true }>,
): string[] {
  if (norm !== null)
    return [
      say(locale, "forms.fromCopies", { count: copies.length + 1, norm }),
      ...departures.map((departure) => departureText(locale, departure)),
    ];
  return copies.map((file) => say(locale, "batch.skipped", { file, reason: say(locale, "forms.copy") }));
}

function formDocument(form: Form, details: readonly DetailList[]): object {
  const { id, own, indicators } = form;
  const tables = own?.tables ?? [];
  const lists = ownListsOf(form, details);
  const lines = new Map(indicators.map((line) => [line.code, line]));
  return {
    form: id,
    sheet: own?.sheet ?? id,
    kind: tables.length === 0 && lists.length > 0 ? "list" : kindOf(tables),
    lines: linesIn(tables),
    items: indicators.length,
    columns: [
      ...tables.flatMap(({ columns, cells }) =>
        columns.map(({ key, heads, role }) => {
          const items = cells.flatMap((cell) =>
            cell.in === key && cell.item !== undefined ? (lines.get(cell.item) ?? []) : [],
          );
          const aggregations = [...new Set(items.map(({ aggregation }) => aggregation))];
          return { key, heads, role, aggregation: aggregations.length === 0 ? null : usual(aggregations) };
        }),
      ),
      ...lists.flatMap(({ list, detail }) => list.columns.map((column) => listColumn(column, detail))),
    ],
  };
}

function listColumn({ key, heads, item }: OwnListColumn, { columns }: DetailList): object {
  if (columns.find(({ name }) => name === key)?.personal)
    return { key, heads, role: "ignored", aggregation: null };
  return { key, heads, role: "value", aggregation: item === undefined ? "text" : "sum" };
}

/** What is said of a column whose lines differ: that it is added up, where any of them is. */
function usual(aggregations: readonly string[]): string {
  return aggregations.includes("sum") ? "sum" : aggregations[0]!;
}

function linesIn(tables: NonNullable<Form["own"]>["tables"]): number {
  return tables.reduce((sum, table) => sum + withEveryLine(table).lines.length, 0);
}

/** Both lines and columns are numbered: a matrix. */
function kindOf(tables: NonNullable<Form["own"]>["tables"]): "table" | "matrix" | "unitLines" | "card" {
  const [kind] = tables.flatMap((table) => table.kind ?? []);
  if (kind !== undefined && tables.every((table) => table.kind !== undefined)) return kind;
  const isMatrix = tables.some(
    ({ lines, columns }) =>
      lines.every(({ code }) => code !== undefined) &&
      columns.length > 2 &&
      columns.every(({ key }) => /^\d+$/.test(key)),
  );
  return isMatrix ? "matrix" : "table";
}

function formText(locale: Locale, { id, own, indicators }: Form): string {
  if (own?.lists && own.tables.length === 0) {
    const columns = own.lists.reduce((sum, list) => sum + list.columns.length, 0);
    return say(locale, "forms.foundList", { sheet: id, lists: own.lists.length, columns });
  }
  const lines = linesIn(own?.tables ?? []);
  return say(locale, "forms.found", { sheet: id, lines, items: indicators.length });
}

function otherText(locale: Locale, sheet: string, why: NoForm): string {
  return say(locale, "forms.other", { sheet, reason: say(locale, `forms.other.${why}`) });
}

function leftOutText(locale: Locale, { what, cells = [] }: OfficeLeftOut): string {
  return say(locale, `forms.leftOut.${what}`, { cells: cells.join("、") });
}

function asked(locale: Locale, { sheet, cell, code, params, proposal, choices }: Question) {
  return {
    sheet,
    cell,
    code,
    about: say(locale, `forms.about.${code}`, { cell, ...params }),
    proposal: proposalText(locale, proposal),
    choices: choices.map((choice) => proposalText(locale, choice)),
  };
}

function proposalText(locale: Locale, proposal: Proposal): string {
  const words = say(locale, `forms.use.${proposal}`);
  const sign = isUse(proposal) ? `${SIGNS[proposal]} ` : "";
  return `${sign}${words}`;
}

function isUse(proposal: Proposal): proposal is CellUse {
  return Object.hasOwn(SIGNS, proposal);
}
