/** What a session on the command line works with. */
import type { SessionTools } from "../app/session-tools";
import { expandZip } from "../files/expand-zip";
import { nodeInflate } from "../files/read/node-inflate";
import { decodeText } from "../files/read/text-encoding";
import { readingOf } from "../files/read/text-document";
import { nodeDeflate } from "../files/write/node-deflate";
import { fileArchiver } from "../files/write/pack-files";
import { officePackager } from "../files/write/office/take-office";
import { workbookFiller } from "../files/write/patch/fill-workbook";
import { workbookHighlighter } from "../files/write/patch/highlight-workbook";
import { xlsxWriterWith } from "../files/write/write-xlsx";
import { sayInReport } from "../locales/report-words";
import type { WorkbookReader } from "../ports/ports";

export function sessionTools(reader: WorkbookReader): SessionTools {
  return {
    reader,
    workbooks: xlsxWriterWith({ deflate: nodeDeflate }),
    // It takes long to load, and most calls write no text.
    documents: {
      write: async (plan) => (await import("../files/write/write-docx")).docxWriter.write(plan),
    },
    marker: workbookHighlighter({ inflate: nodeInflate }),
    archiver: fileArchiver(),
    filler: workbookFiller({ inflate: nodeInflate }),
    packager: officePackager({ inflate: nodeInflate }),
    expandZip: (file, passOver) => expandZip(file, { inflate: nodeInflate, passOver }),
    readDocument: async (bytes) => readingOf(bytes, { inflate: nodeInflate }),
    decodeText,
    say: sayInReport,
  };
}
