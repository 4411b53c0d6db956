import type { Proposal } from "../../../form-discovery/question";
import type { CellUse } from "../../../template/own-sheet";
import type { Messages } from "../../messages";

/** As in the template workbook (`template/workbook/signs.ts`). */
export const SIGN_OF: Readonly<Record<CellUse, string>> = {
  sum: "∑",
  computed: "＝",
  text: "文",
  lastYear: "上",
  unused: "－",
};

/** `∑ 汇总相加` */
export function signText(proposal: Proposal, words: Messages): string {
  const sign = Object.hasOwn(SIGN_OF, proposal) ? `${SIGN_OF[proposal as CellUse]} ` : "";
  return `${sign}${words(`forms.use.${proposal}`)}`;
}
