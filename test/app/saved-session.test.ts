import { isDeepStrictEqual } from "node:util";
import fc from "../tooling/properties";
import { codeText } from "../../src/findings/finding-code";
import type { SessionView } from "../../src/app/view";
import type { SessionStore } from "../../src/ports/session-store";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { faulty, fullShelf, given, planOf, template, UNITS, type ShelfReader } from "../taskpane/a-county";
import { filledIn, formOf } from "../taskpane/a-return-form";
import { MemoryStore } from "./memory-store";
import { savedCalls, sessionCalls } from "./session-calls";

jest.setTimeout(60_000);
const silent = (): void => undefined;

type Pane = ReturnType<typeof savedCalls>;
type Window = SessionStore & { close(): void };

interface Opened {
  readonly pane: Pane;
  close(): void;
}

const shelf = aShelf();

function aShelf(): ShelfReader {
  const full = fullShelf();
  full.put("台上镇.xlsx", faulty());
  full.put("又一份/台上镇.xlsx", planOf("台上镇"));
  return full;
}

async function open(store: MemoryStore, options = {}): Promise<Opened> {
  const window: Window = store.window();
  const pane = savedCalls(template, shelf, () => window);
  await pane.openStorage({ partition: "", product: "1.0.0", oldTemplates: null, ...options });
  return { pane, close: () => window.close() };
}

/** The session as it is when the pane is opened again and the clerk goes on. */
async function reopened(store: MemoryStore, options = {}) {
  const { pane, close } = await open(store, options);
  const [first] = (await pane.saved()).unfinished;
  const continued = first ? await pane.continueSaved(first.id, silent) : null;
  if (continued === null || continued === "elsewhere") throw new Error(`nothing to continue: ${continued}`);
  return { pane, close, continued };
}

const found = (view: SessionView, code: string) =>
  view.findings.find((each) => codeText(each.code) === code)!;

/** What a clerk may do next. */
const STEPS: Readonly<Record<string, (pane: Pane) => Promise<unknown>>> = {
  "two files": (pane) => pane.addFiles([given("台上镇.xlsx"), given("青石镇.xlsx")], silent),
  "another file of the unit": (pane) => pane.addFiles([given("又一份/台上镇.xlsx")], silent),
  "a late file": (pane) => pane.addFiles([given("市教育局.xlsx")], silent),
  "last year": (pane) => pane.setLastYear(given("2019.xlsx")),
  "last year among the files": async (pane) => {
    await pane.addFiles([given("2019.xlsx")], silent);
    await pane.compareWith("2019.xlsx");
  },
  "a proposal taken": async (pane) => pane.accept((await pane.view()).findings.map(({ id }) => id)),
  "an explanation": async (pane) => {
    const finding = (await pane.view()).findings.find(({ deciding }) => deciding.explain !== null);
    if (finding) await pane.explain(finding.id, "情况属实");
  },
  "a decision taken back": async (pane) =>
    pane.withdraw((await pane.view()).decisions.slice(0, 1).map(({ id }) => id)),
  "a choice": async (pane) => pane.choose("台上镇", "又一份/台上镇.xlsx"),
  "a report sent back": async (pane) => pane.sendBack(["台上镇"], "2021-01-18"),
  "units held back": (pane) => pane.setHoldBack(true),
  "a file taken out": (pane) => pane.remove("青石镇.xlsx"),
  "the open workbook": (pane) => pane.addOpen(workbookFromPlan(planOf("市公安局"))),
  "a rule adopted": async (pane) => {
    await pane.addRules("1\t关工02\t0216*3<=0201");
    await pane.adoptTemplate("2020-11-25");
  },
  "the built-in template": (pane) => pane.backToBuiltIn(),
};

