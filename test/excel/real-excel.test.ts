/** What a real Excel does other than one would hope: with each of it the product still keeps its promises. */
import { openWorkbook } from "../../src/excel/open-workbook";
import { problemOf } from "../../src/taskpane/problem";
import { say } from "../../src/locales";
import type { RenderOptions } from "../../src/ports/ports";
import { toA1 } from "../../src/workbook/address";
import { isJournalSheet } from "../../src/workbook/write-journal-name";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { cellsOf } from "../../src/workbook/cells";
import { createSimulatedExcel, type ExcelOptions, type SimulatedExcel } from "../excel-host";
import { FAULTS, type Fault } from "../excel-host/book/faults";
import { OWN, smallPlan } from "./small-plan";

// The machine that runs this may be busy with other things.
jest.setTimeout(60_000);

const render = (plan: WorkbookPlan, options: Partial<RenderOptions> = {}) =>
  openWorkbook().render(plan, { own: OWN, ...options });

/** An earlier county and a sheet of the user's own, in front. */
async function written(options: ExcelOptions = {}): Promise<SimulatedExcel> {
  const excel = createSimulatedExcel({ sheets: ["工作安排"], apiLevel: "1.15", ...options });
  await (await render(smallPlan())).keep();
  return excel;
}

const act = (batch: (context: Excel.RequestContext) => void): Promise<void> =>
  Excel.run(async (context) => {
    batch(context);
    await context.sync();
  });

/** The sheet's names of its own: what a copy of a sheet brings along. */
const localNames = (excel: SimulatedExcel): string[] =>
  excel.snapshot().sheets.flatMap(({ name, names }) => names.map((each) => `${name}!${each.name}`));

describe.each(Object.keys(FAULTS) as Fault[])("in an Excel with the fault %s", (fault) => {
  it.each(["pc", "web"] as const)(
    "a county is written, undone to the last cell, and read (%s)",
    async (platform) => {
      const excel = await written({ faults: [fault], platform });
      const before = excel.snapshot();
      const outcome = await render(smallPlan([5, 6, 7, 8]));
      expect(excel.workbook.sheet("汇总").value("C2")).toBe(26);
      expect(outcome).toMatchObject({ wrongCharts: [], wrongCells: [] });
      expect(excel.workbook.activeSheet).toBe("工作安排");
      await outcome.undo();
      expect(excel.snapshot()).toEqual(before);
      expect((await openWorkbook().read()).sheets.map(({ name }) => name)).toEqual(["工作安排", ...OWN]);
    },
  );
});

