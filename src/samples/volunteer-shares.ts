/** How a unit's volunteers divide by kind, sex, party and age. */
import { shareOut } from "./share-out";

const KINDS = ["0202", "0203", "0204", "0205", "0206", "0207"] as const;
const AGES = ["0210", "0211", "0212"] as const;

/** Weights of the six kinds: retired officials are most, at the schools retired teachers. */
const USUAL = [41, 6, 8, 29, 5, 11];
const SCHOOLS = [22, 4, 7, 50, 5, 12];
const AGE_WEIGHTS = [33, 42, 25];

/** By code; together always the total. */
export function volunteerShares(unit: string, total: number): ReadonlyMap<string, number> {
  const kinds = shareOut(total, unit === "市教育局" ? SCHOOLS : USUAL);
  const ages = shareOut(total, AGE_WEIGHTS);
  return new Map([
    ...KINDS.map((code, i): [string, number] => [code, kinds[i]!]),
    ["0208", Math.round(total * 0.37)],
    ["0209", Math.round(total * 0.79)],
    ...AGES.map((code, i): [string, number] => [code, ages[i]!]),
  ]);
}
