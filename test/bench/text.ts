/** Precision and recall of the fact-check by kind, and its speed: `npm run bench:text`. */
import { check, corpus, type Outcome } from "../fact-check/corpus";
import { checkText } from "../../src/fact-check/check-text";
import { builtInTemplate } from "../../src/template/builtin";

const files = process.argv.slice(2).filter((each) => !each.startsWith("-")) as ("sentences" | "held-out")[];
const verbose = process.argv.includes("--missed");
const outcomes = [
  ...(files.length > 0 ? files : (["sentences", "held-out"] as const)),
  "traps" as const,
  "held-out-traps" as const,
].flatMap((name) => corpus(name).map(check));

const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((part / whole) * 100).toFixed(0)} %`;
const of = (list: readonly Outcome[], is: string): Outcome[] =>
  list.filter(({ sentence }) => sentence.is === is && true);

for (const kind of new Set(outcomes.map(({ sentence }) => sentence.kind))) {
  const own = outcomes.filter(({ sentence }) => sentence.kind === kind);
  const asked = own.filter(({ found }) => found !== null);
  const hit = asked.filter(({ found }) => found).length;
  const wrong = of(own, "wrong").filter(({ found }) => found).length;
  const falsely = own.filter(({ falselyAccused }) => falselyAccused.length > 0).length;
  console.log(
    `${kind.padEnd(36)} recall ${percent(hit, asked.length).padStart(6)} (${hit}/${asked.length})  precision ${percent(wrong, wrong + falsely).padStart(6)}  falsely accused ${falsely}`,
  );
}
for (const { sentence, falselyAccused, found } of outcomes) {
  if (falselyAccused.length > 0) console.log(`FALSE   ${falselyAccused.join(" ")}  in  ${sentence.text}`);
  if (verbose && found === false)
    console.log(
      `MISSED  ${sentence.is}  ${sentence.text.slice(sentence.slot!.start, sentence.slot!.end)}  in  ${sentence.text}`,
    );
}
const long = corpus("traps")
  .map(({ text }) => text)
  .join("");
for (const times of [2, 20]) {
  const text = long.repeat(times);
  const start = performance.now();
  checkText(text, builtInTemplate, null);
  const ms = performance.now() - start;
  console.log(`${text.length} characters: ${((ms / text.length) * 1e4).toFixed(0)} ms per 10 000`);
}