describe("undo", () => {
  it("copies no more cells at once than Excel on the web takes", async () => {
    const excel = await written({ platform: "web" });
    const before = excel.snapshot();
    await (await render(smallPlan([5, 6]))).undo();
    expect(excel.snapshot()).toEqual(before);
  });

  it("leaves the sheets as written where Excel refuses to copy: nothing is cleared first", async () => {
    const excel = await written();
    const outcome = await render(smallPlan([5, 6]));
    // All that is queued before the first copy goes through; the copy does not.
    const values = () => excel.workbook.sheet("单位数据").values("A1:B3");
    const after = values();
    excel.switches.refuseCalls("copyFrom", "OperationCellsExceedLimit");
    await expect(outcome.undo()).rejects.toMatchObject({ error: { code: "H11" } });
    expect(values()).toEqual(after);
    excel.switches.refuseCalls(null);
    await (await openWorkbook().unfinished())!.undo();
    expect(values()).toEqual([
      ["单位", "0102"],
      ["台上镇", 12],
      ["财源镇", 30],
    ]);
  });

  it("gives rows and columns their sizes again, and shows those that were shown", async () => {
    const excel = await written();
    await act(({ workbook }) => {
      const sheet = workbook.worksheets.getItem("汇总");
      sheet.getRange("2:2").format.rowHeight = 33;
      sheet.getRange("3:3").rowHidden = true;
      sheet.getRange("B:B").format.columnWidth = 99;
    });
    const before = excel.snapshot();
    const [summary, ...others] = smallPlan([5, 6]).sheets;
    const rows = [
      { row: 0, height: 40 },
      { row: 1, height: 50 },
      { row: 2, height: 20 },
    ];
    const sized = { ...summary!, rows, columns: [{ column: 1, width: 5, hidden: true }] };
    const outcome = await render({ sheets: [sized, ...others], names: smallPlan().names });
    expect(excel.snapshot()).not.toEqual(before);
    await outcome.undo();
    const sheet = excel.snapshot().sheets.find(({ name }) => name === "汇总");
    const was = before.sheets.find(({ name }) => name === "汇总");
    expect(sheet).toEqual(was);
  });

  it("leaves no name of a copy's own, neither while it can be undone nor where a sheet is brought back", async () => {
    const excel = await written();
    const outcome = await render(smallPlan([5, 6]));
    expect(localNames(excel)).toEqual([]);
    excel.workbook.deleteSheet("汇总");
    await outcome.undo();
    expect(localNames(excel)).toEqual([]);
    expect(excel.workbook.sheet("汇总").value("C2")).toBe(50);
  });

  it("shows the sheet again that was in front, where a deleted sheet is brought back", async () => {
    const excel = await written({ faults: ["copyActivates"] });
    const outcome = await render(smallPlan([5, 6]));
    excel.workbook.deleteSheet("单位数据");
    excel.workbook.activate("汇总");
    await outcome.undo();
    expect(excel.workbook.activeSheet).toBe("汇总");
  });

  it("works by the journal that an earlier version left, of one sheet and without areas", async () => {
    const excel = await written();
    const before = excel.snapshot();
    await render(smallPlan([5, 6]));
    const journal = excel.workbook.sheetNames.find((name) => name.endsWith("written"))!;
    const text = String(excel.workbook.sheet(journal).value("B2"));
    const old = JSON.parse(text.slice(1)) as { replaced: { area?: unknown }[] };
    for (const sheet of old.replaced) delete sheet.area;
    excel.workbook.sheet(journal).type("B2", `~${JSON.stringify(old)}`);
    excel.workbook.renameSheet(journal, journal.replace("written", "writing"));
    await (await openWorkbook().unfinished())!.undo();
    expect(excel.workbook.sheet("单位数据").values("B2:B4")).toEqual([[12], [30], [8]]);
    expect(excel.workbook.sheetNames).toEqual(before.sheets.map(({ name }) => name));
  });
});

describe("Ctrl+Z", () => {
  it.each<[string, Fault[]]>([
    ["clears its history where Microsoft says so", []],
    ["keeps it", ["undoStackSurvives"]],
  ])(
    "never makes a finished writing one that stopped in the middle, in an Excel that %s",
    async (_, faults) => {
      const excel = createSimulatedExcel({ sheets: ["工作安排"], platform: "web", undo: true, faults });
      await (await render(smallPlan())).keep();
      for (const next of [
        () => render(smallPlan([5, 6])),
        async () => (await render(smallPlan([7]))).undo(),
      ]) {
        await next();
        expect(await openWorkbook().unfinished()).toBeNull();
        for (let pressed = 0; pressed < 50 && excel.workbook.undo(); pressed++) {
          expect(await openWorkbook().unfinished()).toBeNull();
        }
      }
    },
  );

  it("reaches nothing of a writing in an Excel that clears its history where Microsoft says so", async () => {
    const excel = createSimulatedExcel({ sheets: ["工作安排"], platform: "web", undo: true });
    excel.workbook.sheet("工作安排").type("A1", "周一开会");
    await render(smallPlan());
    expect(excel.workbook.undo()).toBe(false);
    expect(excel.workbook.sheet("汇总").value("C2")).toBe(50);
  });
});

