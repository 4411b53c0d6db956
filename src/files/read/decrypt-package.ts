/**
 * Workbooks that Excel encrypts with a password of its own and opens without asking, for "read-only recommended"
 * and similar: [MS-OFFCRYPTO] 2.3.4 (ECMA-376). No other password is ever tried.
 */
import { compoundFileStream } from "./cfb";
import { loadCiphers, type Ciphers, type Hash } from "./ciphers";

export const DEFAULT_PASSWORD = utf16le("VelvetSweatshop");
/** Excel writes 100 000; more is no honest file. */
const MOST_SPINS = 1_000_000;
const STANDARD_SPINS = 50_000;
const SEGMENT = 4096;

/** The package within; null where it has another password, or is encrypted in a way that Excel does not use. */
export async function decryptPackage(bytes: Uint8Array): Promise<Uint8Array | null> {
  const ciphers = await loadCiphers();
  const info = compoundFileStream(bytes, "EncryptionInfo");
  const encrypted = compoundFileStream(bytes, "EncryptedPackage");
  if (!info || !encrypted || info.length < 8 || encrypted.length < 8) return null;
  try {
    const view = viewOf(info);
    const [major, minor] = [view.getUint16(0, true), view.getUint16(2, true)];
    const data = encrypted.subarray(8);
    const whole =
      major === 4 && minor === 4
        ? decryptAgile(new TextDecoder().decode(info.subarray(8)), data, ciphers)
        : minor === 2
          ? decryptStandard(info, data, ciphers)
          : null;
    return whole && whole.subarray(0, viewOf(encrypted).getUint32(0, true));
  } catch {
    // What the ciphers and views throw: lengths that are none. Such a file cannot be decrypted.
    return null;
  }
}

/** [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15. */
function decryptAgile(xml: string, data: Uint8Array, { cbc, hashes }: Ciphers): Uint8Array | null {
  const keyData = attributesOf(xml, "keyData");
  const key = attributesOf(xml, "encryptedKey");
  const hash = hashes[key["hashAlgorithm"] ?? ""];
  const dataHash = hashes[keyData["hashAlgorithm"] ?? ""];
  const spins = Number(key["spinCount"]);
  if (!hash || !dataHash || !(spins <= MOST_SPINS)) return null;
  if (key["cipherChaining"] !== "ChainingModeCBC" || key["cipherAlgorithm"] !== "AES") return null;
  const salt = fromBase64(key["saltValue"]);
  const spun = spin(hash, salt, spins);
  const bytesOfKey = Number(key["keyBits"]) / 8;
  const open = (block: readonly number[], value: string | undefined): Uint8Array => {
    const derived = fitted(hash(joined(spun, Uint8Array.from(block))), bytesOfKey);
    return cbc(derived, fitted(salt, 16), { disablePadding: true }).decrypt(fromBase64(value));
  };
  const verifier = open([0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79], key["encryptedVerifierHashInput"]);
  const expected = open([0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e], key["encryptedVerifierHashValue"]);
  if (!isSame(hash(verifier.subarray(0, Number(key["saltSize"]))), expected)) return null;
  const secret = open([0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6], key["encryptedKeyValue"]);
  const dataSalt = fromBase64(keyData["saltValue"]);
  const out = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += SEGMENT) {
    const vector = fitted(dataHash(joined(dataSalt, number32(at / SEGMENT))), 16);
    const segment = data.subarray(at, Math.min(at + SEGMENT, data.length - (data.length % 16)));
    if (segment.length === 0) break;
    const cipher = cbc(fitted(secret, Number(keyData["keyBits"]) / 8), vector, { disablePadding: true });
    out.set(cipher.decrypt(segment), at);
  }
  return out;
}

/** [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9. */
function decryptStandard(info: Uint8Array, data: Uint8Array, { ecb, sha1 }: Ciphers): Uint8Array | null {
  const view = viewOf(info);
  const headerSize = view.getUint32(8, true);
  const keySize = view.getUint32(12 + 16, true) / 8;
  const verifierAt = 12 + headerSize;
  const salt = info.subarray(verifierAt + 4, verifierAt + 20);
  const verifier = info.subarray(verifierAt + 20, verifierAt + 36);
  const verifierHash = info.subarray(verifierAt + 40, verifierAt + 72);
  const last = sha1(joined(spin(sha1, salt, STANDARD_SPINS), number32(0)));
  const half = (fill: number): Uint8Array =>
    sha1(Uint8Array.from({ length: 64 }, (_, i) => fill ^ (last[i] ?? 0)));
  const key = joined(half(0x36), half(0x5c)).subarray(0, keySize);
  const decrypt = (bytes: Uint8Array): Uint8Array =>
    ecb(key, { disablePadding: true }).decrypt(bytes.subarray(0, bytes.length - (bytes.length % 16)));
  if (!isSame(sha1(decrypt(verifier)), decrypt(verifierHash))) return null;
  return decrypt(data);
}

/** The password's hash, hashed again and again so that guessing takes long. */
function spin(hash: Hash, salt: Uint8Array, count: number): Uint8Array {
  let value = hash(joined(salt, DEFAULT_PASSWORD));
  const next = new Uint8Array(4 + value.length);
  const counter = viewOf(next);
  for (let i = 0; i < count; i++) {
    counter.setUint32(0, i, true);
    next.set(value, 4);
    value = hash(next);
  }
  return value;
}

function attributesOf(xml: string, element: string): Record<string, string> {
  const tag = new RegExp(`<(?:\\w+:)?${element}\\s([^>]{1,4096})`).exec(xml)?.[1] ?? "";
  return Object.fromEntries([...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

export function utf16le(text: string): Uint8Array {
  return Uint8Array.from(
    { length: text.length * 2 },
    (_, i) => (text.charCodeAt(i >> 1) >> ((i & 1) * 8)) & 255,
  );
}

export function number32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, value, true);
  return bytes;
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Are the first bytes of the two, as many as the shorter has, the same? */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length > 0 && b.length >= a.length && a.every((byte, i) => byte === b[i]);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Cut or filled up with 0x36, as the standard derives keys and vectors from hashes. */
function fitted(bytes: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length).fill(0x36);
  out.set(bytes.subarray(0, length));
  return out;
}

function fromBase64(text = ""): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
