import { unzipSync } from "fflate";
import { nodeReadBack } from "../taskpane/worker/read-back";
import { codeText } from "../../src/findings/finding-code";
import { sayInReport } from "../../src/locales/report-words";
import { sessionCalls, type SessionCalls } from "./session-calls";
import { templatePlan } from "../../src/template/workbook/template-plan";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { edit, type Editor } from "../template/workbook/edited";
import { fullShelf, given, lastYearPlan, planOf, template, UNITS } from "../taskpane/a-county";

jest.setTimeout(60_000);
const TODAY = "2020-11-25";
const silent = (): void => undefined;

/** The template of the small county after a person's edits. */
const changedPlan = (edits: Readonly<Record<string, (sheet: Editor) => unknown>>): WorkbookPlan =>
  edit(templatePlan(template, sayInReport("zh-CN")), edits);

const stricter = changedPlan({ 审核关系: (sheet) => sheet.type(sheet.at("R07", "公式"), "0216*3<=0201") });
const wrong = changedPlan({ 审核关系: (sheet) => sheet.type(sheet.at("R07", "公式"), "0216<=") });

function service(): SessionCalls {
  const shelf = fullShelf();
  shelf.put("模板.xlsx", stricter);
  shelf.put("错的.xlsx", wrong);
  return sessionCalls(template, shelf);
}

async function collected(): Promise<SessionCalls> {
  const session = service();
  await session.addFiles(
    UNITS.map((unit) => given(`${unit}.xlsx`)),
    silent,
  );
  return session;
}

describe("a template workbook", () => {
  it("is proposed with what it changes, and checks what was collected only when it is taken", async () => {
    const session = await collected();
    const before = session.view();
    const check = await session.checkTemplate(given("模板.xlsx"));
    expect(check).toMatchObject({
      kind: "sound",
      draft: {
        template: { version: 2 },
        changes: [{ what: "changed", of: "rule", code: "R07" }],
        sameTask: true,
      },
    });
    expect(session.view()).toEqual(before);
    const after = session.adoptTemplate(TODAY);
    expect(session.templateState()).toMatchObject({
      template: { version: 2 },
      origin: { kind: "file", file: "模板.xlsx" },
      draft: null,
    });
    const failing = after.findings.flatMap((finding) => [finding, ...finding.causes]);
    expect(failing.some(({ code }) => codeText(code) === "R07")).toBe(true);
    expect(session.backToBuiltIn()).toEqual(before);
  });

  it("that must be mended is refused with every place, and leaves what is in use", async () => {
    const session = service();
    expect(await session.checkTemplate(given("错的.xlsx"))).toMatchObject({
      kind: "problems",
      problems: [{ code: "badExpression", sheet: "审核关系" }],
    });
    session.adoptTemplate(TODAY);
    expect(session.templateState().template).toBe(template);
  });

  it("standing open in Excel is read too, and nothing of it is a report", async () => {
    const session = await collected();
    expect(session.checkOpenTemplate(workbookFromPlan(stricter))).toMatchObject({
      kind: "sound",
      draft: { origin: { kind: "open" } },
    });
    expect(session.addOpen(workbookFromPlan(stricter))).toBeNull();
  });

  it("among the reports is set aside, and proposed", async () => {
    const session = service();
    const view = await session.addFiles([given("台上镇.xlsx"), given("模板.xlsx")], silent);
    expect([view?.counted, view?.strangers]).toEqual([["台上镇"], []]);
    expect(session.templateState().draft).toMatchObject({ origin: { file: "模板.xlsx" } });
  });

  it("edited twice from one copy is a version after the one in use", async () => {
    const session = service();
    await session.checkTemplate(given("模板.xlsx"));
    session.adoptTemplate(TODAY);
    const again = changedPlan({ 审核关系: (sheet) => sheet.type(sheet.at("R07", "公式"), "0216*4<=0201") });
    expect(session.checkOpenTemplate(workbookFromPlan(again))).toMatchObject({
      draft: { template: { version: 3, history: [{ version: 2 }, { from: 2, version: 3 }] } },
    });
  });

  it("that says what is in use already changes nothing", () => {
    const session = service();
    const same = workbookFromPlan(templatePlan(template, sayInReport("zh-CN")));
    expect(session.checkOpenTemplate(same)).toMatchObject({ kind: "sound", draft: { changes: [] } });
  });

  it("goes out and comes back as it is, and its own sheets are known by its mark alone", () => {
    const session = service();
    const plan = session.templatePlan("zh-CN");
    const open = workbookFromPlan({ ...plan, sheets: [...plan.sheets, { name: "我的表", cells: [] }] });
    expect(session.templateSheets(open)).toEqual({ own: plan.sheets.map(({ name }) => name), leftOver: [] });
    const mine = { sheets: [{ name: "说明", cells: [] }], names: [] };
    expect(session.templateSheets(workbookFromPlan(mine))).toEqual({ own: [], leftOver: [] });
  });
});

