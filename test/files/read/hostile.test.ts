import { DEFAULT_LIMITS, type ReadLimits } from "../../../src/files/read/limits";
import {
  errorCode,
  packageBytes,
  packageParts,
  readBytes,
  readPackage,
  sheetOf,
  values,
  zipParts,
  type PackageOptions,
} from "../package";

const cell = `<row r="1"><c r="A1"><v>1</v></c></row>`;
const SHEET = "xl/worksheets/sheet1.xml";

/** A tenth of what the program allows, so that a test need not make a file of fifty megabytes. */
const TENTH: Partial<ReadLimits> = {
  cells: DEFAULT_LIMITS.cells / 10,
  areas: DEFAULT_LIMITS.areas / 10,
  strings: DEFAULT_LIMITS.strings / 10,
};

describe("hostile workbooks end in a typed error, at once", () => {
  test.each<[string, PackageOptions, Partial<ReadLimits>?]>([
    [
      "a hundred thousand merged areas",
      { after: `<mergeCells>${`<mergeCell ref="A1:B2"/>`.repeat(100_000)}</mergeCells>` },
      TENTH,
    ],
    [
      "more cells than the limit",
      { data: `<row>${"<c><v>1</v></c>".repeat(10_000)}</row>`.repeat(31) },
      TENTH,
    ],
    ["more shared strings than the limit", { strings: "<si/>".repeat(200_001) }, TENTH],
    ["a tag of megabytes in a small part", { after: `<mergeCell ref="${" ".repeat(2 << 20)}"/>` }],
    [
      "a validation for megabytes of nowhere",
      { after: `<dataValidation><sqref>${" ".repeat(2 << 20)}</sqref></dataValidation>` },
      { smallPartBytes: 1 << 20 },
    ],
    ["validations without end", { after: `<dataValidation sqref="A1"/>`.repeat(10_001) }, TENTH],
    ["names without end", { workbookAfter: `<definedName name="a">1</definedName>`.repeat(10_001) }, TENTH],
    ["sheets without end", { workbookAfter: `<sheet name="a" r:id="rId1"/>`.repeat(600) }],
  ])("%s", (_, options, limits = {}) => {
    // The honest ratio of such a file is refused before, where it is large: it is let through here to reach the parser.
    const bytes = packageBytes(options);
    expect(errorCode(() => readBytes(bytes, { ratio: 2000, ...limits }))).toBe("F03");
    // It is that limit which refuses it.
    if (limits === TENTH) expect(errorCode(() => readBytes(bytes, { ratio: 2000 }))).toBeNull();
  });

  test("what compresses too well is refused before it is read", () => {
    const merged = `<mergeCells>${`<mergeCell ref="A1:B2"/>`.repeat(200_000)}</mergeCells>`;
    const bytes = packageBytes({ after: merged });
    expect(errorCode(() => readBytes(bytes, { areas: 1_000_000 }))).toBe("F03");
    expect(errorCode(() => readBytes(bytes, { areas: 1_000_000, ratio: 2000 }))).toBeNull();
  });

  test("the limits are those that a workbook of any township stays below", () => {
    expect(DEFAULT_LIMITS).toMatchObject({ cells: 3_000_000, areas: 100_000, strings: 700_000 });
  });

  test.each([
    ["in a sheet", SHEET],
    ["in the workbook", "xl/workbook.xml"],
    ["in the shared strings", "xl/sharedStrings.xml"],
    ["in a relationship", "_rels/.rels"],
  ])("a document type %s is refused", (_, part) => {
    const parts = packageParts({ data: cell, strings: "<si><t>a</t></si>" });
    const dtd = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>`;
    parts[part] = dtd + String(parts[part]).replace(/^<\?xml.*?\?>\s*/, "");
    expect(errorCode(() => readBytes(zipParts(parts)))).toBe("F02");
    parts[part] = `<?xml version="1.0"?>\n${String(parts[part])}`;
    expect(errorCode(() => readBytes(zipParts(parts)))).toBe("F02");
  });

  test.each(["before", "after"])("what stands %s the cells is as limited as any small part", (where) => {
    const options = { data: cell, [where]: "<x/>".repeat(5000) };
    expect(errorCode(() => readPackage(options, { smallPartBytes: 20_000 }))).toBe("F03");
    expect(errorCode(() => readPackage(options, { smallPartBytes: 30_000 }))).toBeNull();
  });

  test("an entity that nobody defined stays as it stands", () => {
    const data = `<row><c t="str"><v>&lol;&#xFFFFFFF;&</v></c></row>`;
    expect(values(readPackage({ data }))).toEqual({ A1: "&lol;&#xFFFFFFF;&" });
  });

  test.each([
    ["five megabytes of <", "<".repeat(5 << 20)],
    ["unclosed comments", "<!--".repeat(1 << 18)],
    ["unclosed cells", "<c>".repeat(1 << 20)],
    ["unclosed quotes", `<c r="`.repeat(1 << 18)],
    ["unclosed inline texts", "<c><is>".repeat(1 << 18)],
    ["elements nested a million deep", "<a>".repeat(1 << 20)],
    ["unclosed CDATA", "<![CDATA[".repeat(1 << 18)],
    ["equals signs", `<c ${"=".repeat(1 << 20)}`],
    ["blanks", `<row>${" ".repeat(1 << 20)}`],
  ])("%s where cells should be", (_, data) => {
    const parts = packageParts({});
    parts[SHEET] = `<worksheet><sheetData>${data}`;
    expect(errorCode(() => readBytes(zipParts(parts), { ratio: 2000 }))).toMatch(/F0[23]/);
  });

  test.each([
    ["five megabytes of <", "<".repeat(5 << 20)],
    ["unclosed entries", "<si><t>".repeat(1 << 18)],
    ["unclosed comments", "<si><!--".repeat(1 << 18)],
    ["entries nested in each other", `${"<si>".repeat(1 << 18)}${"</si>".repeat(1 << 18)}`],
    ["phonetics without end", `<si>${"<rPh>".repeat(1 << 18)}</si>`],
  ])("%s in the shared strings", (_, strings) => {
    const read = errorCode(() => readPackage({ data: cell, strings }, { ratio: 2000 }));
    expect([null, "F02", "F03"]).toContain(read);
  });

  test("ten thousand texts of one cell cost no more than their length", () => {
    const data = `<row><c t="inlineStr"><is>${"<r><t>a</t></r>".repeat(100_000)}</is></c></row>`;
    expect(values(readPackage({ data }, { ratio: 2000 })).A1).toHaveLength(100_000);
  });

  test("part names that climb out lead nowhere", () => {
    const parts = packageParts({ data: cell });
    const rels = "xl/_rels/workbook.xml.rels";
    parts[rels] = String(parts[rels]).replace("worksheets/sheet1.xml", "../../../../etc/passwd");
    expect(errorCode(() => readBytes(zipParts(parts)))).toBe("F02");
    parts["../../etc/passwd"] = "root";
    expect(errorCode(() => readBytes(zipParts(parts)))).toBe("F02");
  });

  test("nothing that a file names changes the program's objects", () => {
    const parts = packageParts({
      data: `<row r="1"><c r="A1" t="str" __proto__="x"><v>__proto__</v></c></row>`,
      strings: "<si><t>__proto__</t></si>",
    });
    parts["__proto__"] = "x";
    const own = { ...Object.getOwnPropertyDescriptors(Object.prototype) };
    expect(sheetOf(readBytes(zipParts(parts))).cells.count).toBe(1);
    expect({ ...Object.getOwnPropertyDescriptors(Object.prototype) }).toEqual(own);
  });
});