describe("manual calculation", () => {
  const manual = (): Promise<void> =>
    act(({ workbook }) => void (workbook.application.calculationMode = "Manual"));

  it.each<Fault[][]>([[[]], [["calculationModeIsWrong"]], [["recalculateDoesNothing"]]])(
    "shows the totals of what was written (%j)",
    async (faults) => {
      const excel = createSimulatedExcel({ sheets: ["工作安排"], faults });
      await manual();
      const outcome = await render(smallPlan());
      expect(excel.workbook.sheet("汇总").value("C2")).toBe(50);
      expect(outcome.wrongCells).toEqual([]);
      expect(excel.workbook.calculationMode).toBe("Manual");
    },
  );

  it.each<Fault[][]>([[[]], [["calculationModeIsWrong"]], [["recalculateDoesNothing"]]])(
    "reads what the cells hold now, not what they showed (%j)",
    async (faults) => {
      const excel = createSimulatedExcel({ sheets: ["关工02"], faults });
      const view = excel.workbook.sheet("关工02");
      view.type("A1", 3);
      view.type("A2", "=A1*2");
      expect(view.value("A2")).toBe(6);
      await manual();
      view.type("A1", 10);
      const [sheet] = (await openWorkbook().read()).sheets;
      expect([...cellsOf(sheet!)].map(({ value }) => value)).toEqual([10, 20]);
    },
  );

  it("does not calculate where nothing is due", async () => {
    const excel = createSimulatedExcel({ sheets: ["关工02"] });
    excel.workbook.sheet("关工02").type("A1", 3);
    excel.switches.refuseCalls("calculate", "GeneralException");
    await openWorkbook().read();
    await render(smallPlan());
  });
});

describe("a total that Excel calculates to something else", () => {
  it("is named with its cell and both values", async () => {
    createSimulatedExcel({ sheets: ["工作安排"] });
    const { sheets, names } = smallPlan();
    const wrong = sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => (cell.formula === undefined ? cell : { ...cell, value: 49 })),
    }));
    const { wrongCells } = await render({ sheets: wrong, names });
    expect(wrongCells).toEqual([{ sheet: "汇总", cell: "C2", planned: 49, found: 50 }]);
  });

  it.each([
    ["a number that is an error", 12, "1/0"],
    ["a text that is an error", "台上镇", "NA()"],
    ["a text that is empty", "台上镇", 'T("")'],
  ])("is seen: %s", async (_, value, formula) => {
    createSimulatedExcel({ sheets: ["工作安排"] });
    const cells = [{ row: 2, column: 1, value, formula }];
    const { wrongCells } = await render({ sheets: [{ name: "甲", cells }], names: [] });
    expect(wrongCells).toMatchObject([{ sheet: "甲", cell: "B3", planned: value }]);
  });
});

describe("more than 512 merged areas", () => {
  it.each<Fault[][]>([[[]], [["manyMergesAreNull"]], [["mergedAddressIsCorner"]]])(
    "are all read (%j)",
    async (faults) => {
      const excel = createSimulatedExcel({ sheets: ["关工02"], faults });
      const view = excel.workbook.sheet("关工02");
      const pairs = Array.from({ length: 700 }, (_, i) => ({
        top: 2 * i,
        left: i % 3,
        bottom: 2 * i + 1,
        right: i % 3,
      }));
      await act(({ workbook }) => {
        const sheet = workbook.worksheets.getItem("关工02");
        sheet.getRange("A1:C1400").values = Array.from({ length: 1400 }, (_, row) => [row, "", ""]);
        for (const { top, left, bottom } of pairs)
          sheet.getRange(`${toA1(top, left)}:${toA1(bottom, left)}`).merge();
      });
      expect(view.merges).toHaveLength(700);
      const [sheet] = (await openWorkbook().read()).sheets;
      expect([...sheet!.merges].sort((a, b) => a.top - b.top)).toEqual(pairs);
    },
  );

  it("are all read in one wide row", async () => {
    createSimulatedExcel({ sheets: ["关工02"] });
    await act(({ workbook }) => {
      const sheet = workbook.worksheets.getItem("关工02");
      sheet.getRangeByIndexes(0, 0, 1, 1_300).values = [Array.from({ length: 1_300 }, () => 1)];
      for (let column = 0; column < 1_300; column += 2) sheet.getRangeByIndexes(0, column, 1, 2).merge();
    });
    const [sheet] = (await openWorkbook().read()).sheets;
    expect(sheet!.merges).toHaveLength(650);
  });
});

