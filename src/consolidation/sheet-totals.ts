/** The totals by their addresses in the layout of each form: the office's own blank, or the form as we issue it. */
import { layoutForm } from "../template/form-layout";
import { isFurtherFill } from "../template/cell-fill";
import type { OwnTable } from "../template/own-sheet";
import type { Form, Indicator, Template } from "../template/template";
import { columnName, toA1 } from "../workbook/address";
import type { Consolidation, Total } from "./consolidation";
import { valuesInLines } from "./unit-line-values";

export interface SheetTotals {
  readonly form: string;
  /** The sheet's name in the layout. */
  readonly sheet: string;
  /** By address, every item to be filled or computed. */
  readonly cells: Readonly<Record<string, CellTotal>>;
  /** Records in its lists; absent where it has none. */
  readonly rows?: number;
  /** By the letter of its column, what is added up of a list; of a second list in the same column `D12`, by its head. */
  readonly columns?: Readonly<Record<string, ColumnTotal>>;
}

export interface ColumnTotal {
  readonly item: string;
  readonly value: number | null;
}

export interface CellTotal {
  readonly item: string;
  /** Null for what is not added up, and where no unit filled it. */
  readonly value: number | string | null;
  readonly units: number;
}

/** One for each form but the cover, in the template's order. */
export function sheetsOf(
  consolidation: Pick<Consolidation, "template" | "totals" | "submissions">,
): SheetTotals[] {
  const { template, totals } = consolidation;
  return template.forms
    .filter(({ layout }) => layout !== "cover")
    .map((form) => {
      const items = new Map(form.indicators.map((indicator) => [indicator.code, indicator]));
      const cells = addressesOf(template, form).flatMap(({ address, item }): [string, CellTotal][] => {
        const indicator = items.get(item);
        return indicator ? [[address, cellTotal(indicator, totals.get(item))]] : [];
      });
      const ofUnits = (form.own?.tables ?? []).flatMap((table) => unitCells(consolidation, form, table));
      return {
        form: form.id,
        sheet: form.own?.sheet ?? form.id,
        cells: Object.fromEntries([...cells, ...ofUnits]),
        ...listTotals(form, totals),
      };
    });
}

function listTotals({ own }: Form, totals: Consolidation["totals"]): Pick<SheetTotals, "rows" | "columns"> {
  const lists = own?.lists ?? [];
  if (lists.length === 0) return {};
  const valueOf = (item: string): number | null => {
    const value = totals.get(item)?.value;
    return typeof value === "number" ? value : null;
  };
  const columns: Record<string, ColumnTotal> = {};
  for (const { columns: own, head } of lists)
    for (const { column, item } of own) {
      if (item === undefined) continue;
      const letter = columnName(column);
      const key = letter in columns ? `${letter}${head.last + 1}` : letter;
      columns[key] = { item, value: valueOf(item) };
    }
  return { rows: lists.reduce((sum, { count }) => sum + (valueOf(count) ?? 0), 0), columns };
}

function cellTotal({ code, aggregation }: Indicator, total: Total | undefined): CellTotal {
  const isKept = aggregation === "text" || aggregation === "list";
  return { item: code, value: isKept ? null : (total?.value ?? null), units: total?.units ?? 0 };
}

/** Every unit's own line, and the lines that add up others. */
function unitCells(
  consolidation: Pick<Consolidation, "template" | "totals" | "submissions">,
  form: Form,
  table: OwnTable,
): [string, CellTotal][] {
  return valuesInLines(consolidation, form, table).map(({ cell, indicator, value, units }) => {
    const isKept = indicator.aggregation === "text" || indicator.aggregation === "list";
    return [toA1(cell.row, cell.column), { item: indicator.code, value: isKept ? null : value, units }];
  });
}

function addressesOf(template: Template, form: Form): { readonly address: string; readonly item: string }[] {
  if (form.own) {
    return form.own.tables
      .filter(({ unitLines }) => !unitLines)
      .flatMap(({ cells }) => cells.filter((cell) => !isFurtherFill(cell)))
      .flatMap(({ row, column, item }) => (item === undefined ? [] : [{ address: toA1(row, column), item }]));
  }
  const { rows, columns } = layoutForm(template, form);
  return form.indicators.flatMap(({ code }) => {
    const row = rows.get(code);
    return row === undefined ? [] : [{ address: toA1(row, columns.value!), item: code }];
  });
}
