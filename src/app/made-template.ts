/** A template that was made from an office's files, as long as nobody has adopted it: what is asked, and the answers. */
import type { Departure } from "../form-discovery/copies/departures-of-copies";
import { unitQuestions } from "../form-discovery/copies/units-of-copies";
import type { NoForm } from "../form-discovery/draft-form";
import { ruleQuestions } from "../form-discovery/propose/rules-from-notes";
import type { Proposal, Question } from "../form-discovery/question";
import type { OfficeLeftOut } from "../ports/ports";
import type { CellUse } from "../template/own-sheet";
import type { Template } from "../template/template";
import type { RuleLineProblem } from "../template/workbook/rule-lines";
import { contains, parseArea, toA1 } from "../workbook/address";
import type { TemplateEdit } from "./edit-template";
import type { TemplateFromFiles } from "./template-from-files";

export interface MadeTemplate {
  readonly from: "blank" | "copies";
  /** How many files it was made from. */
  readonly files: number;
  /** The copy whose layout it has; null where it is that of a blank. */
  readonly norm: string | null;
  /** Blanks among the files. */
  readonly blanks: readonly string[];
  readonly departures: readonly Departure[];
  readonly leftOut: readonly OfficeLeftOut[];
  readonly others: readonly { readonly sheet: string; readonly why: NoForm }[];
  readonly questions: readonly AskedQuestion[];
  /** What became of the rules that were pasted last; null where none were. */
  readonly pasted: PastedRules | null;
}

export interface PastedRules {
  readonly added: number;
  /** Rules that the template had already. */
  readonly known: number;
  readonly problems: readonly RuleLineProblem[];
}

export interface AskedQuestion extends Question {
  /** What holds now. */
  readonly answer: Proposal;
  /** Somebody has answered it. */
  readonly settled: boolean;
}

export function madeTemplate(
  made: Extract<TemplateFromFiles, { ok: true }>,
  { files }: { readonly files: number },
): MadeTemplate {
  const { template, discovery, from, norm, blanks, departures, leftOut, units } = made;
  const aboutUnits = units ? unitQuestions(units) : [];
  const all = [...discovery.questions, ...aboutUnits, ...ruleQuestions(template)];
  return {
    from,
    files,
    norm,
    blanks,
    departures,
    leftOut,
    others: discovery.others.map(({ sheet, why }) => ({ sheet, why })),
    pasted: null,
    questions: all.map((question) => ({
      ...question,
      choices: choicesThatCanBeTaken(question, template),
      answer: question.proposal,
      settled: false,
    })),
  };
}

/** What no cell of the template stands for can only be acknowledged. */
function choicesThatCanBeTaken(question: Question, template: Template): readonly Proposal[] {
  const { choices, proposal } = question;
  const hasCells = cellsAsked(question, template).length > 0;
  return choices.filter((choice) => choice === proposal || !isUse(choice) || hasCells);
}

/** The question with this answer, and how the template changes by it; null where it stays. */
export function answered(
  question: AskedQuestion,
  answer: Proposal,
  template: Template,
): { readonly question: AskedQuestion; readonly edit: TemplateEdit | null } {
  const settled = { ...question, answer, settled: true };
  if (answer === question.answer) return { question: settled, edit: null };
  return { question: settled, edit: editOf(question, answer, template) };
}

function editOf(question: Question, answer: Proposal, template: Template): TemplateEdit | null {
  const { sheet, params } = question;
  if (isUse(answer)) {
    const form = template.forms.find(({ own }) => own?.sheet === sheet);
    return form ? { kind: "use", form: form.id, cells: cellsAsked(question, template), use: answer } : null;
  }
  if (answer === "hint" || answer === "adopt" || answer === "drop")
    return { kind: "rule", number: String(params["number"]), as: answer };
  if (answer === "oneUnit" || answer === "severalUnits") {
    const names = String(params["names"]).split("、");
    const others = names.filter((name) => name !== params["name"]);
    const now = template.units.map(({ name }) => name);
    const without = now.filter((name) => !others.includes(name));
    return { kind: "units", names: answer === "oneUnit" ? without : [...without, ...others] };
  }
  return null;
}

const USES: ReadonlySet<Proposal> = new Set<CellUse>(["sum", "computed", "text", "lastYear", "unused"]);

function isUse(answer: Proposal): answer is CellUse {
  return USES.has(answer);
}

/** Cells of the form's tables that the question is about. */
function cellsAsked({ sheet, cell }: Question, { forms }: Template): string[] {
  const area = cell === "" ? null : parseArea(cell);
  const own = forms.find((form) => form.own?.sheet === sheet)?.own;
  if (!own || !area) return [];
  return own.tables
    .flatMap(({ cells }) => cells)
    .filter(({ row, column }) => contains(area, row, column))
    .map(({ row, column }) => toA1(row, column));
}
