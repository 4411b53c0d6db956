/** What may not enter a workbook that leaves the machine: names in personal lists, telephone and identity numbers. */
import type { Finding, FindingParam, Proposal } from "../findings/finding";
import type { Submission } from "../intake/submission";
import type { DetailList, Template } from "../template/template";
import {
  mapRecords,
  type FilePlan,
  type FileSheetPlan,
  type OfficePlan,
  type PlanCell,
  type SheetPlan,
} from "../workbook/plan";
import { contactNumbers, type ContactNumber } from "./contact-numbers";
import type { Say } from "../findings/say";
import type { ReportParagraph } from "../annual-report/report-run";

const PLACEHOLDERS = { telephone: "report.telephoneLeftOut", identity: "report.identityLeftOut" } as const;

/** The text without any telephone or identity number. */
export function withoutNumbers(text: string, say: Say): string {
  return replaced(text, contactNumbers(text), say);
}

function replaced(text: string, numbers: readonly ContactNumber[], say: Say): string {
  let clean = "";
  let from = 0;
  for (const { kind, start, end } of numbers) {
    clean += text.slice(from, start) + say(PLACEHOLDERS[kind]);
    from = end;
  }
  return clean + text.slice(from);
}

/**
 * The plan without any such number, wherever somebody wrote one. `isRecord` names the cells with data for the program:
 * who writes them takes the numbers out, a placeholder could make them unreadable.
 */
export function planWithoutNumbers<Plan extends FilePlan>(
  plan: Plan,
  say: Say,
  isRecord: (sheet: string, cell: PlanCell) => boolean = () => false,
): Plan {
  const clean = (text: string): string => withoutNumbers(text, say);
  const cleanCell = (sheet: string, cell: PlanCell): PlanCell =>
    typeof cell.value === "string" && !isRecord(sheet, cell) ? withValue(cell, clean(cell.value)) : cell;
  const cleanSheet = <Sheet extends FileSheetPlan>(sheet: Sheet): Sheet => ({
    ...sheet,
    cells: sheet.cells.map((cell) => cleanCell(sheet.name, cell)),
    ...(sheet.records && {
      records: mapRecords(sheet.records, (row) => row.map((cell) => cleanCell(sheet.name, cell))),
    }),
    ...(sheet.comments && { comments: sheet.comments.map((each) => ({ ...each, text: clean(each.text) })) }),
    ...(sheet.charts && { charts: sheet.charts.map((each) => ({ ...each, title: clean(each.title) })) }),
  });
  return {
    ...plan,
    sheets: plan.sheets.map(cleanSheet),
    ...(plan.office && { office: officeWithout(plan.office, clean, cleanSheet) }),
  };
}

function officeWithout(
  office: OfficePlan,
  clean: (text: string) => string,
  cleanSheet: (sheet: SheetPlan) => SheetPlan,
): OfficePlan {
  const sheets = office.sheets.map(({ drawn, ...sheet }) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => ({
      ...cell,
      value: typeof cell.value === "string" ? clean(cell.value) : cell.value,
      ...(cell.comment === undefined ? {} : { comment: clean(cell.comment) }),
    })),
    ...(drawn ? { drawn: cleanSheet(drawn) } : {}),
  }));
  return { ...office, sheets };
}

function withValue(cell: PlanCell, value: string): PlanCell {
  return value === cell.value ? cell : { ...cell, value };
}

/** The report without any such number, as units write them into their explanations. A number may run over two runs. */
export function reportWithoutNumbers(paragraphs: readonly ReportParagraph[], say: Say): ReportParagraph[] {
  return paragraphs.map(({ role, runs }) => {
    const numbers = contactNumbers(runs.map(({ text }) => text).join(""));
    let at = 0;
    return {
      role,
      runs: runs.map((run) => {
        const [from, to] = [at, at + run.text.length];
        at = to;
        return { ...run, text: runWithout(run.text, from, numbers, say) };
      }),
    };
  });
}

