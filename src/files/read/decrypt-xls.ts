/**
 * The same for .xls: a stream of records, each with its content encrypted ([MS-XLS] 2.2.10; [MS-OFFCRYPTO] 2.3.5 to
 * 2.3.7). Excel's own password is tried, no other.
 */
import { compoundFileStream } from "./cfb";
import { loadCiphers, type Ciphers, type Hash } from "./ciphers";
import { DEFAULT_PASSWORD, isSame, joined, number32, viewOf } from "./decrypt-package";
import { recordsOf, type XlsRecord } from "./xls-records";

const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;
const CONTINUE = 0x3c;
const END_OF_FILE = 0x0a;
/** Pictures of the whole workbook, MsoDrawingGroup. */
const PICTURES = 0xeb;
/** BOF and what is needed before the key is known: never encrypted. */
const PLAIN: ReadonlySet<number> = new Set([
  0x09, 0x209, 0x409, 0x809, 0x2f, 0x194, 0x195, 0xe1, 0x196, 0x138,
]);
/** A record that no reader looks at takes the place of the one that says the file is encrypted. */
const IGNORED = 0x01af;
const BLOCK = 1024;

/** What "VelvetSweatshop" comes to by [MS-OFFCRYPTO] 2.3.7.1 and 2.3.7.2. */
const XOR_VERIFIER = 0x9a0a;
const XOR_KEYS = [
  0x87, 0x6b, 0x9a, 0xe2, 0x1e, 0xe3, 0x05, 0x62, 0x1e, 0x69, 0x96, 0x60, 0x98, 0x6e, 0x94, 0x04,
];

/** Turns the content of a record, which begins at `position` of the stream, into plain bytes, in place. */
type Decrypt = (content: Uint8Array, position: number) => void;

export interface XlsStream {
  /** The records, decrypted; the very file where it is not encrypted and holds no pictures worth leaving out. */
  readonly bytes: Uint8Array;
  /** The records alone; null where the container has no such stream. */
  readonly stream: Uint8Array | null;
  /** It needs a password that we do not know. */
  readonly locked: boolean;
}

/** Prepares an .xls for the library: decrypted, and without pictures where they make it large. */
export async function plainXls(bytes: Uint8Array, large: number): Promise<XlsStream> {
  const found = bytes[0] === 0xd0 ? workbookStream(bytes) : bytes;
  if (!found) return { bytes, stream: null, locked: false };
  const records = recordsOf(found);
  const pass = records.find(({ type }) => type === FILE_PASS);
  if (!pass && bytes.length <= large) return { bytes, stream: found, locked: false };
  const stream = found.slice();
  if (pass) {
    const content = stream.subarray(pass.at + 4, pass.at + 4 + pass.length);
    const decrypt = decryptorOf(content, await loadCiphers());
    if (!decrypt) return { bytes, stream: null, locked: true };
    for (const record of records) decryptRecord(stream, record, decrypt);
    viewOf(stream).setUint16(pass.at, IGNORED, true);
  }
  const plain = withoutPictures(stream, records);
  return { bytes: plain, stream: plain, locked: false };
}

function workbookStream(bytes: Uint8Array): Uint8Array | null {
  return compoundFileStream(bytes, "Workbook") ?? compoundFileStream(bytes, "Book");
}

function decryptRecord(stream: Uint8Array, { type, at, length }: XlsRecord, decrypt: Decrypt): void {
  if (PLAIN.has(type)) return;
  const content = stream.subarray(at + 4, at + 4 + length);
  // Where a sheet begins in the stream is never encrypted.
  const plain = type === BOUND_SHEET ? content.slice(0, 4) : null;
  decrypt(content, at + 4);
  if (plain) content.set(plain);
}

/** Null for another password, or a way of encrypting that Excel does not use. */
function decryptorOf(pass: Uint8Array, ciphers: Ciphers): Decrypt | null {
  const view = viewOf(pass);
  if (pass.length < 6) return null;
  if (view.getUint16(0, true) === 0) return view.getUint16(4, true) === XOR_VERIFIER ? xor : null;
  const major = view.getUint16(2, true);
  if (major === 1) return rc4Of(pass, ciphers);
  return major >= 2 && major <= 4 && view.getUint16(4, true) === 2 ? cryptoApiOf(pass, ciphers) : null;
}

