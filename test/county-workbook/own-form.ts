/** A small office with a form of its own: plan, result, last year and rate beside each other, sums by formula. */
import type { Consolidation } from "../../src/consolidation/consolidation";
import type { ConsolidationInput } from "../../src/consolidation/consolidate";
import { officePackager } from "../../src/files/write/office/take-office";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { builtInTemplate } from "../../src/template/builtin";
import type { OwnCell, OwnSheet } from "../../src/template/own-sheet";
import type { Form, Indicator, Template } from "../../src/template/template";
import { parseA1 } from "../../src/workbook/address";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { CellStyle, PlanCell, WorkbookPlan } from "../../src/workbook/plan";
import { county, elm, stone, submission, type Values } from "../consolidation/small-county";

export const SHEET = "经费情况";

const HEAD: CellStyle = { bold: true, border: "thin", fill: "DDEEFF", horizontal: "center", wrap: true };
const BODY: CellStyle = { border: "thin", font: "仿宋", format: "#,##0.00" };
const RATE: CellStyle = { ...BODY, format: "0.0%" };

const at = (address: string): { row: number; column: number } => parseA1(address)!;

function cell(address: string, value: PlanCell["value"], style: CellStyle, formula?: string): PlanCell {
  return { ...at(address), value, style, ...(formula === undefined ? {} : { formula }) };
}

const HEADS = ["项目", "行次", "计划", "完成", "上年完成", "完成率", "说明"];
const LINES = ["合计", "其中：甲类", "乙类"];

/** The blank as the office drew it. */
export const blank: WorkbookPlan = {
  names: [{ name: "计划合计", refersTo: `'${SHEET}'!$C$5` }],
  sheets: [
    {
      name: SHEET,
      cells: [
        cell("A1", "经费情况表", { bold: true, size: 16, horizontal: "center" }),
        cell("A2", "填报单位：", {}),
        cell("F2", "填报时间：", {}),
        ...HEADS.map((text, i) => cell(`${"ABCDEFG"[i]}4`, text, HEAD)),
        ...LINES.flatMap((text, i) => [
          cell(`A${5 + i}`, text, { ...BODY, format: "@" }),
          cell(`B${5 + i}`, `0${i + 1}`, { ...BODY, format: "@" }),
          ...["C", "D", "E"].map((column) =>
            i === 0
              ? cell(`${column}5`, 0, BODY, `${column}6+${column}7`)
              : cell(`${column}${5 + i}`, null, BODY),
          ),
          cell(`F${5 + i}`, "", RATE, `IF(C${5 + i}=0,"",D${5 + i}/C${5 + i})`),
          cell(`G${5 + i}`, null, { ...BODY, format: "@" }),
        ]),
      ],
      merges: [{ top: 0, left: 0, bottom: 0, right: 6 }],
      columns: [18, 6, 12, 12, 12, 9, 24].map((width, column) => ({ column, width })),
      rows: [
        { row: 0, height: 36 },
        { row: 4, height: 20 },
      ],
      freeze: { rows: 4, columns: 2 },
      print: {
        landscape: true,
        titleRows: { first: 3, last: 3 },
        area: { top: 0, left: 0, bottom: 6, right: 6 },
      },
      validations: [
        {
          area: { top: 5, left: 2, bottom: 6, right: 3 },
          type: "decimal",
          operator: "greaterThanOrEqual",
          formula1: "0",
        },
      ],
      conditionalFormats: [
        { area: { top: 4, left: 5, bottom: 6, right: 5 }, formula: "F5>1", style: { color: "FF0000" } },
      ],
      comments: [{ ...at("C4"), text: "万元" }],
      protected: true,
    },
  ],
};

const COLUMNS = [
  ["C", "计划", "value"],
  ["D", "完成", "value"],
  ["E", "上年完成", "lastYear"],
  ["F", "完成率", "change"],
  ["G", "说明", "note"],
] as const;

