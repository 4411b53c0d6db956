import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createNodeReader } from "../../src/files/node-reader";
import { xlsxWriter } from "../../src/files/write/write-xlsx";
import { builtInTemplate } from "../../src/template/builtin";
import { readTemplate } from "../../src/template/workbook/read-template";
import { templatePlan } from "../../src/template/workbook/template-plan";
import { cellsOf } from "../../src/workbook/cells";
import type { Workbook } from "../../src/workbook/workbook";
import { countyWorkbookOf2019, submissionOf } from "../samples/made-once";
import { say } from "../template/template-words";
import { edit, type Editor } from "../template/workbook/edited";
import { call, temporaryFolder } from "./call";

jest.setTimeout(120_000);

const { path } = temporaryFolder();

/** What these tests need of the sample county: two units and last year. */
beforeAll(async () => {
  await mkdir(path("county/2020"), { recursive: true });
  for (const unit of ["台上镇", "清河镇"])
    await writeFile(path(`county/2020/${unit}.xlsx`), xlsxWriter.write(submissionOf(unit)));
  await writeFile(path("county/2019-county.xlsx"), xlsxWriter.write(countyWorkbookOf2019()));
  await writeFile(path("county/template.xlsx"), xlsxWriter.write(templatePlan(builtInTemplate, say)));
});

async function opened(file: string): Promise<Workbook> {
  const reader = createNodeReader();
  const bytes = async (): Promise<Uint8Array> => new Uint8Array(await readFile(file));
  const [result] = await reader.read([{ name: "a.xlsx", bytes }]);
  await reader.close();
  if (!result?.ok) throw new Error(file);
  return result.workbook;
}

/** A template that somebody changed in Excel, as a file. */
async function changedTemplate(name: string, edits: Readonly<Record<string, (sheet: Editor) => unknown>>) {
  await writeFile(path(name), xlsxWriter.write(edit(templatePlan(builtInTemplate, say), edits)));
  return path(name);
}

describe("batch template", () => {
  test("writes the built-in template, under another name if one is given", async () => {
    const said = await call("template", "--out", path("t.xlsx"), "--name", "关爱统计表", "--json");
    expect([said.exit, said.json]).toMatchObject([
      0,
      { version: 1, template: { name: "关爱统计表", version: 1 } },
    ]);
    const reading = readTemplate(await opened(path("t.xlsx")));
    expect(reading).toEqual({ ok: true, template: { ...builtInTemplate, name: "关爱统计表" } });
  });
});

describe("batch check --template", () => {
  const check = (template: string) =>
    call(
      "check",
      path("county/2020"),
      "--last-year",
      path("county/2019-county.xlsx"),
      "--template",
      template,
      "--json",
    );

  test("finds nothing with the template that the workbooks were issued from", async () => {
    expect((await check(path("county/template.xlsx"))).json.findings).toEqual([]);
  });

  test("asks a rule that somebody wrote into the template", async () => {
    const file = await changedTemplate("strict.xlsx", {
      审核关系: (sheet) =>
        sheet
          .type(sheet.at("R07", "公式"), "0216*4<=0201")
          .type(sheet.at("R07", "出错提示"), "骨干 {left} 太多"),
    });
    const { exit, json } = await check(file);
    const strict = json.findings
      .flatMap((finding) => [finding, ...finding.causes])
      .filter(({ code }) => code === "R07");
    expect([exit, strict.length > 0]).toEqual([1, true]);
    expect(strict[0]!.message).toContain("太多");
  });

  test("refuses a template that must be mended, and says every place", async () => {
    const file = await changedTemplate("wrong.xlsx", {
      审核关系: (sheet) => sheet.type(sheet.at("R07", "公式"), "0216<="),
      单位: (sheet) => sheet.type(sheet.at("T02", "名称"), "团结街道"),
    });
    const { exit, json, err } = await check(file);
    expect([exit, json.error.code]).toEqual([2, "error.template"]);
    expect(json.error.message).toContain("单位!B5：“团结街道”与 B4 重复");
    expect(err).toMatch(/审核关系!D\d+：“0216<=”看不懂：第 7 个字处/);
  });

  test("refuses a workbook that is no template", async () => {
    const { exit, json } = await check(path("county/2020/台上镇.xlsx"));
    expect([exit, json.error.message]).toEqual([2, expect.stringContaining("不是标准模板")]);
  });
});

