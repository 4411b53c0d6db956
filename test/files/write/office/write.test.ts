import { writeXlsx } from "../../../../src/files/write/write-xlsx";
import { parseA1 } from "../../../../src/workbook/address";
import type { OfficeCell, OfficePlan, WorkbookPlan } from "../../../../src/workbook/plan";
import { cells as cellsIn, packageBytes, readBytes, sheetOf } from "../../package";
import { all, attributes, one, open, type Opened } from "../opened";
import { prefixed, strict, type Variant } from "../patch/unit-workbook";
import { taken } from "./taken";

type Cells = Readonly<Record<string, Omit<OfficeCell, "row" | "column">>>;

const at = (cells: Cells): OfficeCell[] =>
  Object.entries(cells).map(([address, cell]) => ({ ...parseA1(address)!, ...cell }));

const OURS: WorkbookPlan = {
  names: [],
  title: "汇总",
  activeSheet: "说明",
  sheets: [
    { name: "说明", cells: [{ row: 0, column: 0, value: "甲", style: { bold: true } }] },
    {
      name: "单位数据",
      cells: [{ row: 0, column: 0, value: 42 }],
      print: { titleRows: { first: 0, last: 0 } },
    },
    { name: "机读信息", cells: [], visibility: "veryHidden" },
  ],
};

interface Written extends Opened {
  readonly bytes: Uint8Array;
}

/** The unit's workbook as an office's package, with these cells written and our sheets among its own. */
async function written(
  cells: Cells,
  more: Partial<OfficePlan> & { readonly name?: string } = {},
  variant: Variant = {},
  plan: WorkbookPlan = OURS,
): Promise<Written> {
  const { name, ...office } = more;
  const { bytes } = await taken(variant);
  const sheet = { source: "关工02", cells: at(cells), ...(name === undefined ? {} : { name }) };
  const out = writeXlsx({ ...plan, office: { bytes, after: "说明", sheets: [sheet], ...office } });
  return { ...open(out), bytes: out };
}

describe("cells of an office's sheet", () => {
  it("get formulas with results of every kind, and keep their looks", async () => {
    const { bytes, text } = await written({
      B2: { value: 42, formula: "'单位数据'!A1" },
      A4: { value: "文", formula: 'IF(B2>1,"文","")' },
      A8: { value: true, formula: "B2>1" },
      C1: { value: "#DIV/0!", formula: "1/0" },
      D7: { value: null, formula: "SUM(A1:A2)" },
    });
    const read = cellsIn(readBytes(bytes), 1);
    expect(read["B2"]).toMatchObject({ kind: "number", value: 42, formula: "'单位数据'!A1" });
    expect(read["A4"]).toMatchObject({ kind: "text", value: "文", formula: 'IF(B2>1,"文","")' });
    expect(read["A8"]).toMatchObject({ kind: "boolean", value: true });
    expect(read["C1"]).toMatchObject({ kind: "error", value: "#DIV/0!" });
    expect(read["D7"]).toMatchObject({ kind: "empty", value: null, formula: "SUM(A1:A2)" });
    expect(text("xl/worksheets/sheet1.xml")).toContain('<c r="B2" s="1">');
  });

  it("leave the formulas of those with which they shared one", async () => {
    const { bytes } = await written({ B3: { value: 9 } });
    const read = cellsIn(readBytes(bytes), 1);
    expect(read["B3"]?.value).toBe(9);
    expect(read["B4"]?.formula).toBe("A4*2<9");
  });

  it("stay as they are within an array formula, which goes on computing them", async () => {
    const { bytes } = await written({ A5: { value: 3 }, A6: { value: 4 } });
    const read = cellsIn(readBytes(bytes), 1);
    expect(read["A5"]?.formula).toBe("A1:A2*2");
    expect(read["A6"]?.value).toBe(6);
  });

  it("keep an array formula of one cell as one when only its result changes", async () => {
    const data = '<row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B2*2)</f><v>0</v></c></row>';
    const office = {
      bytes: packageBytes({ data }),
      sheets: [{ source: "表1", cells: at({ A1: { value: 8, formula: "SUM(B1:B2*2)" } }) }],
    };
    const { text } = open(writeXlsx({ ...OURS, office }));
    expect(text("xl/worksheets/sheet1.xml")).toContain('<f t="array" ref="A1">SUM(B1:B2*2)</f><v>8</v>');
  });

  it("get notes beside those that are there", async () => {
    const { bytes } = await written({
      A2: { value: 1, comment: "约数" },
      B2: { value: 2, comment: "含调整" },
    });
    expect(sheetOf(readBytes(bytes), 1).comments.map(({ text }) => text)).toEqual([
      "原有批注\n约数",
      "含调整",
    ]);
  });
});

