import { Texts } from "../../../src/files/read/texts";
import { errorCode } from "../package";
import fc from "../../tooling/properties";

const LIMITS = { textLength: 1000, strings: 1000 };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The texts that come of these runs of bytes, one list for each text. */
function read(...texts: readonly Uint8Array[][]): string[] {
  const all = new Texts(LIMITS, 2);
  for (const runs of texts) {
    for (const bytes of runs) all.append(bytes, 0, bytes.length, "part");
    all.close();
  }
  return all.finish();
}

/** As a writer of XML puts it, now by name, now by number. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (c, at: number) =>
    at % 2 === 0 ? NAMES[c]! : `&#x${c.charCodeAt(0).toString(16)};`,
  );
const NAMES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const anyText = fc
  .string({ unit: fc.constantFrom(..."a_é关𠮷&<\"'>\t\n 1".split(/(?:)/u)), maxLength: 40 })
  .filter((text) => !text.includes("_x"));

describe("texts from UTF-8 bytes", () => {
  test("come out as they were written, whatever their runs and their number", () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyText, { maxLength: 4 }), { maxLength: 20 }), (texts) => {
        const bytes = texts.map((runs) => runs.map((run) => utf8(escaped(run))));
        expect(read(...bytes)).toEqual(texts.map((runs) => runs.join("")));
      }),
    );
  });

  test("are refused exactly where the platform's own decoder refuses them", () => {
    const lead = fc.constantFrom(
      0x41,
      0x80,
      0xbf,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
    );
    const follower = fc.constantFrom(0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0);
    const piece = fc.tuple(lead, fc.array(follower, { maxLength: 3 })).map(([a, b]) => [a, ...b]);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 3 }), (pieces) => {
        const bytes = Uint8Array.from(pieces.flat());
        const platform = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
        let expected: string | null;
        try {
          expected = platform.decode(bytes);
        } catch {
          expected = null;
        }
        if (expected === null) expect(errorCode(() => read([bytes]))).toBe("F02");
        else expect(read([bytes])).toEqual([expected]);
      }),
      { numRuns: 500 },
    );
  });

  test("of more than a batch keep their order", () => {
    const texts = Array.from({ length: 900 }, (_, i) => `第${i}项，关心下一代工作，`.repeat(10));
    expect(read(...texts.map((text) => [utf8(text)]))).toEqual(texts);
  });

  test("keep what is no reference, and no character", () => {
    const odd = "&lol; &#xD800; &#1114112; & &; &quot";
    expect(read([utf8(odd)])).toEqual([odd]);
  });

  test("have line ends as XML wants them; a carriage return that is written as a reference stays", () => {
    expect(read([utf8("a\r\nb\rc&#13;d")])).toEqual(["a\nb\nc\rd"]);
  });

  test("resolve what a cell text may hold and XML may not", () => {
    expect(read([utf8("a_x000D_b _x00e9_ _xyz_")])).toEqual(["a\rb é _xyz_"]);
  });

  test("that are too long, or too many, are refused", () => {
    expect(errorCode(() => read([utf8("a".repeat(1001))]))).toBe("F03");
    expect(errorCode(() => read(Array.from({ length: 99 }, () => utf8("a".repeat(99)))))).toBe("F03");
    expect(errorCode(() => read(...Array.from({ length: 1001 }, () => [])))).toBe("F03");
  });
});
