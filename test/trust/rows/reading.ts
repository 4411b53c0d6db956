/** A good file is read whatever odd detail it has; a bad one is refused for its own reason. */
import { read as readByLibrary, utils } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "../../../src/files/write/write-xlsx";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { call } from "../../cli/call";
import { encryptAgile, encryptStandard } from "../../files/encrypt";
import { codesAt, consolidated, plan, withPart, withSheetXml, write, type Answer, type Row } from "../row";

const UNIT = "台上镇";
const whole = (): WorkbookPlan => plan(UNIT);
const UTF8 = new TextEncoder();

/** The unit's report as it is, read once. */
let plain: Promise<Answer> | undefined;

/** What is sent reads as the unit's report, and of what was lost only the codes given are said. */
async function reads(folder: string, bytes: Uint8Array, ...codes: string[]): Promise<Answer> {
  const answer = await consolidated(folder, { [`${UNIT}.xlsx`]: bytes });
  const { units, findings, totals } = answer.document;
  expect(units.map(({ unit }) => unit)).toEqual([UNIT]);
  expect(findings.map(({ code }) => code)).toEqual([...codes, "C03"]);
  plain ??= consolidated(`${folder}/plain`, { [`${UNIT}.xlsx`]: whole() });
  expect(totals).toEqual((await plain).document.totals);
  return answer;
}

/** It is refused with the code, and the message says so much. */
async function refuses(
  folder: string,
  name: string,
  bytes: Uint8Array,
  code: string,
  words: RegExp,
): Promise<void> {
  const { document, exit } = await consolidated(folder, { [name]: bytes });
  expect([exit, document.findings.map((finding) => finding.code)]).toEqual([2, [code]]);
  expect(document.findings[0]!.message).toMatch(words);
}

function withParts(change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(writeXlsx(whole()));
  change(parts);
  return zipSync(parts);
}

const SECURITY = (header: string): Uint8Array =>
  UTF8.encode(`${header}\0\x01\x02LOCK${"\x07\x9a\0".repeat(400)}`);

