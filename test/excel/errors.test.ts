import { openWorkbook } from "../../src/excel/open-workbook";
import { GIVEN_UP_AFTER, SLOW_AFTER } from "../../src/excel/request-timeout";
import type { AskOptions, RenderOptions } from "../../src/ports/ports";
import { createSimulatedExcel, type SimulatedExcel } from "../excel-host";
import { OWN, smallPlan } from "./small-plan";

const plan = smallPlan([5, 6]);
const render = (options: Partial<RenderOptions> = {}) =>
  openWorkbook().render(plan, { own: OWN, ...options });

/** A workbook with an earlier county in it and a sheet of the user's own. */
async function written(): Promise<SimulatedExcel> {
  // Only from 1.15 on does a chart tell where its values come from.
  const excel = createSimulatedExcel({ sheets: ["工作安排"], apiLevel: "1.15" });
  excel.workbook.sheet("工作安排").type("B3", "周一开会");
  await (await openWorkbook().render(smallPlan(), { own: [] })).keep();
  return excel;
}

/** Lets everything that is ready to go on do so. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 200; i++) await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  for (let i = 0; i < 200; i++) await Promise.resolve();
};

afterEach(() => jest.useRealTimers());

describe("while a person types into a cell", () => {
  it("writing waits, says so, and goes on when the cell is finished", async () => {
    const excel = await written();
    excel.switches.beginCellEdit();
    let waiting = 0;
    const rendering = render({ onWaiting: () => waiting++ });
    await settle();
    expect(waiting).toBe(1);
    expect(excel.workbook.sheet("汇总").value("C2")).toBe(50);
    excel.switches.endCellEdit();
    await (await rendering).keep();
    expect(excel.workbook.sheet("汇总").value("C2")).toBe(11);
  });

  it.each([
    ["reading", () => openWorkbook().read()],
    ["going to a cell", () => openWorkbook().goTo("工作安排", "B3")],
    ["looking at a file's sheet", () => openWorkbook().view({ name: "【查看】甲", cells: [] }, "A1")],
  ])("%s waits too", async (_, act) => {
    const excel = await written();
    excel.switches.beginCellEdit();
    const done = jest.fn();
    const acting = act().then(done);
    await settle();
    expect(done).not.toHaveBeenCalled();
    excel.switches.endCellEdit();
    await acting;
    expect(done).toHaveBeenCalled();
  });

  it.each<[string, (options: AskOptions) => Promise<unknown>]>([
    ["asking for the sheets", (options) => openWorkbook().sheetNames(options)],
    ["going to a cell", (options) => openWorkbook().goTo("工作安排", "B3", options)],
    ["closing a file's sheet", (options) => openWorkbook().closeView(options)],
  ])("%s says that it waits", async (_, act) => {
    const excel = await written();
    excel.switches.beginCellEdit();
    const onWaiting = jest.fn();
    const acting = act({ onWaiting });
    await settle();
    expect(onWaiting).toHaveBeenCalledTimes(1);
    excel.switches.endCellEdit();
    await acting;
  });

  it.each<["undo" | "keep"]>([["undo"], ["keep"]])("the way back says that it waits (%s)", async (way) => {
    const excel = await written();
    const outcome = await render({});
    excel.switches.beginCellEdit();
    const onWaiting = jest.fn();
    const settling = outcome[way]({ onWaiting });
    await settle();
    expect(onWaiting).toHaveBeenCalledTimes(1);
    excel.switches.endCellEdit();
    await settling;
  });

  it("a cancel is heard at once, and nothing is written when the cell is finished", async () => {
    const excel = await written();
    const before = excel.snapshot();
    jest.useFakeTimers({ doNotFake: ["setImmediate"] });
    excel.switches.beginCellEdit();
    const abort = new AbortController();
    const failed = expect(render({ signal: abort.signal })).rejects.toMatchObject({ name: "AbortError" });
    await settle();
    abort.abort();
    await jest.advanceTimersByTimeAsync(3_000);
    await failed;
    excel.switches.endCellEdit();
    await settle();
    jest.useRealTimers();
    await openWorkbook().sheetNames();
    expect(excel.snapshot()).toEqual(before);
  });
});

describe("a protected workbook", () => {
  const act = (batch: (context: Excel.RequestContext) => void) =>
    Excel.run(async (context) => {
      batch(context);
      await context.sync();
    });

  it("whose structure is locked takes no new sheets, and stays as it was", async () => {
    const excel = createSimulatedExcel({ sheets: ["工作安排"] });
    await act((context) => context.workbook.protection.protect());
    const before = excel.snapshot();
    await expect(openWorkbook().render(plan, { own: [] })).rejects.toMatchObject({ error: { code: "H02" } });
    expect(excel.snapshot()).toEqual(before);
  });

  it("whose structure is locked lets a click lead to its cells", async () => {
    const excel = createSimulatedExcel({ sheets: ["工作安排", "通讯录"] });
    await act((context) => context.workbook.protection.protect());
    await openWorkbook().goTo("通讯录", "B3");
    expect(excel.workbook.selection).toBe("'通讯录'!B3");
  });

  it("with a password on one of our sheets is not written half", async () => {
    const excel = await written();
    await act((context) => context.workbook.worksheets.getItem("单位数据").protection.protect({}, "密码"));
    const before = excel.snapshot();
    await expect(render()).rejects.toMatchObject({ error: { code: "H02" } });
    expect(excel.snapshot()).toEqual(before);
  });

  it("opened for reading only is not written", async () => {
    const excel = createSimulatedExcel({ readOnly: true });
    const before = excel.snapshot();
    await expect(openWorkbook().render(plan, { own: [] })).rejects.toMatchObject({
      error: { code: expect.stringMatching(/^H0/) },
    });
    expect(excel.snapshot()).toEqual(before);
  });
});

describe("a workbook that is closed or changed half way", () => {
  it.each([1, 2, 3, 4, 5])(
    "leaves all as it was when what is wanted is gone at request %i",
    async (batch) => {
      const excel = await written();
      const before = excel.snapshot();
      excel.switches.failBatch({ batch, when: "halfWay", code: "ItemNotFound" });
      await expect(render()).rejects.toMatchObject({ error: { code: "H04" } });
      expect(excel.snapshot()).toEqual(before);
    },
  );

  it("says that a cell is gone", async () => {
    await written();
    await expect(openWorkbook().goTo("没有这张表", "A1")).rejects.toMatchObject({ error: { code: "H04" } });
  });

  it("says what Excel says of a request that is too large for the web", async () => {
    const excel = await written();
    excel.switches.failBatch({ batch: 2, when: "before", code: "RequestPayloadSizeLimitExceeded" });
    await expect(render()).rejects.toMatchObject({ error: { code: "H03" } });
  });
});

describe("an Excel that does not answer", () => {
  it("is said to be slow, and what it does in the end counts", async () => {
    const excel = await written();
    jest.useFakeTimers({ doNotFake: ["setImmediate"] });
    const held = excel.switches.holdNextSync();
    let slow = 0;
    const rendering = render({ onSlow: () => slow++ });
    await held.arrived;
    await jest.advanceTimersByTimeAsync(SLOW_AFTER);
    expect(slow).toBe(1);
    held.release();
    await (await rendering).keep();
    expect(excel.workbook.sheet("汇总").value("C2")).toBe(11);
  });

  /** Holds the given request, does something meanwhile, lets Excel answer, and gives what came of the rendering. */
  async function during(
    excel: SimulatedExcel,
    request: number,
    act: (abort: AbortController) => Promise<void>,
  ) {
    jest.useFakeTimers({ doNotFake: ["setImmediate"] });
    const abort = new AbortController();
    let count = 0;
    let held = request === 1 ? excel.switches.holdNextSync() : null;
    const end = excel.host.listen(() => {
      if (++count === request - 1) held = excel.switches.holdNextSync();
    });
    const outcome = render({ signal: abort.signal }).then(
      () => "written",
      (error: unknown) => error,
    );
    for (let i = 0; i < 50 && !held; i++) await settle();
    await held!.arrived;
    await act(abort);
    const result = await outcome;
    end();
    held!.release();
    await settle();
    jest.useRealTimers();
    // What comes next waits until the other has taken itself back.
    await openWorkbook().sheetNames();
    return result;
  }

  it.each([1, 2, 3, 4, 5])(
    "is left by a cancel at request %i, and takes back what it writes after all",
    async (request) => {
      const excel = await written();
      const before = excel.snapshot();
      const result = await during(excel, request, async (abort) => {
        abort.abort();
        await jest.advanceTimersByTimeAsync(3_000);
      });
      expect(result).toMatchObject({ name: "AbortError" });
      expect(excel.snapshot()).toEqual(before);
    },
  );

  it("is given up after two minutes, and takes back what it writes after all", async () => {
    const excel = await written();
    const before = excel.snapshot();
    const result = await during(excel, 3, async () => {
      await jest.advanceTimersByTimeAsync(GIVEN_UP_AFTER + 3_000);
    });
    expect(result).toMatchObject({ error: { code: "H07" } });
    expect(excel.snapshot()).toEqual(before);
  });
});
