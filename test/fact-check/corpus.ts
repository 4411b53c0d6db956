/** The corpus of sentences without county data, and what the fact-check makes of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findClaims } from "../../src/fact-check/find-claims";
import { relateText } from "../../src/fact-check/relate-text";

const FOLDER = join(__dirname, "..", "fixtures", "fact-check");

export interface CorpusSentence {
  readonly kind: string;
  readonly text: string;
  /** Where the number is that is right or wrong; null in a trap. */
  readonly slot: { readonly start: number; readonly end: number } | null;
  readonly is: "right" | "wrong" | "trap";
  /** Need not be understood. */
  readonly open: boolean;
}

export interface Outcome {
  readonly sentence: CorpusSentence;
  /** Numbers that are accused though nothing is wrong. */
  readonly falselyAccused: readonly string[];
  /** The number in the slot got the verdict that it should; null where none is asked for. */
  readonly found: boolean | null;
}

const SLOT = /\{(\??)([^|}]*)\|([^|}]*)\}/g;

export function corpus(name: "sentences" | "held-out" | "traps" | "held-out-traps"): CorpusSentence[] {
  let kind = "trap";
  return readFileSync(join(FOLDER, `${name}.txt`), "utf8")
    .split("\n")
    .flatMap((line) => {
      if (line.startsWith("## ")) kind = line.slice(3);
      if (line === "" || line.startsWith("#")) return [];
      return name.endsWith("traps")
        ? [{ kind, text: line, slot: null, is: "trap", open: false } as const]
        : variants(kind, line);
    });
}

/** The sentence with what is right in every slot, once per slot; then with one of them wrong. */
function variants(kind: string, line: string): CorpusSentence[] {
  const slots = [...line.matchAll(SLOT)];
  return slots.flatMap((_, chosen) =>
    (["right", "wrong"] as const).map((is) => {
      let text = "";
      let end = 0;
      let slot: CorpusSentence["slot"] = null;
      slots.forEach((match, i) => {
        text += line.slice(end, match.index);
        const words = match[i === chosen && is === "wrong" ? 3 : 2]!;
        if (i === chosen) slot = { start: text.length, end: text.length + words.length };
        text += words;
        end = match.index + match[0].length;
      });
      return { kind, text: text + line.slice(end), slot, is, open: slots[chosen]![1] === "?" };
    }),
  );
}

export function check(sentence: CorpusSentence): Outcome {
  const { text, slot, is, open } = sentence;
  const claims = findClaims(text);
  const verdicts = relateText(text, claims);
  const accused = claims
    .filter((claim) => verdicts.get(claim)?.verdict === "disagrees")
    .map((claim) => claim.text);
  const claim = slot && claims.find(({ start, end }) => start < slot.end && end > slot.start);
  const wanted = is === "right" ? "agrees" : "disagrees";
  const asked = slot !== null && !(open && is === "right");
  return {
    sentence,
    falselyAccused: is === "wrong" ? [] : accused,
    found: asked ? (claim ? verdicts.get(claim)?.verdict === wanted : false) : null,
  };
}
