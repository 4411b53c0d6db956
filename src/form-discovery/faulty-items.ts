/** Items whose formulas could not be computed: not understood, or resting on themselves. */
import { compileExpression, createVocabulary, isRuleError } from "../rules";
import type { DetailList, Form } from "../template/template";

/** The keys of such items. */
export function faultyItems(forms: readonly Form[], lists: readonly DetailList[]): Set<string> {
  const vocabulary = createVocabulary({ forms, lists });
  const operands = new Map<string, readonly string[]>();
  const faulty = new Set<string>();
  for (const { code, formula } of forms.flatMap(({ indicators }) => indicators)) {
    if (formula === undefined) continue;
    const compiled = compileExpression(formula, vocabulary);
    if (isRuleError(compiled)) faulty.add(code);
    else operands.set(code, compiled.codes);
  }
  for (const code of circles(operands)) faulty.add(code);
  return faulty;
}

/** Those that are met again on the way through what they rest on; without recursion: chains may be long. */
function circles(operands: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const done = new Set<string>();
  for (const start of operands.keys()) {
    const way: { code: string; next: number }[] = [{ code: start, next: 0 }];
    const open = new Set([start]);
    while (way.length > 0) {
      const last = way.at(-1)!;
      const next = done.has(last.code) ? undefined : operands.get(last.code)?.[last.next++];
      if (next === undefined) {
        done.add(last.code);
        open.delete(last.code);
        way.pop();
      } else if (open.has(next)) for (const { code } of way) found.add(code);
      else if (!done.has(next)) {
        open.add(next);
        way.push({ code: next, next: 0 });
      }
    }
  }
  return found;
}
