import { constants, deflateRawSync } from "node:zlib";

/** How far back deflate refers (RFC 1951, section 2). */
const WINDOW = 32_768;

/**
 * Raw deflate by Node's zlib, part by part and at once: each part ends at a byte's boundary and may refer to the end of
 * the one before, as in pigz.
 */
export function* nodeDeflate(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
  let waiting: Uint8Array = new Uint8Array(0);
  let window: Uint8Array | undefined;
  for (const part of parts) {
    if (waiting.length > 0) {
      yield deflateRawSync(waiting, {
        finishFlush: constants.Z_SYNC_FLUSH,
        ...(window && { dictionary: window }),
      });
      window = waiting.subarray(-WINDOW);
    }
    waiting = part;
  }
  yield deflateRawSync(waiting, window && { dictionary: window });
}
