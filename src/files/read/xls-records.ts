/** The records of an .xls: type, length, content, one after the other ([MS-XLS] 2.1.4). */
export interface XlsRecord {
  readonly type: number;
  /** Where its head of four bytes begins. */
  readonly at: number;
  /** Bytes of its content. */
  readonly length: number;
}

/** All whole records of the stream, in order. */
export function recordsOf(stream: Uint8Array): XlsRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length);
  const records: XlsRecord[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > stream.length) break;
    records.push({ type: view.getUint16(at, true), at, length });
    at += 4 + length;
  }
  return records;
}