describe("an office's sheets among ours", () => {
  it("follow the sheet that they are put behind; one sheet is in front", async () => {
    const { bytes, part } = await written(
      {},
      {},
      {
        change: (xml) =>
          xml.replace('<sheetView workbookViewId="0"/>', '<sheetView tabSelected="1" workbookViewId="0"/>'),
      },
    );
    const { sheets } = readBytes(bytes);
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["说明", "visible"],
      ["关工02", "visible"],
      ["R&D", "hidden"],
      ["单位数据", "visible"],
      ["机读信息", "veryHidden"],
    ]);
    expect(attributes(one(part("xl/workbook.xml"), "workbookView"))).toMatchObject({ activeTab: "0" });
    expect(all(part("xl/worksheets/sheet1.xml"), "sheetView")[0]!.hasAttribute("tabSelected")).toBe(false);
  });

  it("keep their names, and print titles stay with their sheets", async () => {
    const named = (xml: string): string =>
      xml.replace(
        "<definedNames>",
        '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">关工02!$1:$2</definedName>',
      );
    const { part } = await written({}, {}, { change: named });
    const names = all(part("xl/workbook.xml"), "definedName").map((each) => [
      each.getAttribute("name"),
      each.getAttribute("localSheetId"),
      each.textContent,
    ]);
    expect(names).toEqual([
      ["_xlnm.Print_Titles", "1", "关工02!$1:$2"],
      ["合计", null, "关工02!$B$5"],
      ["_xlnm.Print_Titles", "3", "'单位数据'!$1:$1"],
    ]);
  });

  it("take formulas, charts, sparklines, names and links with them when they are renamed", async () => {
    const linked = (xml: string): string =>
      xml
        .replace("<f>SUM(A2:A4)</f>", "<f>SUM(关工02!A2:A4)+'关工02'!B2</f>")
        .replace(
          "<pageMargins",
          '<hyperlinks><hyperlink ref="A1" location="关工02!B2"/></hyperlinks><pageMargins',
        );
    const { text, bytes } = await written({}, { name: "报告（2）" }, { change: linked });
    expect(cellsIn(readBytes(bytes), 1)["B5"]?.formula).toBe("SUM('报告（2）'!A2:A4)+'报告（2）'!B2");
    expect(text("xl/worksheets/sheet1.xml")).toContain("location=\"'报告（2）'!B2\"");
    expect(text("xl/worksheets/sheet1.xml")).toContain("<xm:f>'报告（2）'!A2:A4</xm:f>");
    expect(text("xl/charts/chart1.xml")).toContain("<c:f>'报告（2）'!$A$2:$A$4</c:f>");
    expect(text("xl/workbook.xml")).toContain("'报告（2）'!$B$5");
  });

  it("give way with a number where the plan says nothing of them", async () => {
    const plan = { ...OURS, sheets: [...OURS.sheets, { name: "r&d", cells: [] }] };
    const { bytes } = await written({}, {}, {}, plan);
    expect(readBytes(bytes).sheets.map(({ name }) => name)).toContain("R&D（2）");
  });

  it("are left out with all that belongs to them alone", async () => {
    const { bytes } = await taken();
    const plan = { ...OURS, office: { bytes, sheets: [], remove: ["关工02"] } };
    const { paths, text } = open(writeXlsx(plan));
    expect(paths.filter((path) => /chart1|table1|image1|comments1/.test(path))).toEqual([]);
    expect(text("xl/workbook.xml")).not.toContain("合计");
    expect(text("[Content_Types].xml")).not.toContain("chart1");
  });

  it("are written as well in ISO Strict and under a prefix", async () => {
    for (const change of [strict, prefixed]) {
      const { bytes, part, paths } = await written(
        { B2: { value: 1, formula: "单位数据!A1" } },
        {},
        { change },
      );
      const read = readBytes(bytes);
      expect(read.sheets.map(({ name }) => name)).toEqual(["说明", "关工02", "R&D", "单位数据", "机读信息"]);
      expect(cellsIn(read, 1)["B2"]).toMatchObject({ value: 1, formula: "单位数据!A1" });
      expect(cellsIn(read, 3)["A1"]?.value).toBe(42);
      for (const path of paths) if (path.endsWith(".xml")) part(path);
    }
  });

  it("come with our title alone: whose file it was is not carried on", async () => {
    const { text } = await written({});
    expect(text("docProps/core.xml")).toContain("<dc:title>汇总</dc:title>");
  });

  it("cannot be those that the package does not have", async () => {
    const { bytes } = await taken();
    const plan = { ...OURS, office: { bytes, sheets: [{ source: "别的", cells: [] }] } };
    expect(() => writeXlsx(plan)).toThrow(/unknownSheet at 别的/);
  });

  it("can be written again: what was written is a package too", async () => {
    const first = await written({ B2: { value: 42, formula: "'单位数据'!A1" } });
    const second = writeXlsx({
      ...OURS,
      office: {
        bytes: first.bytes,
        after: "说明",
        remove: OURS.sheets.map(({ name }) => name),
        sheets: [{ source: "关工02", cells: at({ B2: { value: 43, formula: "'单位数据'!A1" } }) }],
      },
    });
    expect(readBytes(second).sheets.map(({ name }) => name)).toEqual([
      "说明",
      "关工02",
      "R&D",
      "单位数据",
      "机读信息",
    ]);
    expect(cellsIn(readBytes(second), 1)["B2"]?.value).toBe(43);
  });
});
