/** D40: words and strokes that people put where a number belongs. */
import type { CellSpec, Defect, Reading, ReadSettings } from "./reading";
import { refused, unlessConfirmed } from "./reading";

/** Nothing there: zero. */
const NONE =
  /^(?:无|没有|未有|暂无|没|均无|(?:没有?|未|尚未|从未)(?:开展|发生|举办|组织|建立|成立)(?:过|活动)?|nil|none)[。.]?$/i;
/** A stroke through the field: the line does not apply. */
const STROKE = /^(?:[-‐-―_~/\\|─━⁄×\uff0f.*]+|x|n\/?a|n\.a\.?|\(?空\)?)$/i;
const NOT_APPLICABLE = /^不适用$/;
/** Points somewhere else: cannot be read here. */
const ELSEWHERE =
  /^(?:同[上左右前下]|同上[行表年期]|同去年|同上年|[([]?(?:详)?见.*|[([]?附(?:件|表|后).*|另附.*|待[定报补核].*|略|[〃"']{1,2}|\?+)$/;

/** A reading for such a word, or undefined where the text is none. The text must be clean. */
export function readWord(
  raw: string,
  text: string,
  spec: CellSpec,
  settings: ReadSettings,
): Reading | undefined {
  const word = text.replace(/\s/g, "");
  const state = { raw, approximate: false, steps: ["D40"] };
  const cls = unlessConfirmed("D40", settings);
  if (ELSEWHERE.test(word)) return refused(raw, { code: "D40", class: "explain", variant: "elsewhere" });
  if (NONE.test(word)) {
    const defect: Defect = { code: "D40", class: cls, variant: "zero", params: { raw, value: 0 } };
    return { ...state, value: 0, state: "filled", defect };
  }
  // 不适用 is the proper word for it; only a compulsory line must say more.
  if (NOT_APPLICABLE.test(word) && !spec.required)
    return { ...state, steps: [], value: null, state: "notApplicable" };
  if (STROKE.test(word) || NOT_APPLICABLE.test(word)) {
    const defect: Defect = {
      code: "D40",
      class: cls,
      variant: "notApplicable",
      params: { raw, value: null },
    };
    return { ...state, value: null, state: "notApplicable", defect };
  }
  return undefined;
}
