import { writeFile } from "node:fs/promises";
import { xlsxWriter } from "../../src/files/write/write-xlsx";
import type { PlanCell } from "../../src/workbook/plan";
import { call, temporaryFolder } from "./call";

jest.setTimeout(60_000);

const { path } = temporaryFolder();

type Rows = readonly (readonly (string | number | null)[])[];

const form = (unit: string, a: number | string, b: number): Rows => [
  ["农业情况统计表"],
  [`填报单位：${unit}`],
  ["项目", "计划", "完成"],
  ["水稻", a, 2],
  ["玉米", 3, b],
];
const other = (unit: string): Rows => [
  ["安全检查情况表"],
  [`填报单位：${unit}`],
  ["检查内容", "次数", "隐患数"],
  ["消防", 1, 2],
];

async function write(name: string, rows: Rows): Promise<string> {
  const cells = rows.flatMap((values, row) =>
    values.flatMap((value, column): PlanCell[] => (value === null ? [] : [{ row, column, value }])),
  );
  await writeFile(path(name), xlsxWriter.write({ sheets: [{ name: "Sheet1", cells }], names: [] }));
  return path(name);
}

describe("batch consolidate without a template", () => {
  it("makes the template from copies of an office's own form", async () => {
    const files = [
      await write("甲.xlsx", form("头道镇", 10, 1)),
      await write("乙.xlsx", form("榆林镇", "1,000", 2)),
      await write("丙.xlsx", form("花甸镇", 30, 3)),
    ];
    const said = await call("consolidate", ...files, "--out", path("county.xlsx"), "--json");
    expect(said.exit).toBe(0);
    expect(said.json).toMatchObject({
      templateFrom: "files",
      units: [{ unit: "头道镇" }, { unit: "榆林镇" }, { unit: "花甸镇" }],
      missing: [],
      sheets: [
        {
          sheet: "Sheet1",
          cells: { B4: { value: 1040 }, C4: { value: 6 }, B5: { value: 9 }, C5: { value: 6 } },
        },
      ],
    });
  });

  it("names which files are which where they are of two forms, or one alone", async () => {
    const files = [
      await write("甲.xlsx", form("头道镇", 10, 1)),
      await write("乙.xlsx", form("榆林镇", 20, 2)),
      await write("丙.xlsx", other("头道镇")),
    ];
    const two = await call("consolidate", ...files, "--out", path("no.xlsx"), "--json");
    expect([two.exit, two.json]).toMatchObject([
      2,
      {
        kinds: [
          { title: "农业情况统计表", files: ["甲.xlsx", "乙.xlsx"] },
          { title: "安全检查情况表", files: ["丙.xlsx"] },
        ],
        findings: [{ code: "D01" }, { code: "D01" }, { code: "D01" }],
      },
    ]);
    const one = await call("consolidate", files[0]!, "--out", path("no.xlsx"));
    expect([one.exit, one.out]).toEqual([2, expect.stringContaining("只有一份填好的表")]);
  });
});