export const READING: readonly Row[] = [
  {
    title: "references in small letters",
    holds: async (folder) => {
      const lower = (xml: string): string =>
        xml.replace(/<c r="([A-Z]+\d+)"/g, (_, at: string) => `<c r="${at.toLowerCase()}"`);
      await reads(folder, withSheetXml(whole(), "关工01", lower));
    },
  },
  {
    title: "a sheet that is listed and missing is named, the rest is read",
    holds: async (folder) => {
      const bytes = withPart(writeXlsx(whole()), "xl/workbook.xml", (xml) =>
        xml.replace("</sheets>", `<sheet name="备用" sheetId="99" r:id="rId999"/></sheets>`),
      );
      const { document } = await reads(folder, bytes, "F07");
      expect(document.findings[0]).toMatchObject({ sheet: "备用", unit: UNIT, class: "explain" });
      expect(document.findings[0]!.message).toContain("备用");
    },
  },
  {
    title: "a sheet that is broken is named and is not in the totals, the rest is read",
    holds: async (folder) => {
      const bytes = withSheetXml(whole(), "L6文件制度", (xml) =>
        xml.slice(0, xml.indexOf("</sheetData>") - 20),
      );
      const { document } = await consolidated(folder, { [`${UNIT}.xlsx`]: bytes });
      expect(document.findings.map(({ code, sheet }) => [code, sheet])).toContainEqual(["F07", "L6文件制度"]);
      expect(document.units[0]).toMatchObject({ unit: UNIT, status: "mustFix" });
      expect(document.totals!["0102"]!.units).toBe(1);
    },
  },
  {
    title: "a comment that is broken takes no figure with it",
    holds: async (folder) => {
      const bytes = withParts((parts) => {
        const rels = Object.keys(parts).find((name) => name.startsWith("xl/worksheets/_rels/sheet2"));
        const name = rels ?? "xl/worksheets/_rels/sheet2.xml.rels";
        const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
        const before = rels ? strFromU8(parts[rels]!) : "<Relationships></Relationships>";
        const added = `<Relationship Id="rIdX" Type="${type}" Target="../broken.xml"/></Relationships>`;
        parts[name] = strToU8(before.replace("</Relationships>", added));
        parts["xl/broken.xml"] = strToU8(`<comments><commentList><comment ref="A1"><text><t>x`);
      });
      await reads(folder, bytes, "F07");
    },
  },
  {
    title: "Excel's own password, as it writes it today and as it did in 2007",
    holds: async (folder) => {
      const bytes = writeXlsx(whole());
      await reads(folder, encryptAgile(bytes, "VelvetSweatshop"));
      await reads(`${folder}/2007`, encryptStandard(bytes, "VelvetSweatshop"));
    },
  },
  {
    title: "a password of somebody's own is asked for",
    holds: (folder) =>
      refuses(folder, `${UNIT}.xlsx`, encryptAgile(writeXlsx(whole()), "123456", 10), "D06", /打开密码/),
  },
  {
    title: "texts written inline, beside an empty value",
    holds: async (folder) => {
      const inline = (xml: string): string => xml.replaceAll(`t="inlineStr"><is>`, `t="inlineStr"><v/><is>`);
      const shared = withParts((parts) => {
        const texts = [...strFromU8(parts["xl/sharedStrings.xml"]!).matchAll(/<si>(.*?)<\/si>/gs)].map(
          ([, inside]) => inside!,
        );
        for (const name of Object.keys(parts).filter((each) => each.startsWith("xl/worksheets/sheet")))
          parts[name] = strToU8(
            inline(
              strFromU8(parts[name]!).replace(
                /t="s"([^>]*)><v>(\d+)<\/v>/g,
                (_, more: string, i: string) => `${more} t="inlineStr"><is>${texts[Number(i)]}</is>`,
              ),
            ),
          );
      });
      await reads(folder, shared);
    },
  },
  {
    title: "photographs that make the file large",
    holds: async (folder) => {
      // Stored, as photographs are: they do not shrink.
      const photographs = { "xl/media/image1.jpeg": new Uint8Array(65 << 20) };
      await reads(folder, zipSync({ ...unzipSync(writeXlsx(whole())), ...photographs }, { level: 0 }));
    },
  },
  {
    title: "security software: what it is and what to do",
    holds: async (folder) => {
      for (const header of [
        "b\x14#e\x91E-SafeNet",
        "%TSD-Header-###%",
        "\x9b DRMONE  This Document",
        "IP-guard",
      ])
        await refuses(
          `${folder}/${header.length}`,
          `${UNIT}.xlsx`,
          SECURITY(header),
          "D06",
          /加密软件.*解密/,
        );
    },
  },
  {
    title: "a text in a workbook's name is a text, not damaged",
    holds: (folder) =>
      refuses(folder, `${UNIT}.xlsx`, UTF8.encode("各位同志：\n请于月底前报送。\n"), "D05", /文字.*不是表格/),
  },
  {
    title: "an archive in a workbook's name is to be unpacked first",
    holds: async (folder) => {
      const rar = Uint8Array.from(Buffer.from("526172211a0701003392b5e50a01050600050101808000", "hex"));
      const seven = Uint8Array.from(Buffer.from("377abcaf271c00049e7a1f2e0102030405060708", "hex"));
      await refuses(`${folder}/a`, `${UNIT}.xlsx`, rar, "F04", /请先解压/);
      await refuses(`${folder}/b`, `${UNIT}.xls`, seven, "F04", /请先解压/);
    },
  },
  {
    title: "what is neither is perhaps encrypted, and says so",
    holds: (folder) => {
      const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 2654435761) >>> 13);
      return refuses(folder, `${UNIT}.xlsx`, noise, "F02", /加密软件/);
    },
  },
  {
    title: "Word: what was moved away, hidden, raised, struck out or deleted is not what the report says",
    holds: async (folder) => {
      const run = (text: string, format = ""): string =>
        `<w:r><w:rPr>${format}</w:rPr><w:t>${text}</w:t></w:r>`;
      const paragraphs = [
        run("关工委组织999个。").replace(/^.*$/, (text) => `<w:moveFrom>${text}</w:moveFrom>`),
        run("组织") + run("99", "<w:vanish/>") + run("218个。"),
        run("志愿者2503") + run("1", `<w:vertAlign w:val="superscript"/>`) + run("人。"),
        run("骨干") + run("2305", "<w:strike/>") + run("77", "<w:dstrike/>") + run("802人。"),
      ];
      const body = paragraphs.map((inside) => `<w:p>${inside}</w:p>`).join("");
      const docx = zipSync({
        "[Content_Types].xml": strToU8("<Types/>"),
        "word/document.xml": strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
      });
      await write(folder, { "报告.docx": docx });
      const { json } = await call("text", `${folder}/报告.docx`, "--json");
      const { claims } = json as unknown as { claims: { text: string }[] };
      expect(claims.map(({ text }) => text)).toEqual(["218个", "2503人", "802人"]);
    },
  },
];

