/**
 * Whether Excel takes the text for text even where somebody types it into a cell of any format. Chinese editions read
 * full-width signs (`＝`, `（1）`, `１`) and dates in Chinese (`1月2日`, `上午9时`) too, so that the answer is yes only for
 * what begins with a Chinese character and has no digit. All other text is written with a guard.
 */
export function staysText(text: string): boolean {
  return text === "" || /^[\p{Script=Han}《〈「“【][^\p{Nd}]*$/u.test(text);
}

/** A header or footer has at most 255 characters; a name in it must leave room for the rest. */
const LONGEST_HEADER_TEXT = 60;

/** A name as part of a header or footer, where `&` begins a code (ECMA-376 part 1, 18.3.1.46). */
export function headerText(name: string): string {
  const characters = [...name];
  const short =
    characters.length <= LONGEST_HEADER_TEXT
      ? name
      : `${characters.slice(0, LONGEST_HEADER_TEXT - 1).join("")}…`;
  return short.replaceAll("&", "&&");
}

/** The text as the title of a chart or an axis: Excel takes one that begins with `=` for a reference, a blank prevents it. */
export function titleText(text: string): string {
  return /^[=＝]/.test(text) ? ` ${text}` : text;
}
