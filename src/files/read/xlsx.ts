import type { Sheet, Workbook } from "../../workbook/workbook";
import { CellColumns } from "./cell-columns";
import { readComments } from "./comments";
import { damaged, FileReadError } from "./errors";
import type { Inflate } from "./inflate";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits";
import { Package, type Relationship } from "./package";
import { readSharedStrings } from "./shared-strings";
import type { BookContext } from "./sheet-cells";
import { readSheet } from "./sheet";
import { readStyles } from "./styles";
import { readWorkbookPart, type SheetEntry } from "./workbook-part";
import { Texts } from "./texts";
import { toUtf8 } from "./xml-text";
import { openZip, type Zip } from "./zip";

export interface XlsxOptions {
  readonly inflate: Inflate;
  /** Where it differs from {@link DEFAULT_LIMITS}. */
  readonly limits?: Partial<ReadLimits>;
  /** The sheets' data validations too. A round has no use for them, and a form has one in every cell. */
  readonly validations?: boolean;
}

/**
 * Reads the bytes of an .xlsx or .xlsm workbook (ECMA-376, Transitional or Strict).
 * Throws {@link FileReadError} and nothing else: F02 damaged, F03 beyond a limit, F04 a zip without a workbook.
 */
export function readXlsx(bytes: Uint8Array, options: XlsxOptions): Workbook {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  return readXlsxZip(openZip(bytes, options.inflate, limits), limits, options.validations);
}

/** The same for a zip that is open already. */
export function readXlsxZip(zip: Zip, limits: ReadLimits, validations = false): Workbook {
  const parts = new Package(zip, limits);
  const root = workbookPart(parts);
  const xml = parts.xml(root);
  if (!xml) throw new FileReadError("F04", { format: "zip" });
  const book = readWorkbookPart(xml, limits);
  const relationships = parts.relationships(root);
  const context = readContext(parts, relationships, { date1904: book.date1904, validations });
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets = book.sheets.flatMap((entry) =>
    readSheetEntry(entry, byId.get(entry.relationship), parts, context),
  );
  context.texts.finish();
  return {
    format: "xlsx",
    date1904: book.date1904,
    sheets,
    names: book.names,
    externalLinks: book.externalLinks,
    structureProtected: book.structureProtected,
  };
}

/** The workbook may have any name; its relationship tells. */
function workbookPart(parts: Package): string {
  return parts.relationships("").find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
}

function readContext(
  parts: Package,
  relationships: readonly Relationship[],
  settings: Pick<BookContext, "date1904" | "validations">,
): BookContext {
  const { limits } = parts;
  const target = (type: string): string => relationships.find((each) => each.type === type)?.target ?? "";
  const stringsPart = target("sharedStrings");
  const bytes = parts.bytes(stringsPart);
  const texts = new Texts(limits, 8192);
  if (bytes) readSharedStrings(toUtf8(bytes, stringsPart), stringsPart, texts, limits);
  return {
    limits,
    budget: {
      cells: limits.cells,
      arrayCells: limits.arrayCells,
      formulas: limits.formulas,
      formulaCharacters: limits.formulaCharacters,
    },
    styles: readStyles(parts.xml(target("styles"))),
    texts,
    sharedStringCount: texts.count,
    formulas: new Texts({ textLength: limits.formulaLength, strings: limits.formulas }, 2048),
    columns: new CellColumns(1024),
    errors: new Map(),
    ...settings,
  };
}

/** Chart sheets, dialog sheets and old macro sheets hold no cells that anybody reports; they are left out. */
function readSheetEntry(
  entry: SheetEntry,
  relationship: Relationship | undefined,
  parts: Package,
  context: BookContext,
): Sheet[] {
  if (!relationship) throw damaged("missingSheet", entry.name);
  if (relationship.type !== "worksheet") return [];
  const bytes = parts.bytes(relationship.target);
  if (!bytes) throw damaged("missingSheet", entry.name);
  const { frame, cells, hiddenRows } = readSheet(bytes, relationship.target, context);
  return [
    {
      name: entry.name,
      visibility: entry.visibility,
      protected: frame.protected,
      cells,
      merges: frame.merges,
      hiddenRows,
      hiddenColumns: frame.hiddenColumns,
      comments: readComments(parts, parts.relationships(relationship.target)),
      ...(context.validations ? { validations: frame.validations } : {}),
      ...(frame.autoFilter ? { autoFilter: frame.autoFilter } : {}),
    },
  ];
}
