/** What may not enter a workbook that leaves the machine: people's names in personal lists, and telephone numbers. */
import type { Finding, FindingParam, Proposal } from "../intake/finding";
import type { Submission } from "../intake/submission";
import type { DetailList, Template } from "../template/template";
import type { PlanCell, WorkbookPlan } from "../workbook/plan";
import type { Say } from "./say";
import type { ReportParagraph } from "./text/report-run";

/** Mainland mobile numbers, and landlines with an area code; not the decimals of a number. */
const TELEPHONE = /(?<![\d.])(?:1[3-9]\d{9}|0\d{2,3}[-－—\s]?\d{7,8})(?!\d)/g;

/** The plan without any telephone number, wherever somebody wrote one. */
export function withoutTelephones(plan: WorkbookPlan, say: Say): WorkbookPlan {
  const placeholder = say("report.telephoneLeftOut");
  const clean = (cell: PlanCell): PlanCell => {
    if (typeof cell.value !== "string") return cell;
    const value = cell.value.replace(TELEPHONE, placeholder);
    return value === cell.value ? cell : { ...cell, value };
  };
  return { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(clean) })) };
}

/** The report without any telephone number, as units write them into their explanations. */
export function withoutTelephonesInReport(
  paragraphs: readonly ReportParagraph[],
  say: Say,
): ReportParagraph[] {
  const placeholder = say("report.telephoneLeftOut");
  return paragraphs.map(({ role, runs }) => ({
    role,
    runs: runs.map((run) => ({ ...run, text: run.text.replace(TELEPHONE, placeholder) })),
  }));
}

export function withoutTelephone(text: string, say: Say): string {
  return text.replace(TELEPHONE, say("report.telephoneLeftOut"));
}

/** The finding without any telephone number, be it a text or what Excel made a number of. */
export function withoutTelephonesIn(finding: Finding, say: Say): Finding {
  const placeholder = say("report.telephoneLeftOut");
  const clean = (params: Readonly<Record<string, FindingParam>>): Record<string, FindingParam> =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        const text = String(value ?? "");
        const cleaned = text.replace(TELEPHONE, placeholder);
        return [name, cleaned === text ? value : cleaned];
      }),
    );
  const { proposal, ...rest } = finding;
  return {
    ...rest,
    params: clean(finding.params),
    values: finding.values && clean(finding.values),
    ...(proposal === undefined || quotesTelephone(proposal) ? {} : { proposal }),
  };
}

function quotesTelephone({ from, was, to, because }: Proposal): boolean {
  const texts = [from, was, to, ...Object.values(because.params)].map(String);
  return texts.some((text) => text.search(TELEPHONE) >= 0);
}

/** Parameters that quote what stands in the cell. */
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
