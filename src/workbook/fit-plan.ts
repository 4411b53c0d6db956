/**
 * Makes a plan that can be written, whatever the data: what Excel cannot take is shortened, and says so. Sentences that
 * name units are kept short where they are made; this is for what nobody foresaw.
 */
import { beginningOf, canDropDown, LIMITS } from "./limits";
import {
  mapRecords,
  type ChartPlan,
  type CommentPlan,
  type FilePlan,
  type FileSheetPlan,
  type PlanCell,
  type ValidationPlan,
} from "./plan";

export interface FitMessages {
  /** Behind a text that was cut: how many characters were left out. */
  readonly cut: (count: number) => string;
  /** Beside a formula that is too long: only its value is written. */
  readonly formula: string;
}

export function fitPlan<Plan extends FilePlan>(plan: Plan, words: FitMessages): Plan {
  const fitted = { ...plan, sheets: plan.sheets.map((sheet) => fitSheet(sheet, words)) };
  const { office } = plan;
  if (!office) return fitted;
  const sheets = office.sheets.map(({ drawn, ...sheet }) => ({
    ...sheet,
    ...(drawn ? { drawn: fitSheet(drawn, words) } : {}),
  }));
  return { ...fitted, office: { ...office, sheets } };
}

export function fitSheet<Sheet extends FileSheetPlan>(sheet: Sheet, words: FitMessages): Sheet {
  const { cells, records, columns, rows, comments = [], validations, charts, print } = sheet;
  const unwritten = cells.filter(({ formula }) => isTooLong(formula));
  return {
    ...sheet,
    cells: cells.some(isTooMuch) || cells.length > LIMITS.links ? fitCells(cells, words) : cells,
    ...(records && {
      records: mapRecords(records, (row) => (row.some(isTooMuch) ? fitCells(row, words) : row)),
    }),
    ...(columns && { columns: columns.map((each) => within(each, "width")) }),
    ...(rows && { rows: rows.map((each) => within(each, "height")) }),
    ...(comments.length + unwritten.length > 0 && { comments: fitComments(comments, unwritten, words) }),
    ...(validations && { validations: validations.filter(canBeChosen) }),
    ...(charts && { charts: charts.map(fitChart) }),
    ...(print && { print: fitTexts(print, { header: LIMITS.header, footer: LIMITS.header }) }),
  };
}

/** The text within Excel's limit for a cell. */
export function fitText(text: string, { cut }: FitMessages, limit: number = LIMITS.text): string {
  if (text.length <= limit) return text;
  // Its length is that of the count at most.
  const room = limit - cut(text.length).length;
  const head = beginningOf(text, room);
  return head + cut(text.length - head.length);
}

const isTooLong = (formula: string | undefined): boolean => (formula ?? "").length > LIMITS.formula;

function isTooMuch({ value, formula }: PlanCell): boolean {
  return (typeof value === "string" && value.length > LIMITS.text) || isTooLong(formula);
}

function fitCells(cells: readonly PlanCell[], words: FitMessages): PlanCell[] {
  let links = 0;
  return cells.map(({ link, formula, ...cell }) => ({
    ...cell,
    value: typeof cell.value === "string" ? fitText(cell.value, words) : cell.value,
    ...(formula === undefined || isTooLong(formula) ? {} : { formula }),
    ...(link === undefined || ++links > LIMITS.links ? {} : { link }),
  }));
}

function fitComments(
  comments: readonly CommentPlan[],
  unwritten: readonly PlanCell[],
  words: FitMessages,
): CommentPlan[] {
  const taken = new Set(comments.map(({ row, column }) => `${row} ${column}`));
  const more = unwritten.filter(({ row, column }) => !taken.has(`${row} ${column}`));
  return [
    ...comments.map((comment) => ({ ...comment, text: fitText(comment.text, words) })),
    ...more.map(({ row, column }) => ({ row, column, text: words.formula })),
  ];
}

/** A list of choices that Excel cannot keep helps nobody to type; what is typed is checked all the same. */
function canBeChosen({ choices }: ValidationPlan): boolean {
  return choices === undefined || (choices.length > 0 && canDropDown(choices));
}

function fitChart(chart: ChartPlan): ChartPlan {
  const { header } = LIMITS;
  return fitTexts(chart, { title: header, axisTitle: header, secondAxisTitle: header });
}

function within<Size extends { readonly width?: number; readonly height?: number }>(
  size: Size,
  name: "width" | "height",
): Size {
  const value = size[name];
  return value === undefined || value <= LIMITS[name] ? size : { ...size, [name]: LIMITS[name] };
}

/** The thing with these texts within their limits; an ellipsis shows that one was cut. */
function fitTexts<Thing extends object>(
  thing: Thing,
  limits: Readonly<Partial<Record<keyof Thing, number>>>,
): Thing {
  const fitted = { ...thing };
  for (const name of Object.keys(limits) as (keyof Thing)[]) {
    const text: unknown = thing[name];
    const limit = limits[name]!;
    if (typeof text === "string" && text.length > limit) {
      fitted[name] = `${beginningOf(text, limit - 1)}…` as Thing[keyof Thing];
    }
  }
  return fitted;
}
