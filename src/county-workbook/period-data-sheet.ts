/** 各期数据: what every unit had in each of the periods that a longer one was made of, and in which county workbook. */
import { entryOf, fillsLine, type FormLine } from "../consolidation/contributions";
import type { SummedPart, SummedPeriods } from "../consolidation/summed-periods";
import { DATA_COLUMNS } from "../county-layout/data-layout";
import { SHEETS } from "../county-layout/sheet-names";
import { periodText } from "../findings/say";
import { formatOf } from "../template/number-formats";
import type { Unit } from "../template/template";
import { areaToA1, quoteSheetName, toA1 } from "../workbook/address";
import type { SheetPlan } from "../workbook/plan";
import { SheetBuilder } from "../workbook/sheet-builder";
import {
  CENTERED,
  CODE_LINK,
  HEADER,
  NOTE_WRAPPED,
  pages,
  TEXT,
  TITLE,
  valueStyle,
} from "../workbook/styles";
import type { CountyContext } from "./county-context";
import { shown } from "./data-sheet";
import { someNames } from "./fit";

const ROWS = { title: 0, note: 1, code: 2, name: 3, first: 4 } as const;
/** Half-width characters in a line of the note; points. */
const NOTE_WIDTH = 120;
const NOTE_LINE = 14;

/** The rows of a unit are together, a period each, so that a formula names them as one range. */
export class PeriodRows {
  private readonly rows: ReadonlyMap<string, number>;

  constructor(
    private readonly summed: SummedPeriods,
    private readonly context: CountyContext,
  ) {
    const { units } = context.consolidation.template;
    this.rows = new Map(units.map(({ name }, i) => [name, ROWS.first + i * summed.parts.length]));
  }

  row(unit: string, part: number): number {
    return this.rows.get(unit)! + part;
  }

  /** Undefined where the value does not follow from the figures of the periods. */
  formulaOf(unit: string, line: FormLine): string | undefined {
    const rule = this.summed.ruleOf(line);
    const column = this.context.data.column(line.indicator.code);
    const last = this.row(unit, this.summed.parts.length - 1);
    const area = { top: this.row(unit, 0), left: column, bottom: last, right: column };
    if (rule === "sum") return `SUM(${quoteSheetName(SHEETS.periodData)}!${areaToA1(area)})`;
    return rule === "last" ? `${quoteSheetName(SHEETS.periodData)}!${toA1(last, column)}` : undefined;
  }
}

/** Null where the county workbook was not made of others. */
export function periodDataSheet(context: CountyContext): SheetPlan | null {
  const { consolidation, data, say } = context;
  const { summed, template, period } = consolidation;
  if (!summed) return null;
  const rows = new PeriodRows(summed, context);
  const sheet = new SheetBuilder(SHEETS.periodData);
  sheet.put(ROWS.title, 0, say("report.periods.title", { period: periodText(period, say) }), TITLE);
  sheet.height(ROWS.title, 28);
  const note = periodNotes(context, summed).join("\n");
  sheet.merge({ top: ROWS.note, left: 0, bottom: ROWS.note, right: 11 }, note, NOTE_WRAPPED);
  const lines = note.split("\n").reduce((sum, text) => sum + Math.ceil((text.length * 2) / NOTE_WIDTH), 0);
  sheet.height(ROWS.note, NOTE_LINE * lines + 6);
  ["unit", "ofPeriod", "file"].forEach((key, column) => {
    sheet.put(ROWS.code, column, null, HEADER);
    sheet.put(ROWS.name, column, say(`report.head.${key}`), HEADER);
  });
  for (const { indicator } of data.lines) {
    const column = data.column(indicator.code);
    sheet.put(ROWS.code, column, indicator.code, CODE_LINK, data.head(indicator.code));
    sheet.put(ROWS.name, column, indicator.name, HEADER);
  }
  sheet.height(ROWS.name, 54);
  for (const unit of template.units)
    summed.parts.forEach((part, i) => putPart(sheet, rows.row(unit.name, i), unit, part, context));
  sheet.widths([16, 14, 24, ...data.lines.map(() => 10)]);
  return sheet.build({
    freeze: { rows: ROWS.first, columns: DATA_COLUMNS.firstLine },
    print: pages(say("report.page", { sheet: SHEETS.periodData }), {
      landscape: true,
      titleRows: { first: ROWS.code, last: ROWS.name },
    }),
  });
}

function putPart(
  sheet: SheetBuilder,
  row: number,
  unit: Unit,
  part: SummedPart,
  context: CountyContext,
): void {
  const { data, say } = context;
  const submission = part.submissions.find((each) => each.unit?.name === unit.name);
  sheet.put(row, 0, unit.name, TEXT);
  sheet.put(row, 1, periodText(part.period, say), CENTERED);
  sheet.put(row, 2, submission ? part.file : say("report.status.missing"), TEXT);
  for (const line of data.lines) {
    const { kind, measure, code } = line.indicator;
    const entry = submission && fillsLine(line, unit) ? entryOf(line, submission) : undefined;
    const style = valueStyle(formatOf(kind, measure), { approximate: entry?.approximate === true });
    sheet.put(
      row,
      data.column(code),
      shown(entry?.state === "filled" ? (entry.value ?? undefined) : undefined),
      style,
    );
  }
}

/** How the periods were put together, and what is not in them. */
export function periodNotes(
  { consolidation, say }: Pick<CountyContext, "consolidation" | "say">,
  summed: SummedPeriods,
): string[] {
  const name = (period: string): string => periodText(period, say);
  const last = summed.parts.at(-1)!;
  const none = consolidation.template.forms
    .flatMap((form) =>
      form.layout === "cover" ? [] : form.indicators.map((indicator) => ({ form, indicator })),
    )
    .filter((line) => summed.ruleOf(line) === "none");
  return [
    say("report.periods.how", { count: summed.parts.length, last: name(last.period) }),
    ...(summed.missing.length === 0
      ? []
      : [say("report.periods.missing", { periods: summed.missing.map(name).join(say("report.enumerate")) })]),
    ...summed.parts.flatMap(({ period, missing }) =>
      missing.length === 0
        ? []
        : [say("report.periods.units", { period: name(period), units: someNames(missing, say) })],
    ),
    ...summed.changed.map(({ code, name: item, how, periods }) =>
      say(`report.periods.${how}`, { code, name: item, periods: someNames(periods.map(name), say) }),
    ),
    ...(none.length === 0
      ? []
      : [
          say("report.periods.none", {
            items: someNames(
              none.map(({ indicator }) => indicator.name),
              say,
            ),
          }),
        ]),
  ];
}
