/** The workbooks that a call names beside its sources. */
import { basename } from "node:path";
import { nodeInflate } from "../files/read/node-inflate";
import { decodeText } from "../files/read/text-encoding";
import { officePackager } from "../files/write/office/take-office";
import { xlsxWriter } from "../files/write/write-xlsx";
import { sayFindingParts } from "../locales/finding-text";
import type { Locale } from "../locales";
import { say, type CommandLineKey } from "../locales/command-line";
import { sayRuleError } from "../locales/rule-error-text";
import { sayTemplateProblem } from "../locales/template-text";
import {
  type CountyWorkbook,
  type CountyWorkbookProblem,
  readCountyWorkbook,
} from "../county-workbook/read-county";
import type { FileError, WorkbookReader } from "../ports/ports";
import { assessmentTemplate } from "../app/assessment-template";
import { takeOwnSheets } from "../app/take-own-sheets";
import { countAdded, withRules } from "../app/template-draft";
import { ASSESSMENT } from "../template/builtin/assessment";
import { builtInTemplate } from "../template/builtin";
import { emptyTemplate } from "../template/empty-template";
import type { Template } from "../template/template";
import { indexTemplate } from "../template/template-index";
import { ruleReading } from "../validation/try-out";
import { readTemplate } from "../template/workbook/read-template";
import { parseRuleLines, type RuleLineProblem, type RuleLines } from "../template/workbook/rule-lines";
import { readRuleList } from "../template/workbook/rule-list";
import type { Workbook } from "../workbook/workbook";
import type { Call } from "./arguments";
import { CallError } from "./outcome";
import { selectFile } from "./source-files";

/** The file of the template that the call names; null where it names none, or one that is built in. */
export function templatePath({ template }: Call): string | null {
  return template === ASSESSMENT ? null : template;
}

/** The standard template that the call names, a file or the built-in assessment; else the built-in annual report. */
export async function readTemplateFile(call: Call, reader: WorkbookReader): Promise<Template> {
  if (call.empty) return emptyTemplate(say(call.locale, "forms.emptyName"));
  if (call.template === null) return builtInTemplate;
  if (call.template === ASSESSMENT)
    return assessmentTemplate({ workbooks: xlsxWriter, packager: officePackager({ inflate: nodeInflate }) });
  const workbook = await readOne(call.template, "error.template", call, reader);
  const reading = readTemplate(workbook);
  if (reading.ok) return withOffice(reading.template, workbook, call.template);
  const problems = reading.errors.map((problem) => sayTemplateProblem(call.locale, problem));
  throw new CallError("error.template", { file: call.template, reason: problems.join("\n") });
}

/** Of a template with the office's own sheets, the workbook itself is the package that its forms are written into. */
async function withOffice(template: Template, workbook: Workbook, path: string): Promise<Template> {
  if (!template.forms.some(({ own }) => own)) return template;
  const bytes = await (await selectFile(path))!.bytes();
  const taken = await takeOwnSheets(template, { bytes, workbook }, officePackager({ inflate: nodeInflate }));
  if (!taken.ok) throw new CallError(`error.package.${taken.reason}`, { file: path });
  return taken.template;
}

export interface WithRules {
  readonly template: Template;
  /** How many rules of the list are new to the template. */
  readonly added: number;
  /** Each line of the list that was read, in its order: what it was understood as, or why not. */
  readonly answers: readonly LineAnswer[];
  readonly problems: readonly RuleLineProblem[];
}

export interface LineAnswer {
  readonly line: number;
  readonly sheet?: string;
  readonly text: string;
  readonly understood?: string;
  readonly refused?: string;
}

/** The template with the list of rules that the call names; without one the template itself. */
export async function readWithRules(
  template: Template,
  call: Call,
  reader: WorkbookReader,
): Promise<WithRules> {
  if (call.rules === null) return { template, added: 0, answers: [], problems: [] };
  const lines = await readRules(call.rules, template, call, reader);
  const extended = withRules(template, lines.rules);
  return {
    template: extended,
    added: countAdded(template, extended),
    answers: answersOf(call.locale, lines, template),
    problems: lines.problems,
  };
}

