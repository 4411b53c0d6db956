/** What has no place in the template: named with its address, and listed in the county workbook's sheet 模板外. */
import type { SheetPlan, WorkbookPlan } from "../../../src/workbook/plan";
import { cellsOf } from "../../../src/workbook/cells";
import { readCountyRecord } from "../../../src/county-workbook/read-record";
import { builtInTemplate } from "../../../src/template/builtin";
import { codesAt, consolidated, plan, typed, type Answer, type Row } from "../row";

const UNIT = "台上镇";

function withSheet(before: WorkbookPlan, sheet: SheetPlan): WorkbookPlan {
  return { ...before, sheets: [...before.sheets, sheet] };
}

/** `关工05!K8 家长学校 · 其他 35`: the lines of 模板外. */
async function listed({ county }: Answer): Promise<string[]> {
  const sheet = (await county()).sheets.find(({ name }) => name === "模板外");
  const rows = new Map<number, string[]>();
  for (const { row, column, value } of sheet ? cellsOf(sheet) : []) {
    if (row > 2 && column < 6) (rows.get(row) ?? rows.set(row, []).get(row)!)[column] = String(value ?? "");
  }
  return [...rows.values()].map(
    ([, , name, cell, label, raw]) => `${name}!${cell} ${label ?? ""} ${raw ?? ""}`,
  );
}

async function sent(folder: string, changed: WorkbookPlan, ...words: string[]): Promise<Answer> {
  return consolidated(folder, { [`${UNIT}.xlsx`]: changed }, ...words);
}

const stray = (name: string, rows: readonly (readonly (string | number)[])[], more = {}): SheetPlan => ({
  name,
  cells: rows.flatMap((values, row) => values.map((value, column) => ({ row, column, value }))),
  ...more,
});

export const OFF_TEMPLATE: readonly Row[] = [
  {
    title: "a figure right of the table",
    holds: async (folder) => {
      const answer = await sent(folder, typed(plan(UNIT), "关工05", { L9: 35 }));
      expect(codesAt(answer.document, "关工05", "L9")).toEqual(["D20"]);
      expect(await listed(answer)).toEqual([expect.stringMatching(/^关工05!L9 .+ 35$/)]);
    },
  },
  {
    title: "figures above, below and in the notes of a table, but no year, page or telephone",
    holds: async (folder) => {
      const cells = { A30: "联系电话", B30: 6220001, A31: "第", E31: "其他", F31: "12人", K2: 99, L2: 2020 };
      const answer = await sent(folder, typed(plan(UNIT), "关工05", cells));
      const finding = answer.document.findings.find(({ code }) => code === "D19");
      expect(finding).toMatchObject({ class: "explain", sheet: "关工05", cell: "E31" });
      const lines = await listed(answer);
      expect(lines.map((line) => line.split(" ")[0])).toEqual(
        expect.arrayContaining(["关工05!K2", "关工05!F31"]),
      );
      expect(lines.join()).not.toMatch(/B30|L2/);
    },
  },
  {
    title: "a column of the unit's own right of the table, with a heading",
    holds: async (folder) => {
      const answer = await sent(folder, typed(plan(UNIT), "关工05", { K4: "上半年", K8: 3, K9: "4场" }));
      expect(codesAt(answer.document, "关工05", "K4")).toEqual(["D20"]);
      expect(answer.document.findings.find(({ cell }) => cell === "K4")!.message).toContain("K8:K9");
      expect(await listed(answer)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^关工05!K8 .+上半年 3$/)]),
      );
    },
  },
  {
    title: "a sheet of the unit's own, without a head, visible or hidden",
    holds: async (folder) => {
      const rows = [["家长学校", 3], ["帮教人数", "5人"], ["活动照片见附件"]];
      const shown = withSheet(plan(UNIT), stray("补充", rows));
      const both = withSheet(shown, stray("底稿", [["合计", 88]], { visibility: "hidden" }));
      const answer = await sent(folder, both);
      expect(codesAt(answer.document, "补充", "B1")).toEqual(["D18"]);
      expect(codesAt(answer.document, "底稿", "B1")).toEqual(["D25"]);
      expect(await listed(answer)).toEqual(["补充!B1 家长学校 3", "补充!B2 帮教人数 5人", "底稿!B1 合计 88"]);
    },
  },
  {
    title: "a roster of the unit's own: places only, no names and numbers of persons",
    holds: async (folder) => {
      const rows = [["姓名", "年龄", "慰问金"], ["王小明", 71, 300]]; // prettier-ignore
      const headless = [["赵玉兰", 71, "13912345678"]];
      const changed = withSheet(withSheet(plan(UNIT), stray("名单", rows)), stray("名单续", headless));
      const answer = await sent(folder, changed);
      const all = JSON.stringify((await answer.county()).sheets.map((sheet) => [...cellsOf(sheet)]));
      expect(all).not.toMatch(/王小明|1381234|赵玉兰|1391234/);
      expect((await listed(answer)).map((line) => line.split(" ")[0])).toEqual(
        expect.arrayContaining(["名单!B2", "名单续!B1"]),
      );
    },
  },
  {
    title: "figures beside, above and below a list",
    holds: async (folder) => {
      const before = plan(UNIT);
      const list = before.sheets.find(({ name }) => name === "L6文件制度")!;
      const last = Math.max(...list.cells.map(({ row }) => row)) + 3;
      const cells = { H5: 7, F1: 12, [`A${last}`]: "注：", [`C${last}`]: "35件" };
      const answer = await sent(folder, typed(before, "L6文件制度", cells));
      expect(codesAt(answer.document, "L6文件制度", "H5")).toEqual(["D20"]);
      expect((await listed(answer)).map((line) => line.split(" ")[0])).toEqual(
        expect.arrayContaining(["L6文件制度!H5", "L6文件制度!F1", `L6文件制度!C${last}`]),
      );
    },
  },
  {
    title: "thousands of them: the first of each sheet, then how many more and where",
    holds: async (folder) => {
      const rows = Array.from({ length: 3000 }, (_, i) => ["村", i, i * 2]);
      const answer = await sent(folder, withSheet(plan(UNIT), stray("分村", rows)));
      const lines = await listed(answer);
      expect(lines.length).toBeLessThan(300);
      expect(lines.at(-1)).toMatch(/^分村!B101:C3000 .*5800/);
    },
  },
  {
    title: "a clean county has no such sheet",
    holds: async (folder) => {
      expect((await (await sent(folder, plan(UNIT))).county()).sheets.map(({ name }) => name)).not.toContain(
        "模板外",
      );
    },
  },
  {
    title: "they stay in the record, for going on next week without the file",
    holds: async (folder) => {
      const changed = withSheet(typed(plan(UNIT), "关工05", { L9: 35 }), stray("补充", [["家长学校", 3]]));
      const answer = await sent(folder, changed);
      const reading = readCountyRecord(await answer.county(), builtInTemplate);
      if (!reading.ok) throw new Error("the county workbook cannot be read again");
      expect(reading.record.lost).toEqual([]);
      expect(reading.record.submissions[0]!.offTemplate).toEqual([
        { place: { file: "台上镇.xlsx", sheet: "关工05", cell: "L9" }, label: expect.any(String), raw: "35" },
        { place: { file: "台上镇.xlsx", sheet: "补充", cell: "B1" }, label: "家长学校", raw: "3" },
      ]);
    },
  },
];
