import { nodeDeflate } from "../../../src/files/write/node-deflate";
import { writeXlsx, xlsxWriter } from "../../../src/files/write/write-xlsx";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { all, attributes, one, open, planOf, writeAndOpen } from "./opened";

const three: WorkbookPlan = {
  names: [],
  sheets: [
    { name: "隐", visibility: "hidden", cells: [] },
    { name: "深", visibility: "veryHidden", cells: [] },
    { name: "汇总 & 表", cells: [] },
    { name: "末", cells: [] },
  ],
};

describe("the workbook", () => {
  test("sheets keep names, order and visibility", () => {
    const sheets = all(writeAndOpen(three).part("xl/workbook.xml"), "sheet");
    expect(sheets.map((sheet) => [sheet.getAttribute("name"), sheet.getAttribute("state")])).toEqual([
      ["隐", "hidden"],
      ["深", "veryHidden"],
      ["汇总 & 表", null],
      ["末", null],
    ]);
  });

  test("the first visible sheet is shown first", () => {
    const opened = writeAndOpen(three);
    expect(one(opened.part("xl/workbook.xml"), "workbookView").getAttribute("activeTab")).toBe("2");
    const selected = [1, 2, 3, 4].map((n) =>
      one(opened.part(`xl/worksheets/sheet${n}.xml`), "sheetView").getAttribute("tabSelected"),
    );
    expect(selected).toEqual([null, null, "1", null]);
  });

  test("the plan may choose the sheet that is shown first", () => {
    const opened = writeAndOpen({ ...three, activeSheet: "末" });
    expect(one(opened.part("xl/workbook.xml"), "workbookView").getAttribute("activeTab")).toBe("3");
  });

  test("names refer to what they refer to, hidden ones are hidden", () => {
    const names = [
      { name: "合计人次", refersTo: "'汇总 & 表'!$C$15" },
      { name: "_隐", refersTo: '"甲"', hidden: true },
    ];
    const written = all(writeAndOpen({ ...three, names }).part("xl/workbook.xml"), "definedName");
    expect(written.map((name) => [attributes(name), name.textContent])).toEqual([
      [{ name: "合计人次" }, "'汇总 & 表'!$C$15"],
      [{ name: "_隐", hidden: "1" }, '"甲"'],
    ]);
  });

  test("the title stands in the properties", () => {
    const opened = writeAndOpen({ ...three, title: "2025年汇总 & 对比" });
    expect(one(opened.part("docProps/core.xml"), "title").textContent).toBe("2025年汇总 & 对比");
  });

  test("every part has a content type", () => {
    const opened = writeAndOpen(three);
    const types = opened.part("[Content_Types].xml");
    const known = all(types, "Override").map((type) => type.getAttribute("PartName"));
    const parts = opened.paths.filter((path) => path.endsWith(".xml") && path !== "[Content_Types].xml");
    expect(known.sort()).toEqual(parts.map((path) => `/${path}`).sort());
  });

  test("equal plans give equal bytes", () => {
    expect(writeXlsx(structuredClone(three))).toEqual(writeXlsx(three));
  });

  test("another deflate gives the same parts", () => {
    const plan = planOf([{ row: 0, column: 0, value: "甲" }]);
    const [ours, nodes] = [writeXlsx(plan), writeXlsx(plan, { deflate: nodeDeflate })].map(open);
    expect(nodes?.paths.map(nodes.text)).toEqual(ours?.paths.map(ours.text));
  });

  test("the writer of a session writes the same", () => {
    expect(xlsxWriter.write(three)).toEqual(writeXlsx(three));
  });
});
