import { strFromU8, unzipSync } from "fflate";
import { fillReport, type ReportFill } from "../../src/annual-report/office-report/fill-report";
import { nodeInflate } from "../../src/files/read/node-inflate";
import { readXlsx } from "../../src/files/read/xlsx";
import { workbookFiller } from "../../src/files/write/patch/fill-workbook";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { parseA1, toA1 } from "../../src/workbook/address";
import { cellAt, cellsOf } from "../../src/workbook/cells";
import type { ChartPlan, PlanCell, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import type { CellValue } from "../../src/workbook/workbook";
import { county, elm, lastYear, smallTemplate, stone, submission } from "../consolidation/small-county";
import { packageBytes } from "../files/package";
import fc from "../tooling/properties";

const JUNE = {
  stone: { "0103": 9, "0104": 1, "0112": 8, "0416": 2.5 },
  elm: { "0103": 20, "0104": 10, "0112": 15 },
};
const JULY = { stone: { "0103": 12, "0104": 3, "0112": 9 }, elm: { "0103": 7, "0104": 2, "0112": 6 } };

type Month = Partial<Record<"stone" | "elm", Readonly<Record<string, number>>>>;

function consolidation(month: Month = JUNE) {
  return county([
    ...(month.stone ? [submission(stone, month.stone)] : []),
    ...(month.elm ? [submission(elm, month.elm)] : []),
  ]);
}

type Written = Readonly<Record<string, CellValue>>;

/** A sheet of these cells; a text that begins with `=` is a formula. */
function sheet(name: string, written: Written, more: Partial<SheetPlan> = {}): SheetPlan {
  const cells = Object.entries(written).map(([address, value]): PlanCell => {
    const isFormula = typeof value === "string" && value.startsWith("=");
    return { ...parseA1(address)!, ...(isFormula ? { value: 0, formula: value.slice(1) } : { value }) };
  });
  return { name, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column), ...more };
}

const bytesOf = (...sheets: readonly SheetPlan[]): Uint8Array => writeXlsx({ sheets, names: [] });
const read = (bytes: Uint8Array) => readXlsx(bytes, { inflate: nodeInflate });

interface Filled {
  readonly bytes: Uint8Array;
  readonly fill: ReportFill;
  /** The values on the first sheet. */
  readonly cells: Written;
  readonly notes: readonly string[];
}

function filled(bytes: Uint8Array, of = consolidation()): Filled {
  const fill = fillReport(read(bytes), of);
  const outcome = workbookFiller({ inflate: nodeInflate }).fill(bytes, fill);
  if (!outcome.ok) throw new Error(outcome.detail);
  return {
    bytes: outcome.bytes,
    fill,
    cells: valuesIn(outcome.bytes),
    notes: fill.notes.map(({ code, cell }) => `${code} ${cell}`),
  };
}

function valuesIn(bytes: Uint8Array, index = 0): Written {
  const own = read(bytes).sheets[index]!;
  return Object.fromEntries([...cellsOf(own)].map(({ row, column, value }) => [toA1(row, column), value]));
}

