/** Encrypts as Excel does, on Node's own ciphers: the reader uses others ([MS-OFFCRYPTO] 2.3). */
import { createCipheriv, createHash } from "node:crypto";
import { CFB } from "@e965/xlsx";

const SALT = Buffer.from("000102030405060708090a0b0c0d0e0f", "hex");
const VERIFIER = Buffer.from("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff", "hex");
const SECRET = Buffer.alloc(32, 0x5a);

const hash = (name: string, ...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((sum, part) => sum.update(part), createHash(name)).digest();
const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

function spun(name: string, password: string, count: number): Buffer {
  let value = hash(name, SALT, utf16(password));
  for (let i = 0; i < count; i++) value = hash(name, number(i), value);
  return value;
}

function cipher(name: string, key: Buffer, vector: Buffer | null, data: Uint8Array): Buffer {
  const padded = Buffer.concat([data, Buffer.alloc((16 - (data.length % 16)) % 16)]);
  const stream = createCipheriv(name, key, vector).setAutoPadding(false);
  return Buffer.concat([stream.update(padded), stream.final()]);
}

function container(info: Uint8Array, encrypted: Uint8Array, size: number): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, "/EncryptionInfo", info);
  CFB.utils.cfb_add(file, "/EncryptedPackage", Buffer.concat([number(size), number(0), encrypted]));
  return new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer);
}

