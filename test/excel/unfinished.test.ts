import { openWorkbook } from "../../src/excel/open-workbook";
import { GIVEN_UP_AFTER } from "../../src/excel/request-timeout";
import type { RenderOptions, RenderOutcome, UnfinishedWriting } from "../../src/ports/ports";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { isJournalSheet } from "../../src/workbook/write-journal-name";
import { createSimulatedExcel, type SimulatedExcel } from "../excel-host";
import { differences } from "./differences";
import { OWN, smallPlan } from "./small-plan";

// The machine that runs this may be busy with other things.
jest.setTimeout(120_000);

const NOON = new Date("2021-01-18T12:00:00Z").getTime();

/** Texts that take several requests. */
const LONG: WorkbookPlan = {
  sheets: [
    {
      name: "填报明细",
      cells: Array.from({ length: 160 }, (_, row) => ({ row, column: 0, value: "长".repeat(5_500) })),
    },
  ],
  names: [{ name: "details", refersTo: "'填报明细'!$A$1" }],
};

const EARLIER = smallPlan();
const OLD = { name: "旧表", visibility: "hidden", cells: [{ row: 0, column: 0, value: 7 }] } as const;

const LOCKED = { visibility: "hidden", protected: true } as const;

/** Writes three sheets again, one of them locked and less hidden from now on, adds two, and takes one away. */
const NEXT: WorkbookPlan = {
  sheets: [
    ...smallPlan([5, 6]).sheets.map((sheet) => (sheet.name === "机读信息" ? { ...sheet, ...LOCKED } : sheet)),
    ...LONG.sheets,
    { name: "附表", cells: [{ row: 0, column: 0, value: "附" }] },
  ],
  names: [...EARLIER.names, ...LONG.names],
};

let made: ReturnType<SimulatedExcel["export"]> | undefined;

/** A sheet of the user's own that looks at ours, and what an earlier session has left. */
async function earlier(apiLevel?: string): Promise<SimulatedExcel> {
  made ??= await makeEarlier();
  return openedAgain(made, apiLevel);
}

async function makeEarlier() {
  const excel = createSimulatedExcel({ sheets: ["工作安排"] });
  await (await render({ own: [], remove: [] }, { ...EARLIER, sheets: [...EARLIER.sheets, OLD] })).keep();
  excel.workbook.sheet("工作安排").type("B3", "='旧表'!A1+'汇总'!C2");
  excel.workbook.sheet("汇总").type("D9", "办公室填的");
  return excel.export();
}

/** In an Excel that was started again. Only from 1.15 on does a chart tell where its values come from. */
const openedAgain = (workbook: ReturnType<SimulatedExcel["export"]>, apiLevel = "1.15"): SimulatedExcel =>
  createSimulatedExcel({ workbook, apiLevel });

const reopened = (excel: SimulatedExcel): SimulatedExcel => openedAgain(excel.export());

function render(options: Partial<RenderOptions> = {}, plan = NEXT): Promise<RenderOutcome> {
  return openWorkbook().render(plan, { own: OWN, remove: ["旧表"], ...options });
}

/** Everything but what is kept for undo. Excel writes references without the quotation marks that they do not need. */
function seen(excel: SimulatedExcel): unknown {
  const { sheets, ...rest } = excel.snapshot();
  const theirs = { ...rest, sheets: sheets.filter(({ name }) => !isJournalSheet(name)) };
  const text = JSON.stringify(theirs).replace(/~undo~\w+/g, "~undo~");
  return JSON.parse(text.replace(/'([^'!\s]+)'!/g, "$1!"));
}

const keptSheets = (excel: SimulatedExcel): string[] => excel.workbook.sheetNames.filter(isJournalSheet);

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 10_000 && !done(); i++) await new Promise((resolve) => setImmediate(resolve));
}

/** Lets the given number of requests through; the next one is on its way and not answered until it is released. */
async function heldAfter(excel: SimulatedExcel, requests: number, writing: () => Promise<unknown>) {
  let count = 0;
  let held: ReturnType<SimulatedExcel["switches"]["holdNextSync"]> | undefined;
  const end = excel.host.listen(() => {
    if (++count === requests) held = excel.switches.holdNextSync();
  });
  const result = writing().catch((error: unknown) => error);
  await until(() => held !== undefined);
  end();
  await held!.arrived;
  return { result, release: held!.release };
}

/** The pane is closed while the writing is at it; somebody saves the workbook and opens it again. */
async function leftAfter(requests: number): Promise<SimulatedExcel> {
  const excel = await earlier();
  await heldAfter(excel, requests, render);
  return reopened(excel);
}

const unfinished = async (): Promise<UnfinishedWriting> => {
  const found = await openWorkbook().unfinished();
  if (!found) throw new Error("Nothing is unfinished.");
  return found;
};

/** In the middle of the sheets' texts. */
const HALF = 3;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ["setImmediate"], now: NOON });
});
afterEach(() => jest.useRealTimers());

