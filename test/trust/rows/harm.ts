/** A unit's text harms nobody: it stays text in the county's Excel. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { cellsOf } from "../../../src/workbook/cells";
import { call } from "../../cli/call";
import { codesAt, consolidated, plan, typed, type Row } from "../row";

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

const NUMBERS = [
  "13800138111",
  "138-0013-8112",
  "138 0013 8113",
  "１３８００１３８１１４",
  "+86 138 0013 8115",
  "（0435）6229666",
  "0435-6229667转801",
  "11010519491231002X",
];
/** What looks like one and is a figure or a code. */
const FIGURES = ["20201222", "13800138111元", "关工发〔2020〕13号", "91350100M000100Y43"];

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
  {
    title: "telephone and identity numbers do not reach the county workbook, figures and codes do",
    holds: async (folder) => {
      const cells = Object.fromEntries(
        [...NUMBERS, ...FIGURES].map((text, i) => [`C${4 + i}`, `与${text}有关的活动`]),
      );
      const { county } = await consolidated(folder, {
        "台上镇 138 0013 8116.xlsx": typed(plan("台上镇"), "L1活动", cells),
      });
      const parts = unzipSync(await readFile(join(folder, "county.xlsx")));
      const everything = Object.values(parts)
        .map((part) => strFromU8(part))
        .join("");
      expect(NUMBERS.filter((number) => everything.includes(`与${number}有关`))).toEqual([]);
      expect(everything.match(/138[- ]?0013[- ]?81(?!11元)\d\d|622966\d/g)).toBeNull();
      const texts = (await county()).sheets.flatMap((sheet) => [...cellsOf(sheet)]).map(({ value }) => value);
      expect(texts).toContain("与（电话略）有关的活动");
      expect(texts).toContain("与（证件号略）有关的活动");
      for (const figure of FIGURES) expect(texts).toContain(`与${figure}有关的活动`);
    },
  },
  {
    title: "a cell and a report as long as they can be are answered at once",
    holds: async (folder) => {
      const long = (unit: string): string => unit.repeat(32_000 / unit.length);
      const { document } = await consolidated(folder, {
        "台上镇.xlsx": typed(typed(plan("台上镇"), "L1活动", { B5: long("年"), C5: long("1～") }), "关工01", {
          E7: long("1～"),
        }),
      });
      expect(codesAt(document, "关工01", "E7")).not.toEqual([]);
      expect(codesAt(document, "L1活动", "B5")).toContain("D45");
      const report = join(folder, "report.txt");
      await writeFile(report, "1～".repeat(32_000) + "五老志愿者2503人。");
      const said = await call("text", report, "--json");
      expect(JSON.parse(said.out)).toMatchObject({ claims: [{ text: "2503人" }] });
    },
  },
];
