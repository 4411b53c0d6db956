import { cells, errorCode, readPackage, values } from "../package";

const row = (inside: string): string => `<row r="1">${inside}</row>`;

describe("values", () => {
  test("numbers keep every digit that a double has", () => {
    const texts = [
      "0",
      "-7",
      "12.5",
      "0.1",
      "80.733944954128447",
      "1E5",
      "1.5e-3",
      "4.9E-324",
      "123456789012345678",
      " 3 ",
      "-0.0",
      ".5",
      "5.",
    ];
    const data = texts
      .map((text, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${text}</v></c></row>`)
      .join("");
    const read = values(readPackage({ data }));
    texts.forEach((text, i) => expect(read[`A${i + 1}`]).toBe(Number(text)));
  });

  test("what a numeric cell holds without being a number stays as text", () => {
    const data = row(
      `<c r="A1"><v>0x10</v></c><c r="B1"><v>NaN</v></c><c r="C1"><v>1e999</v></c><c r="D1"><v>1.2.3</v></c><c r="E1"><v>-</v></c>`,
    );
    expect(values(readPackage({ data }))).toEqual({
      A1: "0x10",
      B1: "NaN",
      C1: "1e999",
      D1: "1.2.3",
      E1: "-",
    });
  });

  test("texts, truth values and errors each come as what they are", () => {
    const data = row(
      `<c r="A1" t="s"><v>1</v></c><c r="B1" t="str"><v>a&amp;b</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c><c r="E1" t="e"><v>#REF!</v></c><c r="F1" t="inlineStr"><is><t>台上镇</t></is></c>`,
    );
    const read = cells(readPackage({ data, strings: "<si><t>x</t></si><si><t>关工委</t></si>" }));
    expect(Object.entries(read).map(([at, { kind, value }]) => [at, kind, value])).toEqual([
      ["A1", "text", "关工委"],
      ["B1", "text", "a&b"],
      ["C1", "boolean", true],
      ["D1", "boolean", false],
      ["E1", "error", "#REF!"],
      ["F1", "text", "台上镇"],
    ]);
  });

  test("identity numbers, phone numbers and leading zeros stay as they were typed", () => {
    const typed = ["440105199001011234", "13800138000", "007", "11010519491231002X"];
    const strings = typed.map((text) => `<si><t>${text}</t></si>`).join("");
    const data = row(typed.map((_, i) => `<c t="s"><v>${i}</v></c>`).join(""));
    expect(Object.values(values(readPackage({ data, strings })))).toEqual(typed);
  });

  test("cells without value or formula are left out, an empty text is kept", () => {
    const data = row(
      `<c r="A1" s="3"/><c r="B1"><v></v></c><c r="C1" t="str"><v></v></c><c r="D1" t="s"><v>0</v></c><c r="E1"><v/></c>`,
    );
    expect(values(readPackage({ data, strings: "<si/>" }))).toEqual({ C1: "", D1: "" });
  });

  test("a date in ISO form becomes the serial that Excel shows", () => {
    const iso = [
      "2020-12-22",
      "2020-12-22T12:00:00",
      "1900-01-01",
      "1900-03-01",
      "12:00:00",
      "2020-12-22T00:00:00Z",
    ];
    const data = row(iso.map((text) => `<c t="d"><v>${text}</v></c>`).join(""));
    expect(Object.values(values(readPackage({ data })))).toEqual([44187, 44187.5, 1, 61, 0.5, 44187]);
    const in1904 = readPackage({ data, workbookBefore: `<workbookPr date1904="1"/>` });
    expect(in1904.date1904).toBe(true);
    expect(values(in1904).A1).toBe(44187 - 1462);
    expect(cells(in1904).A1?.format).toBe("yyyy-mm-dd");
  });

  test("what claims to be a date and is none stays as text", () => {
    const data = row(`<c t="d"><v>2020-02-30</v></c><c t="d"><v>昨天</v></c>`);
    expect(values(readPackage({ data }))).toEqual({ A1: "2020-02-30", B1: "昨天" });
  });

  test("a shared string that is not there is a loss, never another text; without any of them the file is damaged", () => {
    const data = row(`<c r="A1" t="s"><v>5</v></c><c r="B1"><v>2</v></c>`);
    const read = readPackage({ data, strings: "<si><t>x</t></si>" });
    expect(values(read)).toEqual({ B1: 2 });
    expect(read.losses).toMatchObject([{ what: "cell", sheet: "表1", cell: "A1", more: 0 }]);
    expect(errorCode(() => readPackage({ data }))).toBe("F02");
  });
});

describe("texts", () => {
  const read = (si: string): unknown =>
    values(
      readPackage({ data: row(`<c t="s"><v>1</v></c>`), strings: `<si><t>0</t></si>${si}<si><t>2</t></si>` }),
    ).A1;
  const inline = (is: string): unknown =>
    values(readPackage({ data: row(`<c t="inlineStr"><is>${is}</is></c>`) })).A1;

  test.each([
    [
      "runs of rich text are joined",
      '<r><rPr><b/></rPr><t>关</t></r><r><t xml:space="preserve"> 工</t></r>',
      "关 工",
    ],
    [
      "phonetic readings are left out",
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
      "東京",
    ],
    ["blanks are kept, declared or not", "<t> 台上 </t>", " 台上 "],
    ["preserved blanks are kept", '<t xml:space="preserve"> 台上\n</t>', " 台上\n"],
    ["escaped characters are resolved once", "<t>_x000D_\n_x005F_x000D_</t>", "\r\n_x000D_"],
    [
      "references are resolved",
      "<t>&lt;a&gt; &#20851;&#x5DE5; &quot;&apos;&amp;amp;</t>",
      "<a> 关工 \"'&amp;",
    ],
    ["CDATA is text as it stands", "<t>a<![CDATA[<b>&amp;]]>c</t>", "a<b>&amp;c"],
    ["XML comments are none of the text", "<t>a<!-- <t>x</t> -->b</t>", "ab"],
    ["an empty element is an empty text", "<t/>", ""],
    ["line ends are line feeds", "<t>a\r\nb\rc</t>", "a\nb\nc"],
    ["characters beyond the basic plane survive", "<t>𠮷😀</t>", "𠮷😀"],
  ])("%s", (_, xml, expected) => {
    expect(read(`<si>${xml}</si>`)).toBe(expected);
    expect(inline(xml)).toBe(expected);
  });

  test("a self-closing entry counts, so that later texts keep their places", () => {
    const strings = "<si><t>a</t></si><si/><si><t/></si><si><t>d</t></si>";
    const data = row(`<c t="s"><v>3</v></c><c t="s"><v>1</v></c>`);
    expect(values(readPackage({ data, strings }))).toEqual({ A1: "d", B1: "" });
  });
});
