import type { FormSpec } from "../figures";

/** 关工10: money and marks. 1004 is 是 where there is money. */
export const form10: FormSpec = {
  "1015": {
    only: {
      团结街道: 5000,
      黎明街道: 4500,
      城东街道: 3000,
      青石镇: 2600,
      花甸镇: 2400,
      头道镇: 4000,
      清河镇: 2000,
      台上镇: 4800,
      财源镇: 3500,
      大路镇: 2500,
      太王镇: 2800,
      麻线乡: 1800,
      凉水朝鲜族乡: 1500,
      市教育局: 9800,
      市公安局: 6000,
      市司法局: 4000,
      市检察院: 3600,
      市法院: 4200,
      市民政局: 5000,
    },
  },
  "1016": { T: [86, 97], D: [88, 96] },
};

/** Who answers 否; everybody else 是. */
export const answersNo: Readonly<Record<string, readonly string[]>> = {
  "1001": [],
  "1002": ["榆林镇"],
  "1003": ["榆林镇"],
  "1005": ["通胜街道", "市检察院"],
  "1006": ["凉水朝鲜族乡", "市法院", "市民政局"],
  "1007": ["花甸镇", "市公安局", "市司法局"],
  "1008": ["通胜街道", "榆林镇", "市检察院", "市法院"],
  "1009": ["通胜街道"],
  "1010": ["榆林镇", "通胜街道", "市检察院"],
  "1011": ["通胜街道", "市检察院"],
  "1012": ["通胜街道", "市教育局", "市公安局", "市司法局", "市检察院", "市法院", "市民政局"],
  "1013": ["榆林镇"],
  "1014": [],
};

/** 0118: townships with a branch of retired officials; 0117: where its secretary is the deputy director. */
export const branches: readonly string[] = [
  "青石镇",
  "花甸镇",
  "头道镇",
  "清河镇",
  "台上镇",
  "财源镇",
  "大路镇",
  "太王镇",
  "麻线乡",
  "凉水朝鲜族乡",
];
export const branchSecretaries: readonly string[] = branches.filter(
  (name) => name !== "花甸镇" && name !== "麻线乡",
);
