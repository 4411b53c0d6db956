/**
 * The formats that `@e965/xlsx` reads for us: .xls and WPS .et, OpenDocument, XML Spreadsheet 2003, HTML.
 * It is loaded when the first such file comes, and only in a worker: on damaged files it may hang,
 * so the pool gives it little time (`TIME_LIMITS.library`).
 */
import type { ParsingOptions, WorkBook } from "@e965/xlsx";
import type { FileErrorCode } from "../../ports/ports";
import type { FileFormat, Workbook } from "../../workbook/workbook";
import { FileReadError, overLimit } from "./errors";
import { fromLibrary } from "./from-library";
import type { ReadLimits } from "./limits";

export interface LibraryFile {
  readonly format: FileFormat;
  /** A string where we have decoded the text ourselves: the library guesses encodings wrong. */
  readonly content: Uint8Array | string;
  /** What to say where the library cannot read it. */
  readonly errorCode: FileErrorCode;
}

const OPTIONS: ParsingOptions = {
  dense: true,
  cellFormula: true,
  cellNF: true,
  cellStyles: true,
  cellHTML: false,
  cellText: false,
  cellDates: false,
};

/** Reads the file. Throws {@link FileReadError}: D06 for a password, else the code that the file comes with. */
export async function readWithLibrary(
  file: LibraryFile,
  limits: ReadLimits,
  beforeLibrary: () => void = () => undefined,
): Promise<Workbook> {
  const size = file.content.length;
  if (size > limits.librarySize) throw overLimit("librarySize", size, limits.librarySize);
  const { read } = await import("@e965/xlsx");
  beforeLibrary();
  return fromLibrary(parse(read, file), file.format, limits);
}

/** LibreOffice writes a cell's comment into the cell. */
function withoutComments(html: string): string {
  return html.replace(/<comment>[^<]*<\/comment>/gi, "");
}

type Read = (data: Uint8Array | string, options: ParsingOptions) => WorkBook;

function parse(read: Read, { format, content, errorCode }: LibraryFile): WorkBook {
  try {
    return typeof content === "string"
      ? // In HTML every cell is text: we decide ourselves which of them are numbers.
        read(format === "html" ? withoutComments(content) : content, {
          ...OPTIONS,
          type: "string",
          raw: format === "html",
        })
      : read(content, { ...OPTIONS, type: "array" });
  } catch (error) {
    // It throws errors of every kind, and bare strings.
    const detail = error instanceof Error ? error.message : String(error);
    // "Unsupported ZIP encryption" is what it makes of a damaged header.
    if (/password|encrypt(?!ion$)/i.test(detail)) throw new FileReadError("D06", { format });
    throw new FileReadError(errorCode, { format, detail: detail.slice(0, 200) });
  }
}
