/** A template made in a session from the files that were given to it, changed by hand, and adopted. */
import { withDrawnSheets, type PlanCell, type WorkbookPlan } from "../../src/workbook/plan";
import { given, ShelfReader, template } from "../taskpane/a-county";
import { ownCopy, ownBlank } from "../fixtures/own-copies";
import type { SessionView } from "../../src/app/view";
import { MemoryStore } from "./memory-store";
import { savedCalls, sessionCalls, type SessionCalls } from "./session-calls";

const UNITS = ["头道镇", "榆林镇", "花甸镇"];
const FILES = UNITS.map((unit) => `${unit}.xlsx`);
const noProgress = (): void => undefined;

async function sessionOf(plans: Readonly<Record<string, WorkbookPlan>>): Promise<SessionCalls> {
  const shelf = new ShelfReader();
  for (const [name, plan] of Object.entries(plans)) shelf.put(name, plan);
  const session = sessionCalls(template, shelf);
  await session.addFiles(Object.keys(plans).map(given), noProgress);
  return session;
}

const copies = (): Record<string, WorkbookPlan> =>
  Object.fromEntries(UNITS.map((unit, i) => [`${unit}.xlsx`, ownCopy(unit, i + 1)]));

const totalOf = (session: SessionCalls, code: string): PlanCell["value"] =>
  session.consolidate()!.totals.get(code)?.value ?? null;

describe("files of a form that the template in use does not have", () => {
  it("are one form, by the title that all have in common", async () => {
    const session = await sessionOf(copies());
    expect(session.view()).toMatchObject({
      reported: 0,
      hasTotals: false,
      unknownForms: [{ title: "农业情况统计表", files: FILES, known: null }],
    });
  });

  it("become a template, by which the same files are counted at once", async () => {
    const session = await sessionOf(copies());
    expect(await session.makeTemplate(FILES)).toMatchObject({
      kind: "made",
      made: { from: "copies", files: 3 },
    });
    const view = session.adoptTemplate("2026-12-01");
    expect(view).toMatchObject({ reported: 3, unknownForms: [], period: null, hasTotals: true });
    expect(totalOf(session, "水稻[完成]")).toBe(6);
  });

  it("are parted where they are of two forms", async () => {
    const other = { "月报甲.xlsx": ownCopy("甲镇", 1, "林业"), "月报乙.xlsx": ownCopy("乙镇", 2, "林业") };
    const session = await sessionOf({ ...copies(), ...other });
    const [farming, forestry] = session.view().unknownForms;
    expect(farming).toMatchObject({ files: FILES });
    expect(forestry).toMatchObject({ title: "林业情况统计表", files: ["月报甲.xlsx", "月报乙.xlsx"] });
    await session.makeTemplate(FILES);
    const view = session.adoptTemplate("2026-12-01");
    expect(view).toMatchObject({ reported: 3, unknownForms: [{ title: "林业情况统计表" }] });
    // They wait, and nothing is said of them in this task.
    expect(view.strangers).toEqual([]);
    expect(view.findings.filter(({ code }) => code === "D01")).toEqual([]);
    await session.makeTemplate(["月报甲.xlsx", "月报乙.xlsx"]);
    expect(session.adoptTemplate("2026-12-01")).toMatchObject({
      reported: 2,
      unknownForms: [{ title: "农业情况统计表", files: FILES, known: { at: 1 } }],
    });
    expect(session.useAdopted(1, "2026-12-01")).toMatchObject({ reported: 3 });
  });

  it("are known by a template that was adopted before", async () => {
    const session = await sessionOf(copies());
    await session.makeTemplate(FILES);
    session.adoptTemplate("2026-12-01");
    expect(session.backToBuiltIn().templateMeant).toMatchObject({ at: 0, name: "农业情况统计表" });
    const view = session.useAdopted(0, "2026-12-02");
    expect(view).toMatchObject({ reported: 3, templateUse: { instead: { name: template.name } } });
  });
});

describe("what is no form of the office's own", () => {
  it("is no report of another form, and says so when a template is to be made of it", async () => {
    const letter = {
      sheets: [{ name: "通知", cells: [{ row: 0, column: 0, value: "请于周五前上报" }] }],
      names: [],
    };
    const session = await sessionOf({ "通知.xlsx": letter });
    expect(session.view().unknownForms).toEqual([]);
    expect(await session.makeTemplate(["通知.xlsx"])).toMatchObject({
      kind: "notMade",
      why: { reason: "noTable" },
    });
  });
});

describe("a template that was made", () => {
  const made = async (): Promise<SessionCalls> => {
    const session = await sessionOf(copies());
    await session.makeTemplate(FILES);
    return session;
  };
  const useOf = (session: SessionCalls, item: string): string | undefined =>
    session.templateState().draft?.template.forms[0]!.indicators.find(({ code }) => code === item)
      ?.aggregation;

  it("is changed cell by cell, and each change can be taken back", async () => {
    const session = await made();
    const edit = { kind: "use", form: "农情", cells: ["D4"], use: "unused" } as const;
    expect(session.editTemplate(edit).canUndo).toBe(true);
    expect(useOf(session, "水稻[主要品种]")).toBeUndefined();
    expect(session.undoTemplateEdit().canUndo).toBe(false);
    expect(useOf(session, "水稻[主要品种]")).toBe("text");
  });

  it("has a column of last year's where all of its cells are", async () => {
    const session = await made();
    const { draft } = session.editTemplate({
      kind: "use",
      form: "农情",
      cells: ["B4", "B5", "B6"],
      use: "lastYear",
    });
    const [table] = draft!.template.forms[0]!.own!.tables;
    expect(table!.columns[0]).toMatchObject({ role: "lastYear" });
    session.adoptTemplate("2026-12-01");
    expect(session.consolidate()!.totals.has("水稻[计划]")).toBe(false);
  });

  it("refuses a change that a formula of the form would miss, and says why", async () => {
    const session = await made();
    const state = session.editTemplate({ kind: "use", form: "农情", cells: ["C4"], use: "unused" });
    expect(state).toMatchObject({ canUndo: false, refused: [{ code: "signInFormula", cell: "C4" }] });
  });

  it("takes relations that are pasted", async () => {
    const session = await made();
    session.addRules("水稻<=玉米\n没有这一行=1");
    expect(session.templateState().looked).toMatchObject({
      kind: "made",
      made: { pasted: { added: 1, problems: [{ line: 2 }] } },
      draft: { template: { version: 1 } },
    });
  });

  it("has its questions answered, one by one or all as proposed", async () => {
    const session = await made();
    const asked = session.answerTemplate(0, "unused").looked;
    expect(asked).toMatchObject({ made: { questions: [{ answer: "unused", settled: true }] } });
    expect(session.answerTemplate(null, null).looked).toMatchObject({
      made: { questions: expect.not.arrayContaining([expect.objectContaining({ settled: false })]) },
    });
  });
});