/** ECMA-376 agile encryption, AES-256 with SHA-512 as Excel 2013 writes it. */
export function encryptAgile(bytes: Uint8Array, password: string, spins = 1000): Uint8Array {
  const base = spun("sha512", password, spins);
  const seal = (block: string, value: Buffer): string =>
    cipher(
      "aes-256-cbc",
      hash("sha512", base, Buffer.from(block, "hex")).subarray(0, 32),
      SALT,
      value,
    ).toString("base64");
  const segments: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    const vector = hash("sha512", SALT, number(at / 4096)).subarray(0, 16);
    segments.push(cipher("aes-256-cbc", SECRET, vector, bytes.subarray(at, at + 4096)));
  }
  const common = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${SALT.toString("base64")}"`;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${common}/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${spins}" ${common} encryptedVerifierHashInput="${seal("fea7d2763b4b9e79", VERIFIER)}" encryptedVerifierHashValue="${seal("d7aa0f6d3061344e", hash("sha512", VERIFIER))}" encryptedKeyValue="${seal("146e0be7abacd0d6", SECRET)}"/></keyEncryptor></keyEncryptors></encryption>`;
  return container(
    Buffer.concat([Buffer.from("0400040040000000", "hex"), Buffer.from(xml)]),
    Buffer.concat(segments),
    bytes.length,
  );
}

/** ECMA-376 standard encryption, AES-128 with SHA-1 as Excel 2007 writes it. */
export function encryptStandard(bytes: Uint8Array, password: string): Uint8Array {
  const last = hash("sha1", spun("sha1", password, 50_000), number(0));
  const block = Buffer.alloc(64, 0x36).map((byte, i) => byte ^ (last[i] ?? 0));
  const key = hash("sha1", block).subarray(0, 16);
  const header = Buffer.concat([0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0].map(number).concat(utf16("AES\0")));
  const sealed = (value: Buffer): Buffer => cipher("aes-128-ecb", key, null, value);
  const verifierHash = Buffer.concat([hash("sha1", VERIFIER), Buffer.alloc(12)]);
  const verifier = Buffer.concat([number(16), SALT, sealed(VERIFIER), number(20), sealed(verifierHash)]);
  const info = Buffer.concat([
    Buffer.from("0300020024000000", "hex"),
    number(header.length),
    header,
    verifier,
  ]);
  return container(info, sealed(Buffer.from(bytes)), bytes.length);
}

export type XlsEncryption = "rc4" | "cryptoApi" | "xor";

/** An .xls with the contents of its records encrypted. */
export function encryptXls(bytes: Uint8Array, password: string, kind: XlsEncryption): Uint8Array {
  const stream = CFB.find(CFB.read(Buffer.from(bytes), { type: "buffer" }), "/Workbook")!
    .content as Uint8Array;
  const records = recordsOf(Buffer.from(stream));
  const pass = filePass(password, kind);
  const first = records[0]!;
  const size = pass.content.length + 4;
  const out = records.map(({ type, content }) => {
    if (type !== 0x85) return { type, content };
    const moved = Buffer.from(content);
    moved.writeUInt32LE(moved.readUInt32LE(0) + size);
    return { type, content: moved };
  });
  const all = [out[0]!, { type: 0x2f, content: pass.content }, ...out.slice(1)];
  let at = 0;
  const sealed = all.map(({ type, content }, i) => {
    const position = at + 4;
    at += 4 + content.length;
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(content.length, 2);
    const isPlain = i <= 1 || [0x809, 0xe1].includes(type);
    const body = isPlain ? content : pass.encrypt(content, position);
    if (type === 0x85) content.copy(body, 0, 0, 4);
    return Buffer.concat([head, body]);
  });
  if (first.type !== 0x809) throw new Error("no workbook stream");
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, "/Workbook", Buffer.concat(sealed));
  return new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer);
}

function recordsOf(stream: Buffer): { type: number; content: Buffer }[] {
  const records: { type: number; content: Buffer }[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const length = stream.readUInt16LE(at + 2);
    records.push({ type: stream.readUInt16LE(at), content: stream.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return records;
}

interface FilePass {
  readonly content: Buffer;
  readonly encrypt: (content: Buffer, position: number) => Buffer;
}

function filePass(password: string, kind: XlsEncryption): FilePass {
  if (kind === "xor") return xorPass(password);
  const keyOf = kind === "rc4" ? rc4Keys(password) : cryptoApiKeys(password);
  const name = kind === "rc4" ? "md5" : "sha1";
  const verifier = rc4(keyOf, Buffer.concat([VERIFIER, hash(name, VERIFIER)]), 0);
  const [first, second] = [verifier.subarray(0, 16), verifier.subarray(16)];
  const header = Buffer.concat([4, 0, 0x6801, 0x8004, 128, 1, 0, 0].map(number).concat(utf16("x\0")));
  const content =
    kind === "rc4"
      ? Buffer.concat([Buffer.from("010001000100", "hex"), SALT, first, second])
      : Buffer.concat([
          Buffer.from("010002000200", "hex"),
          number(4),
          number(header.length),
          header,
          number(16),
          SALT,
          first,
          number(20),
          second,
        ]);
  return { content, encrypt: (plain, position) => rc4(keyOf, plain, position) };
}

function rc4Keys(password: string): (block: number) => Buffer {
  const one = Buffer.concat([hash("md5", utf16(password)).subarray(0, 5), SALT]);
  const key = hash("md5", ...new Array<Buffer>(16).fill(one)).subarray(0, 5);
  return (block) => hash("md5", key, number(block));
}

function cryptoApiKeys(password: string): (block: number) => Buffer {
  const base = hash("sha1", SALT, utf16(password));
  return (block) => hash("sha1", base, number(block)).subarray(0, 16);
}

/** Byte by byte, as slow and as plain as can be. */
function rc4(keyOf: (block: number) => Buffer, content: Buffer, position: number): Buffer {
  return Buffer.from(
    content.map((byte, i) => {
      const at = position + i;
      return byte ^ rc4Stream(keyOf(Math.floor(at / 1024)))[at % 1024]!;
    }),
  );
}

const streams = new Map<string, Uint8Array>();

/** OpenSSL 3 offers RC4 no more. */
function rc4Stream(key: Buffer): Uint8Array {
  const name = key.toString("hex");
  const known = streams.get(name);
  if (known) return known;
  const s = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i]! + key[i % key.length]!) % 256;
    [s[i], s[j]] = [s[j]!, s[i]!];
  }
  const out = new Uint8Array(1024);
  for (let k = 0, i = 0, j = 0; k < out.length; k++) {
    i = (i + 1) % 256;
    j = (j + s[i]!) % 256;
    [s[i], s[j]] = [s[j]!, s[i]!];
    out[k] = s[(s[i]! + s[j]!) % 256]!;
  }
  streams.set(name, out);
  return out;
}

/** [MS-OFFCRYPTO] 2.3.7: the base key and its fill bytes for Excel's own password only. */
function xorPass(password: string): FilePass {
  if (password !== "VelvetSweatshop")
    return { content: Buffer.from("00001234abcd", "hex"), encrypt: (content) => Buffer.from(content) };
  // The key of the password, worked out with the standard's own matrix.
  const key = [...Buffer.from(password), 0xbb].map((byte, i) => {
    const mixed = byte ^ (i % 2 === 0 ? XOR_KEY & 255 : XOR_KEY >> 8);
    return ((mixed >> 1) | (mixed << 7)) & 255;
  });
  const content = Buffer.alloc(6);
  content.writeUInt16LE(XOR_KEY, 2);
  content.writeUInt16LE(0x9a0a, 4);
  return {
    content,
    encrypt: (plain, position) =>
      Buffer.from(
        plain.map(
          (byte, i) => (((byte << 5) | (byte >> 3)) & 255) ^ key[(position + plain.length + i) % 16]!,
        ),
      ),
  };
}

/** What CreateXorKey_Method1 gives for it. */
const XOR_KEY = 0xb359;
