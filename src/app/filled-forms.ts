/** An office's own forms with the county's totals in their cells, to be looked at before or without a workbook. */
import type { Consolidation } from "../consolidation/consolidation";
import { sheetsOf } from "../consolidation/sheet-totals";
import type { OwnSheet } from "../template/own-sheet";
import type { Indicator } from "../template/template";
import { indicatorsOf } from "../template/template-index";
import { fixed, rounded } from "../workbook/rounding";

export interface FilledForm {
  readonly form: string;
  readonly own: OwnSheet;
  /** What a person reads in a cell, by its address; a cell that no total fills is not there. */
  readonly shown: Readonly<Record<string, string>>;
}

export function filledForms(consolidation: Consolidation): readonly FilledForm[] {
  const { template } = consolidation;
  const items = new Map(indicatorsOf(template).map((item) => [item.code, item]));
  const sheets = sheetsOf(consolidation);
  return template.forms.flatMap(({ id, own }): FilledForm[] => {
    const sheet = sheets.find(({ form }) => form === id);
    if (!own || !sheet) return [];
    const shown = Object.entries(sheet.cells).flatMap(([address, { item, value }]): [string, string][] =>
      value === null ? [] : [[address, textOf(value, items.get(item))]],
    );
    return [{ form: id, own, shown: Object.fromEntries(shown) }];
  });
}

function textOf(value: number | string, item: Indicator | undefined): string {
  if (typeof value === "string") return value;
  return item?.kind === "percent" ? `${fixed(value, 1)}%` : String(rounded(value, 2));
}
