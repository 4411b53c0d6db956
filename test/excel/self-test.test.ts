import { createSelfTest } from "../../src/excel/self-test";
import { HOST_CASES } from "../../src/excel/host-cases";
import type { SelfTestResult } from "../../src/ports/ports";
import { createSimulatedExcel, type SimulatedExcel } from "../excel-host";
import { FAULTS, type Fault } from "../excel-host/book/faults";

const { formulas, values, limits } = HOST_CASES;
/** Enough where it is not about the cases. */
const FEW = { formulas: formulas!, values: values!.slice(0, 6) };
const COUNT = Object.values(FEW).flat().length;
const titles = (results: readonly SelfTestResult[], outcome: string): string[] =>
  results.filter((result) => result.outcome === outcome).map(({ title }) => title);

interface Run {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
  readonly timeout?: number;
  readonly cases?: Parameters<typeof createSelfTest>[0];
}

function run({
  cases = FEW,
  timeout,
  signal = new AbortController().signal,
  onProgress = () => undefined,
}: Run = {}) {
  return createSelfTest(cases, timeout).run({ signal, onProgress });
}

describe("the self-test", () => {
  let excel: SimulatedExcel;
  beforeEach(() => {
    excel = createSimulatedExcel();
    excel.workbook.sheet("Sheet1").type("A1", "张三");
  });

  it("passes in an Excel that is as we think, and leaves the workbook as it was", async () => {
    const before = excel.snapshot();
    const progress: number[] = [];
    const results = await run({ cases: HOST_CASES, onProgress: (done) => progress.push(done) });
    expect(results).toHaveLength(Object.values(HOST_CASES).flat().length);
    expect(titles(results, "failed")).toEqual([]);
    expect(
      new Set(results.filter(({ outcome }) => outcome === "skipped").map(({ reason }) => reason)),
    ).toEqual(new Set(["web", "person", "olderExcel"]));
    expect(progress).toEqual(results.map((_, i) => i));
    expect(excel.snapshot()).toEqual(before);
    expect(JSON.stringify(results)).not.toContain("张三");
  });

  it("names what Excel did instead, and goes on", async () => {
    excel.switches.failBatch({ batch: 6, when: "before", code: "GeneralException" });
    const results = await run();
    expect(titles(results, "failed")).toHaveLength(1);
    expect(results.find(({ outcome }) => outcome === "failed")!.reason).toMatchObject({
      found: expect.stringContaining("GeneralException"),
    });
    expect(results).toHaveLength(COUNT);
  });

  it("takes away what a case leaves that failed half way", async () => {
    const before = excel.snapshot();
    for (let batch = 4; batch < 30; batch += 5) {
      excel.switches.failBatch({ batch, when: "halfWay" });
      await run();
      expect(excel.snapshot()).toEqual(before);
    }
  });

  it("stops after the case at hand, and says what was not tried", async () => {
    const before = excel.snapshot();
    const stop = new AbortController();
    const results = await run({ signal: stop.signal, onProgress: (done) => done === 3 && stop.abort() });
    expect(results).toHaveLength(COUNT);
    expect(results.slice(3).every(({ reason }) => reason === "stopped")).toBe(true);
    expect(excel.snapshot()).toEqual(before);
  });

  it("asks nothing more of an Excel that does not answer", async () => {
    // The first asks for the sheets, the second adds the one of the first case.
    const first = excel.switches.holdNextSync();
    const running = run({ timeout: 5 });
    await first.arrived;
    const held = excel.switches.holdNextSync();
    first.release();
    const results = await running;
    expect(results[0]).toMatchObject({ outcome: "failed", reason: { found: "Excel gave no answer." } });
    expect(results.slice(1).every(({ outcome }) => outcome === "skipped")).toBe(true);
    held.release();
  });

  it("knows a blank workbook, and can open one beside another", async () => {
    expect(await createSelfTest().isBlank()).toBe(false);
    const blank = createSimulatedExcel({ sheets: ["Sheet1", "Sheet2"] });
    expect(await createSelfTest().isBlank()).toBe(true);
    await createSelfTest().openBlank();
    expect(blank.openedBeside).toBe(1);
  });
});

describe("the self-test in Excel on the web", () => {
  it("runs what only the web does, and leaves out what only the desktop does", async () => {
    createSimulatedExcel({ platform: "web" });
    const results = await run({ cases: { limits: limits! } });
    expect(titles(results, "failed")).toEqual([]);
    expect(results.filter(({ reason }) => reason === "desktop").map(({ title }) => title)).toEqual([
      "on the desktop 6 MB go through",
    ]);
  });
});

describe("the self-test in an Excel that does something else than we hope", () => {
  /** The cases that settle one of the faults, and some beside them. */
  const cases = Object.fromEntries(
    Object.entries(HOST_CASES).map(([topic, all]) => [
      topic,
      topic === "copies" || topic === "calculation" ? all : all.filter(({ title }) => /merged/.test(title)),
    ]),
  );
  const count = Object.values(cases).flat().length;
  // Only a person who presses Ctrl+Z sees whether there is something to undo.
  const settled = (Object.keys(FAULTS) as Fault[]).filter((fault) => fault !== "undoStackSurvives");

  it.each(settled)("names it, and goes on: %s", async (fault) => {
    const excel = createSimulatedExcel({ faults: [fault] });
    const before = excel.snapshot();
    const results = await run({ cases });
    const failed = results.filter(({ outcome }) => outcome === "failed");
    expect(failed).toHaveLength(1);
    expect(failed[0]!.reason).toMatchObject({ found: expect.stringMatching(/./) });
    expect(results).toHaveLength(count);
    expect(excel.snapshot()).toEqual(before);
  });
});
