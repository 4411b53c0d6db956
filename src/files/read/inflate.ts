/** What the zip gate needs from the platform: `node-inflate.ts` and `browser-inflate.ts` provide it. */
export interface Inflate {
  /**
   * Inflates raw deflate data to at most `size` bytes.
   * Throws, whatever it likes, where the data is damaged or would give more.
   */
  raw(compressed: Uint8Array, size: number): Uint8Array;
  /** CRC-32 as zip uses it (ISO 3309), unsigned. */
  crc32(bytes: Uint8Array): number;
}