describe("the office's own report", () => {
  it("gets the county's figures, as numbers where a cell has nothing else", () => {
    const { cells, notes } = filled(
      bytesOf(
        sheet("月报", {
          A1: "共有{0102}个组织，占{0112/0102:0.0%}，五好率{0113}，{已报}个单位已报",
          B1: "{0102}",
          B2: "｛ 0102 ｝",
          B3: "{0112/0102}",
          B4: "{0102/3:#,##0.00}个",
          B5: "{0103[2]}",
          B6: "{备注}和{0102}",
          B7: "{0416}",
        }),
      ),
    );
    expect(cells).toEqual({
      A1: "共有40个组织，占57.5%，五好率57.5%，2个单位已报",
      B1: 40,
      B2: 40,
      B3: 0.575,
      B4: "13.33个",
      B5: "{0103[2]}",
      B6: "{备注}和40",
      B7: 2.5,
    });
    expect(notes).toEqual(["unknownKey B5", "unknownKey B6"]);
  });

  it("shows a rate as per cent where the cell does", () => {
    const plan = sheet("月报", { A1: "{0113}", A2: "{0113:0.0%}" });
    const cells = plan.cells.map((cell) => (cell.row === 0 ? { ...cell, style: { format: "0.00%" } } : cell));
    const { bytes } = filled(bytesOf({ ...plan, cells }));
    const [a1, a2] = [...cellsOf(read(bytes).sheets[0]!)];
    expect([a1!.value, a1!.format, a2!.value, a2!.format]).toEqual([0.575, "0.00%", 0.575, "0.0%"]);
  });

  it("leaves a cell empty whose figure nobody reported, and says so", () => {
    const { cells, notes } = filled(
      bytesOf(sheet("月报", { A1: "{0901}", A2: "稿件{0901}篇", A3: "{0102 比上年}" })),
    );
    expect(cells).toEqual({ A2: "稿件＿＿＿篇" });
    expect(notes).toEqual(["noFigure A1", "noFigure A3"]);
    const compared = county([submission(stone, JUNE.stone)], { lastYear });
    expect(
      filled(bytesOf(sheet("月报", { A3: "{0102 比上年}", A4: "{0102 上年}" })), compared).cells,
    ).toEqual({
      A3: "与上年持平",
      A4: 10,
    });
  });

  it("fills a table of units by the names in its rows and the key in its head", () => {
    const { cells, notes } = filled(
      bytesOf(
        sheet("各单位", {
          A1: "单位",
          B1: "组织数{单位:0102}",
          C1: "{单位:0112}",
          A2: "1、榆林",
          B2: 999,
          C2: "—",
          A3: "不知道镇",
          B3: 5,
          A4: "青石镇",
          C4: "待核",
          A5: "合  计",
          C5: "=SUM(C2:C4)",
          A6: "填表说明",
        }),
      ),
    );
    expect(cells).toMatchObject({
      B1: "组织数",
      C1: "达到五好的",
      B2: 30,
      C2: 15,
      B3: 5,
      B4: 10,
      C4: "待核",
      B5: 40,
      C5: 15,
    });
    expect(notes).toEqual(["unknownUnit A3", "text C4"]);
  });

  it("fills it where the units are in the head too, and single cells of units", () => {
    const { cells, notes } = filled(
      bytesOf(
        sheet("各单位", {
          B1: "青石镇",
          C1: "合计",
          A2: "{单位:0102}",
          A3: "五好",
          B3: "{单位:0112}",
          A5: "青石镇：{青石镇:0102}，榆林{榆林:0102}",
        }),
      ),
    );
    expect(cells).toMatchObject({ A2: "已建组织总数", B2: 10, C2: 40, B3: 8, A5: "青石镇：10，榆林30" });
    expect(notes).toEqual(["unitMissing B1"]);
  });

  it("knows a unit by its short name too, and leaves out what of its words must not leave the machine", () => {
    const bytes = bytesOf(sheet("各单位", { A1: "单位", B1: "{单位:1016}", A2: "青石" }));
    const of = county([submission(stone, { "1016": "电话13800138111" })]);
    const fill = fillReport(read(bytes), of, (text) => text.replace(/\d{11}/, "（略）"));
    const written = fill.sheets.flatMap(({ cells }) => cells.map(({ value }) => value));
    expect(written).toContain("电话（略）");
    expect(JSON.stringify(fill)).not.toContain("13800138111");
  });

  it("says that keys in a text box are not filled", () => {
    const workbook = read(bytesOf(sheet("月报", { A1: "{0102}" })));
    const area = { top: 4, left: 1, bottom: 6, right: 3 };
    const textBoxes = ["共{0102}个", "备注{甲}"].map((text) => ({ area, row: 5, column: 2, text }));
    const { notes } = fillReport(
      { ...workbook, sheets: [{ ...workbook.sheets[0]!, textBoxes }] },
      consolidation(),
    );
    expect(notes.map(({ code, cell, params }) => [code, cell, params["text"]])).toEqual([
      ["textBox", "C6", "共{0102}个"],
    ]);
  });

  it("fills cells that have the name of a key, where no text or formula is", () => {
    const plan: WorkbookPlan = {
      sheets: [sheet("月报", { A1: 5, A2: "=1+1", A3: "标题" })],
      names: ["_0102", "_0103", "_0104", "_0112"].map((name, i) => ({ name, refersTo: `月报!$A$${i + 1}` })),
    };
    const { cells, notes } = filled(writeXlsx(plan));
    expect(cells).toMatchObject({ A1: 40, A2: 0, A3: "标题", A4: 23 });
    expect(notes).toEqual(["formula A2", "text A3"]);
  });
});

