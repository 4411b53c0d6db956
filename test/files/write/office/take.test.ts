import { officePackager } from "../../../../src/files/write/office/take-office";
import { workbookFromPlan } from "../../../../src/workbook/from-plan";
import { encryptAgile } from "../../encrypt";
import { formulas, packageBytes, readBytes, values } from "../../package";
import { open, planOf } from "../opened";
import { unitWorkbook } from "../patch/unit-workbook";
import { taken, takenBytes, withParts } from "./taken";

const SHEET = "xl/worksheets/sheet1.xml";

describe("an office's workbook as a package", () => {
  it("keeps charts, pictures, tables, validations, conditional formats, sparklines and print set-up", async () => {
    const { text, paths, leftOut } = await taken();
    const sheet = text(SHEET);
    for (const part of [
      "sparkline",
      "cfRule",
      "dataValidation",
      "tablePart",
      "sheetProtection",
      "oddHeader",
    ]) {
      expect(sheet).toContain(part);
    }
    expect(sheet).toContain('orientation="landscape"');
    expect(paths).toEqual(
      expect.arrayContaining(["xl/charts/chart1.xml", "xl/tables/table1.xml", "xl/media/image1.png"]),
    );
    expect(leftOut).toEqual([]);
  });

  it("leaves out the printer, the order of calculation and who wrote the notes, not the notes", async () => {
    const { text, paths } = await taken();
    expect(paths.filter((path) => /printerSettings|calcChain/.test(path))).toEqual([]);
    expect(text(SHEET)).toMatch(/<pageSetup paperSize="9" orientation="landscape"\s*\/>/);
    expect(text("xl/comments1.xml")).toContain("原有批注");
    expect(text("xl/comments1.xml")).not.toContain("张会计");
  });

  it("leaves out in whose folder the file was", async () => {
    const path = '<x15ac:absPath xmlns:x15ac="x" url="C:\\\\Users\\\\张会计\\\\"/>';
    const change = (xml: string): string =>
      xml.replace('<mc:Choice Requires="x15"/>', `<mc:Choice Requires="x15">${path}</mc:Choice>`);
    expect((await taken({ change })).text("xl/workbook.xml")).not.toContain("张会计");
  });

  it("takes the author's name from the beginning of a note", async () => {
    const { text } = await taken({ change: (xml) => xml.replace("原有批注", "张会计:\n填万元") });
    expect(text("xl/comments1.xml")).toContain("<t>\n填万元</t>");
  });

  it("leaves out the notes of a filled copy, and the texts that its emptied cells had", async () => {
    const cells = [{ sheet: "关工02", cells: [{ row: 0, column: 0, value: null }] }];
    const before = unitWorkbook();
    const shown = values(readBytes(before))["A1"] as string;
    const { text, paths } = await taken({}, { filled: true, cells });
    expect(paths.filter((path) => path.includes("comments"))).toEqual([]);
    expect(paths.filter((path) => path.includes("vmlDrawing"))).toEqual([]);
    expect(text("xl/sharedStrings.xml")).not.toContain(shown);
  });

  it("leaves out results, pictures, headers and names of values of a filled copy", async () => {
    const change = (xml: string): string =>
      xml
        .replace("</definedNames>", '<definedName name="本乡">"头道镇"</definedName></definedNames>')
        .replace(/<headerFooter[\s\S]*?<\/headerFooter>/, "")
        .replace(/(<pageSetup[^>]*>)/, "$1<headerFooter><oddHeader>头道镇</oddHeader></headerFooter>");
    const { text, paths, leftOut } = await taken({ change }, { filled: true });
    expect(paths.filter((path) => /drawing|media|chart/i.test(path))).toEqual([]);
    expect(leftOut).toContainEqual({ what: "objects" });
    const sheet = text("xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<f[ >]/);
    expect(sheet).not.toMatch(/<\/f><v>|<f[^>]*\/><v>|头道镇/);
    expect(text("xl/workbook.xml")).not.toContain("头道镇");
    expect(text("xl/workbook.xml")).toContain("合计");
  });

  it("leaves out sheets with the names that refer to them", async () => {
    const { text, bytes } = await taken(
      {
        change: (xml) =>
          xml.replace(
            "</definedNames>",
            "<definedName name=\"别处\">'R&amp;D'!$A$1</definedName></definedNames>",
          ),
      },
      { remove: ["R&D"] },
    );
    expect(readBytes(bytes).sheets.map(({ name }) => name)).toEqual(["关工02"]);
    expect(text("xl/workbook.xml")).toContain("合计");
    expect(text("xl/workbook.xml")).not.toContain("别处");
  });

  it("gives sheets other names; formulas and names follow", async () => {
    const rename = new Map([["关工02", "指标"]]);
    const { text, bytes } = await taken({}, { rename });
    expect(readBytes(bytes).sheets.map(({ name }) => name)).toContain("指标");
    expect(text("xl/workbook.xml")).not.toContain("关工02");
    expect(text("xl/workbook.xml")).toContain("'指标'!");
  });

  it("refuses to leave out every sheet that could be seen", async () => {
    await expect(taken({}, { remove: ["关工02"] })).rejects.toThrow("noSheet");
  });

  it("leaves out macros and says so", async () => {
    const bytes = withParts(unitWorkbook(), {
      "xl/vbaProject.bin": () => "macro",
      "xl/_rels/workbook.xml.rels": (xml) =>
        xml.replace(
          "</Relationships>",
          '<Relationship Id="rIdV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
        ),
      "[Content_Types].xml": (xml) =>
        xml.replace(
          "openxmlformats-officedocument.spreadsheetml.sheet.main",
          "ms-excel.sheet.macroEnabled.main",
        ),
    });
    const { paths, text, leftOut } = await takenBytes(bytes);
    expect(paths).not.toContain("xl/vbaProject.bin");
    expect(text("[Content_Types].xml")).not.toContain("macroEnabled");
    expect(leftOut).toEqual([{ what: "macros" }]);
  });

  it("drops a digital signature, which would no longer hold, and says so", async () => {
    const bytes = withParts(unitWorkbook(), {
      "_xmlsignatures/origin.sigs": () => "",
      "_rels/.rels": (xml) =>
        xml.replace(
          "</Relationships>",
          '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
        ),
    });
    const { paths, leftOut } = await takenBytes(bytes);
    expect(paths.filter((path) => path.includes("signature"))).toEqual([]);
    expect(leftOut).toEqual([{ what: "signature" }]);
  });

  it.each([
    ["another workbook", "[1]Sheet1!A1+1"],
    ["a function that opens an address", 'WEBSERVICE("http://localhost")'],
    ["a program", "cmd|'/c calc'!A0"],
    ["a sheet that is not there", "Sheet9!A1"],
    ["a reference that nobody can check", 'INDIRECT("A1")'],
    ["no formula at all", "SUM("],
  ])("keeps the result of a formula in place of the formula that refers to %s", async (_, formula) => {
    const escaped = formula.replace(/"/g, "&quot;");
    const data = `<row r="1"><c r="A1"><f>${escaped}</f><v>7</v></c><c r="B1"><f>IF(A1&gt;1,"x",SUM(A1:A2))</f><v>8</v></c></row>`;
    const { bytes, leftOut } = await takenBytes(packageBytes({ data }));
    expect(values(readBytes(bytes))).toEqual({ A1: 7, B1: 8 });
    expect(formulas(readBytes(bytes))).toEqual({ B1: 'IF(A1>1,"x",SUM(A1:A2))' });
    expect(leftOut).toEqual([{ what: "formulas", cells: ["表1!A1"] }]);
  });

  it("drops every cell of a shared formula that refers elsewhere", async () => {
    const data =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">[1]S!B1</f><v>1</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>';
    const { bytes } = await takenBytes(packageBytes({ data }));
    expect(formulas(readBytes(bytes))).toEqual({});
    expect(values(readBytes(bytes))).toEqual({ A1: 1, A2: 2 });
  });

  it("opens what Excel opens without asking, and refuses what needs a password", async () => {
    const take = (password: string) =>
      officePackager().take({
        bytes: encryptAgile(unitWorkbook(), password),
        workbook: readBytes(unitWorkbook()),
      });
    expect(await take("VelvetSweatshop")).toMatchObject({ ok: true, from: "xlsx" });
    expect(await take("secret")).toMatchObject({ ok: false, reason: "encrypted" });
  });

  it("refuses what is cut off", async () => {
    const bytes = unitWorkbook().slice(0, 2000);
    const outcome = await officePackager().take({ bytes, workbook: readBytes(unitWorkbook()) });
    expect(outcome).toMatchObject({ ok: false, reason: "damaged" });
  });
});

describe("a file that is no .xlsx", () => {
  it("is drawn: places, sizes, merges, texts, formulas and thin borders", async () => {
    const grid = workbookFromPlan(
      planOf(
        [
          { row: 0, column: 0, value: "标题" },
          { row: 1, column: 0, value: "项目" },
          { row: 1, column: 1, value: "数" },
          { row: 2, column: 0, value: "甲" },
          { row: 3, column: 0, value: "乙" },
          { row: 3, column: 1, value: 0, formula: "B3*2" },
        ],
        { merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] },
      ),
    );
    const sized = {
      ...grid,
      format: "xls" as const,
      sheets: grid.sheets.map((sheet) => ({
        ...sheet,
        sizes: {
          columns: Array.from({ length: 256 }, (_, index) => ({ index, size: index === 0 ? 30 : 9 })),
          rows: [{ index: 0, size: 40 }],
        },
      })),
    };
    const outcome = await officePackager().take({ bytes: Uint8Array.of(0xd0, 0xcf, 1, 2), workbook: sized });
    if (!outcome.ok) throw new Error(outcome.detail);
    expect(outcome).toMatchObject({ from: "grid", leftOut: [{ what: "looks" }] });
    const read = readBytes(outcome.bytes);
    expect(values(read)).toMatchObject({ A1: "标题", B2: "数", A4: "乙" });
    expect(formulas(read)).toEqual({ B4: "B3*2" });
    expect(read.sheets[0]!.merges).toHaveLength(1);
    const sheet = open(outcome.bytes).text("xl/worksheets/sheet1.xml");
    expect(sheet.match(/<col /g)).toHaveLength(2);
    expect(sheet).toContain('<row r="1" ht="40" customHeight="1">');
  });
});