function answersOf(locale: Locale, { understood, problems }: RuleLines, template: Template): LineAnswer[] {
  const index = indexTemplate(template);
  const sheets = [...new Set([...understood, ...problems].map(({ sheet }) => sheet))];
  const answers: LineAnswer[] = [
    ...understood.map(({ expanded, ...at }) => ({ ...at, understood: ruleReading(expanded, index) })),
    ...problems.map(({ fault, ...at }) => ({ ...at, refused: reasonOf(locale, fault) })),
  ];
  return answers.sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.line - b.line);
}

function reasonOf(locale: Locale, fault: RuleLineProblem["fault"]): string {
  return fault ? sayRuleError(locale, fault) : say(locale, "pane.template.rules.noRelation");
}

/** `第 2 行没有看懂，没有加入：…`: what is said of a line of the list that was left out. */
export function ruleLineText(locale: Locale, { line, sheet, text, fault }: RuleLineProblem): string {
  const reason = reasonOf(locale, fault);
  if (sheet === undefined) return say(locale, "batch.rules.bad", { line, text, reason });
  return say(locale, "batch.rules.badOnSheet", { sheet, line, text, reason });
}

/** `第 2 行：01=02+03 → 每一栏：…`; as {@link ruleLineText} where it was refused. */
export function answerText(
  locale: Locale,
  { line, sheet = "", text, understood, refused }: LineAnswer,
): string {
  const place = sheet === "" ? "" : "OnSheet";
  return understood === undefined
    ? say(locale, `batch.rules.bad${place}`, { sheet, line, text, reason: refused ?? "" })
    : say(locale, `batch.rules.understood${place}`, { sheet, line, text, understood });
}

/** A list of rules is in a workbook, or in a text of one line each. */
async function readRules(
  path: string,
  template: Template,
  call: Call,
  reader: WorkbookReader,
): Promise<RuleLines> {
  if (/\.(?:txt|csv)$/i.test(path)) {
    const file = await selectFile(path);
    const text = file && decodeText(await file.bytes());
    if (text === null) throw new CallError("error.unreachable", { paths: path });
    // In `1 | 表1 | [01,1]=[02,1]` commas are no separators, whatever the file is called.
    if (/txt$/i.test(path) || /^[^,\n]*[|｜\t]/m.test(text)) return parseRuleLines(text, template);
  }
  const workbook = await readOne(path, "error.rules", call, reader);
  const list = readRuleList(workbook, template);
  if (!list) {
    const reason = say(call.locale, "error.rules.none");
    throw new CallError("error.rules", { file: path, reason });
  }
  return list;
}

/** A county workbook, and what it says; `code` is the message where it cannot be read. */
export async function readCounty(
  path: string,
  code: CommandLineKey,
  call: Call,
  reader: WorkbookReader,
): Promise<{ readonly workbook: Workbook; readonly county: CountyWorkbook }> {
  const workbook = await readOne(path, code, call, reader);
  const county = readCountyWorkbook(workbook);
  if (county.ok) return { workbook, county };
  throw new CallError(code, { file: path, reason: countyProblemText(call.locale, county.problem) });
}

export function countyProblemText(locale: Locale, { code, what }: CountyWorkbookProblem): string {
  return say(locale, `error.county.${code}`, { what });
}

async function readOne(
  path: string,
  code: CommandLineKey,
  call: Call,
  reader: WorkbookReader,
): Promise<Workbook> {
  const file = await selectFile(path);
  if (!file) throw new CallError("error.unreachable", { paths: path });
  const [result] = await reader.read([file]);
  if (result?.ok) return result.workbook;
  throw new CallError(code, { file: path, reason: fileErrorText(call.locale, path, result!.error) });
}

/** Why a file of the office itself cannot be read: no unit is asked to send it again. */
export function fileErrorText(locale: Locale, path: string, { code, params }: FileError): string {
  const named = { file: basename(path), ...params };
  const { what } = sayFindingParts(locale, { class: "mustFix", code, params: named, values: null });
  return `${what}${say(locale, "error.ownFile.mend")}`;
}
