/** Zips are opened; what cannot be opened says so. */
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "../../../src/files/write/write-xlsx";
import { rawZip } from "../../files/raw-zip";
import { consolidated, plan, type Row } from "../row";

const workbook = (): Uint8Array => writeXlsx(plan("台上镇"));

export const ARCHIVES: readonly Row[] = [
  {
    title: "a zip is opened, its names in GB18030 or UTF-8, and what is no workbook in it is named",
    holds: async (folder) => {
      const gbk = new Uint8Array([0xcc, 0xa8, 0xc9, 0xcf, 0xd5, 0xf2, ...strToU8(".xlsx")]);
      const { exit, document } = await consolidated(folder, {
        "报表.zip": rawZip([
          { name: gbk, data: workbook() },
          { name: "乡镇/榆林镇.xlsx", data: writeXlsx(plan("榆林镇")) },
          { name: "照片.jpg", data: "x" },
        ]),
      });
      expect(exit).toBe(0);
      expect(document.units.map(({ unit, file }) => [unit, file]).sort()).toEqual([
        ["台上镇", "报表.zip/台上镇.xlsx"],
        ["榆林镇", "报表.zip/乡镇/榆林镇.xlsx"],
      ]);
      expect(document.skipped.map(({ file }) => file)).toEqual(["报表.zip/照片.jpg"]);
    },
  },
  {
    title: "a zip in a zip is opened, even one that is named as a workbook",
    holds: async (folder) => {
      const inner = zipSync({ "台上镇.xlsx": workbook() });
      const { document } = await consolidated(folder, {
        "a.zip": zipSync({ "内层.zip": inner }),
        "b.xlsx": zipSync({ "榆林镇.xlsx": writeXlsx(plan("榆林镇")) }),
      });
      expect(document.units.map(({ file }) => file).sort()).toEqual([
        "a.zip/内层.zip/台上镇.xlsx",
        "b.xlsx/榆林镇.xlsx",
      ]);
    },
  },
  {
    title: "a zip with a password says so, once, and whose it is",
    holds: async (folder) => {
      const { document } = await consolidated(folder, {
        "榆林镇.xlsx": plan("榆林镇"),
        "台上镇.zip": rawZip([
          { name: "a.xlsx", data: "x", flags: 1 },
          { name: "b.xlsx", data: "x", flags: 1 },
        ]),
      });
      const found = document.findings.filter((finding) => finding.class === "mustFix");
      expect(found).toMatchObject([{ code: "D06", unit: "台上镇", file: "台上镇.zip" }]);
      expect(found[0]!.message).toMatch(/压缩包设有密码/);
    },
  },
  {
    title: "a zip in which nothing is a workbook says so",
    holds: async (folder) => {
      const { exit, document } = await consolidated(folder, {
        "台上镇.zip": zipSync({ "照片.jpg": strToU8("x") }),
      });
      expect(exit).toBe(2);
      expect(document.findings).toMatchObject([{ code: "F04", class: "mustFix", unit: "台上镇" }]);
      expect(document.findings[0]!.message).toMatch(/压缩包里没有 Excel 工作簿/);
    },
  },
  {
    title: ".rar and .7z: 请先解压",
    holds: async (folder) => {
      const { document } = await consolidated(folder, {
        "榆林镇.xlsx": plan("榆林镇"),
        "台上镇.rar": strToU8("Rar!\x1a\x07\x00"),
        "清河镇.7z": new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]),
        "财源镇.zip": zipSync({ "财源镇.rar": strToU8("Rar!\x1a\x07\x00") }),
      });
      const unread = document.findings.filter(({ code }) => code === "F04");
      expect(unread.map(({ unit }) => unit).sort()).toEqual(["台上镇", "清河镇", "财源镇"]);
      for (const { message } of unread) expect(message).toContain("请先解压");
    },
  },
  {
    title: "one file of a zip that is damaged fails alone, by its own name",
    holds: async (folder) => {
      const { document } = await consolidated(folder, {
        "a.zip": rawZip([
          { name: "台上镇.xlsx", data: workbook() },
          { name: "清河镇.xlsx", data: workbook(), crc: 1 },
        ]),
      });
      expect(document.units).toEqual([
        { unit: "清河镇", file: "a.zip/清河镇.xlsx", status: "unreadable" },
        { unit: "台上镇", file: "a.zip/台上镇.xlsx", status: "accepted" },
      ]);
    },
  },
];