describe("a chart sheet in front", () => {
  const open = async (): Promise<SimulatedExcel> => {
    const excel = await written();
    excel.workbook.openChartSheet();
    return excel;
  };

  it("does not stop writing, undo or reading", async () => {
    const excel = await open();
    const outcome = await render(smallPlan([5, 6]));
    expect(excel.workbook.sheet("汇总").value("C2")).toBe(11);
    await outcome.undo();
    expect(excel.workbook.sheet("汇总").value("C2")).toBe(50);
    await openWorkbook().read();
    expect(await openWorkbook().unfinished()).toBeNull();
  });

  it("does not stop looking at a file's sheet, and closing it again", async () => {
    const excel = await open();
    const workbook = openWorkbook();
    await workbook.view({ name: "【查看】甲", cells: [] }, "A1");
    expect(excel.workbook.activeSheet).toBe("【查看】甲");
    await workbook.closeView();
    expect(excel.workbook.hasSheet("【查看】甲")).toBe(false);
  });
});

describe("what Excel refuses, in its own words", () => {
  const CODES: readonly [string, string][] = [
    ["InactiveWorkbook", "H10"],
    ["InvalidSelection", "H10"],
    ["OperationCellsExceedLimit", "H11"],
    ["RangeExceedsLimit", "H11"],
    ["FormulaLengthExceedsLimit", "H12"],
    ["UnsupportedSheet", "H14"],
  ];

  it.each(CODES)("%s is %s, and everything is as it was", async (code, wanted) => {
    const excel = await written();
    const before = excel.snapshot();
    excel.switches.failBatch({ batch: 3, when: "halfWay", code });
    const error: unknown = await render(smallPlan([5, 6])).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ error: { code: wanted } });
    expect(excel.snapshot()).toEqual(before);
    const { what, advice, params } = problemOf(error)!;
    for (const key of [what, advice]) {
      const text = say("zh-CN", key, params);
      expect(text).toMatch(/[一-龥]。$/);
      expect(text).not.toMatch(/undefined|[{}]/);
    }
  });

  it("another workbook in front is said, and nothing is written until this one is", async () => {
    const excel = await written();
    const before = excel.snapshot();
    excel.workbook.hasFocus = false;
    await expect(render(smallPlan([5, 6]))).rejects.toMatchObject({ error: { code: "H10" } });
    await expect(openWorkbook().goTo("汇总", "A1")).rejects.toMatchObject({ error: { code: "H10" } });
    excel.workbook.hasFocus = true;
    expect(excel.snapshot()).toEqual(before);
    await render(smallPlan([5, 6]));
  });

  it("a formula that is too long is named with its cell", async () => {
    const excel = createSimulatedExcel({ sheets: ["工作安排"] });
    const before = excel.snapshot();
    const formula = Array.from({ length: 3_000 }, () => "A1").join("+");
    const cells = [
      { row: 0, column: 0, value: 1 },
      { row: 4, column: 3, value: 3_000, formula },
    ];
    await expect(render({ sheets: [{ name: "甲", cells }], names: [] })).rejects.toMatchObject({
      error: { code: "H12", params: { sheet: "甲", cell: "D5", length: formula.length } },
    });
    expect(excel.snapshot()).toEqual(before);
  });
});

