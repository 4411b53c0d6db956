/** Measures that mean the same in a text. */
import { unitParts, type Claim } from "./claim";

const SAME: Readonly<Record<string, string>> = {
  名: "人",
  位: "人",
  场次: "场",
  块: "元",
  块钱: "元",
  平米: "平方米",
  千克: "公斤",
  千米: "公里",
};

/** What is counted, without 万: 名 and 位 count people as 人 does. */
export function baseOf({ unit }: Pick<Claim, "unit">): string {
  const { base } = unitParts(unit);
  return SAME[base] ?? base;
}
