/** A unit's workbook, blank or filled: the cover, the forms and the lists that its kind fills. */
import { COVER_LINES } from "./builtin/cover-lines";
import { fitPlan, type FitMessages } from "../workbook/fit-plan";
import type { SheetPlan, WorkbookPlan } from "../workbook/plan";
import { toA1 } from "../workbook/address";
import { fromSerial } from "../workbook/dates";
import { coverSheet, ISSUED_LINES } from "./cover-sheet";
import { layoutForm } from "./form-layout";
import type { LineFill } from "./form-fill";
import { formSheet, SIGNATURE } from "./form-sheet";
import { identityText, type Identity } from "./identity";
import { listSheet, type ListRecord } from "./list-sheet";
import type { CellFill } from "../workbook/sheet-builder";
import { issuedOfficePlan } from "./own-issue";
import { STYLES } from "./form-styles";
import { formsOf, listsOf } from "./template-index";
import type { Form, Indicator, Template, Unit } from "./template";
import { KIND_WORDS } from "./words";

export interface SubmissionContent {
  readonly unit: Unit;
  /** `2020`; empty for forms of the office's own that are of no certain period. */
  readonly period: string;
  /** By code; per cent in percentage points, 是/否 as boolean, dates as serials of the 1900 system. Computed lines need none. */
  readonly values?: ReadonlyMap<string, number | string | boolean>;
  /** By code; yes/no lines are 1 and 0. */
  readonly lastYear?: ReadonlyMap<string, number>;
  /** By code, of the period before: for forms of the office's own alone. */
  readonly lastPeriod?: ReadonlyMap<string, number>;
  /** 说明 by code. */
  readonly reasons?: ReadonlyMap<string, string>;
  /** By list id; a list that is not there is empty, an optional one is left out. */
  readonly lists?: ReadonlyMap<string, readonly ListRecord[]>;
  /** The cover's lines, by code, `0006` and on. */
  readonly cover?: ReadonlyMap<string, number | string | boolean>;
}

/** The name of the very hidden sheet that says whose workbook this is. */
export const IDENTITY_SHEET = "_标识";

/** The workbook's plan. Without `values` it is blank, to be issued. */
export function submissionPlan(template: Template, content: SubmissionContent): WorkbookPlan {
  const { unit, period } = content;
  const identity = (form: string | null, list: string | null): Identity => ({
    template: template.id,
    version: template.version,
    form,
    list,
    unit: unit.code,
    period,
  });
  const common = { reporter: unit.name, period, kind: unit.kind };
  const ours = formsOf(template, unit.kind).filter(({ layout }) => layout !== "own");
  const forms = ours.map((form) => {
    const fill = {
      ...common,
      identity: identity(form.id, null),
      lines: linesOfForm(template, form, content),
    };
    if (form.layout === "cover") return coverSheet(template, form, fill);
    return formSheet(template, form, { ...fill, signature: signature(template, content) });
  });
  const lists = listsOf(template, unit.kind)
    .filter((list) => !list.optional || content.values === undefined || content.lists?.has(list.id))
    .map((list) =>
      listSheet(template, list, {
        ...common,
        identity: identity(null, list.id),
        records: content.lists?.get(list.id) ?? [],
      }),
    );
  const sheets = [...forms, ...lists];
  const office = issuedOfficePlan(
    template,
    {
      unit,
      period: period || null,
      lastYear: content.lastYear ?? null,
      lastPeriod: content.lastPeriod ?? null,
    },
    sheets.at(-1)?.name,
  );
  const plan: WorkbookPlan = {
    // The office's own sheets alone are sent as they are, without a sheet of ours.
    sheets: sheets.length === 0 && office ? [] : [...sheets, identitySheet(identity(null, null))],
    names: [],
    title: `${template.county}${template.name} ${unit.name}`,
    ...(office ? { office } : {}),
  };
  return fitPlan(plan, FIT_WORDS);
}

/** In Chinese as the forms themselves. */
const FIT_WORDS: FitMessages = {
  cut: (count) => `……（太长，Excel 放不下，后面还有 ${count} 个字）`,
  formula: "算式太长，Excel 放不下，这里只写了结果。",
};

function identitySheet(identity: Identity): SheetPlan {
  return {
    name: IDENTITY_SHEET,
    visibility: "veryHidden",
    cells: [{ row: 0, column: 0, value: identityText(identity), style: STYLES.identity }],
    protected: true,
  };
}

function linesOfForm(
  template: Template,
  form: Form,
  content: SubmissionContent,
): ReadonlyMap<string, LineFill> {
  const cover = form.layout === "cover" ? coverValues(template, content) : undefined;
  return new Map(
    form.indicators.map((indicator) => {
      const { code } = indicator;
      const value = cover
        ? cover.get(code)
        : indicator.formula === undefined
          ? content.values?.get(code)
          : undefined;
      const before = content.lastYear?.get(code);
      const reason = content.reasons?.get(code);
      return [
        code,
        {
          ...(value === undefined ? {} : { current: { value } }),
          ...(before === undefined || !indicator.carried
            ? {}
            : { lastYear: { value: carriedValue(indicator, before) } }),
          ...(reason === undefined ? {} : { reason }),
        },
      ];
    }),
  );
}

function carriedValue(indicator: Indicator, before: number): number | boolean {
  return indicator.kind === "yesNo" ? before === 1 : before;
}

/** What the issuer fills in, and what the unit has. */
function coverValues(
  template: Template,
  { unit, period, cover }: SubmissionContent,
): ReadonlyMap<string, number | string | boolean> {
  const issued: [string, string][] = [
    [COVER_LINES.unitCode, unit.code],
    [COVER_LINES.unit, unit.name],
    [COVER_LINES.unitKind, KIND_WORDS[unit.kind]],
    [COVER_LINES.period, period],
    [COVER_LINES.template, `${template.id} ${template.version}`],
  ];
  const own = [...(cover ?? [])].filter(([code]) => !ISSUED_LINES.has(code));
  return new Map<string, number | string | boolean>([...issued, ...own]);
}

/** The cover's names and date below every form, without typing them again. */
function signature(template: Template, { cover }: SubmissionContent): CellFill {
  const form = template.forms.find(({ layout }) => layout === "cover");
  if (!form) return { value: SIGNATURE };
  const layout = layoutForm(template, form);
  const fields = form.indicators.filter(({ code }) => SIGNED_LINES.includes(code));
  const parts = fields.map(({ code, name, kind }) => {
    const cell = `'${layout.sheet}'!${toA1(layout.rows.get(code)!, layout.columns.value!)}`;
    const value = cover?.get(code) ?? "";
    const isDate = kind === "date";
    return {
      text: `${name}：${isDate && typeof value === "number" ? dayWords(value) : value}`,
      formula: `"${name}："&${isDate ? dayFormula(cell) : cell}`,
    };
  });
  return {
    value: parts.map(({ text }) => text).join(GAP),
    formula: parts.map(({ formula }) => formula).join(`&"${GAP}"&`),
  };
}

const { leader, reviewer, author, telephone, day } = COVER_LINES;
const SIGNED_LINES: readonly string[] = [leader, reviewer, author, telephone, day];
const GAP = "　　";

function dayWords(serial: number): string {
  const day = fromSerial(serial);
  return day ? `${day.year}年${day.month}月${day.day}日` : "";
}

/** TEXT() would want the format in the language of the person's Excel. What is no date is shown as typed. */
function dayFormula(cell: string): string {
  return `IF(${cell}="","",IFERROR(YEAR(${cell})&"年"&MONTH(${cell})&"月"&DAY(${cell})&"日",${cell}))`;
}
