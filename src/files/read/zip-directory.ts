import { damaged, overLimit } from "./errors";
import type { ReadLimits } from "./limits";

export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
  /** Bytes before the zip that its own offsets do not count. */
  readonly before: number;
}

const END_RECORD = 0x06054b50;
const END_RECORD_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 0xffff;
const MOST_APPENDED = 1 << 20;
const IN_EXTRA_FIELD = 0xffffffff;

/** The files (not the folders) that the central directory lists. Throws F02 where it is damaged, F03 for too many. */
export function readDirectory(bytes: Uint8Array, limits: ReadLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const { count, start, end, before } = findDirectory(view);
  if (count > limits.entries) throw overLimit("entries", count, limits.entries);
  if (start > end) throw damaged("zipDirectory");
  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) throw damaged("zipDirectory");
    const next =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw damaged("zipDirectory");
    const entry = readEntry(view, at, before);
    if (!entry.name.endsWith("/")) entries.push(entry);
    at = next;
  }
  return entries;
}

/** The end record is at the end, before a comment of up to 65535 bytes and what some mail programs append. */
function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - 22 - LONGEST_COMMENT - MOST_APPENDED);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (
      view.getUint32(at, true) === END_RECORD &&
      at + 22 + view.getUint16(at + 20, true) <= view.byteLength
    ) {
      return directory64(view, at) ?? directory(view, at);
    }
  }
  throw damaged("cutOff");
}

function directory(view: DataView, at: number): Directory {
  const size = view.getUint32(at + 12, true);
  const said = view.getUint32(at + 16, true);
  // The directory ends where its end record begins. Where it is not as far from the beginning as it says, something
  // was put before the zip: a blank line, the head of a mail.
  const isMoved = at - size > said && beginsEntry(view, at - size) && !beginsEntry(view, said);
  const before = isMoved ? at - size - said : 0;
  const start = said + before;
  return { count: view.getUint16(at + 10, true), start, end: inside(view, start + size), before };
}

/** Streaming writers announce Zip64 even for small files. */
function directory64(view: DataView, endRecord: number): Directory | null {
  const locator = endRecord - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return null;
  const at = inside(view, number64(view, locator + 8));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_RECORD_64) throw damaged("zipDirectory");
  const start = number64(view, at + 48);
  const end = inside(view, start + number64(view, at + 40));
  return { count: number64(view, at + 32), start, end, before: 0 };
}

function beginsEntry(view: DataView, at: number): boolean {
  return at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === ENTRY;
}

function inside(view: DataView, offset: number): number {
  if (offset > view.byteLength) throw damaged("zipDirectory");
  return offset;
}

function readEntry(view: DataView, at: number, before: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const [size, compressedSize, offset] = zip64Values(view, at + 46 + nameLength, extraLength, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  if (offset! + before + 30 > view.byteLength) throw damaged("zipDirectory");
  const flags = view.getUint16(at + 8, true);
  return {
    name: entryName(
      new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength),
      (flags & UTF8_NAME) !== 0,
    ),
    encrypted: (flags & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: size!,
    compressedSize: compressedSize!,
    offset: offset! + before,
  };
}

/** Extra field 1 holds, in this order, those of the values that are FFFFFFFF (APPNOTE 4.5.3). */
function zip64Values(
  view: DataView,
  start: number,
  length: number,
  values: readonly number[],
): readonly number[] {
  if (!values.includes(IN_EXTRA_FIELD)) return values;
  const end = start + length;
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    return values.map((value) => {
      if (value !== IN_EXTRA_FIELD) return value;
      field += 8;
      if (field > end) throw damaged("zipDirectory");
      return number64(view, field - 8);
    });
  }
  throw damaged("zipDirectory");
}

function number64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/** Backslashes come from old .NET writers; a leading slash has no meaning. */
function entryName(bytes: Uint8Array, isUtf8: boolean): string {
  return decodeName(bytes, isUtf8).replace(/\\/g, "/").replace(/^\/+/, "");
}

/** General purpose bit 11 (APPNOTE 4.4.4): the name is UTF-8. */
const UTF8_NAME = 0x800;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * UTF-8 where the entry says so. Else what is valid UTF-8 with Chinese in it is that, and the rest GB18030, which Chinese
 * Windows writes: some GB18030 names are valid UTF-8 too, but of Latin, Greek or Arabic letters.
 */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  const gb18030 = (): string => new TextDecoder("gb18030").decode(bytes);
  try {
    const name = utf8.decode(bytes);
    const isPlausible = isUtf8 || !/[^\0-\x7f]/.test(name) || /[\u0800-\uffff]/.test(name);
    return isPlausible ? name : gb18030();
  } catch {
    return gb18030();
  }
}
