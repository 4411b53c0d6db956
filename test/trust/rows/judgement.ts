/** What several files of a unit, and files of another period, come to. */
import { join } from "node:path";
import { strToU8 } from "fflate";
import { PLANTERS } from "../../fixtures/planters";
import { seeded } from "../../../src/samples/random";
import { builtInTemplate } from "../../../src/template/builtin";
import { cellsOf } from "../../../src/workbook/cells";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import type { Workbook } from "../../../src/workbook/workbook";
import { countyWorkbookOf2019, submissionOf } from "../../samples/made-once";
import { call } from "../../cli/call";
import { consolidated, plan, typed, write, type Answer, type Row } from "../row";

const lastYears = (unit: string): WorkbookPlan => submissionOf(unit, 2019);

function statuses({ units }: Answer["document"]): [string | null, string | null, string][] {
  return units.map(({ unit, file, status }) => [unit, file, status]);
}

function found({ findings }: Answer["document"]): [string, string, string | null][] {
  return findings.filter(({ code }) => code !== "C03").map((each) => [each.code, each.class, each.file]);
}

/** The unit's report of 2020 with a slip of the bench's catalogue in it. */
function planted(name: string, defect: string): WorkbookPlan {
  const unit = builtInTemplate.units.find((each) => each.name === name)!;
  const planter = PLANTERS.find((each) => each.defect === defect)!;
  const random = seeded(1);
  return planter.plant(plan(name), {
    template: builtInTemplate,
    unit,
    random,
    lastYear: lastYears(name),
  })!.plan;
}

async function lastYearsCounty(folder: string): Promise<string> {
  await write(folder, { "2019.xlsx": countyWorkbookOf2019() });
  return join(folder, "2019.xlsx");
}

const textsOf = (sheet: Workbook["sheets"][number]): string =>
  [...cellsOf(sheet)].map(({ value }) => String(value)).join("\n");

const PDF = strToU8("%PDF-1.4 scan");

