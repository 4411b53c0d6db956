import fc from "../../tooling/properties";
import { nodeInflate } from "../../../src/files/read/node-inflate";
import { readTextDocument } from "../../../src/files/read/text-document";
import { docxWriter } from "../../../src/files/write/write-docx";
import { plainReport, reportText } from "../../../src/annual-report/report-text";
import type { DocumentParagraph } from "../../../src/ports/ports";
import { sampleCounty } from "../../excel/sample-county-plan";
import { partText } from "./opened-docx";

const write = (paragraphs: readonly DocumentParagraph[]): Promise<Uint8Array> =>
  docxWriter.write({ title: "总结", author: "集安市关工委", paragraphs });

const readAgain = (bytes: Uint8Array): string => readTextDocument(bytes, { inflate: nodeInflate });

it("reads back as the report that was written", async () => {
  const report = reportText(sampleCounty().consolidation);
  expect(readAgain(await write(report))).toBe(plainReport(report));
});

it("reads back whatever staff write, character by character", async () => {
  const role = fc.constantFrom("title", "chapter", "section", "text", "signature");
  // What XML cannot hold is replaced; a carriage return is a line break.
  const text = fc.string({ unit: "binary", maxLength: 30 });
  const paragraph = fc.record({ role, runs: fc.array(fc.record({ text }), { maxLength: 3 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 4 }), async (paragraphs) => {
      const expected = paragraphs
        .map(({ runs }) => runs.map((run) => run.text).join(""))
        .join("\n")
        .replace(/\r\n?/g, "\n")
        .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
      expect(readAgain(await write(paragraphs))).toBe(expected);
    }),
    { numRuns: 25 },
  );
});

it("makes no field and no markup of a text", async () => {
  const text = `{ INCLUDETEXT "c:\\\\a" } =1+1 </w:t><w:fldSimple w:instr="DDEAUTO"/> <w:instrText>DDE</w:instrText>`;
  const xml = partText(await write([{ role: "text", runs: [{ text }] }]), "word/document.xml");
  expect(xml).not.toMatch(/<w:(fldSimple|fldChar|instrText|hyperlink)/);
  expect(readAgain(await write([{ role: "text", runs: [{ text }] }]))).toBe(text);
});

describe("the look of an official document", () => {
  const document = async (paragraphs: readonly DocumentParagraph[]): Promise<string> =>
    partText(await write(paragraphs), "word/document.xml");

  it("keeps a heading with its text, and the last of the text with the signature", async () => {
    const roles = ["title", "chapter", "section", "text", "text", "signature", "signature"] as const;
    const xml = await document(roles.map((role) => ({ role, runs: [{ text: "字" }] })));
    const kept = xml.split("</w:p>").map((paragraph) => paragraph.includes("<w:keepNext/>"));
    expect(kept.slice(0, roles.length)).toEqual([false, true, true, false, true, true, false]);
  });

  it("has the title in 二号, centred, and the text in 三号 仿宋, 28 points a line, two characters indented", async () => {
    const xml = await document([
      { role: "title", runs: [{ text: "总结" }] },
      { role: "text", runs: [{ text: "全市。" }] },
    ]);
    const [title, text] = xml.split("</w:p>");
    expect(title).toContain('<w:jc w:val="center"/>');
    expect(title).toContain('<w:sz w:val="44"/>');
    expect(text).toContain('w:eastAsia="仿宋"');
    expect(text).toContain('<w:sz w:val="32"/>');
    expect(text).toMatch(/<w:spacing [^>]*w:line="560"[^>]*w:lineRule="exact"/);
    expect(text).toContain('w:firstLineChars="200"');
  });

  it("is A4, shows chapters in the outline and marks what must be filled in", async () => {
    const xml = await document([
      { role: "chapter", runs: [{ text: "一、组织" }] },
      { role: "text", runs: [{ text: "有" }, { text: "＿＿＿", gap: true }] },
    ]);
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="1683[78]"/);
    expect(xml).toContain('<w:outlineLvl w:val="0"/>');
    expect(xml.match(/<w:highlight /g)).toHaveLength(1);
  });

  it("names who wrote it and has the page below", async () => {
    const bytes = await write([{ role: "text", runs: [{ text: "全市。" }] }]);
    expect(partText(bytes, "docProps/core.xml")).toContain("<dc:creator>集安市关工委</dc:creator>");
    expect(partText(bytes, "word/footer1.xml")).toContain("PAGE");
  });
});
