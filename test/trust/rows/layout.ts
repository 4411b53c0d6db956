/** Forms and lists laid out otherwise than they were issued: read right, or named; never refused for nothing. */
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../../src/workbook/plan";
import { editSheet } from "../../fixtures/planters/edit";
import { codesAt, consolidated, plan, typed, type Answer, type Row } from "../row";

const UNIT = "台上镇";
const FORM = "关工05";
/** Lines 0501 to 0507 are in rows 7 to 13. */
const isLine = ({ row, column }: PlanCell): boolean => row >= 6 && row <= 12 && column < 9;
/** What the unit sent: 2 for 0503, 204 for 0504. */
const TOTALS = { "0503": 2, "0504": 204 };

const clean = plan(UNIT);
const sheetOf = (name: string, from = clean): SheetPlan => from.sheets.find((sheet) => sheet.name === name)!;

/** The sheet with its cells changed, without formulas and merges: as pasted. */
function pasted(
  sheet: SheetPlan,
  change: (cell: PlanCell) => PlanCell | readonly PlanCell[] | null,
): SheetPlan {
  const cells = sheet.cells.flatMap((cell) => {
    const { formula: _gone, ...typed } = cell;
    return change(typed) ?? [];
  });
  return { ...sheet, merges: [], cells: [...cells].sort((a, b) => a.row - b.row || a.column - b.column) };
}

function withForm(change: (sheet: SheetPlan) => readonly SheetPlan[]): WorkbookPlan {
  return {
    ...clean,
    sheets: clean.sheets.flatMap((sheet) => (sheet.name === FORM ? change(sheet) : [sheet])),
  };
}

const moved = (cell: PlanCell, down: number, right = 0): PlanCell => ({
  ...cell,
  row: cell.row + down,
  column: cell.column + right,
});

const isMark = ({ value }: PlanCell): boolean => String(value).startsWith("#");

/** Values only, from the first to the last record, to be pasted onto another sheet. */
function copied(name: string, down: number, right: number): PlanCell[] {
  return pasted(sheetOf(name), (cell) =>
    cell.value === null || cell.value === "" || isMark(cell) ? null : moved(cell, down, right),
  ).cells.filter(({ row }) => row - down <= 8) as PlanCell[];
}

async function sent(folder: string, changed: WorkbookPlan): Promise<Answer["document"]> {
  return (await consolidated(folder, { [`${UNIT}.xlsx`]: changed }, "--force")).document;
}

function expectTotals(
  { totals }: Answer["document"],
  wanted: Readonly<Record<string, number>> = TOTALS,
): void {
  const found = Object.keys(wanted).map((code) => [code, totals![code]!.value]);
  expect(Object.fromEntries(found)).toEqual(wanted);
}

const shapesOf = ({ findings }: Answer["document"], ...codes: string[]): string[] =>
  findings
    .filter(({ code }) => codes.includes(code))
    .map(({ code, class: cls, cell }) => `${cls} ${code} ${cell}`);

const SHAPES = ["D18", "D19", "D20", "D21", "D22", "D30", "D55", "S02", "S03"];

function withColumnsSplit(sheet: SheetPlan, wrong: number): SheetPlan {
  const split = pasted(sheet, (cell) => {
    if (cell.row === 4 && cell.column === 4) return null;
    if (cell.column > 4) return moved(cell, 0, 2);
    if (cell.column !== 4 || !isLine(cell) || typeof cell.value !== "number") return cell;
    const half = cell.row === 9 ? cell.value - 1 + wrong : cell.value - 1;
    return [{ ...cell, value: 1 }, { ...moved(cell, 0, 1), value: half }, moved(cell, 0, 2)];
  });
  const heads = [[4, "上半年"], [5, "下半年"], [6, "合计"]] as const; // prettier-ignore
  return {
    ...split,
    cells: [...split.cells, ...heads.map(([column, value]) => ({ row: 4, column, value }))],
  };
}