const cellXml =
  (address: string, inside: string) =>
  (xml: string): string =>
    xml.replace(
      new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(/>|>.*?</c>)`),
      (_, style = "") => `<c r="${address}"${style} ${inside}</c>`,
    );

const RUNS = (...runs: readonly [string, string][]): string =>
  `t="inlineStr"><is>${runs.map(([text, format]) => `<r><rPr>${format}</rPr><t>${text}</t></r>`).join("")}</is>`;

/** The finding of the code at a cell, with the total of the indicator. */
async function asked(
  folder: string,
  bytes: Uint8Array,
  [sheet, cell]: readonly [string, string],
  code: string,
  words: RegExp,
): Promise<Answer> {
  const answer = await consolidated(folder, { [`${UNIT}.xlsx`]: bytes });
  expect(codesAt(answer.document, sheet, cell)).toContain(code);
  const found = answer.document.findings.find((each) => each.cell === cell && each.code === code);
  expect(found!.message).toMatch(words);
  return answer;
}

export const SEEN: readonly Row[] = [
  {
    title: "an inline text wins over a value beside it",
    holds: async (folder) => {
      const bytes = withSheetXml(
        whole(),
        "关工01",
        cellXml("E7", `t="inlineStr"><v>9999</v><is><t>17</t></is>`),
      );
      const { document } = await consolidated(folder, { [`${UNIT}.xlsx`]: bytes });
      expect(document.totals!["0101"]!.value).toBe(17);
    },
  },
  {
    title: "what is struck out in a cell is left out and said",
    holds: async (folder) => {
      const bytes = withSheetXml(whole(), "关工01", cellXml("E7", RUNS(["999", "<strike/>"], ["17", ""])));
      const { document } = await asked(folder, bytes, ["关工01", "E7"], "D39", /“999”画了删除线/);
      expect(document.totals!["0101"]!.value).toBe(17);
    },
  },
  {
    title: "runs in a web page that calls itself .xls",
    holds: async (folder) => {
      const book = readByLibrary(writeXlsx(whole()), { type: "array" });
      const inCell = (html: string, cell: string, inside: string): string =>
        html.replace(new RegExp(`(<td [^>]*id="sjs-${cell}"[^>]*>)[^<]*`), `$1${inside}`);
      let page = utils.sheet_to_html(book.Sheets["关工01"]!);
      page = inCell(page, "E7", "<s>999</s>17");
      page = inCell(page, "E9", "<del>18</del>");
      page = inCell(page, "E10", "1<sup>2</sup>");
      const { document } = await consolidated(folder, { "台上镇.xls": UTF8.encode(page) });
      const said = (cell: string): string[] =>
        document.findings.filter((each) => each.cell === cell).map(({ message }) => message);
      expect(said("E7").join()).toMatch(/“999”画了删除线/);
      expect(said("E9").join()).toMatch(/删除线.*没有计入/);
      expect([document.totals!["0101"]!.value, document.totals!["0104"]!.value]).toEqual([17, 1]);
      expect(said("E10")).not.toEqual([]);
    },
  },
  {
    title: "a cell that is struck out as a whole is asked, not counted",
    holds: async (folder) => {
      const bytes = withSheetXml(whole(), "关工01", cellXml("E7", RUNS(["999", "<strike/>"])));
      const { document } = await asked(folder, bytes, ["关工01", "E7"], "D39", /删除线.*没有计入/);
      expect(document.totals!["0101"]!.value).not.toBe(999);
    },
  },
  {
    title: "a picture in a cell is named",
    holds: async (folder) => {
      const picture = `t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v>`;
      await asked(
        folder,
        withSheetXml(whole(), "关工00", cellXml("D10", picture)),
        ["关工00", "D10"],
        "D09",
        /是图片/,
      );
      const error = `t="e" vm="1"><v>#VALUE!</v>`;
      await asked(
        `${folder}/b`,
        withSheetXml(whole(), "关工01", cellXml("E7", error)),
        ["关工01", "E7"],
        "D09",
        /是图片/,
      );
    },
  },
  {
    title: "a formula that refers to itself has no value",
    holds: async (folder) => {
      for (const [i, formula] of ["SUM(E1:E20)", "E8"].entries()) {
        const own = withSheetXml(whole(), "关工01", (xml) =>
          cellXml("E8", "><f>E7*2</f><v>0</v>")(cellXml("E7", `><f>${formula}</f><v>0</v>`)(xml)),
        );
        await asked(`${folder}/${i}`, own, ["关工01", "E7"], "D46", /循环引用/);
      }
    },
  },
  {
    title: "a row without height and a column without width are hidden",
    holds: async (folder) => {
      const bytes = withSheetXml(whole(), "关工03", (xml) =>
        xml.replace(/<row r="9"[^>]*?(\/?)>/, `<row r="9" ht="0" customHeight="1"$1>`),
      );
      await asked(folder, bytes, ["关工03", "E9"], "D25", /第 9 行被隐藏/);
      const narrow = withSheetXml(whole(), "关工04", (xml) =>
        xml.replace(/(<col [^>]*?min="5"[^>]*?width=")[\d.]+/, "$10"),
      );
      await asked(`${folder}/b`, narrow, ["关工04", "E7"], "D25", /E 列被隐藏/);
    },
  },
  {
    title: "a text box over an empty cell is named with what it says",
    holds: async (folder) => {
      const box = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:from><xdr:to><xdr:col>4</xdr:col><xdr:colOff>99999</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>99999</xdr:rowOff></xdr:to><xdr:sp><xdr:txBody><a:p><a:r><a:t>17个</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>`;
      const sheet = whole().sheets.findIndex(({ name }) => name === "关工01") + 1;
      const empty = withSheetXml(whole(), "关工01", cellXml("E7", "><v></v>"));
      const parts = unzipSync(empty);
      const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing";
      const name = `xl/worksheets/_rels/sheet${sheet}.xml.rels`;
      const before = parts[name] ? strFromU8(parts[name]) : "<Relationships></Relationships>";
      const added = `<Relationship Id="rIdD" Type="${type}" Target="../drawings/d.xml"/></Relationships>`;
      parts[name] = strToU8(before.replace("</Relationships>", added));
      parts["xl/drawings/d.xml"] = strToU8(box);
      const { document } = await asked(folder, zipSync(parts), ["关工01", "E7"], "F08", /文本框.*17个/);
      // The cause is named, not that the cell is empty.
      expect(codesAt(document, "关工01", "E7")).not.toContain("D41");
    },
  },
];