describe("a list of rules", () => {
  it("is added to the template in use, without what it has already", () => {
    const session = service();
    const outcome = session.addRules("1\t关工02\t0216*3<=0201\n2\t关工02\t0216 <= 0201\n3\t关工02\t0216<=");
    expect(outcome).toMatchObject({ added: 1, known: 1, problems: [{ line: 3 }] });
    expect(outcome.draft?.changes).toEqual([{ what: "added", of: "rule", code: "1", name: "0216*3<=0201" }]);
    session.adoptTemplate(TODAY);
    expect(session.templateState().template).toMatchObject({
      version: 2,
      history: [{ from: 1, version: 2 }],
    });
  });

  it("may be numbered as ours are: it stays a rule of its own", () => {
    const { draft } = service().addRules("R07 | 关工02 | 0216*3<=0201");
    expect(draft?.changes).toMatchObject([{ what: "added", code: "R07-2" }]);
  });

  it("of which nothing is new proposes nothing", () => {
    expect(service().addRules("1 | 关工02 | 0216<=0201")).toMatchObject({ added: 0, known: 1, draft: null });
  });

  it("is taken from a workbook or a text file as well", async () => {
    const session = service();
    const text = { name: "公式.txt", content: new Blob(["1 | 关工02 | 0216*3<=0201"]) };
    expect(await session.checkTemplate(text)).toMatchObject({ kind: "rules", import: { added: 1 } });
  });

  it("is tried out before it is taken", async () => {
    const session = await collected();
    session.addRules("N1 | 关工02 | 0216*3<=0201");
    const trial = session.tryTemplate();
    const failed = trial.rules.find(({ number }) => number === "N1")!.failed.map(({ unit }) => unit);
    expect(failed.length).toBeGreaterThan(0);
    expect(trial.newlyFailing).toEqual(failed);
  });
});

describe("下发", () => {
  it("is a zip of one workbook per unit, last year's values in it", async () => {
    const session = service();
    await session.setLastYear(given("2019.xlsx"));
    expect(session.templateState()).toMatchObject({ period: "2020", lastYearPeriod: "2019" });
    const said: string[] = [];
    const zip = await session.issueBlanks("2020", (done, total, file) =>
      said.push(`${done}/${total} ${file}`),
    );
    const files = unzipSync(zip!);
    expect(Object.keys(files)).toEqual(template.units.map(({ name }) => `${name}.xlsx`));
    expect(said[1]).toBe(`1/4 ${template.units[1]!.name}.xlsx`);
    const [submission] = await nodeReadBack(files["台上镇.xlsx"]!, template);
    expect(submission).toMatchObject({ unit: { name: "台上镇" }, period: "2020" });
    expect(submission!.forms.get("关工02")!.lines.get("0201")!.lastYear!.value).toEqual(expect.any(Number));
  });

  it("carries nothing of an older year", async () => {
    const session = service();
    await session.setLastYear(given("2019.xlsx"));
    const zip = await session.issueBlanks("2022", silent);
    const [submission] = await nodeReadBack(unzipSync(zip!)["台上镇.xlsx"]!, template);
    expect(submission!.forms.get("关工02")!.lines.get("0201")!.lastYear!.value).toBeNull();
  });

  it("is cancelled between two workbooks", async () => {
    const session = service();
    expect(await session.issueBlanks("2020", (done) => done === 1 && session.cancel())).toBeNull();
  });
});

describe("转入新一年", () => {
  it("goes on with the next version and year, and what this year comes to is the new last year", async () => {
    const session = await collected();
    const figure = session.view().figures.find(({ code }) => code === "0201")!.value;
    const view = session.rollTemplate("2021", TODAY);
    expect([view.period, view.lastYearPeriod, view.reported]).toEqual(["2021", "2020", 0]);
    expect(session.templateState()).toMatchObject({
      template: { version: 2, period: "2021", id: template.id },
      origin: { kind: "rolled" },
      period: "2021",
    });
    const zip = await session.issueBlanks("2021", silent);
    const values = await Promise.all(
      Object.values(unzipSync(zip!)).map(async (bytes) => {
        const [submission] = await nodeReadBack(bytes, session.templateState().template);
        return submission!.forms.get("关工02")!.lines.get("0201")!.lastYear!.value as number;
      }),
    );
    expect(values.reduce((sum, value) => sum + value)).toBe(figure);
  });

  it("keeps last year's workbook where nothing was collected and it is of the year before", async () => {
    const session = service();
    await session.setLastYear(given("2019.xlsx"));
    expect(session.rollTemplate("2020", TODAY).lastYearPeriod).toBe("2019");
    expect(service().rollTemplate("2021", TODAY).lastYearPeriod).toBeNull();
  });
});

test("last year's county workbook and a unit's report are no templates", () => {
  const session = service();
  for (const plan of [lastYearPlan(), planOf("台上镇")]) {
    expect(session.checkOpenTemplate(workbookFromPlan(plan))).toMatchObject({
      kind: "problems",
      problems: [{ code: "notTemplate" }],
    });
  }
});
