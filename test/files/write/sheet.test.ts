import { all, area, attributes, one, planOf, writeAndOpen, writtenSheet } from "./opened";

describe("the sheet", () => {
  test("merged areas are written; an area of one cell is no merge", () => {
    const sheet = writtenSheet([], { merges: [area("A1:C1"), area("E5")] });
    expect(all(sheet, "mergeCell").map((merge) => merge.getAttribute("ref"))).toEqual(["A1:C1"]);
  });

  test("a column's width counts digits of the default font, the blank beside them added", () => {
    const column = one(writtenSheet([], { columns: [{ column: 2, width: 20 }] }), "col");
    expect(attributes(column)).toEqual({ min: "3", max: "3", width: "20.625", customWidth: "1" });
  });

  test("hidden rows and columns stay hidden", () => {
    const sheet = writtenSheet([], {
      columns: [{ column: 0, hidden: true }],
      rows: [{ row: 4, hidden: true }],
    });
    expect(one(sheet, "col").getAttribute("hidden")).toBe("1");
    expect(attributes(one(sheet, "row"))).toEqual({ r: "5", hidden: "1" });
  });

  test("a row's height is in points", () => {
    const row = one(writtenSheet([], { rows: [{ row: 0, height: 30 }] }), "row");
    expect(attributes(row)).toEqual({ r: "1", ht: "30", customHeight: "1" });
  });

  test("a row without a height is made high enough for a text that wraps", () => {
    const text = "这一段文字太长，一行写不下，要分成好几行才行";
    const row = one(writtenSheet([{ row: 0, column: 0, value: text, style: { wrap: true } }]), "row");
    expect(Number(row.getAttribute("ht"))).toBeGreaterThan(13.5 * 4);
    expect(row.hasAttribute("customHeight")).toBe(false);
  });

  test.each([
    [
      { rows: 2, columns: 1 },
      { xSplit: "1", ySplit: "2", topLeftCell: "B3", activePane: "bottomRight", state: "frozen" },
    ],
    [
      { rows: 3, columns: 0 },
      { ySplit: "3", topLeftCell: "A4", activePane: "bottomLeft", state: "frozen" },
    ],
    [
      { rows: 0, columns: 2 },
      { xSplit: "2", topLeftCell: "C1", activePane: "topRight", state: "frozen" },
    ],
  ])("%p stay in view", (freeze, expected) => {
    expect(attributes(one(writtenSheet([], { freeze }), "pane"))).toEqual(expected);
  });

  test("grid lines can be switched off", () => {
    expect(one(writtenSheet([], { gridLines: false }), "sheetView").getAttribute("showGridLines")).toBe("0");
  });

  test("a tab has its colour", () => {
    expect(one(writtenSheet([], { tabColor: "c00000" }), "tabColor").getAttribute("rgb")).toBe("FFC00000");
  });

  test("a link leads to a place in the workbook", () => {
    const sheet = writtenSheet([{ row: 1, column: 1, value: "看", link: "'关工02'!E7" }]);
    expect(attributes(one(sheet, "hyperlink"))).toEqual({ ref: "B2", location: "'关工02'!E7" });
  });

  test("protection has no password and lets people select cells and widen columns", () => {
    const protection = attributes(one(writtenSheet([], { protected: true }), "sheetProtection"));
    expect(protection).toEqual({
      sheet: "1",
      objects: "1",
      scenarios: "1",
      formatColumns: "0",
      formatRows: "0",
    });
  });

  test("a filter comes with the hidden name that Excel keeps for it", () => {
    const opened = writeAndOpen(planOf([], { name: "甲'乙", autoFilter: area("A2:F14") }));
    expect(one(opened.part("xl/worksheets/sheet1.xml"), "autoFilter").getAttribute("ref")).toBe("A2:F14");
    const name = one(opened.part("xl/workbook.xml"), "definedName");
    expect(attributes(name)).toEqual({ name: "_xlnm._FilterDatabase", localSheetId: "0", hidden: "1" });
    expect(name.textContent).toBe("'甲''乙'!$A$2:$F$14");
  });
});

describe("printing", () => {
  test("paper is A4 even where nothing is said of printing", () => {
    expect(attributes(one(writtenSheet([]), "pageSetup"))).toEqual({
      paperSize: "9",
      orientation: "portrait",
    });
  });

  test("a sheet fits the width of the page, takes as many pages as it needs and stands in the middle", () => {
    const sheet = writtenSheet([], { print: { landscape: true } });
    expect(attributes(one(sheet, "pageSetup"))).toEqual({
      paperSize: "9",
      orientation: "landscape",
      fitToWidth: "1",
      fitToHeight: "0",
    });
    expect(one(sheet, "pageSetUpPr").getAttribute("fitToPage")).toBe("1");
    expect(one(sheet, "printOptions").getAttribute("horizontalCentered")).toBe("1");
  });

  test("a sheet whose pages begin at rows is not fitted: Excel would ignore the breaks", () => {
    const sheet = writtenSheet([], { print: { breaks: [12, 30] } });
    expect(sheet.getElementsByTagName("pageSetUpPr")).toHaveLength(0);
    expect(one(sheet, "pageSetup").getAttribute("fitToWidth")).toBeNull();
    expect(all(sheet, "brk").map((each) => [each.getAttribute("id"), each.getAttribute("man")])).toEqual([
      ["12", "1"],
      ["30", "1"],
    ]);
  });

  test("header and footer stand in the middle", () => {
    const sheet = writtenSheet([], { print: { header: "关工委 <内部>", footer: "第 &P 页" } });
    expect(one(sheet, "oddHeader").textContent).toBe("&C关工委 <内部>");
    expect(one(sheet, "oddFooter").textContent).toBe("&C第 &P 页");
  });

  test("title rows and print area are names of the sheet", () => {
    const opened = writeAndOpen(
      planOf([], { print: { titleRows: { first: 0, last: 2 }, area: area("A1:F20") } }),
    );
    const names = all(opened.part("xl/workbook.xml"), "definedName");
    expect(names.map((name) => [name.getAttribute("name"), name.textContent])).toEqual([
      ["_xlnm.Print_Area", "'表一'!$A$1:$F$20"],
      ["_xlnm.Print_Titles", "'表一'!$1:$3"],
    ]);
  });

  test("title columns stand before title rows", () => {
    const titles = { titleColumns: { first: 0, last: 2 }, titleRows: { first: 0, last: 5 } };
    const opened = writeAndOpen(planOf([], { print: titles }));
    const [name] = all(opened.part("xl/workbook.xml"), "definedName");
    expect(name!.textContent).toBe("'表一'!$A:$C,'表一'!$1:$6");
  });
});
