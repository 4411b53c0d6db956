import { nodeInflate } from "../../../src/files/read/node-inflate";
import { readTextDocument } from "../../../src/files/read/text-document";
import { errorCode, relationships, zipParts } from "../package";

const read = (bytes: Uint8Array): string => readTextDocument(bytes, { inflate: nodeInflate });
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** A Word document of the paragraphs' inner XML. */
function word(...paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((inside) => `<w:p>${inside}</w:p>`).join("");
  return zipParts({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}

const run = (inside: string): string => `<w:r><w:t xml:space="preserve">${inside}</w:t></w:r>`;

describe("plain text", () => {
  test("comes as it stands, its byte-order mark dropped", () => {
    expect(read(text("\uFEFF全市五老志愿者2503人，\r\n占32%。"))).toBe("全市五老志愿者2503人，\r\n占32%。");
  });

  test("in GB18030", () => {
    expect(read(Uint8Array.from([0xcc, 0xa8, 0xc9, 0xcf, 0xd5, 0xf2]))).toBe("台上镇");
  });

  test("nothing is an empty text", () => {
    expect(read(new Uint8Array())).toBe("");
  });
});

describe("a Word document", () => {
  test("paragraphs are joined by a line feed, runs are not parted", () => {
    expect(read(word(run("五老志愿者") + run("2503人"), "", run("占32.0%")))).toBe(
      "五老志愿者2503人\n\n占32.0%",
    );
  });

  test("tabs, line breaks and hyphens are what one sees", () => {
    expect(
      read(
        word(
          `<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>3</w:t><w:noBreakHyphen/><w:t>5</w:t></w:r>`,
        ),
      ),
    ).toBe("一\t二\n3-5");
  });

  test("deleted text and tab stops are none of it, inserted text is", () => {
    const deleted = `<w:del><w:r><w:delText>29%</w:delText></w:r></w:del><w:ins>${run("32%")}</w:ins>`;
    expect(read(word(`<w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr>${deleted}`))).toBe("32%");
  });

  test("tables give their paragraphs in order", () => {
    const cell = (inside: string): string => `<w:tc><w:p>${run(inside)}</w:p></w:tc>`;
    const document = zipParts({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": `<w:document xmlns:w="w"><w:body><w:tbl><w:tr>${cell("单位")}${cell("12人")}</w:tr></w:tbl></w:body></w:document>`,
    });
    expect(read(document)).toBe("单位\n12人");
  });

  test("hidden, struck-out and raised text is none of it, whether the run or its style says so", () => {
    const format = (inside: string, text: string): string =>
      `<w:r><w:rPr>${inside}</w:rPr><w:t>${text}</w:t></w:r>`;
    const style = (id: string, inside: string): string =>
      `<w:style w:type="character" w:styleId="${id}"><w:basedOn w:val="base"/><w:rPr>${inside}</w:rPr></w:style>`;
    const bytes = zipParts({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": `<w:document xmlns:w="w"><w:body><w:p>${[
        format("<w:vanish/>", "藏"),
        format("<w:strike/>", "划"),
        format("<w:dstrike/>", "双划"),
        format(`<w:rStyle w:val="quiet"/>`, "样式藏"),
        format(`<w:rStyle w:val="quiet"/><w:vanish w:val="0"/>`, "不藏"),
        format(`<w:rStyle w:val="note"/>`, "1"),
        format(`<w:strike w:val="false"/>`, "不划"),
        format(`<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>`, "改过"),
        format("", "50m"),
        format(`<w:vertAlign w:val="superscript"/>`, "2"),
        format(`<w:vertAlign w:val="subscript"/>`, "下"),
      ].join("")}</w:p></w:body></w:document>`,
      "word/styles.xml": `<w:styles xmlns:w="w">${style("quiet", "<w:vanish/>")}${style("note", `<w:vertAlign w:val="superscript"/>`)}</w:styles>`,
      "word/_rels/document.xml.rels": relationships([["rId1", "styles", "styles.xml"]]),
    });
    expect(read(bytes)).toBe("不藏不划改过50m²下");
  });

  test("a paragraph whose end was deleted goes on in the next; a deleted row is gone", () => {
    const joined = `<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("占")}`;
    const row = (mark: string, text: string): string =>
      `<w:tr><w:trPr>${mark}</w:trPr><w:tc><w:p>${run(text)}</w:p></w:tc></w:tr>`;
    expect(read(word(joined, run("32%")))).toBe("占32%");
    const table = zipParts({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": `<w:document xmlns:w="w"><w:body><w:tbl>${row("", "12人")}${row(`<w:del w:id="2"/>`, "99人")}${row("", "5人")}</w:tbl></w:body></w:document>`,
    });
    expect(read(table)).toBe("12人\n5人");
  });

  test("of a field its result alone, of a field within its code nothing", () => {
    const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const inner = `${char("begin")}${char("separate")}${run("内")}${char("end")}`;
    const field = `${char("begin")}<w:r><w:instrText>IF</w:instrText></w:r>${inner}${char("separate")}${run("218")}${char("end")}`;
    expect(read(word(field + run("个")))).toBe("218个");
  });

  test("a document type is refused", () => {
    const bytes = zipParts({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": `<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="w"/>`,
    });
    expect(errorCode(() => read(bytes))).toBe("F02");
  });

  test("one without its main part is damaged", () => {
    expect(
      errorCode(() => read(zipParts({ "[Content_Types].xml": "<Types/>", "word/styles.xml": "<x/>" }))),
    ).toBe("F02");
  });

  test("paragraphs in paragraphs without end are refused", () => {
    expect(errorCode(() => read(word("<w:p>".repeat(1000))))).toBe("F03");
  });
});

describe("what is neither", () => {
  test.each<[string, Uint8Array]>([
    ["a PDF", text("%PDF-1.7")],
    ["a picture", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
    ["a workbook", zipParts({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>" })],
  ])("%s is refused", (_, bytes) => {
    expect(errorCode(() => read(bytes))).toBe("F04");
  });
});
