/** What the county did with a unit's cells by itself, so that the unit need not: repairs, readings, explanations. */
import type { Decision } from "../findings/decisions";
import { entryOf } from "../findings/catalogue-entry";
import { codeText } from "../findings/finding-code";
import type { Proposal } from "../findings/finding";
import { proposalText } from "../county-workbook/proposal-text";
import { someNames } from "../county-workbook/fit";
import type { Say } from "../findings/say";
import { placeText } from "../county-layout/place-text";
import type { ReturnedFinding } from "./returned-finding";

export type Handled =
  | { readonly kind: "repaired"; readonly place: string; readonly proposal: Proposal }
  | { readonly kind: "explained"; readonly place: string; readonly text: string }
  /** Cells that were all read in one way: text as a number, 万 as it is converted … */
  | {
      readonly kind: "read";
      readonly code: string;
      readonly places: readonly string[];
      readonly raw: string | null;
    };

/** A decision, and whether it applies. */
export interface HandledState {
  readonly decision: Decision;
  readonly state: string;
}

/** `findings`: the unit's own. What the county repaired first, then what it explained, then what was read in its own way. */
export function handledOf(
  unit: string,
  findings: readonly ReturnedFinding[],
  decisions: readonly HandledState[],
): Handled[] {
  const applied = decisions.filter(({ state }) => state === "applied").map(({ decision }) => decision);
  const repaired = applied.flatMap((each): Handled[] => {
    if (each.kind !== "accept" || each.finding.unit !== unit) return [];
    return [{ kind: "repaired", place: placeOf(each.finding), proposal: each.finding.proposal }];
  });
  const explained = applied.flatMap((each): Handled[] => {
    if (each.kind !== "explain" || each.finding.unit !== unit) return [];
    return [{ kind: "explained", place: placeOf(each.finding), text: each.text }];
  });
  const notes = findings.filter(isReading);
  const codes = new Set(notes.map(({ code }) => codeText(code)));
  const read = [...codes].sort().map((code): Handled => {
    const own = notes.filter((each) => each.code === code);
    return { kind: "read", code, places: own.map(placeOf), raw: own.length === 1 ? own[0]!.raw : null };
  });
  return [...repaired, ...explained, ...read];
}

/** Noted only: what is asked about is among the points, what was explained beside its text. */
function isReading({ weight, code, params, place, indicator }: ReturnedFinding): boolean {
  const noted = weight === "note" && entryOf(code)?.toldToUnit === true && !("explained" in params);
  return noted && place.cell !== null && indicator !== null;
}

/** Counted already, but the unit's report still says something else. */
export function asksToCorrect(handled: Handled): boolean {
  return handled.kind === "repaired" && handled.proposal.because.code === "telephone";
}

function placeOf({ place, code }: Pick<ReturnedFinding, "place" | "code">): string {
  return placeText({ place }) ?? codeText(code);
}

export interface HandledText {
  readonly place: string;
  readonly raw: string;
  readonly what: string;
  readonly because: string;
}

export function handledText(handled: Handled, say: Say): HandledText {
  switch (handled.kind) {
    case "repaired": {
      const { from, to, because } = proposalText(handled.proposal, say);
      return {
        place: handled.place,
        raw: from,
        what: say(asksToCorrect(handled) ? "return.handled.telephone" : "return.handled.repaired", { to }),
        because: say("return.handled.because", { because }),
      };
    }
    case "explained":
      return {
        place: handled.place,
        raw: "",
        what: say("return.handled.explained", { text: handled.text }),
        because: "",
      };
    case "read": {
      const { code, places, raw } = handled;
      const reading = say(`return.reading.${code}`);
      const single = places.length === 1;
      return {
        place: single ? places[0]! : say("return.handled.places", { count: places.length }),
        raw: raw ?? "",
        what: single
          ? say("return.handled.reading", { reading })
          : say("return.handled.readings", { reading, places: someNames(places, say) }),
        because: "",
      };
    }
  }
}
