/**
 * Text that says nothing, or not reliably, about its encoding: byte-order mark, else UTF-8 where it is valid,
 * else GB18030, which every Chinese Windows writes and which contains GB2312 and GBK. Null where it is none of these.
 */
export function decodeText(bytes: Uint8Array): string | null {
  return decodeAs(markOf(bytes) ?? "utf-8", bytes) ?? decodeAs("gb18030", bytes);
}

/** The same for HTML: what it declares itself goes before GB18030, after what the bytes prove. */
export function decodeHtml(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  const declared = /<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w-]{1,40})/i.exec(head)?.[1];
  const byMark = markOf(bytes);
  if (byMark) return decodeAs(byMark, bytes);
  return decodeAs("utf-8", bytes) ?? decodeAs(declared ?? "gb18030", bytes) ?? decodeAs("gb18030", bytes);
}

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0xef && b === 0xbb && c === 0xbf ? "utf-8" : null;
}

/** Null where the bytes are not of the encoding, or nobody knows it. */
function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