describe("batch issue", () => {
  test("writes one blank workbook for every unit, last year's values in it, that is read back without a finding of form", async () => {
    const out = path("blank");
    const said = await call("issue", "--out", out, "--last-year", path("county/2019-county.xlsx"), "--json");
    expect([said.exit, said.json.period]).toEqual([0, "2020"]);
    const files = await readdir(out);
    expect(files.sort()).toEqual(builtInTemplate.units.map(({ name }) => `${name}.xlsx`).sort());
    const checked = await call("check", out, "--last-year", path("county/2019-county.xlsx"), "--json");
    const codes = new Set(checked.json.findings.map(({ code }) => code));
    // Nothing is filled in yet, and nothing else is wrong: last year's values are the carried ones.
    expect([...codes].filter((code) => !["D41", "S06", "P03", "P04", "P02"].includes(code))).toEqual([]);
    expect(checked.json.units.map(({ unit }) => unit)).toEqual(builtInTemplate.units.map(({ name }) => name));
  });

  test("carries no values of an older year as last year's, and says so", async () => {
    const words = ["issue", "--period", "2022", "--last-year", path("county/2019-county.xlsx")];
    const said = await call(...words, "--out", path("later"), "--json");
    expect(said.json).toMatchObject({ period: "2022", lastYear: null });
    const { out } = await call(...words, "--out", path("later"), "--force");
    expect(out).toContain("下发的是 2022 年度，给的汇总工作簿是 2019 年度，不是它的上一年");
  });

  test("issues what a changed template says", async () => {
    const file = await changedTemplate("two.xlsx", {
      单位: (sheet) => {
        for (const code of builtInTemplate.units.slice(2).map((unit) => unit.code))
          sheet.deleteRow(sheet.rowOf(code));
      },
    });
    const said = await call(
      "issue",
      "--out",
      path("two"),
      "--template",
      file,
      "--last-year",
      path("county/2019-county.xlsx"),
      "--json",
    );
    expect(said.exit).toBe(0);
    expect((await readdir(path("two"))).sort()).toEqual(["团结街道.xlsx", "黎明街道.xlsx"].sort());
  });
});

describe("batch text, of a county that has its own template", () => {
  test("knows lines by the names that they have there", async () => {
    const template = await changedTemplate("renamed.xlsx", {
      指标: (sheet) => sheet.type(sheet.at("0201", "名称"), "护苗员数"),
    });
    const county = path("renamed-county.xlsx");
    const made = await call(
      "consolidate",
      path("county/2020"),
      "--template",
      template,
      "--out",
      county,
      "--json",
    );
    const total = Number(made.json.totals!["0201"]!.value);
    await writeFile(path("draft.txt"), `护苗员数${total - 1}人。`);
    const { json } = await call("text", path("draft.txt"), "--county", county, "--json");
    expect(json).toMatchObject({ claims: [{ verdict: "disagrees", expected: total }] });
  });
});

test("batch issue carries for a unit what it and those merged into it had, which the check expects too", async () => {
  const file = await changedTemplate("merged.xlsx", {
    单位: (sheet) => {
      sheet.type(sheet.at("T09", "别名"), "麻线乡");
      sheet.deleteRow(sheet.rowOf("T14"));
    },
  });
  const more = ["--template", file, "--last-year", path("county/2019-county.xlsx"), "--json"];
  expect((await call("issue", "--out", path("merged"), ...more)).exit).toBe(0);
  const checked = await call("check", path("merged/清河镇.xlsx"), ...more);
  expect(checked.json.findings.map(({ code }) => code)).not.toContain("R09");
  const alone = await call("check", path("blank/清河镇.xlsx"), ...more);
  expect(alone.json.findings.map(({ code }) => code)).toContain("R09");
});

describe("batch template with a list of rules", () => {
  test("takes the list as an office keeps it, and names every line that it does not understand", async () => {
    const list = path("rules.txt");
    await writeFile(list, "序号\t报表代码\t公式\n1\t关工02\t0216*9<=0201\n2\t关工01\t0102=0103+\n");
    const file = path("with-rules.xlsx");
    const { exit, json, out } = await call("template", "--out", file, "--rules", list, "--json");
    expect([exit, json]).toEqual([
      1,
      expect.objectContaining({
        template: expect.objectContaining({ version: 2 }),
        rules: {
          added: 1,
          lines: [
            { line: 2, text: "1\t关工02\t0216*9<=0201", understood: expect.stringContaining("五老骨干") },
            { line: 3, text: "2\t关工01\t0102=0103+", refused: expect.stringContaining("缺少代码或数字") },
          ],
          problems: [
            {
              line: 3,
              text: "2\t关工01\t0102=0103+",
              message: expect.stringContaining("第 18 个字处：这里缺少代码或数字"),
            },
          ],
        },
      }),
    ]);
    expect(out.trim().split("\n")).toHaveLength(1);
    const tried = await call("try", path("county/2020"), "--template", file, "--rule", "1");
    expect([tried.exit, tried.out]).toEqual([
      1,
      expect.stringMatching(/【新增】台上镇 关工02!E\d+：左边 \d+，右边 \d+/),
    ]);
  });

  test("tries what it understands of the list, and names the rest", async () => {
    const list = path("half.txt");
    await writeFile(list, "1 | 关工02 | 0216<=0201\n2 | 关工02 | 0299>=1\n");
    const { exit, json } = await call("try", path("county/2020"), "--rules", list, "--json");
    expect([exit, json]).toEqual([
      1,
      expect.objectContaining({
        newlyFailing: [],
        problems: [
          { line: 2, text: "2 | 关工02 | 0299>=1", message: expect.stringContaining("没有代码“0299”") },
        ],
      }),
    ]);
  });

  test("refuses a workbook in which no rules stand", async () => {
    const { exit, err } = await call(
      "template",
      "--out",
      path("none.xlsx"),
      "--rules",
      path("county/2020/台上镇.xlsx"),
    );
    expect([exit, err]).toEqual([2, expect.stringContaining("没有“序号 | 报表代码 | 公式”这样的审核关系")]);
  });
});

