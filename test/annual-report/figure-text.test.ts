import { changeFigure, plainFigure, tenThousandsFigure } from "../../src/annual-report/figure-text";

const rate = { measure: "%", kind: "percent" } as const;
const money = { measure: "元", kind: "amount" } as const;

describe("a number in a report", () => {
  it.each([
    [1.15, "1.2%"],
    [28.75, "28.8%"],
    [32.04, "32.0%"],
  ])("is rounded as Excel shows it: %d is %s", (value, written) => {
    expect(plainFigure(value, rate)).toBe(written);
  });

  it("is the same as last year's where another program only kept more digits of it", () => {
    // 176 of 218, with fifteen digits and as Excel stores it.
    expect(changeFigure(80.7339449541284, 80.73394495412845, rate)).toBe("与上年持平");
  });

  it("has changed by percentage points where it is a rate", () => {
    // As they are printed: 32.5% and 32.0%.
    expect(changeFigure(32.46, 32.04, rate)).toBe("比上年提高0.5个百分点");
    expect(changeFigure(62.5, 62.75, rate)).toBe("比上年下降0.3个百分点");
    expect(changeFigure(80.73, 72.69, rate)).toBe("比上年提高8.0个百分点");
  });

  it("is in per cent where the office's own formula leaves a share of 1", () => {
    const share = { measure: "%", kind: "decimal", formula: "[01[3]]/01" } as const;
    expect(plainFigure(0.4768, share)).toBe("47.7%");
    expect(changeFigure(0.4768, 0.45, share)).toBe("比上年提高2.7个百分点");
    expect(plainFigure(47.68, { ...share, formula: "[01[3]]/01*100" })).toBe("47.7%");
  });

  it("is in 万元 from ten thousand yuan on", () => {
    expect([9_999, 34_500, 356_000].map((value) => tenThousandsFigure(value, money))).toEqual([
      "9999元",
      "3.5万元",
      "35.6万元",
    ]);
  });
});
