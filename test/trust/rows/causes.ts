/** The cause is named, never a consequence of it. */
import { access, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { call } from "../../cli/call";
import { rawZip } from "../../files/raw-zip";
import { consolidated, plan, write, type Files, type Row } from "../row";

const FOREIGN: WorkbookPlan = {
  sheets: [{ name: "通讯录", cells: [{ row: 0, column: 0, value: "村干部通讯录" }] }],
  names: [],
} as unknown as WorkbookPlan;

/** Neither `check` nor `consolidate` says more of the only file than what is wrong with it; nothing is written. */
function onlySays(code: string, files: Files): Row["holds"] {
  return async (folder) => {
    const said = await consolidated(folder, files);
    expect(said.exit).toBe(2);
    expect(said.document).not.toHaveProperty("error");
    expect(said.document.findings.map((finding) => finding.code)).toEqual([code]);
    expect(said.document.period).toBeNull();
    await expect(access(join(folder, "county.xlsx"))).rejects.toThrow();
    const checked = await call("check", join(folder, "sent"), "--json");
    expect([checked.exit, checked.json.findings.map((finding) => finding.code)]).toEqual([2, [code]]);
  };
}

export const CAUSES: readonly Row[] = [
  { title: "a damaged file alone: F02", holds: onlySays("F02", { "台上镇.xlsx": strToU8("PK\x03\x04x") }) },
  {
    title: "a file with a password alone: D06",
    holds: onlySays("D06", { "台上镇.zip": rawZip([{ name: "a.xlsx", data: "x", flags: 1 }]) }),
  },
  {
    title: "a file beyond the limits alone: F03",
    holds: onlySays("F03", {
      "台上镇.zip": zipSync(
        Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.xls`, strToU8("")])),
      ),
    }),
  },
  { title: "another office's workbook alone: D01", holds: onlySays("D01", { "a.xlsx": FOREIGN }) },
  {
    title: "a report of which only the year is missing: that is said",
    holds: async (folder) => {
      const before = plan("台上镇");
      const yearless = {
        ...before,
        sheets: before.sheets.map((sheet) => ({
          ...sheet,
          cells: sheet.cells.map((cell) =>
            typeof cell.value === "string" ? { ...cell, value: cell.value.replace(/20\d\d/g, "") } : cell,
          ),
        })),
      };
      const said = await consolidated(folder, { "台上镇.xlsx": yearless });
      expect(said.exit).toBe(2);
      expect(said.document).toMatchObject({ error: { code: "error.noPeriod" } });
    },
  },
  {
    title: "try where nothing can be read says why, and exits with 2",
    holds: async (folder) => {
      await write(join(folder, "sent"), { "a.xlsx": FOREIGN, "b.xlsx": strToU8("PK\x03\x04x") });
      const said = await call("try", join(folder, "sent"), "--json");
      expect([said.exit, said.json.error.code]).toEqual([2, "error.nothingToTry"]);
      expect(said.json.error.message).toMatch(/b\.xlsx：这个文件已损坏.*\na\.xlsx：这不是要收的报表/);
    },
  },
  {
    title: "notes and lock files chosen by themselves are passed over, and named",
    holds: async (folder) => {
      await write(join(folder, "sent"), { "台上镇.xlsx": plan("台上镇") });
      const paths = ["台上镇.xlsx", "~$台上镇.xlsx", "Thumbs.db", "备注.txt"].map((name) =>
        join(folder, "sent", name),
      );
      for (const path of paths.slice(1)) await writeFile(path, "x");
      const said = await call("check", ...paths, "--json");
      expect(said.exit).toBe(0);
      expect(said.json.units).toHaveLength(1);
      expect(said.json.skipped.map(({ file }) => file)).toEqual(["~$台上镇.xlsx", "Thumbs.db", "备注.txt"]);
      const alone = await call("check", ...paths.slice(1), "--json");
      expect([alone.exit, alone.json.error.code]).toEqual([2, "error.onlySkipped"]);
    },
  },
  {
    title: "a file that is given twice is read once, and that is said",
    holds: async (folder) => {
      await write(join(folder, "sent"), { "台上镇.xlsx": plan("台上镇") });
      const said = await call("check", join(folder, "sent"), join(folder, "sent", "台上镇.xlsx"), "--json");
      expect(said.json.units).toHaveLength(1);
      expect(said.json.skipped).toMatchObject([
        { file: "台上镇.xlsx", reason: expect.stringContaining("两次") },
      ]);
    },
  },
];
