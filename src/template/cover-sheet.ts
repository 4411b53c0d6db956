/** The cover: labels and fields, and how to fill in the forms. */
import { COVER_LINES } from "./builtin/cover-lines";
import type { SheetPlan } from "../workbook/plan";
import { columnsOf } from "./form-columns";
import { layoutForm, type FormLayout } from "./form-layout";
import type { FormFill } from "./form-fill";
import { identityText } from "./identity";
import { SheetBuilder } from "../workbook/sheet-builder";
import { textLines } from "../workbook/text-lines";
import { nameStyle, STYLES, valueStyle } from "./form-styles";
import type { Form, Indicator, Template } from "./template";
import { formValidations } from "./validations";
import { periodText, validUntil, WORDS } from "./words";

/** Lines that are filled in when the form is issued. */
const { unitCode, unit, unitKind, period, template: ofTemplate } = COVER_LINES;
export const ISSUED_LINES: ReadonlySet<string> = new Set([unitCode, unit, unitKind, period, ofTemplate]);

/** The sheet of the cover form. Row and column places are {@link layoutForm}'s. */
export function coverSheet(template: Template, form: Form, fill: FormFill): SheetPlan {
  const layout = layoutForm(template, form);
  const sheet = new SheetBuilder(layout.sheet);
  const columns = columnsOf(form);
  const right = columns.length - 1;
  sheet.merge({ top: 0, left: 0, bottom: 0, right }, `${template.county}${template.name}`, {
    ...STYLES.title,
    size: 20,
  });
  sheet.height(0, 60);
  const block = [
    `${WORDS.formNumber}${form.id}表`,
    `${WORDS.issuer}${template.committee}`,
    ...validUntil(template, fill.period),
  ].join("\n");
  sheet.put(1, right, block, STYLES.block);
  sheet.height(1, 44);
  const caption = layout.captionRow;
  sheet.merge(
    { top: caption, left: 0, bottom: caption, right: 2 },
    WORDS.reporter + fill.reporter,
    STYLES.captionLeft,
  );
  sheet.put(caption, right, periodText(fill.period), STYLES.captionRight);
  sheet.height(caption, 24);
  if (fill.identity) sheet.put(0, layout.identityColumn, identityText(fill.identity), STYLES.identity);
  columns.forEach(({ heading }, i) => sheet.put(layout.headerRows.first, i, heading, STYLES.head));
  sheet.height(layout.headerRows.first, 24);
  form.indicators.forEach((line, i) => putLine(sheet, line, i + 1, layout, fill));
  const widths = columns.map(({ width }) => width);
  putNotes(sheet, form, layout.signatureRow + 1, widths);
  sheet.widths(widths);
  sheet.hide(layout.identityColumn, 4);
  return sheet.build({
    print: { landscape: false, fitWidth: 1, fitHeight: 1, footer: WORDS.page },
    validations: fill.readOnly
      ? []
      : formValidations(form, layout, fill.kind).filter(({ area }) =>
          isOpen(form.indicators[area.top - layout.table.top - 1]),
        ),
    protected: true,
  });
}

function isOpen(line: Indicator | undefined): boolean {
  return line !== undefined && !ISSUED_LINES.has(line.code);
}

function putLine(
  sheet: SheetBuilder,
  line: Indicator,
  ordinal: number,
  { rows, columns }: FormLayout,
  fill: FormFill,
): void {
  const open = isOpen(line) && !fill.readOnly;
  const style = { ...valueStyle(line.kind, open ? "open" : "locked"), horizontal: "left", size: 11 } as const;
  const row = rows.get(line.code)!;
  sheet.put(row, columns.ordinal!, ordinal, STYLES.stub);
  sheet.put(row, columns.name!, line.name, nameStyle(0));
  sheet.put(row, columns.code!, line.code, { ...STYLES.stub, format: "@" });
  sheet.put(row, columns.value!, fill.lines.get(line.code)?.current ?? null, style);
  sheet.put(row, columns.note!, line.guidance ?? null, STYLES.reasonLocked);
  sheet.height(row, 28);
}

function putNotes(sheet: SheetBuilder, form: Form, top: number, widths: readonly number[]): void {
  const width = widths.reduce((sum, w) => sum + w, 0);
  const right = widths.length - 1;
  form.notes.forEach((note, i) => {
    const text = `${i === 0 ? WORDS.notes : "　　　"}${i + 1}. ${note}`;
    sheet.merge({ top: top + i, left: 0, bottom: top + i, right }, text, { ...STYLES.note, size: 11 });
    sheet.height(top + i, 16 * textLines(text, width) + 4);
  });
}
