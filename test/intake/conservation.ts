/** The law, asked of a plan: every entry cell that carries something has exactly one fate, and what is refused has a finding. */
import { codeText } from "../../src/findings/finding-code";
import { fatesOf } from "../../src/intake/fates";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import { builtInTemplate as template } from "../../src/template/builtin";
import { layoutForm } from "../../src/template/form-layout";
import { layoutList, listSheetName } from "../../src/template/list-sheet";
import { WORDS } from "../../src/template/words";
import { toA1 } from "../../src/workbook/address";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { CellStyle, PlanCell, WorkbookPlan } from "../../src/workbook/plan";

/** Print that belongs to the form bears this mark; what people write into it, or beside it, does not. */
const PRINTED: CellStyle = { italic: true, underline: true };

const isPrinted = ({ style }: PlanCell): boolean => style?.italic === true && style.underline === true;

export interface Field {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The places where the issued workbook takes entries. */
export function fieldsOf(plan: WorkbookPlan): Field[] {
  return plan.sheets.flatMap(({ name: sheet, cells }) => {
    const form = template.forms.find(({ id }) => id === sheet);
    const list = template.lists.find((each) => listSheetName(each) === sheet);
    if (list) {
      const { firstRow, columns } = layoutList(list);
      const open = new Set(columns.values());
      return cells
        .filter(({ row, column }) => row >= firstRow && open.has(column))
        .map(({ row, column }) => ({ sheet, row, column }));
    }
    if (!form) return [];
    const { rows, columns } = layoutForm(template, form);
    const entries =
      form.layout === "cover" ? [columns.value!] : [columns.value!, columns.lastYear!, columns.note!];
    return [...rows.values()].flatMap((row) => entries.map((column) => ({ sheet, row, column })));
  });
}

/** The clean plan with its print marked: whatever slips are planted in it, what people wrote can then be told. */
export function marked(plan: WorkbookPlan): WorkbookPlan {
  const open = new Set(fieldsOf(plan).map(({ sheet, row, column }) => `${sheet}!${toA1(row, column)}`));
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        open.has(`${sheet.name}!${toA1(cell.row, cell.column)}`)
          ? cell
          : { ...cell, style: { ...cell.style, ...PRINTED } },
      ),
    })),
  };
}

/** Places of everything that people wrote into the issued sheets; what is above the head is a title. */
function written(plan: WorkbookPlan): string[] {
  const issued = plan.sheets.filter(({ cells }) => cells.some(isPrinted));
  return issued.flatMap(({ name, cells }) => {
    const head = cells.find(({ value }) => value === WORDS.ordinal)?.row ?? 0;
    return cells
      .filter((cell) => cell.row >= head && !isPrinted(cell) && String(cell.value ?? "").trim() !== "")
      .map(({ row, column }) => `${name}!${toA1(row, column)}`);
  });
}

/** What was lost, told twice, or refused without a word. The plan comes from a {@link marked} one. */
export function breaches(plan: WorkbookPlan, file: string): string[] {
  const submissions = readSubmissions(workbookFromPlan(plan), { file }, template);
  const fates = submissions.flatMap((submission) => fatesOf(submission, template));
  const known = new Map<string, number>();
  for (const { place } of fates) {
    const key = `${place.sheet}!${place.cell}`;
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return [
    ...written(plan)
      .filter((place) => !known.has(place))
      .map((place) => `lost ${place}`),
    ...[...known].filter(([, count]) => count > 1).map(([place]) => `twice ${place}`),
    ...submissions.flatMap(silentRefusals),
  ];
}

function silentRefusals(submission: Submission): string[] {
  const told = new Set(submission.findings.map(({ place }) => `${place.sheet}!${place.cell}`));
  return fatesOf(submission, template)
    .filter(({ fate, place }) => fate === "refused" && !told.has(`${place.sheet}!${place.cell}`))
    .map(({ place }) => `refused without a word ${place.sheet}!${place.cell}`);
}

/** The places that are listed in 模板外, and the sheets of which a finding says so. */
export function outsideOf(plan: WorkbookPlan, file: string): { aside: string[]; told: string[] } {
  const submissions = readSubmissions(workbookFromPlan(plan), { file }, template);
  return {
    aside: submissions.flatMap(({ offTemplate }) =>
      offTemplate.map(({ place }) => `${place.sheet}!${place.cell}`),
    ),
    told: submissions.flatMap(({ findings }) =>
      findings
        .filter(({ code }) => /^D(18|19|20)$/.test(codeText(code)))
        .map(({ place }) => String(place.sheet)),
    ),
  };
}
