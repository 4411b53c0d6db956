/** Where each line's county total stands in the consolidated forms. */
import { type FormColumn, type FormLayout, layoutForm } from "../template/form-layout";
import type { Template } from "../template/template";
import { quoteSheetName, toA1 } from "../workbook/address";
import { formSheetName } from "./sheet-names";

export class FormPlaces {
  private readonly layouts = new Map<string, { readonly sheet: string; readonly layout: FormLayout }>();

  constructor(template: Template) {
    for (const form of template.forms.filter((f) => f.layout === "table")) {
      const place = { sheet: formSheetName(form), layout: layoutForm(template, form) };
      for (const { code } of form.indicators) this.layouts.set(code, place);
    }
  }

  /** `'汇总02 五老队伍'!E7`; `E7` seen from the same sheet. */
  cell(code: string, column: FormColumn, from?: string): string {
    const place = this.layouts.get(code);
    const row = place?.layout.rows.get(code);
    const at = place?.layout.columns[column];
    if (!place || row === undefined || at === undefined) throw new RangeError(`no cell for line ${code}`);
    return place.sheet === from ? toA1(row, at) : `${quoteSheetName(place.sheet)}!${toA1(row, at)}`;
  }

  /** Where a click leads that asks for the line's total. */
  linkTo(code: string): string {
    return this.cell(code, "current");
  }
}
