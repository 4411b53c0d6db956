import { say as sayOnCommandLine } from "../src/locales/command-line";
import { enUS as english } from "../src/locales/en-US";
import { batch as englishOnCommandLine } from "../src/locales/en-US/batch";
import { sheets as englishOnSheets } from "../src/locales/en-US/sheets";
import { sayInReport } from "../src/locales/report-words";
import { zhCN as chinese } from "../src/locales/zh-CN";
import { fetchedZhCN } from "../src/locales/zh-CN/fetched";
import { batch as chineseOnCommandLine } from "../src/locales/zh-CN/batch";
import { sheets as chineseOnSheets } from "../src/locales/zh-CN/sheets";
import { formatNumber, isMessageKey, localeFor, MissingParameterError, say } from "../src/locales";
import type * as Locales from "../src/locales";
import type * as Fetching from "../src/locales/fetch-language";
import * as fs from "node:fs";
import * as path from "node:path";

const zhCN = { ...chinese, ...fetchedZhCN, ...chineseOnSheets, ...chineseOnCommandLine };
const enUS = { ...english, ...englishOnSheets, ...englishOnCommandLine };

const placeholders = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort();

describe("the two languages", () => {
  const keys = Object.keys(zhCN) as (keyof typeof zhCN)[];

  it("have the same keys", () => {
    expect(Object.keys(enUS).sort()).toEqual([...keys].sort());
  });

  it("have the same placeholders in every message", () => {
    const differing = keys.filter((key) => `${placeholders(zhCN[key])}` !== `${placeholders(enUS[key])}`);
    expect(differing).toEqual([]);
  });

  it("say what to do apart from what is wrong: no finding asks for anything in its first entry", () => {
    const asks = keys.filter((key) => {
      const isFinding =
        /^(finding\.[A-Z]\d|file\.(notice|unreadable|beside))/.test(key) && !key.endsWith(".mend");
      return isFinding && /[。；：]请/.test(zhCN[key].replace(/“[^”]*”/g, ""));
    });
    expect(asks).toEqual([]);
    const without = keys.filter(
      (key) => /^(finding|file)\..*\.mend$/.test(key) && !isMessageKey(key.slice(0, -5)),
    );
    expect(without).toEqual([]);
  });

  it("leave no message empty, and no brace that is no placeholder", () => {
    const faulty = (message: string): boolean =>
      message.trim() === "" || /[{}]/.test(message.replace(/\{\w+\}/g, ""));
    expect(keys.filter((key) => faulty(zhCN[key]) || faulty(enUS[key]))).toEqual([]);
  });

  it("are not mixed: English messages hold no Chinese characters", () => {
    // A message may quote what is in the workbook, between quotation marks.
    const unquoted = (message: string): string => message.replace(/“[^”]*”|"[^"]*"/g, "");
    expect(keys.filter((key) => /\p{Script=Han}/u.test(unquoted(enUS[key])))).toEqual([]);
  });

  it.each(["zh-CN", "en-US"])("%s keeps every key in one file only", (locale) => {
    const folder = path.join(__dirname, "../src/locales", locale);
    const files = fs.readdirSync(folder).filter((name) => name !== "index.ts");
    const inFiles = files.flatMap((name) => {
      const text = fs.readFileSync(path.join(folder, name), "utf8");
      return [...text.matchAll(/^ {2}"([^"]+)":/gm)].map((match) => match[1]!);
    });
    expect(inFiles.sort()).toEqual([...keys].sort());
  });
});

describe("a language that is not at hand", () => {
  const untaught = (): typeof Locales & typeof Fetching => {
    jest.resetModules();
    return { ...require("../src/locales"), ...require("../src/locales/fetch-language") };
  };

  it("is not spoken, and nothing else in its place", () => {
    const { say } = untaught();
    expect(say("zh-CN", "pane.large")).toBe("大字");
    expect(() => say("en-US", "pane.large")).toThrow("en-US has not been learnt");
  });

  it("is spoken once it was fetched", async () => {
    const { say, fetchLanguage } = untaught();
    expect(await fetchLanguage("en-US")).toBe("en-US");
    expect(say("en-US", "pane.large")).toBe("Larger");
  });

  it("leaves Chinese where its file cannot be had", async () => {
    const { fetchLanguage } = untaught();
    expect(await fetchLanguage("en-US", () => Promise.reject(new Error("gone")))).toBe("zh-CN");
  });

  it("is not fetched by who reads Chinese", async () => {
    const { fetchLanguage } = untaught();
    const fetchEnglish = jest.fn();
    expect(await fetchLanguage("zh-CN", fetchEnglish)).toBe("zh-CN");
    expect(fetchEnglish).not.toHaveBeenCalled();
  });
});

describe("a message", () => {
  it("is said in the reader's language with its parameters put in", () => {
    const params = { reported: 21, expected: 22 };
    expect(sayInReport("zh-CN")("report.unitsReported", params)).toBe("已报 21/22");
    expect(sayInReport("en-US")("report.unitsReported", params)).toBe("21 of 22 reported");
  });

  it("counts one thing and several as people do", () => {
    const sheets = (count: number): string => say("en-US", "pane.written", { count });
    expect([sheets(1), sheets(2), sheets(0)]).toEqual([
      "Done: 1 sheet written",
      "Done: 2 sheets written",
      "Done: 0 sheets written",
    ]);
  });

  it("puts text in as it stands, even where it looks like a placeholder", () => {
    expect(sayOnCommandLine("en-US", "batch.wroteFile", { file: "{file}$&.xlsx" })).toBe(
      "Wrote {file}$&.xlsx",
    );
  });

  it("refuses to be said without a parameter that it mentions", () => {
    expect(() => sayOnCommandLine("zh-CN", "batch.wroteFile")).toThrow(MissingParameterError);
    expect(() => sayOnCommandLine("zh-CN", "batch.wroteFile", { name: "a" })).toThrow(
      "batch.wroteFile wants the parameter file",
    );
  });

  it("never takes a parameter from what every object inherits", () => {
    expect(() => sayOnCommandLine("zh-CN", "batch.wroteFile", Object.create({ file: "a" }))).toThrow(
      MissingParameterError,
    );
  });
});

describe("a number in a message", () => {
  it.each([
    [356000, "356000"],
    [80.7339, "80.73"],
    [8, "8"],
    [-0.001, "0"],
    [-1.5, "-1.5"],
  ])("%p is written %p", (value, text) => {
    expect(formatNumber("zh-CN", value)).toBe(text);
    expect(formatNumber("en-US", value)).toBe(text);
  });
});

describe("keys and tags from outside", () => {
  it("tells keys from other text", () => {
    expect(isMessageKey("pane.title")).toBe(true);
    expect(isMessageKey("toString")).toBe(false);
  });

  it.each([
    ["zh-CN", "zh-CN"],
    ["zh-Hans", "zh-CN"],
    ["ZH", "zh-CN"],
    ["en-GB", "en-US"],
    ["fr-FR", "en-US"],
  ])("the host's %s is served in %s", (tag, locale) => {
    expect(localeFor(tag)).toBe(locale);
  });
});
