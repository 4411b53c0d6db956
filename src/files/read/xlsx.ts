import type { Sheet, Workbook } from "../../workbook/workbook";
import { CellColumns } from "./cell-columns";
import { readComments } from "./comments";
import { damaged, FileReadError } from "./errors";
import type { Inflate } from "./inflate";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits";
import { Package, type Relationship } from "./package";
import { Losses } from "./losses";
import type { Runs } from "./runs";
import { readSharedStrings } from "./shared-strings";
import type { BookContext } from "./sheet-cells";
import { readSheet, type SheetContent } from "./sheet";
import { readStyles } from "./styles";
import { readWorkbookPart, type SheetEntry } from "./workbook-part";
import { readTextBoxes } from "./text-boxes";
import { Texts } from "./texts";
import { toUtf8 } from "./xml-text";
import { openZip, type Zip } from "./zip";

export interface XlsxOptions {
  readonly inflate: Inflate;
  /** Where it differs from {@link DEFAULT_LIMITS}. */
  readonly limits?: Partial<ReadLimits>;
  /** The sheets' data validations too. A session has no use for them, and a form has one in every cell. */
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
  const losses = new Losses();
  const root = workbookPart(parts);
  const xml = parts.xml(root);
  if (!xml) throw new FileReadError("F04", { format: "zip" });
  const book = readWorkbookPart(xml, limits);
  const targets = new Targets(parts, root, losses);
  const context = readContext(parts, targets, losses, { date1904: book.date1904, validations });
  const sheets = book.sheets.flatMap((entry, i) =>
    readSheetEntry(entry, targets.ofSheet(entry, i), parts, context),
  );
  context.texts.finish();
  checkSomethingRead(sheets, losses);
  return {
    format: "xlsx",
    date1904: book.date1904,
    sheets,
    names: book.names,
    externalLinks: book.externalLinks,
    structureProtected: book.structureProtected,
    ...(losses.list.length > 0 ? { losses: losses.list } : {}),
  };
}

/** The workbook may have any name; its relationship identifies it. */
function workbookPart(parts: Package): string {
  const related = parts.relationships("").find(({ type }) => type === "officeDocument")?.target;
  return related !== undefined && parts.has(related) ? related : "xl/workbook.xml";
}

/** A workbook of which no sheet can be read is damaged, not merely incomplete. */
function checkSomethingRead(sheets: readonly Sheet[], losses: Losses): void {
  const lost = losses.list.find(({ what }) => what === "noSheet" || what === "sheet");
  if (sheets.length === 0 && lost) throw damaged("missingSheet", lost.part ?? lost.sheet ?? "");
}

/** Where the workbook's parts are: what its relationships say, else the place where Excel would put them. */
class Targets {
  private readonly relationships: readonly Relationship[];
  private readonly folder: string;

  constructor(parts: Package, root: string, losses: Losses) {
    this.folder = root.slice(0, root.lastIndexOf("/") + 1);
    this.relationships = losses.optional(null, `${root} rels`, [], () => parts.relationships(root));
  }

  of(type: "sharedStrings" | "styles"): string {
    return this.relationships.find((each) => each.type === type)?.target ?? `${this.folder}${type}.xml`;
  }

  /** Null for what is no worksheet: chart sheets, dialog sheets and old macro sheets hold no cells that anybody reports. */
  ofSheet({ relationship }: SheetEntry, index: number): string | null {
    const related = this.relationships.find(({ id }) => id === relationship);
    if (!related) return this.usualSheet(index);
    return related.type === "worksheet" || related.type === "" ? related.target : null;
  }

  private usualSheet(index: number): string {
    const usual = `${this.folder}worksheets/sheet${index + 1}.xml`;
    return this.relationships.some(({ target }) => target === usual) ? "" : usual;
  }
}

function readContext(
  parts: Package,
  targets: Targets,
  losses: Losses,
  settings: Pick<BookContext, "date1904" | "validations">,
): BookContext {
  const { limits } = parts;
  const stringsPart = targets.of("sharedStrings");
  const bytes = parts.bytes(stringsPart);
  const texts = new Texts(limits, 8192);
  const sharedRuns = bytes
    ? readSharedStrings(toUtf8(bytes, stringsPart), stringsPart, texts, limits)
    : new Map<number, Runs>();
  return {
    limits,
    budget: {
      cells: limits.cells,
      arrayCells: limits.arrayCells,
      formulas: limits.formulas,
      formulaCharacters: limits.formulaCharacters,
    },
    styles: readStyles(parts.xml(targets.of("styles"))),
    texts,
    sharedStringCount: texts.count,
    sharedRuns,
    losses,
    formulas: new Texts({ textLength: limits.formulaLength, strings: limits.formulas }, 2048),
    columns: new CellColumns(1024),
    errors: new Map(),
    ...settings,
  };
}

function readSheetEntry(
  entry: SheetEntry,
  target: string | null,
  parts: Package,
  context: BookContext,
): Sheet[] {
  if (target === null) return [];
  const { losses } = context;
  const bytes = parts.sheetBytes(target);
  if (!bytes) {
    losses.add("noSheet", entry.name, null, target);
    return [];
  }
  const content = readUnlessDamaged(bytes, target, entry, context);
  if (!content) return [];
  const { frame, cells, hiddenRows, shown } = content;
  const relationships = losses.optional(entry.name, `${target} rels`, [], () => parts.relationships(target));
  const textBoxes = readTextBoxes(parts, relationships, entry.name, losses);
  return [
    {
      name: entry.name,
      visibility: entry.visibility,
      protected: frame.protected,
      cells,
      merges: frame.merges,
      hiddenRows,
      hiddenColumns: frame.hiddenColumns,
      comments: losses.optional(entry.name, `${target} comments`, [], () =>
        readComments(parts, relationships),
      ),
      ...(shown.length > 0 ? { shown } : {}),
      ...(textBoxes.length > 0 ? { textBoxes } : {}),
      ...(context.validations ? { validations: frame.validations } : {}),
      ...(frame.autoFilter ? { autoFilter: frame.autoFilter } : {}),
    },
  ];
}

/** Null, and a loss, where the sheet's XML is broken. What is hostile, over a limit or a document type, stays an error. */
function readUnlessDamaged(
  bytes: Uint8Array,
  target: string,
  { name }: SheetEntry,
  context: BookContext,
): SheetContent | null {
  try {
    return readSheet(bytes, target, name, context);
  } catch (error) {
    const isDamage = error instanceof FileReadError && error.error.code === "F02";
    if (!isDamage || error.error.params["reason"] === "documentType") throw error;
    context.texts.drop();
    context.formulas.finish();
    context.losses.add("sheet", name, null, target);
    return null;
  }
}