it("makes a template of a blank, whose units are pasted", async () => {
  const shelf = new ShelfReader();
  shelf.put("空表.xlsx", ownBlank());
  const session = sessionCalls(template, shelf);
  expect(await session.checkTemplate(given("空表.xlsx"))).toMatchObject({
    kind: "made",
    made: { from: "blank" },
  });
  const { draft } = session.editTemplate({ kind: "units", names: [...UNITS, "头道镇"] });
  expect(draft!.template.units.map(({ name, code }) => [code, name])).toEqual([
    ["T01", "头道镇"],
    ["T02", "榆林镇"],
    ["T03", "花甸镇"],
  ]);
});

it("travels as a file, with the office's own sheets", async () => {
  const first = await sessionOf(copies());
  await first.makeTemplate(FILES);
  first.adoptTemplate("2026-12-01");
  const plan = first.templatePlan("zh-CN");
  const shelf = new ShelfReader();
  shelf.put("模板.xlsx", withDrawnSheets(plan));
  for (const [name, copy] of Object.entries(copies())) shelf.put(name, copy);
  const second = sessionCalls(template, shelf);
  const content = new Blob([new Uint8Array(first.templateFile("zh-CN"))]);
  expect(await second.checkTemplate({ name: "模板.xlsx", content })).toMatchObject({ kind: "sound" });
  second.adoptTemplate("2026-12-02");
  expect(second.templateInUse().template.office?.from).toBe("xlsx");
  await second.addFiles(FILES.map(given), noProgress);
  expect(totalOf(second, "水稻[完成]")).toBe(6);
});

it("is there again when the session is gone on with, and the other form waits as before", async () => {
  const store = new MemoryStore();
  const shelf = new ShelfReader();
  const other = { "甲.xlsx": ownCopy("甲镇", 1, "林业"), "乙.xlsx": ownCopy("乙镇", 2, "林业") };
  for (const [name, plan] of Object.entries({ ...copies(), ...other })) shelf.put(name, plan);
  const window = async () => {
    const opened = store.window();
    const pane = savedCalls(template, shelf, () => opened);
    await pane.openStorage({ partition: "", product: "1", oldTemplates: null });
    return { pane, opened };
  };
  const { pane, opened } = await window();
  await pane.addFiles([...FILES, ...Object.keys(other)].map(given), noProgress);
  await pane.makeTemplate(FILES);
  const before = await pane.adoptTemplate("2026-12-01");
  opened.close();
  const again = (await window()).pane;
  const [stored] = (await again.saved()).unfinished;
  const continued = await again.continueSaved(stored!.id, noProgress);
  expect(continued).toMatchObject({ skipped: 0, view: { reported: 3, strangers: [] } });
  expect((continued as { view: SessionView }).view.unknownForms).toEqual(before.unknownForms);
});

it("that was made and changed, and not adopted yet, is proposed again when the session is gone on with", async () => {
  const store = new MemoryStore();
  const shelf = new ShelfReader();
  for (const [name, plan] of Object.entries({ ...copies(), "空白.xlsx": ownBlank() })) shelf.put(name, plan);
  const window = async () => {
    const opened = store.window();
    const pane = savedCalls(template, shelf, () => opened);
    await pane.openStorage({ partition: "", product: "1", oldTemplates: null });
    return { pane, opened };
  };
  for (const make of [
    (pane: ReturnType<typeof savedCalls>) => pane.makeTemplate(FILES),
    (pane: ReturnType<typeof savedCalls>) => pane.makeTemplateFrom([given("空白.xlsx")], noProgress),
  ]) {
    store.records.clear();
    const { pane, opened } = await window();
    await pane.addFiles(FILES.map(given), noProgress);
    await make(pane);
    await pane.answerTemplate(null, null);
    const { form } = (await pane.templateState()).draft!.template.forms.map(({ id }) => ({ form: id }))[0]!;
    await pane.editTemplate({ kind: "use", form, cells: ["B4"], use: "text" });
    const before = await pane.templateState();
    opened.close();
    const again = (await window()).pane;
    const [stored] = (await again.saved()).unfinished;
    expect(await again.continueSaved(stored!.id, noProgress)).toMatchObject({ skipped: 0 });
    const { draft, looked, canUndo } = await again.templateState();
    expect(draft!.template).toEqual(before.draft!.template);
    expect([looked!.kind, canUndo]).toEqual([before.looked!.kind, true]);
    await again.adoptTemplate("2026-12-01");
    await again.deleteSaved(stored!.id);
  }
});