describe("comments", () => {
  it("are written where the plan has them, whichever sheet is in front", async () => {
    const excel = createSimulatedExcel({ sheets: ["工作安排"] });
    const comments = [{ row: 1, column: 1, text: "请核对" }];
    const plan = {
      sheets: [{ name: "甲 乙", cells: [{ row: 1, column: 1, value: 1 }], comments }],
      names: [],
    };
    await (await render(plan)).keep();
    expect(excel.workbook.sheet("甲 乙").comments).toEqual({ B2: "请核对" });
  });
});

describe("days of an open workbook", () => {
  /** 22 December 2020, counted from 1900 and from 1904. */
  const DAY = { 1900: 44_187, 1904: 42_725 } as const;

  async function dated(
    system: 1900 | 1904,
    formats: readonly string[],
    width?: number,
  ): Promise<SimulatedExcel> {
    const excel = createSimulatedExcel({ sheets: ["关工00"], date1904: system === 1904 });
    await act(({ workbook }) => {
      const sheet = workbook.worksheets.getItem("关工00");
      formats.forEach((format, i) => {
        const cell = sheet.getRange(`B${i + 1}`);
        cell.numberFormat = [[format]];
        cell.values = [[DAY[system]]];
      });
      if (width !== undefined) sheet.getRange("B:B").format.columnWidth = width;
    });
    return excel;
  }

  it.each([
    "yyyy-mm-dd",
    "yyyy/m/d",
    'yyyy"年"m"月"d"日"',
    "yy-mm-dd",
    'm"月"d"日"',
    "d-mmm-yy",
    "yyyy/m/d h:mm",
  ])("count from the year that %s shows", async (format) => {
    for (const system of [1900, 1904] as const) {
      await dated(system, [format]);
      expect((await openWorkbook().read()).date1904).toBe(system === 1904);
    }
  });

  it("are known by a later cell where the first does not show it", async () => {
    await dated(1904, ["d", "h:mm", "yyyy-mm-dd"]);
    expect((await openWorkbook().read()).date1904).toBe(true);
  });

  it("are asked for, with the cell, where every date is too wide for its column", async () => {
    await dated(1904, ["yyyy-mm-dd", "yyyy-mm-dd"], 10);
    await expect(openWorkbook().read()).rejects.toMatchObject({
      error: { code: "H13", params: { sheet: "关工00", cell: "B1" } },
    });
  });

  it.each([1900, 1904] as const)("are written as the same days where they count from %i", async (system) => {
    const excel = createSimulatedExcel({ sheets: ["工作安排"], date1904: system === 1904 });
    const format = "yyyy-mm-dd";
    const cells = [0, 1, 2, 5].map((row) => ({ row, column: 1, value: DAY[1900] + row, style: { format } }));
    const amount = { row: 6, column: 1, value: DAY[1900] };
    await render({ sheets: [{ name: "甲", cells: [...cells, amount] }], names: [] });
    const texts = ["B1", "B2", "B3", "B6"].map((address) => excel.workbook.sheet("甲").text(address));
    expect(texts).toEqual(["2020-12-22", "2020-12-23", "2020-12-24", "2020-12-27"]);
    expect(excel.workbook.sheet("甲").value("B7")).toBe(DAY[1900]);
    const [sheet] = (await openWorkbook().read()).sheets.filter(({ name }) => name === "甲");
    expect([...cellsOf(sheet!)][0]!.value).toBe(DAY[system]);
  });

  it("do not matter where there are none", async () => {
    await dated(1904, ["0", "h:mm"]);
    expect((await openWorkbook().read()).date1904).toBe(false);
  });
});

it("leaves nothing of the journal once the person is content", async () => {
  const excel = await written();
  await (await render(smallPlan([5, 6]))).keep();
  expect(excel.workbook.sheetNames.filter(isJournalSheet)).toEqual([]);
});