describe("a session that is continued", () => {
  it("is the very session that was closed, whatever was done in it", async () => {
    const steps = fc.array(fc.constantFrom(...Object.keys(STEPS)), { minLength: 2, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(steps, async (names) => {
        const store = new MemoryStore();
        const { pane, close } = await open(store);
        await pane.addFiles([given("台上镇.xlsx")], silent);
        for (const name of names) await STEPS[name]!(pane);
        const before = await pane.view();
        close();
        const { pane: next } = await reopened(store);
        // Jest's own comparison takes seconds over a whole view.
        expect(isDeepStrictEqual(await next.view(), before)).toBe(true);
      }),
      { numRuns: 8 },
    );
  });

  it("has the answers of a 退回单 that came back, also where the form was taken out again", async () => {
    const form = filledIn(await formOf("台上镇", shelf), { "关工02!E7": "属实" });
    shelf.put("退回单.xlsx", form);
    const store = new MemoryStore();
    const { pane, close } = await open(store);
    await pane.addFiles([given("台上镇.xlsx"), given("退回单.xlsx")], silent);
    const before = await pane.remove("退回单.xlsx");
    expect(found(before, "R05").answer?.text).toBe("属实");
    close();
    const { pane: next } = await reopened(store);
    expect(await next.view()).toEqual(before);
  });

  it("goes on from a county workbook as it did", async () => {
    const county = sessionCalls(template, shelf);
    await county.addFiles([given("青石镇.xlsx"), given("台上镇.xlsx")], silent);
    shelf.put("汇总.xlsx", county.countyPlan("zh-CN")!);
    const store = new MemoryStore();
    const { pane, close } = await open(store);
    await pane.addFiles([given("汇总.xlsx")], silent);
    await pane.resume("汇总.xlsx");
    const before = await pane.addFiles([given("市教育局.xlsx")], silent);
    close();
    expect(await (await reopened(store)).pane.view()).toEqual(before);
  });

  it("can be stored, left and continued again and again", async () => {
    const store = new MemoryStore();
    const first = await open(store);
    await first.pane.addFiles([given("台上镇.xlsx")], silent);
    first.close();
    const second = await reopened(store);
    await second.pane.addFiles([given("青石镇.xlsx")], silent);
    second.close();
    const { pane } = await reopened(store);
    expect((await pane.view()).counted).toEqual(["青石镇", "台上镇"]);
    expect(store.records.size).toBe(1);
  });
});

describe("what is stored", () => {
  it("is nothing before something was done that would have to be done again", async () => {
    const store = new MemoryStore();
    const { pane } = await open(store);
    await pane.meetOpen(workbookFromPlan(planOf("台上镇")));
    await pane.addOpen(workbookFromPlan(planOf("台上镇")));
    expect(store.records.size).toBe(0);
  });

  it("says what is in it", async () => {
    const store = new MemoryStore();
    const { pane, close } = await open(store);
    const view = await pane.addFiles([given("台上镇.xlsx"), given("青石镇.xlsx")], silent);
    await pane.explain(found(view!, "R05").id, "情况属实");
    close();
    const [first] = (await (await open(store)).pane.saved()).unfinished;
    expect(first!.summary).toMatchObject({ period: "2020", files: 2, explanations: 1, product: "1.0.0" });
  });

  it("goes when the session is cleared, and is stored anew when it goes on", async () => {
    const store = new MemoryStore();
    const { pane } = await open(store);
    await pane.addFiles([given("台上镇.xlsx")], silent);
    await pane.clear();
    expect(store.records.size).toBe(0);
    await pane.addFiles([given("青石镇.xlsx")], silent);
    expect([...store.records.values()].map(({ summary }) => summary.files)).toEqual([1]);
  });

  it("goes at 完成, and all of it is stored again when something comes late", async () => {
    const store = new MemoryStore();
    const { pane, close } = await open(store);
    await pane.addFiles([given("台上镇.xlsx")], silent);
    await pane.finish();
    expect(store.records.size).toBe(0);
    const before = await pane.addFiles([given("青石镇.xlsx")], silent);
    close();
    expect(await (await reopened(store)).pane.view()).toEqual(before);
  });

  it("no longer has the content of a file that was taken out", async () => {
    const store = new MemoryStore();
    const { pane } = await open(store);
    await pane.addFiles([given("台上镇.xlsx"), given("青石镇.xlsx")], silent);
    await pane.remove("台上镇.xlsx");
    expect([...[...store.records.values()][0]!.files.values()].map((bytes) => bytes !== null)).toEqual([
      false,
      true,
    ]);
  });

  it("is last year's figures where a year was rolled on", async () => {
    const store = new MemoryStore();
    const { pane, close } = await open(store);
    await pane.addFiles(
      UNITS.map((unit) => given(`${unit}.xlsx`)),
      silent,
    );
    await pane.finish();
    const before = await pane.rollTemplate("2021", "2021-01-02");
    close();
    const { pane: next } = await reopened(store);
    expect(before.lastYearPeriod).toBe("2020");
    expect(await next.view()).toEqual(before);
  });
});

describe("what has changed since", () => {
  async function closedWithOneFile(): Promise<MemoryStore> {
    const store = new MemoryStore();
    const { pane, close } = await open(store);
    await pane.addFiles([given("台上镇.xlsx")], silent);
    close();
    return store;
  }

  it("is said of the product", async () => {
    const { continued } = await reopened(await closedWithOneFile(), { product: "1.1.0" });
    expect(continued).toMatchObject({ product: { from: "1.0.0", to: "1.1.0" }, template: null, skipped: 0 });
  });

  it("is said of the template, and everything is checked with the newer one", async () => {
    const store = await closedWithOneFile();
    const other = await open(store);
    await other.pane.addRules("1\t关工02\t0216*3<=0201");
    await other.pane.adoptTemplate("2020-11-25");
    other.close();
    const { continued } = await reopened(store);
    expect(continued).toMatchObject({ template: { from: "1", to: "2" }, view: { templateVersion: 2 } });
  });

  it("keeps no step from being made that is still known", async () => {
    const store = await closedWithOneFile();
    [...store.records.values()][0]!.entries.unshift({ call: "ofAnotherVersion", given: [] });
    const { continued } = await reopened(store);
    expect(continued).toMatchObject({ skipped: 1, view: { counted: ["台上镇"] } });
  });

  it("is said of a file that the store has lost", async () => {
    const store = await closedWithOneFile();
    [...store.records.values()][0]!.files.clear();
    expect((await reopened(store)).continued.lost).toEqual(["台上镇.xlsx"]);
  });
});

describe("several windows", () => {
  it("do not get at a session that another one has", async () => {
    const store = new MemoryStore();
    const first = await open(store);
    await first.pane.addFiles([given("台上镇.xlsx")], silent);
    const second = await open(store);
    const [busy] = (await second.pane.saved()).unfinished;
    expect(busy!.busy).toBe(true);
    expect(await second.pane.continueSaved(busy!.id, silent)).toBe("elsewhere");
    expect(await second.pane.deleteSaved(busy!.id)).toBe(false);
    first.close();
    expect(await second.pane.continueSaved(busy!.id, silent)).toMatchObject({ skipped: 0 });
  });

  it("are told that they work at one task, and each stores its own", async () => {
    const store = new MemoryStore();
    const [first, second] = [await open(store), await open(store)];
    await first.pane.addFiles([given("台上镇.xlsx")], silent);
    await second.pane.addFiles([given("青石镇.xlsx")], silent);
    expect([await first.pane.saved(), await second.pane.saved()]).toMatchObject([
      { elsewhere: true },
      { elsewhere: true },
    ]);
    expect([...store.records.values()].map(({ summary }) => summary.files)).toEqual([1, 1]);
  });
});

describe("a storage that refuses", () => {
  it("is told, keeps what it has, and says that it is not all", async () => {
    const store = new MemoryStore();
    const { pane, close } = await open(store);
    await pane.addFiles([given("台上镇.xlsx")], silent);
    const full = Object.assign(new Error("no room"), { name: "QuotaExceededError" });
    store.refusal = full;
    const view = await pane.addFiles([given("青石镇.xlsx")], silent);
    expect(view?.counted).toEqual(["青石镇", "台上镇"]);
    expect((await pane.saved()).trouble).toBe("full");
    store.refusal = null;
    close();
    const { continued } = await reopened(store);
    expect(continued).toMatchObject({ view: { counted: ["台上镇"] }, incomplete: true });
  });

  it("is told where it is missing from the start, and all else goes on", async () => {
    const pane = savedCalls(template, shelf, () => {
      throw new ReferenceError("indexedDB is not defined");
    });
    expect(await pane.openStorage({ partition: "", product: "1.0.0", oldTemplates: "{}" })).toBe(false);
    expect((await pane.addFiles([given("台上镇.xlsx")], silent))?.reported).toBe(1);
    expect(await pane.saved()).toMatchObject({ trouble: "unavailable", unfinished: [] });
  });
});

describe("templates that an earlier version stored elsewhere", () => {
  it("move to the store once, and are in use again", async () => {
    const old = await open(new MemoryStore());
    await old.pane.addRules("1\t关工02\t0216*3<=0201");
    await old.pane.adoptTemplate("2020-11-25");
    const oldTemplates = await old.pane.keptTemplates(null);
    const store = new MemoryStore();
    const pane = savedCalls(template, shelf, () => store.window());
    expect(await pane.openStorage({ partition: "", product: "1.0.0", oldTemplates })).toBe(true);
    expect((await pane.view()).templateVersion).toBe(2);
    expect((await (await open(store)).pane.view()).templateVersion).toBe(2);
  });
});