describe("a report that was filled before", () => {
  const blank = bytesOf(
    sheet("月报", {
      A1: "共{0102}个",
      A2: "{0112}",
      A4: "单位",
      B4: "{单位:0102}",
      A5: "青石镇",
      A6: "榆林镇",
    }),
  );

  it("is filled again with the next month's figures, in the same cells", () => {
    const june = filled(blank);
    expect(june.cells).toMatchObject({ A1: "共40个", A2: 23, B5: 10, B6: 30 });
    const july = filled(june.bytes, consolidation(JULY));
    expect(july.cells).toMatchObject({ A1: "共24个", A2: 15, B4: "已建组织总数", B5: 15, B6: 9 });
    // A unit that sends nothing leaves no old figure behind.
    expect(filled(july.bytes, consolidation({ stone: JUNE.stone })).cells).not.toHaveProperty("B6");
    expect(read(july.bytes).sheets.at(-1)!.visibility).toBe("veryHidden");
  });

  it("is not changed by filling in the same figures once more", () => {
    const once = filled(blank).bytes;
    expect(filled(once).bytes).toEqual(once);
  });

  it("keeps what a person typed over, and says so", () => {
    const june = filled(blank);
    const typed = patched(june.bytes, { A2: 100, B5: 11, A1: "共{0104}个" });
    const july = filled(typed, consolidation(JULY));
    expect(july.cells).toMatchObject({ A1: "共5个", A2: 100, B5: 11, B6: 9 });
    expect(july.notes).toEqual(["changed A2", "changed B5"]);
  });

  it("follows its cells when rows were put in and sorted, and says which are gone", () => {
    const june = filled(blank);
    const memory = read(june.bytes).sheets[1]!;
    const moved = sheet(memory.name, {}, { visibility: "veryHidden" });
    // As Excel leaves it after a row was put in above, and A2 deleted.
    const cells = [...cellsOf(memory)].map(({ row, column, value, formula }): PlanCell => {
      if (formula === undefined) return { row, column, value };
      const lower = formula.replace(/\d+$/, (digits) => String(Number(digits) + 1));
      return { row, column, value: 0, formula: formula.endsWith("$A$2") ? "#REF!" : lower };
    });
    const after = bytesOf(
      sheet("月报", {
        A2: "共40个",
        A5: "单位",
        B5: "已建组织总数",
        A6: "榆林镇",
        B6: 30,
        A7: "青石镇",
        B7: 10,
      }),
      { ...moved, cells },
    );
    const july = filled(after, consolidation(JULY));
    expect(july.cells).toMatchObject({ A2: "共24个", B6: 9, B7: 15 });
    expect(july.notes).toEqual(["gone "]);
  });

  it("shows a key again that the template no longer has", () => {
    const june = filled(blank);
    const forms = smallTemplate.forms.map((form) => ({
      ...form,
      indicators: form.indicators.filter(({ code }) => !["0112", "0113", "0114"].includes(code)),
    }));
    const template = { ...smallTemplate, forms };
    const without = county([submission(stone, JULY.stone, {}, template)], { template });
    const july = filled(june.bytes, without);
    expect(july.cells["A2"]).toBe("{0112}");
    expect(july.notes).toContain("unknownKey A2");
  });

  function patched(bytes: Uint8Array, written: Written): Uint8Array {
    const cells = Object.entries(written).map(([address, value]) => ({ ...parseA1(address)!, value }));
    const outcome = workbookFiller({ inflate: nodeInflate }).fill(bytes, {
      sheets: [{ sheet: "月报", cells }],
      added: [],
    });
    if (!outcome.ok) throw new Error(outcome.detail);
    return outcome.bytes;
  }
});

