/** A small template's words and a way to state facts, for the tests of the rule language. */
import { createVocabulary, type Facts, type Operand, type Vocabulary } from "../../src/rules";

export const LINES: Readonly<Record<string, string>> = {
  "0101": "应建关工委组织数",
  "0102": "已建关工委组织总数",
  "0103": "乡镇街道级",
  "0104": "市直部门",
  "0105": "村",
  "0106": "社区",
  "0107": "学校",
  "0108": "企业及其他",
  "0112": '达到"五好"的组织数',
  "0117": "常务副主任兼任党支部书记",
  "0118": "已设老干部党支部",
  "0201": "五老志愿者总数",
  "0213": "本年新增",
  "0214": "本年退出",
  "0215": "净增",
  "0216": "五老骨干",
  "1001": "有人员",
  "1002": "有办公场所",
  "1015": "年度经费",
  "2001": "同名",
  "2002": "同名",
  NG1310: "农业总产值",
  NG1320: "种植业",
  NG1321: "林业",
  CA6110: "资产",
  CA6210: "负债",
  NM4310: "净资产",
};

export const vocabulary: Vocabulary = createVocabulary({
  forms: [{ indicators: Object.entries(LINES).map(([code, name]) => ({ code, name })) }],
  lists: [
    { id: "L2", title: "捐助", columns: ["来源", "捐方", "现金", "折价"].map((name) => ({ name })) },
    { id: "L3", title: "结对", columns: [{ name: "五老" }] },
  ],
});

export interface StatedFacts {
  readonly current?: Readonly<Record<string, Operand>>;
  readonly lastYear?: Readonly<Record<string, Operand>>;
  readonly rows?: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, Operand>>>>>;
}

export function facts(stated: StatedFacts): Facts {
  const rows = new Map(
    Object.entries(stated.rows ?? {}).map(([list, all]) => [
      list,
      all.map((row) => new Map(Object.entries(row))),
    ]),
  );
  return {
    current: (code) => stated.current?.[code] ?? null,
    lastYear: (code) => stated.lastYear?.[code] ?? null,
    rows: (list) => rows.get(list) ?? null,
  };
}
