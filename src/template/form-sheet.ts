/** A form as a sheet: the official layout, for a unit to fill in or for the county to read. */
import type { PrintPlan, SheetPlan } from "../workbook/plan";
import { columnsOf } from "./form-columns";
import { layoutForm, type FormLayout } from "./form-layout";
import { identityText } from "./identity";
import type { FormFill } from "./form-fill";
import { FormLines } from "./form-lines";
import { ruleNote } from "./rule-note";
import { SheetBuilder } from "../workbook/sheet-builder";
import { textLines } from "../workbook/text-lines";
import { STYLES } from "./form-styles";
import type { Form, FormColumn, Template } from "./template";
import { formValidations } from "./validations";
import { chineseOrdinal, columnNumbers, periodText, validUntil, WORDS } from "./words";

export const SIGNATURE =
  "单位负责人：　　　　　审核人：　　　　　填表人：　　　　　联系电话：　　　　　　报出日期：　　年　月　日";

/** The sheet of a table form. Row and column places are {@link layoutForm}'s. */
export function formSheet(template: Template, form: Form, fill: FormFill): SheetPlan {
  const layout = layoutForm(template, form);
  const sheet = new SheetBuilder(fill.sheet ?? layout.sheet);
  putTitle(sheet, template, form, fill);
  putCaptions(sheet, form, layout, fill);
  putHeader(sheet, columnsOf(form), layout, fill.lastYearHead);
  const lines = new FormLines(template, form, layout, fill);
  lines.putOn(sheet);
  putFoot(sheet, template, form, layout, fill);
  sheet.widths(columnsOf(form).map(({ width }) => width));
  sheet.hide(layout.identityColumn, 4);
  return sheet.build({
    freeze: { rows: layout.table.top + 3, columns: 2 },
    print: printOf(layout),
    validations: fill.readOnly ? [] : formValidations(form, layout, fill.kind),
    protected: true,
  });
}

/** `集安市关心下一代工作情况统计表（二）五老队伍`; a form whose code is no number is not counted. */
export function formTitle(template: Template, form: Form): string {
  const ordinal = /^\d+$/.test(form.code) ? `（${chineseOrdinal(Number(form.code))}）` : " ";
  return `${template.county}${template.name}${ordinal}${form.title}`;
}

function putTitle(sheet: SheetBuilder, template: Template, form: Form, fill: FormFill): void {
  sheet.merge({ top: 0, left: 0, bottom: 0, right: 8 }, formTitle(template, form), STYLES.title);
  sheet.height(0, 34);
  const block = [
    `${WORDS.formNumber}${form.id}表`,
    `${WORDS.issuer}${template.committee}`,
    ...validUntil(template, fill.period),
  ].join("\n");
  sheet.merge({ top: 1, left: 6, bottom: 1, right: 8 }, block, STYLES.block);
  sheet.height(1, 44);
  if (fill.identity) sheet.put(0, 9, identityText(fill.identity), STYLES.identity);
}

function putCaptions(sheet: SheetBuilder, form: Form, layout: FormLayout, fill: FormFill): void {
  const row = layout.captionRow;
  const measures = new Set(form.indicators.map((line) => line.measure).filter((measure) => measure !== ""));
  const measure = measures.size === 1 ? [...measures][0]! : WORDS.mixedMeasures;
  sheet.merge(
    { top: row, left: 0, bottom: row, right: 3 },
    WORDS.reporter + fill.reporter,
    STYLES.captionLeft,
  );
  sheet.merge({ top: row, left: 4, bottom: row, right: 5 }, periodText(fill.period), STYLES.captionCenter);
  sheet.merge({ top: row, left: 6, bottom: row, right: 8 }, WORDS.measure + measure, STYLES.captionRight);
  sheet.height(row, 22);
}

/** Two levels: groups of columns and their headings; a column without a group runs through both. */
function putHeader(
  sheet: SheetBuilder,
  columns: readonly FormColumn[],
  { headerRows: { first: top, last: bottom } }: FormLayout,
  lastYearHead: string | undefined,
): void {
  const headings = columns.map(({ role, heading }) =>
    role === "lastYear" ? (lastYearHead ?? heading) : heading,
  );
  columns.forEach(({ group }, i) => {
    if (group === undefined) sheet.merge({ top, left: i, bottom, right: i }, headings[i]!, STYLES.head);
  });
  columns.forEach(({ group }, left) => {
    if (group === undefined || columns[left - 1]?.group === group) return;
    const next = columns.findIndex((column, i) => i > left && column.group !== group);
    const right = (next === -1 ? columns.length : next) - 1;
    sheet.merge({ top, left, bottom: top, right }, group, STYLES.head);
  });
  columns.forEach(({ group }, i) => {
    if (group !== undefined) sheet.put(bottom, i, headings[i]!, STYLES.head);
  });
  columnNumbers(columns).forEach((mark, i) => sheet.put(bottom + 1, i, mark, STYLES.mark));
  sheet.height(top, 20);
  sheet.height(bottom, lastYearHead?.includes("\n") ? 32 : 20);
  sheet.height(bottom + 1, 15);
}

function putFoot(
  sheet: SheetBuilder,
  template: Template,
  form: Form,
  layout: FormLayout,
  fill: FormFill,
): void {
  const right = layout.table.right;
  const across = (row: number): { top: number; left: number; bottom: number; right: number } => ({
    top: row,
    left: 0,
    bottom: row,
    right,
  });
  sheet.merge(across(layout.signatureRow), fill.signature ?? SIGNATURE, STYLES.signature);
  sheet.height(layout.signatureRow, 26);
  const rules = ruleNote(template, form);
  const notes = [
    ...form.notes.map((note, i) => `${i === 0 ? WORDS.notes : ""}${note}`),
    ...(rules ? [rules] : []),
  ];
  const width = columnsOf(form).reduce((sum, column) => sum + column.width, 0);
  notes.forEach((note, i) => {
    sheet.merge(across(layout.notesRow + i), note, STYLES.note);
    // 9-point type: a fifth more characters to the line than the widths are counted in.
    sheet.height(layout.notesRow + i, 12.75 * textLines(note, width * 1.15) + 3);
  });
}

function printOf(layout: FormLayout): PrintPlan {
  return {
    landscape: false,
    fitWidth: 1,
    fitHeight: 0,
    titleRows: { first: 0, last: layout.markRow ?? layout.headerRows.last },
    footer: WORDS.page,
  };
}