function ownCells(): OwnCell[] {
  return LINES.flatMap((_, i) => {
    const line = `0${i + 1}`;
    const total = i === 0;
    const own = (letter: string, key: string): Omit<OwnCell, "use"> => ({
      ...at(`${letter}${5 + i}`),
      line,
      in: key,
    });
    const computed = (formula: string): Partial<OwnCell> & Pick<OwnCell, "use"> => ({
      use: "computed",
      formula,
    });
    return [
      {
        ...own("C", "计划"),
        item: line,
        ...(total ? computed("C6+C7") : { use: "sum" as const }),
      },
      {
        ...own("D", "完成"),
        item: `${line}[完成]`,
        ...(total ? computed("D6+D7") : { use: "sum" as const }),
      },
      { ...own("E", "上年完成"), use: "lastYear" as const, ...(total ? { formula: "E6+E7" } : {}) },
      {
        ...own("F", "完成率"),
        ...computed(`IF(C${5 + i}=0,"",D${5 + i}/C${5 + i})`),
        item: `${line}[完成率]`,
      },
      { ...own("G", "说明"), use: "text" as const, item: `${line}[说明]` },
    ];
  });
}

export const own: OwnSheet = {
  sheet: SHEET,
  titles: ["经费情况表"],
  tables: [
    {
      lines: LINES.map((text, i) => ({ key: `0${i + 1}`, code: `0${i + 1}`, path: [text], row: 4 + i })),
      columns: COLUMNS.map(([letter, key, role]) => ({
        key,
        heads: [key],
        role,
        column: at(`${letter}1`).column,
      })),
      cells: ownCells(),
    },
  ],
  texts: [
    { ...at("A1"), text: "经费情况表" },
    { ...at("A2"), text: "填报单位：" },
    { ...at("F2"), text: "填报时间：" },
    ...HEADS.map((text, i) => ({ ...at(`${"ABCDEFG"[i]}4`), text })),
    ...LINES.flatMap((text, i) => [
      { ...at(`A${5 + i}`), text },
      { ...at(`B${5 + i}`), text: `0${i + 1}` },
    ]),
  ],
  unit: { ...at("A2"), label: "填报单位：" },
  period: { ...at("F2"), label: "填报时间：" },
} as OwnSheet;

const FORMULAS: Readonly<Record<string, string>> = {
  "01": "02+03",
  "01[完成]": "02[完成]+03[完成]",
  "01[完成率]": "01[完成]/01",
  "02[完成率]": "02[完成]/02",
  "03[完成率]": "03[完成]/03",
};

function indicator({ item, use, line, in: key }: OwnCell): Indicator {
  const formula = FORMULAS[item!];
  return {
    code: item!,
    name: `${LINES[Number(line) - 1]} · ${key}`,
    measure: use === "text" ? "" : "万元",
    kind: use === "text" ? "text" : "decimal",
    fills: ["T", "D", "H"],
    aggregation: use === "text" ? "text" : use === "computed" ? "computed" : "sum",
    ...(formula === undefined ? {} : { formula }),
    required: false,
    indent: 0,
    carried: key === "完成",
  };
}

export const ownForm: Form = {
  id: SHEET,
  code: SHEET,
  title: SHEET,
  fills: ["T", "D", "H"],
  layout: "own",
  own,
  indicators: ownCells()
    .filter(({ item }) => item !== undefined)
    .map(indicator),
  notes: [],
};

export async function officeBytes(plan: WorkbookPlan = blank): Promise<Uint8Array> {
  const taken = await officePackager().take({ bytes: writeXlsx(plan), workbook: workbookFromPlan(plan) });
  if (!taken.ok) throw new Error(taken.detail);
  return taken.bytes;
}

export async function ownTemplate(forms: readonly Form[] = [ownForm], plan = blank): Promise<Template> {
  return {
    ...builtInTemplate,
    id: "own",
    name: "经费情况",
    forms,
    lists: [],
    rules: [],
    charts: [],
    report: [],
    units: [stone, elm],
    office: { bytes: await officeBytes(plan), from: "xlsx" },
  };
}

export const STONE: Values = { "02": 100, "03": 50.5, "02[完成]": 80, "03[完成]": 20.25, "02[说明]": "在建" };
export const ELM: Values = { "02": 10, "02[完成]": 12.5 };

export function ownCounty(template: Template, more: Partial<ConsolidationInput> = {}): Consolidation {
  const submissions = [submission(stone, STONE, {}, template), submission(elm, ELM, {}, template)];
  return county(submissions, { template, ...more });
}
