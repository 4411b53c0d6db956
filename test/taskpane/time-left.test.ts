import { timeLeft } from "../../src/taskpane/common/time-left";

describe("the time left", () => {
  it.each([
    ["nothing while too little is known", 1, 300, 200, null],
    ["minutes of many files", 50, 300, 40_000, { unit: "minutes", count: 3 }],
    ["tens of seconds of fewer", 100, 300, 10_000, { unit: "seconds", count: 20 }],
    ["nothing when it is nearly over", 299, 300, 60_000, null],
    ["nothing where the number of files is not known", 0, 0, 60_000, null],
  ])("says %s", (_, done, total, took, left) => {
    expect(timeLeft(done, total, took)).toEqual(left);
  });
});