function xor(content: Uint8Array, position: number): void {
  for (let i = 0; i < content.length; i++) {
    const value = content[i]! ^ XOR_KEYS[(position + content.length + i) % 16]!;
    content[i] = (value >> 5) | (value << 3);
  }
}

/** Office 97's, with a key of 40 bits ([MS-OFFCRYPTO] 2.3.6). */
function rc4Of(pass: Uint8Array, { md5 }: Ciphers): Decrypt | null {
  if (pass.length < 54) return null;
  const [salt, verifier, verifierHash] = [pass.subarray(6, 22), pass.subarray(22, 38), pass.subarray(38, 54)];
  const first = md5(DEFAULT_PASSWORD).subarray(0, 5);
  const one = joined(first, salt);
  const key = md5(joined(...new Array<Uint8Array>(16).fill(one))).subarray(0, 5);
  const keyOf = (block: number): Uint8Array => md5(joined(key, number32(block)));
  return verified(keyOf, verifier, verifierHash, md5);
}

/** [MS-OFFCRYPTO] 2.3.5. */
function cryptoApiOf(pass: Uint8Array, { sha1 }: Ciphers): Decrypt | null {
  const view = viewOf(pass);
  const headerSize = view.getUint32(10, true);
  const at = 14 + headerSize;
  if (headerSize < 32 || at + 60 > pass.length) return null;
  const bits = view.getUint32(14 + 16, true) || 40;
  const salt = pass.subarray(at + 4, at + 20);
  const verifier = pass.subarray(at + 20, at + 36);
  const verifierHash = pass.subarray(at + 40, at + 60);
  const base = sha1(joined(salt, DEFAULT_PASSWORD));
  const keyOf = (block: number): Uint8Array => {
    const key = sha1(joined(base, number32(block))).subarray(0, bits / 8);
    return bits === 40 ? joined(key, new Uint8Array(11)) : key;
  };
  return verified(keyOf, verifier, verifierHash, sha1);
}

function verified(
  keyOf: (block: number) => Uint8Array,
  verifier: Uint8Array,
  verifierHash: Uint8Array,
  hash: Hash,
): Decrypt | null {
  const both = joined(verifier, verifierHash);
  rc4(keyOf, both, 0);
  if (!isSame(hash(both.subarray(0, 16)), both.subarray(16))) return null;
  return (content, position) => rc4(keyOf, content, position);
}

/** RC4 with a new key for each 1024 bytes of the stream; the records' heads count too. */
function rc4(keyOf: (block: number) => Uint8Array, content: Uint8Array, position: number): void {
  let i = 0;
  while (i < content.length) {
    const block = Math.floor((position + i) / BLOCK);
    const skip = (position + i) % BLOCK;
    const end = Math.min(content.length, i + BLOCK - skip);
    const stream = keyStream(keyOf(block), skip + end - i);
    for (let k = skip; i < end; i++, k++) content[i] = content[i]! ^ stream[k]!;
  }
}

function keyStream(key: Uint8Array, length: number): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number): void => {
    const kept = state[a]!;
    state[a] = state[b]!;
    state[b] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  const out = new Uint8Array(length);
  for (let k = 0, i = 0, j = 0; k < length; k++) {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    swap(i, j);
    out[k] = state[(state[i]! + state[j]!) & 255]!;
  }
  return out;
}

/** Pictures are records of the first part of the stream; what follows moves up, and so do the places of the sheets. */
function withoutPictures(stream: Uint8Array, records: readonly XlsRecord[]): Uint8Array {
  const end = records.findIndex(({ type }) => type === END_OF_FILE);
  const kept: XlsRecord[] = [];
  let dropped = 0;
  let inPictures = false;
  records.forEach((record, i) => {
    inPictures = i < end && (record.type === PICTURES || (inPictures && record.type === CONTINUE));
    if (inPictures) dropped += 4 + record.length;
    else kept.push(record);
  });
  if (dropped === 0) return stream;
  const view = viewOf(stream);
  for (const { type, at } of records)
    if (type === BOUND_SHEET) view.setUint32(at + 4, view.getUint32(at + 4, true) - dropped, true);
  return joined(...kept.map(({ at, length }) => stream.subarray(at, at + 4 + length)));
}
