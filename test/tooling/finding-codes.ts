/** docs/finding-codes.md, made from the catalogue of findings and the messages in both languages. */
import {
  CATALOGUE,
  CHECK_CODES,
  type CatalogueEntry,
  type CheckCode,
  type ProposalKind,
  type RootCause,
  type Stage,
  type Subject,
} from "../../src/findings/catalogue";
import { enUS } from "../../src/locales/en-US";
import { zhCN } from "../../src/locales/zh-CN";
import { fetchedZhCN } from "../../src/locales/zh-CN/fetched";
import type { RuleClass } from "../../src/rules/rule";

const CHINESE: Readonly<Record<string, string>> = { ...zhCN, ...fetchedZhCN };
const ENGLISH: Readonly<Record<string, string>> = enUS;

const SUBJECTS: Readonly<Record<Subject, string>> = {
  workbook: "报表整体 The report as a whole",
  file: "文件，及读不出来的内容 Files, and what in them cannot be read",
  cell: "文件、工作表和单元格 Files, sheets and cells as the unit sent them",
  relation: "内置的表内关系 Built-in relations within the forms",
  list: "内置的表与明细关系 Built-in relations between forms and lists",
  plausibility: "合理性 Plausibility",
  county: "全市（县）合计 The county's totals",
};

const CLASSES: Readonly<Record<RuleClass, string>> = {
  mustFix: "强制 must fix",
  explain: "核实 explain",
  note: "提示 note",
};

const STAGES: Readonly<Record<Stage, string>> = {
  wholes: "说的是整份报表，别的结果归在它下面 speaks for the whole report and takes what follows",
  damages:
    "单元格或表有问题，用到它的审核归在它下面 damages a cell or form, and takes the rules that rest on it",
  rules: "审核关系 a rule",
  plausibility: "归在同一格的其他问题下面 follows what is wrong at its cell",
  stale: "归在同一格的其他问题下面 follows what is wrong at its cell",
};

const CAUSES: Readonly<Record<RootCause, string>> = {
  anotherYear: "别的年度的报表（S05、D54）a report of another year (S05, D54)",
  copiedFile: "照抄了别的单位的报表（D11）a copy of another unit's report (D11)",
  wrongValue: "这一格的数本身不对 a value that is wrong anyway",
};

const PROPOSALS: Readonly<Record<ProposalKind, string>> = {
  asRead: "按读到的数 the value as read",
  asReadInOwnMeasure: "按读到的数，计量单位不对的除外 the value as read, except in a wrong unit of measure",
  oneNumberOfSeveral: "几个数中明确的一个 the one number that is clear",
  negativeNumber: "负数 the negative number",
  numberInText: "文字里的数 the number that the text can only mean",
  recomputed: "公式重新计算的结果 the formula, recomputed",
  restoredFormula: "恢复公式的结果 the formula, restored",
  overwrittenFormula: "被覆盖的公式的结果 the formula that was typed over",
  ratio: "按公式计算的比率 the ratio by its formula",
  carried: "带入的上年数 last year's value as carried",
  tenThousandTimes: "差一万倍的改回来 ten thousand times more, or less",
};

/** The whole page. */
export function findingCodesPage(): string {
  const sections = (Object.keys(SUBJECTS) as Subject[]).map(section);
  return `${[INTRODUCTION, ...sections, SETTINGS].join("\n\n")}\n`;
}

const INTRODUCTION = `# 审核结果代码 Finding codes

<!-- Written by \`npm run docs:codes\` from src/findings/catalogue.ts and src/locales. Do not edit. -->

每条审核结果有一个代码：或者是下面的一个，或者是模板里审核关系的编号（由单位自己编，可能与下面的代码相同）。
花括号里的是随结果变化的内容。

A finding has a code: one of those below, or the number of a rule in the template, which the office chose and which may
look like one of these. What is between braces changes from finding to finding.`;

const SETTINGS = `## 只在模板里的编号 Numbers that only the template has

${["C02", "C05"].map((code) => `- **${code}** ${titleOf(code)}`).join("\n")}`;

function section(subject: Subject): string {
  const codes = CHECK_CODES.filter((code) => CATALOGUE[code].subject === subject);
  return [`## ${SUBJECTS[subject]}`, ...codes.map(chapter)].join("\n\n");
}

function chapter(code: CheckCode): string {
  const title = titleOf(code);
  return [`### ${code}${title && ` ${title}`}`, facts(CATALOGUE[code]).join("\n"), messages(code)].join(
    "\n\n",
  );
}

/** Checks that a template can set have a title in its sheet of rules. */
function titleOf(code: string): string {
  const key = `template.builtIn.${code}`;
  return key in CHINESE ? `${CHINESE[key]} · ${ENGLISH[key]}` : "";
}

function facts({ severity, stage, followsFrom = [], ...entry }: CatalogueEntry): string[] {
  return [
    `- 性质 class: ${severity.map((each) => CLASSES[each]).join("，")}`,
    `- 归并 grouping: ${STAGES[stage]}`,
    ...followsFrom.map((cause) => `- 起因可能是 may follow from: ${CAUSES[cause]}`),
    ...(entry.confirmable ? ["- 可以确认无误 its reading can be confirmed for the whole file"] : []),
    ...(entry.proposal ? [`- 修改建议 proposal: ${PROPOSALS[entry.proposal]}`] : []),
    ...(entry.countyOnly ? ["- 不退回单位 not sent back to a unit"] : []),
  ];
}

/** Every message of the code, with what to do about it, in both languages. */
function messages(code: CheckCode): string {
  const prefixes = [`finding.${code}`, `file.unreadable.${code}`, `file.notice.${code}`];
  const keys = Object.keys(CHINESE).filter((key) =>
    prefixes.some((prefix) => key === prefix || key.startsWith(`${prefix}.`)),
  );
  const said = keys.filter((key) => !/\.(mend|unit)$/.test(key));
  return said.map((key) => `> ${whole(CHINESE, key)}\n>\n> ${whole(ENGLISH, key)}`).join("\n\n");
}

function whole(texts: Readonly<Record<string, string>>, key: string): string {
  const text = [texts[key], texts[`${key}.mend`]].filter(Boolean).join(" ");
  return text.replace(/\s*\n\s*/g, " ").replace(/[<>*_|]/g, "\\$&");
}