describe("what is no key", () => {
  const chart: ChartPlan = {
    name: "图",
    title: "图",
    kind: "column",
    categories: { sheet: "月报", area: { top: 0, left: 0, bottom: 2, right: 0 } },
    series: [
      {
        name: { sheet: "月报", area: { top: 4, left: 0, bottom: 4, right: 0 } },
        values: { sheet: "月报", area: { top: 0, left: 1, bottom: 2, right: 1 } },
      },
    ],
    anchor: { top: 6, left: 0, bottom: 16, right: 6 },
  };
  const plan = bytesOf(
    sheet(
      "月报",
      { A1: "甲", B1: 1, A2: "乙", B2: 2, A3: "合计", B3: "=SUM(B1:B2)", C3: "=B3/B1", A5: "数" },
      { charts: [chart] },
    ),
    sheet("别的", { A1: "不动", B1: "=月报!B3*2", B2: "=UNIQUE(月报!B1)", B3: "=1+1" }),
  );
  /** With placeholders where the numbers were that the chart shows. */
  const report = ((): Uint8Array => {
    const cells = [
      { row: 0, column: 1, value: "{0103}" },
      { row: 1, column: 1, value: "{0104}" },
    ];
    const outcome = workbookFiller({ inflate: nodeInflate }).fill(plan, {
      sheets: [{ sheet: "月报", cells }],
      added: [],
    });
    if (!outcome.ok) throw new Error(outcome.detail);
    return outcome.bytes;
  })();

  it("has the results that follow, and charts show them; a result that is not known is not an old one", () => {
    const { bytes } = filled(report);
    expect(valuesIn(bytes)).toMatchObject({ B1: 29, B2: 11, B3: 40 });
    expect(valuesIn(bytes)["C3"]).toBeCloseTo(40 / 29, 12);
    const other = read(bytes).sheets[1]!;
    expect([0, 1, 2].map((row) => [cellAt(other, row, 1)?.value, cellAt(other, row, 1)?.formula])).toEqual([
      [80, "月报!B3*2"],
      [null, "UNIQUE(月报!B1)"],
      [0, "1+1"],
    ]);
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts[Object.keys(parts).find((path) => path.includes("charts/chart"))!]!);
    const points = [...xml.matchAll(/<(?:c:)?pt idx="(\d)"><(?:c:)?v>([^<]*)</g)].map(
      ([, i, value]) => `${i} ${value}`,
    );
    expect(points).toEqual(["0 数", "0 甲", "1 乙", "2 合计", "0 29", "1 11", "2 40"]);
  });

  it("stays byte for byte", () => {
    const [before, after] = [unzipSync(report), unzipSync(filled(report).bytes)];
    const untouched = Object.keys(before).filter(
      (path) => !/sheet1\.xml$|sheet2\.xml$|chart1\.xml$|workbook\.xml|Content_Types/.test(path),
    );
    expect(untouched.length).toBeGreaterThan(4);
    for (const path of untouched) expect([path, after[path]]).toEqual([path, before[path]]);
  });

  const texts = fc.constantFrom<CellValue>("甲{0102}", "{0112}", "{0113:0.0%}", "{x}", "{", "}{", "青石镇", "{单位:0102}", "合计", "=1+1", 7, true, "{榆林:0103}", "{0102}{0103}"); // prettier-ignore
  const grids = fc.dictionary(fc.constantFrom("A1", "B1", "C1", "A2", "B2", "C2", "A3", "B3", "C3"), texts, {
    maxKeys: 9,
  });

  it("is the same after filling, and filling again changes nothing, whatever is where", () => {
    fc.assert(
      fc.property(grids, (given) => {
        const bytes = bytesOf(sheet("月报", { ...given, Z9: "末" }));
        const once = filled(bytes);
        for (const [address, value] of Object.entries(given)) {
          const isKept = typeof value !== "string" || (!value.includes("{") && !value.startsWith("="));
          const isBelowHead = typeof value === "number";
          if (isKept && !isBelowHead) expect([address, once.cells[address]]).toEqual([address, value]);
        }
        expect(filled(once.bytes).bytes).toEqual(once.bytes);
      }),
      { numRuns: 40 },
    );
  });
});

it("a report of another format, or damaged, is refused", () => {
  const filler = workbookFiller({ inflate: nodeInflate });
  const changes = { sheets: [{ sheet: "月报", cells: [{ row: 0, column: 0, value: 1 }] }], added: [] };
  const bytes = bytesOf(sheet("月报", { A1: "{0102}" }));
  expect(filler.fill(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), changes)).toMatchObject({ reason: "notXlsx" });
  expect(filler.fill(bytes.slice(0, bytes.length / 2), changes)).toMatchObject({ reason: "damaged" });
  expect(filler.fill(bytes, { ...changes, sheets: [{ sheet: "没有", cells: changes.sheets[0]!.cells }] })).toMatchObject({ reason: "refused" }); // prettier-ignore
});

it("the heading of an Excel table is written in the table too, and never twice the same", () => {
  const table = '<table xmlns="m" id="1" name="T" displayName="T" ref="A1:B3"><tableColumns count="2"><tableColumn id="1" name="单位"/><tableColumn id="2" name="{单位:0102}"/></tableColumns></table>'; // prettier-ignore
  const withTable = packageBytes({
    data: '<row r="1"><c r="A1" t="inlineStr"><is><t>单位</t></is></c><c r="B1" t="inlineStr"><is><t>{单位:0102}</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>青石镇</t></is></c></row>',
    sheetRelationships:
      '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/>',
    parts: { "xl/tables/table1.xml": table },
  });
  const { bytes, cells } = filled(withTable);
  expect(cells).toMatchObject({ B1: "已建组织总数", B2: 10 });
  expect(strFromU8(unzipSync(bytes)["xl/tables/table1.xml"]!)).toContain('name="已建组织总数"');
  const twice = { sheets: [{ sheet: read(withTable).sheets[0]!.name, cells: [{ row: 0, column: 1, value: "单位" }] }], added: [] }; // prettier-ignore
  expect(workbookFiller({ inflate: nodeInflate }).fill(withTable, twice)).toMatchObject({
    reason: "refused",
  });
});