export const JUDGEMENT: readonly Row[] = [
  {
    title: "of identical copies one counts, the others are a note",
    holds: async (folder) => {
      const { exit, document } = await consolidated(folder, {
        "台上镇.xlsx": plan("台上镇"),
        "台上镇 - 副本.xlsx": plan("台上镇"),
        "子/台上镇.xlsx": plan("台上镇"),
      });
      expect(exit).toBe(0);
      expect(
        statuses(document)
          .map(([unit, , status]) => [unit, status])
          .sort(),
      ).toEqual([
        ["台上镇", "accepted"],
        ["台上镇", "copy"],
        ["台上镇", "copy"],
      ]);
      expect(found(document).sort()).toEqual([
        ["D10", "note", "台上镇 - 副本.xlsx"],
        ["D10", "note", "子/台上镇.xlsx"],
      ]);
      expect(document.totals!["0102"]).toMatchObject({ units: 1 });
    },
  },
  {
    title: "two files of one unit that differ by one reason are still two",
    holds: async (folder) => {
      const { document } = await consolidated(folder, {
        "台上镇.xlsx": plan("台上镇"),
        "台上镇2.xlsx": typed(plan("台上镇"), "关工03", { E7: 9 }),
      });
      expect(statuses(document).map(([, , status]) => status)).toEqual(["duplicate", "duplicate"]);
    },
  },
  {
    title: "a copy under another unit's name does not spoil the one whose report it is",
    holds: async (folder) => {
      const { exit, document } = await consolidated(folder, {
        "台上镇.xlsx": plan("台上镇"),
        "财源镇.xlsx": plan("台上镇"),
      });
      expect(exit).toBe(1);
      expect(statuses(document).sort()).toEqual([
        ["台上镇", "台上镇.xlsx", "accepted"],
        ["台上镇", "财源镇.xlsx", "copy"],
      ]);
      expect(document.findings).toContainEqual(
        expect.objectContaining({ code: "D11", class: "mustFix", unit: "财源镇", file: "财源镇.xlsx" }),
      );
      expect(document.missing).toContain("财源镇");
      expect(document.totals!["0102"]).toMatchObject({ units: 1 });
    },
  },
  {
    title: "a stray scan or damaged file beside a unit's good one is a note, and holds nothing back",
    holds: async (folder) => {
      const files = {
        "台上镇.xlsx": plan("台上镇"),
        "台上镇（盖章）.xlsx": PDF,
        "台上镇2.xlsx": strToU8("PK\x03\x04x"),
        "榆林镇.xlsx": PDF,
      };
      const { exit, document } = await consolidated(folder, files, "--hold-back");
      expect(exit).toBe(1);
      expect(statuses(document)).toEqual(
        expect.arrayContaining([
          ["台上镇", "台上镇.xlsx", "accepted"],
          [null, "台上镇（盖章）.xlsx", "unreadable"],
          [null, "台上镇2.xlsx", "unreadable"],
          ["榆林镇", "榆林镇.xlsx", "unreadable"],
        ]),
      );
      expect(found(document).sort()).toEqual([
        ["D09", "mustFix", "榆林镇.xlsx"],
        ["D09", "note", "台上镇（盖章）.xlsx"],
        ["F02", "note", "台上镇2.xlsx"],
      ]);
      const note = document.findings.find(({ file }) => file === "台上镇（盖章）.xlsx")!;
      expect(note).toMatchObject({ unit: null, message: expect.stringContaining("“台上镇.xlsx”已照常读取") });
      expect(document.totals!["0102"]).toMatchObject({ units: 1 });
    },
  },
  {
    title: "a workbook of another period is not counted until --count says so",
    holds: async (folder) => {
      const files = { "台上镇.xlsx": lastYears("台上镇"), "榆林镇.xlsx": plan("榆林镇") };
      const { exit, document } = await consolidated(folder, files, "--period", "2020");
      expect(exit).toBe(1);
      expect(document.period).toBe("2020");
      expect(statuses(document)).toContainEqual(["台上镇", "台上镇.xlsx", "otherPeriod"]);
      expect(document.missing).toContain("台上镇");
      expect(document.totals!["0102"]).toMatchObject({ units: 1 });
      expect(found(document)).toContainEqual(["S05", "mustFix", "台上镇.xlsx"]);
      const more = ["--period", "2020", "--count", "台上镇.xlsx", "--force"];
      const counted = await consolidated(folder, files, ...more);
      expect(counted.exit).toBe(1);
      expect(statuses(counted.document)).toContainEqual(["台上镇", "台上镇.xlsx", "mustFix"]);
      expect(counted.document.totals!["0102"]).toMatchObject({ units: 2 });
      expect(counted.document.missing).not.toContain("台上镇");
    },
  },
  {
    title: "where last year's workbook is of the wrong year, that is named as the cause",
    holds: async (folder) => {
      const files = { "台上镇.xlsx": lastYears("台上镇"), "榆林镇.xlsx": lastYears("榆林镇") };
      const wrong = ["--last-year", await lastYearsCounty(folder)];
      const { exit, document } = await consolidated(folder, files, ...wrong);
      expect(exit).toBe(1);
      expect(document.findings.filter(({ code }) => code === "S05")).toMatchObject([
        { message: expect.stringContaining("上年工作簿是 2019 年度的，所以本期应是 2020 年度") },
        { message: expect.stringContaining("上年工作簿选错了的，请换成正确的一份") },
      ]);
      // The call itself says the period: nothing of last year's workbook is to blame.
      const named = await consolidated(folder, files, ...wrong, "--period", "2020", "--force");
      const { message } = named.document.findings.find(({ code }) => code === "S05")!;
      expect(message).not.toContain("上年工作簿");
    },
  },
  {
    title: "last year's file beside this year's does not make two of one unit",
    holds: async (folder) => {
      const files = {
        "台上镇.xlsx": plan("台上镇"),
        "去年/台上镇.xlsx": lastYears("台上镇"),
        "榆林镇.xlsx": plan("榆林镇"),
      };
      const { document } = await consolidated(folder, files);
      expect(statuses(document)).toEqual(
        expect.arrayContaining([
          ["台上镇", "台上镇.xlsx", "accepted"],
          ["台上镇", "去年/台上镇.xlsx", "otherPeriod"],
        ]),
      );
      expect(document.missing).not.toContain("台上镇");
      expect(document.totals!["0102"]).toMatchObject({ units: 2 });
    },
  },
  {
    title: "the county workbook names every unit held back, of another period, unreadable or sent twice",
    holds: async (folder) => {
      const files = {
        "台上镇.xlsx": lastYears("台上镇"),
        "榆林镇.xlsx": typed(plan("榆林镇"), "关工02", { E7: 999 }),
        "清河镇.xlsx": typed(plan("清河镇"), "关工03", { E7: "7.5" }),
        "财源镇.xlsx": PDF,
        "青石镇.xlsx": plan("青石镇"),
        "青石镇2.xlsx": typed(plan("青石镇"), "关工03", { E7: 9 }),
        "头道镇.xlsx": plan("头道镇"),
      };
      const { county } = await consolidated(folder, files, "--period", "2020", "--hold-back");
      const { sheets } = await county();
      for (const name of ["上报情况", "汇总说明"]) {
        const said = textsOf(sheets.find((sheet) => sheet.name === name)!);
        expect(said).toContain("年度不符、没有计入：台上镇。");
        expect(said).toContain("有强制错误、暂缓汇总：榆林镇、清河镇。");
        expect(said).toContain("无法读取：财源镇。");
        expect(said).toContain("重复上报、还没有选定：青石镇。");
        expect(said).toMatch(/未报：(?!.*台上镇、).*。/);
      }
    },
  },
  {
    title: "the county workbook names units that sent last year's figures again, and those where all is zero",
    holds: async (folder) => {
      const { county, document } = await consolidated(
        folder,
        { "台上镇.xlsx": planted("台上镇", "D54"), "榆林镇.xlsx": planted("榆林镇", "D63") },
        "--last-year",
        await lastYearsCounty(folder),
      );
      expect(document.totals!["0102"]).toMatchObject({ units: 2 });
      const { sheets } = await county();
      for (const name of ["上报情况", "汇总说明"]) {
        const said = textsOf(sheets.find((sheet) => sheet.name === name)!);
        expect(said).toContain("与上年的数一样，请核实：台上镇。");
        expect(said).toContain("主要指标全是 0，请核实：榆林镇。");
      }
    },
  },
  {
    title: "one cause, one finding: how a cell was read is folded under what is wrong with its value",
    holds: async (folder) => {
      const { document } = await consolidated(folder, {
        "台上镇.xlsx": typed(plan("台上镇"), "关工03", { E7: "7.5次" }),
      });
      const own = document.findings.filter(({ cell }) => cell === "E7");
      expect(own.map(({ code }) => code)).toEqual(["R20"]);
      expect(own[0]!.causes.map(({ code }) => code)).toContain("D32");
    },
  },
  {
    title: "formulas that were saved without their results are one note for the file",
    holds: async (folder) => {
      const before = plan("台上镇");
      const uncalculated = {
        ...before,
        sheets: before.sheets.map((sheet) => ({
          ...sheet,
          cells: sheet.cells.map((cell) => (cell.formula === undefined ? cell : { ...cell, value: null })),
        })),
      };
      const { exit, document } = await consolidated(folder, { "台上镇.xlsx": uncalculated });
      expect(exit).toBe(0);
      const notes = document.findings.filter(({ code }) => code === "D17");
      expect(notes).toMatchObject([{ class: "note", message: expect.stringContaining("都已替您算出") }]);
      expect(document.totals!["0102"]).toMatchObject({ units: 1 });
    },
  },
  {
    title: "a period that is none, and a file to count that is not there, are said",
    holds: async (folder) => {
      const sent = join(folder, "sent");
      await write(sent, { "台上镇.xlsx": plan("台上镇") });
      const wrong = await call("check", sent, "--period", "去年", "--json");
      expect([wrong.exit, wrong.json.error.code]).toEqual([2, "usage.period"]);
      const absent = await call("check", sent, "--count", "榆林镇.xlsx", "--json");
      expect([absent.exit, absent.json.error.code]).toEqual([2, "error.countUnknown"]);
    },
  },
  {
    title: "--resume goes on with a county workbook: late files are added, and what was decided holds",
    holds: async (folder) => {
      const files = { "台上镇.xlsx": lastYears("台上镇"), "榆林镇.xlsx": plan("榆林镇") };
      await consolidated(folder, files, "--period", "2020", "--count", "台上镇.xlsx");
      await write(join(folder, "late"), { "清河镇.xlsx": plan("清河镇") });
      const county = join(folder, "county.xlsx");
      const out = join(folder, "county2.xlsx");
      const said = await call(
        "consolidate",
        join(folder, "late"),
        "--resume",
        county,
        "--out",
        out,
        "--json",
      );
      expect(said.json.period).toBe("2020");
      expect(said.json.totals!["0102"]).toMatchObject({ units: 3 });
      const again = ["--resume", county, "--out", county, "--force", "--json"];
      const refused = await call("consolidate", join(folder, "late"), ...again);
      expect([refused.exit, refused.json.error.code]).toEqual([2, "error.outIsInput"]);
    },
  },
];
