/** Seeded mutations of bytes and of XML: the same in every run. */

/** Numbers from 0 to 2^32 - 1, the same for the same seed (mulberry32, public domain). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof randomNumbers>;

/** One to four slips in the bytes: changed, cut out, put in, cut off, written twice. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let result: Uint8Array = bytes.slice();
  for (let left = 1 + random(4); left > 0 && result.length > 0; left--) result = byteSlip(result, random);
  return result;
}

function byteSlip(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random(bytes.length);
  const length = 1 + random(random(8) === 0 ? 400 : 8);
  const rest = bytes.subarray(Math.min(bytes.length, at + length));
  switch (random(7)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return join(bytes.subarray(0, at), rest);
    case 2:
      return join(bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at));
    case 3:
      return join(
        bytes.subarray(0, at),
        Uint8Array.from({ length }, () => random(256)),
        rest,
      );
    default:
      bytes[at] = random(2) === 0 ? random(256) : bytes[at]! ^ (1 << random(8));
      return bytes;
  }
}

function join(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(pieces));
}

/** What upsets readers of XML and of sheets. */
const POISON = [
  ...[
    "<",
    ">",
    "&",
    '"',
    "'",
    "/",
    "=",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE x>",
    "<?x",
    "?>",
    "\0",
  ],
  ...["&lt;", "&#0;", "&#x110000;", "&#xD800;", "&bogus;", "_xD800_", "\r", "\u{1F600}", "\uFFFE", " ", "\t"],
  ...["-1", "1e999", "NaN", "4294967296", "99999999999999999999", "A0", "XFE1", "A1048577", "XFD1048576"],
  ...["<c/>", "</c>", "<v>", "</v>", "<f>", '<f t="shared" si="0"/>', '<f t="array" ref="A1:XFD9">1</f>'],
  ...["<is><t>x</t></is>", "<row>", "</row>", "</sheetData>", "<sheetData>", "<x:c/>", ' t="s"', ' r="A1"'],
];

/** One to four slips in the XML: pieces cut out, moved, doubled, or poison put in, most of them at a tag. */
export function mutateXml(xml: string, random: Random): string {
  let result = xml;
  for (let left = 1 + random(4); left > 0; left--) result = xmlSlip(result, random);
  return result;
}

function xmlSlip(xml: string, random: Random): string {
  const at = place(xml, random);
  const to = Math.min(xml.length, at + 1 + random(random(6) === 0 ? 300 : 12));
  const piece = xml.slice(at, to);
  switch (random(5)) {
    case 0:
      return xml.slice(0, at) + xml.slice(to);
    case 1: {
      const target = place(xml, random);
      return xml.slice(0, target) + piece + xml.slice(target);
    }
    case 2:
      return xml.slice(0, at) + piece.repeat(1 + random(50)) + xml.slice(to);
    default:
      return xml.slice(0, at) + POISON[random(POISON.length)]! + xml.slice(random(2) === 0 ? at : to);
  }
}

/** Anywhere, or at the next tag, quotation mark or equals sign. */
function place(xml: string, random: Random): number {
  const at = random(xml.length + 1);
  const marks = ["<", ">", '"', "="];
  const next = random(3) === 0 ? at : xml.indexOf(marks[random(marks.length)]!, at);
  return next < 0 ? at : next;
}