export const LAYOUT: readonly Row[] = [
  {
    title: "本年 alone in the second row of the head; a head of three rows",
    holds: async (folder) => {
      const flat = withForm((sheet) => [pasted(sheet, (cell) => cell)]);
      const two = {
        E4: "数量",
        E5: "本年",
        F4: "上年",
        F5: null,
        G4: "增减",
        G5: null,
        H4: "增减%",
        H5: null,
      };
      const document = await sent(folder, typed(flat, FORM, two));
      expectTotals(document);
      expect(shapesOf(document, ...SHAPES)).toEqual([]);
      const lower = withForm((sheet) => [pasted(sheet, (cell) => (cell.row >= 4 ? moved(cell, 1) : cell))]);
      const three = await sent(folder, typed(lower, FORM, { E5: "数量", E6: "本年", F6: "上年" }));
      expectTotals(three);
      expect(shapesOf(three, ...SHAPES)).toEqual([]);
    },
  },
  {
    title: "a form over two sheets, the second with its head",
    holds: async (folder) => {
      const isSecond = (cell: PlanCell): boolean => isLine(cell) && cell.row > 8;
      const document = await sent(
        folder,
        withForm((sheet) => [
          pasted(sheet, (cell) => (isSecond(cell) ? null : cell)),
          {
            ...pasted(sheet, (cell) => (isMark(cell) || (isLine(cell) && !isSecond(cell)) ? null : cell)),
            name: "Sheet9",
          },
        ]),
      );
      expectTotals(document);
      expect(shapesOf(document, ...SHAPES)).toEqual(["note D30 E10"]);
    },
  },
  {
    title: "a form over two sheets, the second without a head, be it one line only: asked",
    holds: async (folder) => {
      for (const last of [8, 11]) {
        const isSecond = (cell: PlanCell): boolean => isLine(cell) && cell.row > last;
        const second = pasted(sheetOf(FORM), (cell) => (isSecond(cell) ? moved(cell, -last, 1) : null));
        const document = await sent(
          folder,
          withForm((sheet) => [
            pasted(sheet, (cell) => (isSecond(cell) ? null : cell)),
            { name: "Sheet9", cells: second.cells },
          ]),
        );
        expectTotals(document);
        expect(shapesOf(document, ...SHAPES)).toEqual([expect.stringMatching(/^explain D30 F\d$/)]);
      }
    },
  },
  {
    title:
      "a form twice on one sheet, below or beside, or as last year's: one finding, the right one is read",
    holds: async (folder) => {
      const more = (cell: PlanCell): PlanCell =>
        isLine(cell) && cell.column === 4 && typeof cell.value === "number"
          ? { ...cell, value: cell.value + 1 }
          : cell;
      const twice = (down: number, right: number): WorkbookPlan =>
        withForm((sheet) => [
          pasted(sheet, (cell) =>
            isMark(cell) || cell.column > 8 ? cell : [cell, moved(more(cell), down, right)],
          ),
        ]);
      for (const [down, right, cell] of [
        [20, 0, "A21"],
        [0, 10, "K1"],
      ] as const) {
        const document = await sent(folder, twice(down, right));
        expectTotals(document);
        expect(shapesOf(document, ...SHAPES)).toEqual([`explain D18 ${cell}`]);
      }
      const years = await sent(folder, typed(twice(20, 0), FORM, { E3: "2019 年度", E7: 999 }));
      expectTotals(years, { "0503": 3, "0504": 205 });
      expect(shapesOf(years, ...SHAPES)).toEqual(["explain D18 A1"]);
    },
  },
  {
    title: "a form on its side: named once, and its figures listed",
    holds: async (folder) => {
      const document = await sent(
        folder,
        withForm((sheet) => [
          pasted(sheet, (cell) =>
            isMark(cell)
              ? cell
              : cell.row < 3 || cell.row > 12 || cell.column > 8
                ? null
                : { ...cell, row: cell.column + 2, column: cell.row - 3 },
          ),
        ]),
      );
      expect(shapesOf(document, ...SHAPES)).toEqual([expect.stringMatching(/^mustFix D20 D[34]$/)]);
    },
  },
  {
    title:
      "上半年, 下半年 and 合计 in place of 本年: the sum, and a wrong one is asked about; 上半年 alone is not the year",
    holds: async (folder) => {
      const right = await sent(
        folder,
        withForm((sheet) => [withColumnsSplit(sheet, 0)]),
      );
      expectTotals(right);
      expect(shapesOf(right, "D20", "S02").filter((each) => !each.startsWith("note"))).toEqual([]);
      const wrong = await sent(
        folder,
        withForm((sheet) => [withColumnsSplit(sheet, 3)]),
      );
      expect(codesAt(wrong, FORM, "G10")).toContain("D20");
      const half = await sent(folder, typed(clean, FORM, { E5: "上半年" }));
      expect(shapesOf(half, "D20")).toContainEqual(expect.stringContaining("mustFix D20"));
    },
  },
  {
    title:
      "a list's headings in everyday words, or in strange ones in their place: a note each, every record read",
    holds: async (folder) => {
      const before = await sent(folder, clean);
      const heads = { B3: "时间", C3: "活动名称", F3: "怎么搞的", K3: "参加人数" };
      const first = typed(clean, "L1活动", heads);
      const document = await sent(
        folder,
        typed(first, "L2捐助", { D3: "谁捐的", E3: "捐给谁", F3: "现金金额" }),
      );
      expect(shapesOf(document, "D20", "S02", "D18")).toEqual([]);
      expect(document.findings.filter(({ code }) => code === "D22")).toHaveLength(7);
      expect(document.findings.length - 7).toBe(before.findings.length);
    },
  },
  {
    title: "a list with a head of two rows, its head again after a page: read like any",
    holds: async (folder) => {
      const before = await sent(folder, clean);
      const two = editSheet(clean, "L2捐助", (sheet) =>
        pasted(sheet, (cell) => (cell.row > 2 ? moved(cell, 1) : cell)),
      );
      const head = { F3: "金额", G3: null, H3: null, F4: "现金", G4: "物资", H4: "折价" };
      const again = editSheet(typed(two, "L2捐助", head), "L4稿件", (sheet) =>
        pasted(sheet, (cell) =>
          cell.row === 2 ? [cell, moved(cell, 8)] : cell.row > 6 ? moved(cell, 6) : cell,
        ),
      );
      const page = { B9: "填表人：某某", A10: "L4 稿件明细表（续）" };
      const document = await sent(folder, typed(again, "L4稿件", page));
      expect(document.findings.map(({ code }) => code)).toEqual(before.findings.map(({ code }) => code));
    },
  },
  {
    title: "lists below one another, beside each other and on a form's sheet: each is read, said once",
    holds: async (folder) => {
      const before = await sent(folder, clean);
      const on = (sheet: string, name: string, down: number, right: number): WorkbookPlan => ({
        ...clean,
        sheets: clean.sheets
          .filter((each) => each.name !== name)
          .map((each) =>
            each.name === sheet
              ? {
                  ...pasted(each, (cell) => (cell.row > 12 && sheet.startsWith("L") ? null : cell)),
                  cells: [
                    ...pasted(each, (cell) => (cell.row > 12 && sheet.startsWith("L") ? null : cell)).cells,
                    ...copied(name, down, right),
                  ],
                }
              : each,
          ),
      });
      const L5 = "L5典型与表彰";
      for (const [sheet, down, right] of [
        [L5, 15, 0],
        [L5, 0, 6],
        [FORM, 20, 0],
      ] as const) {
        const document = await sent(folder, on(sheet, "L6文件制度", down, right));
        expect(shapesOf(document, ...SHAPES)).toEqual(["note D18 null"]);
        expect(document.findings).toHaveLength(before.findings.length + 1);
      }
    },
  },
];
