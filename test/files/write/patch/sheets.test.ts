import type { SheetPlan } from "../../../../src/workbook/plan";
import { all, area, attributes } from "../opened";
import { patched, valueAt } from "./patched";
import { prefixed, strict } from "./unit-workbook";

const findings: SheetPlan = {
  name: "审核结果",
  cells: [
    { row: 0, column: 0, value: "问题", style: { bold: true, fill: "DDEBF7", format: "0.000" } },
    { row: 1, column: 0, value: "=应为文本", link: "'关工02'!B2" },
    { row: 1, column: 1, value: 3 },
    { row: 2, column: 1, value: 3, formula: "SUM(B2)" },
  ],
  comments: [{ row: 0, column: 0, text: "说明" }],
  conditionalFormats: [{ area: area("B2:B3"), formula: "B2>1", style: { fill: "FFC7CE" } }],
  autoFilter: area("A1:B3"),
  charts: [
    {
      name: "审核图",
      title: "问题数",
      kind: "column",
      categories: { sheet: "审核结果", area: area("A2") },
      series: [
        { name: { sheet: "审核结果", area: area("A1") }, values: { sheet: "审核结果", area: area("B2") } },
      ],
      anchor: area("D1:H9"),
    },
  ],
};

describe("a sheet added to a unit's workbook", () => {
  const opened = patched({ added: [findings] });

  test("stands last and holds what the plan holds", () => {
    const sheet = opened.workbook.sheets[2];
    expect(opened.workbook.sheets.map(({ name }) => name)).toEqual(["关工02", "R&D", "审核结果"]);
    expect(["A1", "A2", "B2", "B3"].map((address) => valueAt(sheet, address))).toEqual([
      "问题",
      "=应为文本",
      3,
      3,
    ]);
    expect(sheet?.comments).toEqual([{ row: 0, column: 0, text: "说明" }]);
    expect(sheet?.autoFilter).toEqual(area("A1:B3"));
  });

  test("has an id that no other sheet has", () => {
    const sheets = all(opened.part("xl/workbook.xml"), "sheet");
    expect(sheets.map((sheet) => sheet.getAttribute("sheetId"))).toEqual(["3", "7", "8"]);
  });

  test("brings its styles without changing those there", () => {
    const styles = opened.part("xl/styles.xml");
    const sheet = opened.part("xl/worksheets/sheet3.xml");
    const first = styles.querySelector("cellXfs")!.children[Number(all(sheet, "c")[0]!.getAttribute("s"))]!;
    const font = styles.querySelector("fonts")!.children[Number(first.getAttribute("fontId"))]!;
    const format = all(styles, "numFmt").find(
      (one) => one.getAttribute("numFmtId") === first.getAttribute("numFmtId"),
    );
    expect([all(font, "b").length, format?.getAttribute("formatCode")]).toEqual([1, "0.000"]);
    const rule = all(sheet, "cfRule")[0]!;
    expect([rule.getAttribute("dxfId"), styles.querySelector("dxfs")!.children.length]).toEqual(["1", 2]);
    expect(valueAt(opened.workbook.sheets[0], "B2")).toBe(3);
  });

  test("has parts that do not take the place of others", () => {
    const fresh = opened.touched.filter((path) =>
      /(sheet|drawing|chart|comments|Drawing)\d+\.(xml|vml)$/.test(path),
    );
    expect(fresh).toEqual([
      "xl/charts/chart2.xml",
      "xl/comments2.xml",
      "xl/drawings/drawing2.xml",
      "xl/drawings/vmlDrawing2.vml",
      "xl/worksheets/sheet3.xml",
    ]);
  });

  test("leaves every other part as it was", () => {
    expect(
      opened.touched.filter((path) =>
        /sheet1|sheet2|drawing1|chart1|comments1|table|media|printer|sharedStrings/.test(path),
      ),
    ).toEqual([]);
  });

  test("names its filter for itself", () => {
    const name = all(opened.part("xl/workbook.xml"), "definedName").at(-1)!;
    expect(attributes(name)).toEqual({ name: "_xlnm._FilterDatabase", localSheetId: "2", hidden: "1" });
  });

  test("is refused where one of its name is there", () => {
    expect(() => patched({ added: [{ name: "r&d", cells: [] }] })).toThrow(/sheetNameTaken at r&d/);
  });

  test("is refused where Excel could not open it", () => {
    expect(() => patched({ added: [{ name: "a/b", cells: [] }] })).toThrow(
      expect.objectContaining({ code: "sheetName" }),
    );
  });
});

test.each([
  ["a prefix on every element", prefixed],
  ["Strict", strict],
])("a workbook with %s takes a sheet", (_, change) => {
  const { workbook } = patched({ added: [findings] }, { change });
  expect(valueAt(workbook.sheets[2], "A1")).toBe("问题");
});

test("a sheet in a Strict workbook is Strict", () => {
  const { text } = patched({ added: [findings] }, { change: strict });
  const fresh = [
    "xl/worksheets/sheet3.xml",
    "xl/charts/chart2.xml",
    "xl/drawings/drawing2.xml",
    "xl/worksheets/_rels/sheet3.xml.rels",
  ];
  for (const path of fresh)
    expect(text(path).replaceAll("schemas.openxmlformats.org/package/", "")).not.toContain(
      "schemas.openxmlformats.org",
    );
});
