/** Long tables of a file: their rows are made as they are written, and are never all in memory. */
import { inflateRawSync } from "node:zlib";
import { nodeDeflate } from "../../../src/files/write/node-deflate";
import { PlanError } from "../../../src/files/write/plan-error";
import { writeXlsx } from "../../../src/files/write/write-xlsx";
import { withRecordCells, type FilePlan, type PlanCell, type RecordsPlan } from "../../../src/workbook/plan";
import fc from "../../tooling/properties";

const HEADS: PlanCell[] = [
  { row: 0, column: 0, value: "单位", style: { bold: true } },
  { row: 0, column: 1, value: "来源" },
];

function planWith(records: RecordsPlan): FilePlan {
  const freeze = { rows: 1, columns: 0 };
  return {
    names: [],
    sheets: [{ name: "数据来源", cells: HEADS, columns: [{ column: 1, width: 9 }], freeze, records }],
  };
}

/** `texts[i]` is in row `top + i`. */
function recordsOf(texts: readonly string[], top = 1): RecordsPlan {
  const row = (text: string, i: number): PlanCell[] => [
    { row: top + i, column: 0, value: text },
    { row: top + i, column: 1, value: i / 3, style: { wrap: true } },
  ];
  return { top, count: texts.length, rows: () => texts.map(row) };
}

describe("rows of records", () => {
  test("are written as the same rows among the cells are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 20 }), (texts) => {
        const plan = planWith(recordsOf(texts));
        expect(writeXlsx(plan)).toEqual(writeXlsx(withRecordCells(plan)));
      }),
    );
  });

  test.each<[string, RecordsPlan]>([
    ["above the heads", recordsOf(["甲"], 0)],
    ["fewer than were said", { ...recordsOf(["甲"]), count: 2 }],
    [
      "out of order",
      { ...recordsOf(["甲", "乙"]), rows: () => [...recordsOf(["甲", "乙"]).rows()].reverse() },
    ],
    ["with a formula", { top: 1, count: 1, rows: () => [[{ row: 1, column: 0, value: 1, formula: "1" }]] }],
  ])("are refused where they are %s", (_, records) => {
    expect(() => writeXlsx(planWith(records))).toThrow(PlanError);
  });

  test("hold no text that is too long for a cell", () => {
    expect(() => writeXlsx(planWith(recordsOf(["长".repeat(32_768)])))).toThrow("textTooLong");
  });
});

test("what Node deflates part by part is inflated as a whole", () => {
  const part = fc.oneof(
    fc.uint8Array({ maxLength: 50 }),
    fc.nat(70_000).map((length) => new Uint8Array(length).map((_, i) => (i * i) >> 7)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const inflated = inflateRawSync(Buffer.concat([...nodeDeflate(parts)]));
      expect(inflated.equals(Buffer.concat(parts))).toBe(true);
    }),
  );
});
