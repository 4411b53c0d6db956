/** What texts of a template call their units, one level up. */

const UNITS = ["乡镇", "县（市、区）", "市（州）", "省（区、市）"] as const;

/** `县（市、区）`, what the units of a level are called together; 乡镇 where units are townships. */
export function unitsOfLevel(step: number): string {
  return UNITS[step] ?? "下级单位";
}

const EVERY_UNIT =
  /各(?:乡镇、街道|乡镇（街道）|乡镇\(街道\)|乡镇街道|镇街|乡镇|单位|县（市、区）|市（州）)/g;
const WHOLE = /全[县市区旗州盟](?![民员域])/g;

/**
 * The text of the level below as this level says it: `各乡镇` is `各县（市、区）`, `全县` is `全市`.
 * @param name what the level is called, `通化市`; empty where it is not known
 */
export function levelWords(step: number, name: string): (text: string) => string {
  const whole = /[县市区旗州盟省]$/.exec(name)?.[0] ?? (step > 1 ? "省" : "市");
  return (text) => text.replace(EVERY_UNIT, `各${unitsOfLevel(step)}`).replace(WHOLE, `全${whole}`);
}
