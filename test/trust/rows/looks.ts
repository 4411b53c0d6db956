/** Fonts, prefixes and characters that look like something else than they are stored as. */
import { writeXlsx } from "../../../src/files/write/write-xlsx";
import { eachText, editSheet } from "../../fixtures/planters/edit";
import { toA1 } from "../../../src/workbook/address";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { codesAt, consolidated, plan, typed, withPart, type Row } from "../row";

const UNIT = "青石镇";

/** The cell of 本年 in the line's row. */
function cellOf(sheetName: string, line: string): string {
  const sheet = plan(UNIT).sheets.find(({ name }) => name === sheetName)!;
  return toA1(sheet.cells.find(({ value }) => value === line)!.row, 4);
}

function inFont(
  before: WorkbookPlan,
  sheetName: string,
  address: string,
  value: string,
  font: string,
): WorkbookPlan {
  return editSheet(before, sheetName, (sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      toA1(cell.row, cell.column) === address ? { ...cell, value, style: { ...cell.style, font } } : cell,
    ),
  }));
}

export const LOOKS: readonly Row[] = [
  {
    title: "a tick in Wingdings is a yes, a cross in Wingdings 2 a no",
    holds: async (folder) => {
      const [yes, no] = [cellOf("关工10", "1002"), cellOf("关工10", "1003")];
      const ticked = inFont(plan(UNIT), "关工10", yes, "ü", "Wingdings");
      const crossed = inFont(ticked, "关工10", no, "O", "Wingdings 2");
      const { document } = await consolidated(folder, { [`${UNIT}.xlsx`]: crossed });
      expect(codesAt(document, "关工10", yes)).toEqual(["D51"]);
      expect(codesAt(document, "关工10", no)).toContain("D51");
      expect(document.totals?.["1002"]?.value).toBe(1);
      expect(document.totals?.["1003"]?.value).toBe(0);
    },
  },
  {
    title: "a number with the prefix ' is silent",
    holds: async (folder) => {
      const cell = cellOf("关工04", "0413");
      const bytes = writeXlsx(typed(plan(UNIT), "关工04", { [cell]: { value: "41", format: "@" } }));
      const quoted = withPart(bytes, "xl/styles.xml", (xml) =>
        xml.replace(/<cellXfs.*<\/cellXfs>/s, (styles) => styles.replaceAll("<xf ", '<xf quotePrefix="1" ')),
      );
      const { document } = await consolidated(folder, { [`${UNIT}.xlsx`]: quoted });
      expect(codesAt(document, "关工04", cell).filter((code) => code.startsWith("D"))).toEqual([]);
      expect(document.totals?.["0413"]?.value).toBe(41);
    },
  },
  {
    title: "radicals from a PDF are the characters that they look like",
    holds: async (folder) => {
      const copied = eachText(plan(UNIT), (text) => text.replaceAll("青", "⻘").replaceAll("石", "⽯"));
      const { document } = await consolidated(folder, { [`${UNIT}.xlsx`]: copied });
      expect(document.units.map(({ unit, status }) => [unit, status])).toContainEqual([UNIT, "accepted"]);
    },
  },
  {
    title: "a date with weekday or time is the day",
    holds: async (folder) => {
      const dates = { B4: "2020年2月1日（星期六）", B5: "2020-02-02 09:30", B6: "2020年2月14日上午9时" };
      const { document } = await consolidated(folder, {
        [`${UNIT}.xlsx`]: typed(plan(UNIT), "L1活动", dates),
      });
      const read = Object.keys(dates).map((cell) => {
        const found = document.findings.find((each) => each.sheet === "L1活动" && each.cell === cell);
        return [found?.code, found?.class, found?.values?.["value"]];
      });
      expect(read).toEqual([
        ["D45", "note", "2020-02-01"],
        ["D45", "note", "2020-02-02"],
        ["D45", "note", "2020-02-14"],
      ]);
    },
  },
];
