/**
 * A report in, the bytes of a .docx file out. The look is that of official documents, GB/T 9704-2012: A4 with the
 * margins of 5.2, the title in 二号, the text in 三号 仿宋, 28 points from line to line, two characters indented.
 */
import type * as docx from "docx";
import type { DocumentParagraph, DocumentPlan, DocumentWriter } from "../../ports/ports";
import { xmlText } from "./xml";

type Docx = typeof docx;
type Role = DocumentParagraph["role"];

/** The library is large and seldom needed. */
export const docxWriter: DocumentWriter = {
  write: async (plan) => writeDocx(await import("docx"), plan),
};

/** Twentieths of a point, as Word measures. */
const POINT = 20;
/** Half points, as Word measures letters. */
const SIZE = { title: 44, text: 32, page: 28 } as const;
const LINE = 28 * POINT;
const TITLE_LINE = 36 * POINT;
/** Two and four characters of 三号. */
const INDENT = 32 * POINT;
const SIGNATURE_INDENT = 64 * POINT;
/** Hundredths of a character: Word keeps to these where the letters change. */
const TWO_CHARACTERS = 200;
const MILLIMETRE = (72 * POINT) / 25.4;
const MARGIN = millimetres({ top: 37, bottom: 35, left: 28, right: 26 });
const PAPER = millimetres({ width: 210, height: 297 });

function millimetres<Name extends string>(lengths: Readonly<Record<Name, number>>): Record<Name, number> {
  const pairs = Object.entries<number>(lengths).map(([name, length]) => [
    name,
    Math.round(length * MILLIMETRE),
  ]);
  return Object.fromEntries(pairs) as Record<Name, number>;
}

/** Digits and Latin letters; the Chinese fonts of each role. Word shows 宋体 where one is not installed. */
const LATIN = "Times New Roman";
/** Latin text is called English, or numbers would be broken between lines as Chinese is. */
const LANGUAGE = { value: "en-US", eastAsia: "zh-CN" } as const;
const FONTS: Readonly<Record<Role, string>> = {
  title: "方正小标宋简体",
  chapter: "黑体",
  section: "楷体",
  text: "仿宋",
  signature: "仿宋",
};

function writeDocx(docx: Docx, { title, author, paragraphs }: DocumentPlan): Promise<Uint8Array> {
  const document = new docx.Document({
    title: xmlText(title),
    creator: xmlText(author),
    lastModifiedBy: xmlText(author),
    styles: { default: { document: { run: { font: fontOf("text"), size: SIZE.text, language: LANGUAGE } } } },
    sections: [
      {
        properties: { page: { size: PAPER, margin: MARGIN } },
        footers: { default: pageNumber(docx) },
        children: paragraphs.map((paragraph, i) => paragraphOf(docx, paragraph, paragraphs[i + 1])),
      },
    ],
  });
  return docx.Packer.pack(document, "uint8array");
}

/** A heading keeps with its text, and the last of the text with the signature: neither is alone on a page. */
function paragraphOf(docx: Docx, { role, runs }: DocumentParagraph, next: DocumentParagraph | undefined) {
  const line = role === "title" ? TITLE_LINE : LINE;
  const beforeSignature = role !== "signature" && next?.role === "signature";
  const keepNext = role === "chapter" || role === "section" || next?.role === "signature";
  return new docx.Paragraph({
    ...layoutOf(docx, role),
    ...(keepNext ? { keepNext } : {}),
    spacing: {
      line,
      lineRule: docx.LineRuleType.EXACT,
      after: role === "title" || beforeSignature ? LINE : 0,
    },
    children: runs.flatMap((run) => runsOf(docx, role, run)),
  });
}

/** Chapters and sections are known as such, so that Word's outline shows them and a screen reader can go by them. */
function layoutOf({ AlignmentType }: Docx, role: Role) {
  switch (role) {
    case "title":
      return { alignment: AlignmentType.CENTER };
    case "signature":
      return { alignment: AlignmentType.RIGHT, indent: { right: SIGNATURE_INDENT } };
    default: {
      const indent = { firstLine: INDENT, firstLineChars: TWO_CHARACTERS };
      const level = role === "chapter" ? 0 : role === "section" ? 1 : null;
      return {
        alignment: AlignmentType.BOTH,
        indent,
        ...(level === null ? {} : { outlineLevel: level }),
      };
    }
  }
}

/** A line break within a text stays one; what must be filled in is marked for the eye. */
function runsOf(docx: Docx, role: Role, { text, gap }: DocumentParagraph["runs"][number]) {
  return xmlText(text)
    .split(/\r\n?|\n/)
    .map(
      (line, i) =>
        new docx.TextRun({
          text: line,
          font: fontOf(role),
          size: role === "title" ? SIZE.title : SIZE.text,
          ...(i > 0 ? { break: 1 } : {}),
          ...(gap ? { highlight: "yellow" as const } : {}),
        }),
    );
}

function fontOf(role: Role) {
  // Quotation marks are of both scripts: the hint makes them Chinese.
  return { ascii: LATIN, hAnsi: LATIN, eastAsia: FONTS[role], hint: "eastAsia" };
}

/** `— 1 —` below, in 四号 宋体. */
function pageNumber({ AlignmentType, Footer, PageNumber, Paragraph, TextRun }: Docx) {
  const run = new TextRun({
    children: ["— ", PageNumber.CURRENT, " —"],
    font: { ascii: "宋体", hAnsi: "宋体", eastAsia: "宋体" },
    size: SIZE.page,
  });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}
