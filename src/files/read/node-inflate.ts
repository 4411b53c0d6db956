import * as zlib from "node:zlib";
import { crc32 } from "./crc32";
import type { Inflate } from "./inflate";

const LARGEST_CHUNK = 64 << 20;

/** Node's own zlib. Its CRC came with Node 20.15; before that ours serves. */
export const nodeInflate: Inflate = {
  raw(compressed, size) {
    // One byte to spare: zlib then sees the end within the first chunk and need not join two.
    const chunkSize = Math.max(64, Math.min(size + 1, LARGEST_CHUNK));
    const out = zlib.inflateRawSync(compressed, { chunkSize, maxOutputLength: Math.max(size, 1) });
    // A plain array: subarray() of a Buffer costs several times as much, and the reader takes thousands.
    return new Uint8Array(out.buffer, out.byteOffset, out.length);
  },
  crc32: typeof zlib.crc32 === "function" ? (bytes) => zlib.crc32(bytes) : (bytes) => crc32(bytes),
};
