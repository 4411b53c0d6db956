import { isDeepStrictEqual } from "node:util";
import { sayInReport } from "../../src/locales/report-words";
import { countyOf2019 } from "../../src/samples/sample-files";
import { onceARun } from "../tooling/once-a-run";
import { countyWorkbookOf2019 } from "./made-once";

describe("what is made once in a run", () => {
  it("is asked for once, and the same to everybody", () => {
    const make = jest.fn(() => ({ name: "台上镇", cells: [1, null, true] }));
    const name = `once-a-run test ${process.pid}`;
    const first = onceARun(name, make);
    expect(onceARun(name, make)).toEqual(first);
    expect(first).toEqual({ name: "台上镇", cells: [1, null, true] });
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("is the county workbook that the program makes, to the last cell", () => {
    // Jest's own comparison takes seconds for so much.
    expect(isDeepStrictEqual(countyWorkbookOf2019(), countyOf2019(sayInReport("zh-CN")))).toBe(true);
  });
});
