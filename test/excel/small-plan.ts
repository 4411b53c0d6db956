import type { SheetPlan, WorkbookPlan } from "../../src/workbook/plan";

/** A county workbook in small: units on one sheet, their total on another, a chart over both. */
export function smallPlan(values: readonly number[] = [12, 30, 8]): WorkbookPlan {
  const units = ["台上镇", "财源镇", "青石镇", "大路镇", "太王镇"].slice(0, values.length);
  const total = values.reduce((sum, value) => sum + value, 0);
  const head = { bold: true, fill: "D9E2F3", border: "thin", horizontal: "center" } as const;
  const body = { border: "thin" } as const;
  const data: SheetPlan = {
    name: "单位数据",
    cells: [
      { row: 0, column: 0, value: "单位", style: head },
      { row: 0, column: 1, value: "0102", style: { ...head, format: "@" } },
      ...units.flatMap((unit, i) => [
        { row: i + 1, column: 0, value: unit, style: body },
        { row: i + 1, column: 1, value: values[i]!, style: body },
      ]),
    ],
    columns: [{ column: 0, width: 16 }],
    freeze: { rows: 1, columns: 0 },
    charts: [
      {
        name: "组织数",
        title: "各单位组织数",
        kind: "column",
        categories: { sheet: "单位数据", area: { top: 1, left: 0, bottom: units.length, right: 0 } },
        series: [
          {
            name: { sheet: "单位数据", area: { top: 0, left: 1, bottom: 0, right: 1 } },
            values: { sheet: "单位数据", area: { top: 1, left: 1, bottom: units.length, right: 1 } },
            color: "1F4E79",
          },
        ],
        anchor: { top: 1, left: 3, bottom: 15, right: 9 },
      },
    ],
  };
  const summary: SheetPlan = {
    name: "汇总",
    cells: [
      {
        row: 0,
        column: 0,
        value: "集安市组织建设情况",
        style: { size: 16, bold: true, horizontal: "center" },
      },
      { row: 1, column: 0, value: "0102" },
      { row: 1, column: 1, value: "=已建组织" },
      {
        row: 1,
        column: 2,
        value: total,
        formula: `SUM('单位数据'!B2:B${units.length + 1})`,
        style: { format: "#,##0", border: "thin" },
      },
      { row: 2, column: 0, value: "-1", style: { italic: true } },
      { row: 2, column: 1, value: "转到数据", link: "'单位数据'!A1" },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    print: {
      landscape: true,
      titleRows: { first: 0, last: 0 },
      footer: "第 &P 页，共 &N 页",
      breaks: [2],
    },
  };
  const machine: SheetPlan = {
    name: "机读信息",
    visibility: "veryHidden",
    cells: [{ row: 0, column: 0, value: "2020", style: { format: "@" } }],
  };
  // The total comes first on the tabs although it looks at a sheet behind it.
  return {
    sheets: [summary, data, machine],
    names: [{ name: "county_total", refersTo: "'汇总'!$C$2" }],
  };
}

export const OWN = ["汇总", "单位数据", "机读信息"];
