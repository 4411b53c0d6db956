/** How grave a finding is with all that it brings about: explaining it is no use while that must be fixed. */
import type { Finding } from "./finding";
import type { RuleClass } from "../rules/rule";

const GRAVEST_FIRST: readonly RuleClass[] = ["mustFix", "explain", "note"];

export function weightOf({ class: own, causes }: Pick<Finding, "class" | "causes">): RuleClass {
  const weights = [own, ...causes.map(weightOf)];
  return GRAVEST_FIRST.find((each) => weights.includes(each))!;
}
