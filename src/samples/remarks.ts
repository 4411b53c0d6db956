/** The lines that hold text, and the units' own explanations. */

type ByCode = Readonly<Record<string, string>>;

const YEARS: Readonly<Record<number, Readonly<Record<string, ByCode>>>> = {
  2020: {
    清河镇: { "0714": "六年累计捐款 19800 元", "0706": "图书 4 箱" },
    青石镇: { "0706": "学习用品 10 箱" },
    头道镇: { "0706": "棉衣 36 件" },
    市关工委本级: { "0909": "市委领导批示 2 件；集办发〔2020〕29 号文件印发各乡镇街道" },
  },
  2019: {
    清河镇: { "0714": "五年累计捐款 18000 元", "0706": "图书 3 箱" },
    青石镇: { "0706": "学习用品 6 箱" },
    市关工委本级: { "0909": "市委领导批示 1 件；集关工发〔2019〕5 号文件印发各乡镇街道" },
  },
};

/** Texts of the year by unit and code; 0714 and 0706 are never added up. */
export function remarks(year: number): Readonly<Record<string, ByCode>> {
  return YEARS[year] ?? {};
}

const REASONS: Readonly<Record<string, ByCode>> = {
  团结街道: { "0111": "今年在新建小区楼栋集中建立关工小组 16 个。", "0213": "动员近年退休干部加入。" },
  台上镇: { "0305": "疫情期间以线上学习为主。" },
  通胜街道: { "1015": "年初未列预算，由街道统筹解决。" },
};

/** 说明 of 2020 by code. */
export function reasonsOf(unit: string, year: number): ReadonlyMap<string, string> {
  return new Map(year === 2020 ? Object.entries(REASONS[unit] ?? {}) : []);
}