describe("a writing that was left in the middle", () => {
  it("can be put back to the last cell, after whichever request it was left", async () => {
    const excel = await earlier();
    const before = seen(excel);
    await render();
    const requests = excel.host.syncs.length;
    const left: number[] = [];
    for (let request = 1; request < requests; request++) {
      const next = await leftAfter(request);
      const found = await openWorkbook().unfinished();
      if (found) left.push(request);
      await found?.undo();
      expect([request, ...differences(before, seen(next))]).toEqual([request]);
      expect(keptSheets(next)).toEqual([]);
    }
    // Two that only ask, two or more that write sheets, two that ask for charts, one that fills them.
    expect([requests, left]).toEqual([8, [3, 4, 5, 6, 7]]);
  });

  it("can be put back where Excel itself died within a request", async () => {
    const before = seen(await earlier());
    const left: number[] = [];
    for (let request = 1; request <= 8; request++) {
      const excel = await earlier();
      excel.switches.failBatch({ batch: request, when: "halfWay" });
      let count = 0;
      excel.host.listen(() => {
        // Nor can it take anything back.
        if (++count >= request) excel.switches.failBatch({ batch: 1, when: "before" });
      });
      await expect(render()).rejects.toMatchObject({ error: { code: request < 3 ? "H09" : "H08" } });
      const next = reopened(excel);
      const found = await openWorkbook().unfinished();
      if (found) left.push(request);
      await found?.undo();
      expect([request, ...differences(before, seen(next))]).toEqual([request]);
    }
    expect(left).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it("tells when it began, whether it got on just now, and which sheets it was about", async () => {
    await leftAfter(HALF);
    const sheets = ["汇总", "单位数据", "机读信息", "旧表", "填报明细", "附表"];
    expect(await unfinished()).toMatchObject({ began: NOON, recent: true, sheets });
    jest.setSystemTime(NOON + GIVEN_UP_AFTER);
    expect(await unfinished()).toMatchObject({ began: NOON, recent: false, sheets });
  });

  it("stands in the way of reading and of the next writing, which change nothing", async () => {
    const excel = await leftAfter(HALF);
    const before = excel.snapshot();
    const workbook = openWorkbook();
    for (const ask of [() => workbook.sheetNames(), () => workbook.read(), () => render()]) {
      await expect(ask()).rejects.toMatchObject({ error: { code: "H08" } });
    }
    expect(differences(before, excel.snapshot())).toEqual([]);
  });

  it("may be left as it is: then nothing is kept any more, and the next writing can begin", async () => {
    const excel = await leftAfter(HALF);
    excel.workbook.sheet("汇总").type("D9", "又填的");
    await (await unfinished()).keep();
    expect(excel.workbook.sheet("汇总").value("D9")).toBe("又填的");
    expect(excel.workbook.sheet("工作安排").formula("B3")).toMatch(/旧表/);
    expect(excel.workbook.sheet("旧表").value("A1")).toBe(7);
    expect(keptSheets(excel)).toEqual([]);
    await (await render({ own: [...OWN, "填报明细", "附表"] })).keep();
    expect(excel.workbook.sheet("汇总").value("C2")).toBe(11);
  });

  it("can be put back at the second go where Excel stops half way at the first", async () => {
    const before = seen(await earlier());
    const excel = await leftAfter(HALF);
    const found = await unfinished();
    // Looks, reads the mark, asks, writes.
    excel.switches.failBatch({ batch: 4, when: "halfWay" });
    await expect(found.undo()).rejects.toMatchObject({ error: { code: "H09" } });
    const next = reopened(excel);
    await (await unfinished()).undo();
    expect(differences(before, seen(next))).toEqual([]);
    expect(keptSheets(next)).toEqual([]);
  });

  it("is what an undo becomes that Excel stops half way", async () => {
    const excel = await earlier();
    const before = seen(excel);
    const outcome = await render();
    excel.switches.failBatch({ batch: 4, when: "halfWay" });
    await expect(outcome.undo()).rejects.toMatchObject({ error: { code: "H09" } });
    // Then what it goes back by must stay.
    await expect(outcome.keep()).rejects.toMatchObject({ error: { code: "H08" } });
    const next = reopened(excel);
    await (await unfinished()).undo();
    expect(differences(before, seen(next))).toEqual([]);
  });

  it("is no undo that a password on our own sheet stops before anything is changed", async () => {
    const excel = await earlier();
    const outcome = await render();
    const sheet = excel.workbook.sheet("机读信息");
    sheet.unprotect();
    sheet.protect("密码");
    const before = excel.snapshot();
    await expect(outcome.undo()).rejects.toMatchObject({ error: { code: "H02" } });
    expect(differences(before, excel.snapshot())).toEqual([]);
    expect(await openWorkbook().unfinished()).toBeNull();
  });

  it("is put back beside sheets that were renamed or deleted since", async () => {
    const excel = await leftAfter(HALF);
    excel.workbook.renameSheet("单位数据", "我的数据");
    excel.workbook.deleteSheet("汇总");
    excel.workbook.renameSheet("填报明细", "留着");
    await (await unfinished()).undo();
    expect(excel.workbook.sheet("汇总").value("D9")).toBe("办公室填的");
    expect(excel.workbook.sheet("单位数据").values("B2:B4")).toEqual([[12], [30], [8]]);
    expect(excel.workbook.sheetNames).toEqual(
      expect.arrayContaining(["工作安排", "我的数据", "留着", "旧表", "机读信息"]),
    );
    expect(keptSheets(excel)).toEqual([]);
  });

  it.each<[string, string, object, (excel: SimulatedExcel) => Promise<() => Promise<void>>]>([
    ["a locked structure", "H02", {}, lockedStructure],
    [
      "a password on a sheet",
      "H02",
      { sheet: "单位数据" },
      async ({ workbook }) => {
        workbook.sheet("单位数据").protect("密码");
        return async () => workbook.sheet("单位数据").unprotect();
      },
    ],
    [
      "a new sheet with the name of one that must come back",
      "H06",
      { sheet: "旧表" },
      async ({ workbook }) => {
        workbook.addSheet("旧表").type("A1", "我的");
        return async () => workbook.renameSheet("旧表", "我的表");
      },
    ],
  ])(
    "changes nothing where %s is in the way, and goes back once it is gone",
    async (_, code, params, block) => {
      const excel = await leftAfter(HALF);
      const unblock = await block(excel);
      const before = excel.snapshot();
      await expect((await unfinished()).undo()).rejects.toMatchObject({ error: { code, params } });
      expect(differences(before, excel.snapshot())).toEqual([]);
      await unblock();
      await (await unfinished()).undo();
      expect(excel.workbook.sheet("汇总").value("D9")).toBe("办公室填的");
      expect(keptSheets(excel)).toEqual([]);
    },
  );

  it("is not guessed at where its journal was tampered with", async () => {
    const excel = await leftAfter(HALF);
    const journal = keptSheets(excel).find((name) => name.endsWith("written"))!;
    excel.workbook.sheet(journal).type("B2", "乱");
    const before = excel.snapshot();
    const found = await unfinished();
    expect(found).toMatchObject({ began: null, sheets: [] });
    await expect(found.undo()).rejects.toMatchObject({ error: { code: "H04" } });
    expect(differences(before, excel.snapshot())).toEqual([]);
  });
});

async function lockedStructure(): Promise<() => Promise<void>> {
  const act = (change: (protection: Excel.WorkbookProtection) => void) =>
    Excel.run(async (context) => {
      change(context.workbook.protection);
      await context.sync();
    });
  await act((protection) => protection.protect());
  return () => act((protection) => protection.unprotect());
}

describe("a writing that came to its end", () => {
  it("raises nothing when the pane is closed, and gives way to the next", async () => {
    const excel = await earlier();
    await render();
    expect(keptSheets(excel)).not.toEqual([]);
    const next = reopened(excel);
    expect(await openWorkbook().unfinished()).toBeNull();
    await (await render({ own: [...OWN, "填报明细", "附表"], remove: [] })).keep();
    expect(keptSheets(next)).toEqual([]);
  });
});

describe("a writing that another pane is at", () => {
  it("is left to that pane where it gets on, and raises nothing once it is done", async () => {
    const excel = await earlier();
    excel.host.listen(() => jest.setSystemTime(Date.now() + 1_000));
    const { result, release } = await heldAfter(excel, HALF, render);
    const found = await unfinished();
    const next = excel.switches.holdNextSync();
    release();
    await next.arrived;
    const before = excel.snapshot();
    await expect(found.undo()).rejects.toMatchObject({ error: { code: "H08" } });
    await expect(found.keep()).rejects.toMatchObject({ error: { code: "H08" } });
    expect(differences(before, excel.snapshot())).toEqual([]);
    next.release();
    expect(await result).toMatchObject({ replaced: OWN });
    await expect(found.undo()).rejects.toMatchObject({ error: { code: "H08" } });
    expect(await openWorkbook().unfinished()).toBeNull();
  });

  it.each([
    ["writes sheets", "1.14", HALF],
    ["fills charts", "1.14", 5],
    ["fills charts", "1.15", 6],
  ])("stops without a trace where it was put back while it %s (ExcelApi %s)", async (_, level, requests) => {
    const excel = await earlier(level);
    const before = seen(excel);
    const { result, release } = await heldAfter(excel, requests, render);
    await (await unfinished()).undo();
    release();
    expect(await result).toMatchObject({ error: { code: "H04" } });
    expect(differences(before, seen(excel))).toEqual([]);
    expect(keptSheets(excel)).toEqual([]);
  });
});
