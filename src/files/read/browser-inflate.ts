import { Inflate as InflateStream, inflateSync } from "fflate";
import { crc32 } from "./crc32";
import type { Inflate } from "./inflate";

/**
 * Deflate gives at most 1032 bytes for one. fflate does not stop when its output is full, so what could go
 * far beyond the declared size is fed in slices, and the end is drawn between two of them.
 */
const SLICE = 64 << 10;

/** fflate, for browsers and their workers. */
export const browserInflate: Inflate = {
  raw: (compressed, size) =>
    compressed.length <= SLICE ? inOneGo(compressed, size) : inSlices(compressed, size),
  crc32: (bytes) => crc32(bytes),
};

function inOneGo(compressed: Uint8Array, size: number): Uint8Array {
  const out = inflateSync(compressed, { out: new Uint8Array(size + 1) });
  if (out.length > size) throw new RangeError("more than the declared size");
  return out;
}

function inSlices(compressed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new InflateStream((chunk) => {
    if (length + chunk.length > size) throw new RangeError("more than the declared size");
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let i = 0; i < compressed.length; i += SLICE) {
    stream.push(compressed.subarray(i, i + SLICE), i + SLICE >= compressed.length);
  }
  return out.subarray(0, length);
}