/** The placeholder is in the run where the number begins. */
function runWithout(text: string, from: number, numbers: readonly ContactNumber[], say: Say): string {
  const to = from + text.length;
  const own = numbers.filter(({ start, end }) => start < to && end > from);
  let clean = "";
  let at = from;
  for (const { kind, start, end } of own) {
    clean +=
      text.slice(at - from, Math.max(start, from) - from) + (start >= from ? say(PLACEHOLDERS[kind]) : "");
    at = Math.min(end, to);
  }
  return clean + text.slice(at - from);
}

/** Plain data without any such number in its texts: what becomes a record in a workbook. */
export function dataWithoutNumbers<T>(data: T, say: Say): T {
  return JSON.parse(
    JSON.stringify(data, (_key, value: unknown) =>
      typeof value === "string" ? withoutNumbers(value, say) : value,
    ),
  ) as T;
}

/** The finding without any such number, be it a text or what Excel made a number of. */
export function findingWithoutNumbers(finding: Finding, say: Say): Finding {
  // What is quoted of one cell may be a telephone number that Excel made a number of; both sides of a relation are figures.
  const isFigure = (name: string, value: FindingParam): boolean =>
    typeof value === "number" && !QUOTING.has(name);
  const clean = (params: Readonly<Record<string, FindingParam>>): Record<string, FindingParam> =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (value === null || isFigure(name, value)) return [name, value];
        const text = String(value);
        const cleaned = withoutNumbers(text, say);
        return [name, cleaned === text ? value : cleaned];
      }),
    );
  const { proposal, ...rest } = finding;
  return {
    ...rest,
    params: clean(finding.params),
    values: finding.values && clean(finding.values),
    ...(proposal === undefined || quotesNumber(proposal) ? {} : { proposal }),
  };
}

function quotesNumber({ from, was, to, because }: Proposal): boolean {
  const texts = [from, was, to, ...Object.values(because.params)].map(String);
  return texts.some((text) => contactNumbers(text).length > 0);
}

/** Parameters that quote what is in the cell. */
const QUOTING: ReadonlySet<string> = new Set(["raw", "value", "text", "otherText", "proposal"]);

/** Findings about cells with people's names keep their place and lose what they quote. */
export class PersonalCells {
  private readonly lists: readonly DetailList[];
  private readonly sheets = new Set<string>();

  constructor(template: Template, submissions: readonly Submission[]) {
    this.lists = template.lists.filter(
      (list) => list.personal || list.columns.some((column) => column.personal),
    );
    for (const { file, lists } of submissions) {
      for (const { id } of this.lists) {
        const reading = lists.get(id);
        if (reading) this.sheets.add(key(file, reading.sheet));
      }
    }
  }

  redact(finding: Finding, placeholder: string): Finding {
    if (!this.isPersonal(finding)) return finding;
    const { proposal: _quoting, ...rest } = finding;
    return {
      ...rest,
      params: quotesReplaced(finding.params, placeholder),
      values: finding.values && quotesReplaced(finding.values, placeholder),
    };
  }

  private isPersonal({ place: { file, sheet } }: Finding): boolean {
    return sheet !== null && this.holdsPersons(file, sheet);
  }

  /** A sheet is personal by what intake read it as, or, where the workbook is not counted, by its name. */
  holdsPersons(file: string | null, sheet: string): boolean {
    if (this.sheets.has(key(file, sheet))) return true;
    return this.lists.some(({ id, title }) => sheet.includes(id) || sheet.includes(title));
  }
}

function quotesReplaced(
  params: Readonly<Record<string, FindingParam>>,
  placeholder: string,
): Record<string, FindingParam> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      QUOTING.has(name) && value !== null ? placeholder : value,
    ]),
  );
}

function key(file: string | null, sheet: string): string {
  return JSON.stringify([file, sheet]);
}
