/** The sentence around a number. */

export interface Quote {
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/** Characters on either side, where a sentence has no end. */
const LONGEST = 90;
const ENDS = /[。！？；\n]/;

/** `start` and `end` are UTF-16 offsets into the text, `end` exclusive. What is left out is shown as …. */
export function quoteOf(text: string, start: number, end: number): Quote {
  return { before: lead(text, start), number: text.slice(start, end), after: rest(text, end) };
}

function lead(text: string, start: number): string {
  let from = start;
  while (from > 0 && start - from < LONGEST && !ENDS.test(text[from - 1]!)) from--;
  const whole = from === 0 || ENDS.test(text[from - 1]!);
  return (whole ? "" : "…") + text.slice(from, start).trimStart();
}

function rest(text: string, end: number): string {
  let to = end;
  while (to < text.length && to - end < LONGEST && !ENDS.test(text[to]!)) to++;
  const whole = to === text.length || ENDS.test(text[to]!);
  // The full stop belongs to the sentence.
  const stop = whole && to < text.length && text[to] !== "\n" ? text[to]! : "";
  return text.slice(end, to).trimEnd() + (whole ? stop : "…");
}