describe("batch try", () => {
  test("fails nobody anew with the built-in template", async () => {
    const { exit, json } = await call("try", path("county/2020"), "--json");
    expect([exit, json]).toEqual([0, expect.objectContaining({ submissions: 2, newlyFailing: [] })]);
  });

  test("says which units a changed template would fail, with the values", async () => {
    const file = await changedTemplate("strict.xlsx", {
      审核关系: (sheet) => sheet.type(sheet.at("R07", "公式"), "0216*9<=0201"),
    });
    const { exit, json } = await call("try", path("county/2020"), "--template", file, "--json");
    const { newlyFailing, rules } = json as unknown as TryDocument;
    const r07 = rules.find(({ number }) => number === "R07")!;
    expect([exit, r07.change]).toEqual([1, "changed"]);
    expect(new Set(newlyFailing)).toEqual(new Set(r07.failed.map(({ unit }) => unit)));
    for (const { left, right, ...failed } of r07.failed) {
      expect(left).toBeGreaterThan(right);
      expect(failed).toMatchObject({ sheet: "关工02", new: true });
    }
  });

  test("asks one rule alone, and knows none of another number", async () => {
    const { exit, out } = await call("try", path("county/2020"), "--rule", "R07");
    expect([exit, out]).toEqual([
      0,
      expect.stringMatching(/^R07 0216<=0201（强制）：通过 2，不合 0，没有问到 0\n/),
    ]);
    expect((await call("try", path("county/2020"), "--rule", "R99")).exit).toBe(2);
  });
});

test("a template beside the reports is passed over, and said to be", async () => {
  await copyFile(path("county/template.xlsx"), path("county/2020/模板.xlsx"));
  const { exit, json } = await call("check", path("county/2020"), "--json");
  expect([exit, json.skipped]).toEqual([0, [{ file: "模板.xlsx", reason: "标准模板，不是报表" }]]);
});

interface TryDocument {
  readonly newlyFailing: readonly string[];
  readonly rules: readonly {
    readonly number: string;
    readonly change: string;
    readonly failed: readonly { readonly unit: string; readonly left: number; readonly right: number }[];
  }[];
}

describe("batch template --from", () => {
  test("refuses what the program wrote itself, and says what it is", async () => {
    for (const [file, code] of [
      ["county/template.xlsx", "error.blankIsOurs.template"],
      ["county/2019-county.xlsx", "error.blankIsOurs.countyWorkbook"],
    ] as const) {
      const { exit, json } = await call(
        "template",
        "--from",
        path(file),
        "--out",
        path("ours.xlsx"),
        "--json",
      );
      expect([exit, json.error.code]).toEqual([2, code]);
    }
  });

  test("makes a template of an office's own form, whose blanks are issued as the office drew them", async () => {
    const rows = [["项目", "面积"], ["甲"], ["乙"]];
    const cells = rows.flatMap((texts, row) => texts.map((value, column) => ({ row, column, value })));
    const bytes = xlsxWriter.write({ sheets: [{ name: "造林", cells }], names: [], title: "造林" });
    await writeFile(path("blank.xlsx"), bytes);
    await writeFile(path("units.txt"), "头道镇\n榆林镇\n");
    await call(
      "template",
      "--from",
      path("blank.xlsx"),
      "--units",
      path("units.txt"),
      "--out",
      path("own.xlsx"),
    );
    const { exit } = await call("issue", "--template", path("own.xlsx"), "--out", path("issued"));
    expect(exit).toBe(0);
    const [sheet] = (await opened(path("issued", "头道镇.xlsx"))).sheets;
    const texts = [...cellsOf(sheet!)].map(({ value }) => value);
    expect(texts).toEqual(expect.arrayContaining(["面积", "甲", "乙"]));
  });
});
