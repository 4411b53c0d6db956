/**
 * How the session's view crosses from the worker to the page: what the page has already is not sent again, and the rest
 * comes in parts, so that no single message keeps the page busy for long. What has not changed is the same object as
 * before, so that React passes it over.
 */
import type { SessionView } from "../../app/view";

/** The lists that grow with the number of files. */
const LISTS = ["findings", "units", "decisions"] as const;
type ListName = (typeof LISTS)[number];

/** Characters of JSON in a part: a few milliseconds of the page's time. */
const LONGEST_PART = 60_000;

/** A run of elements that the page has, from one place and so many; or an element that it does not have. */
type Piece = { readonly from: number; readonly count: number } | { readonly made: unknown };

/** A message ahead of the answer that it belongs to. */
export type ViewPart =
  | { readonly viewPart: ListName; readonly pieces: readonly Piece[] }
  | { readonly viewPart: "end"; readonly number: number; readonly rest: Omit<SessionView, ListName> };

/** The answer in place of the view, after its parts. */
interface ViewNumber {
  readonly viewNumber: number;
}

/** In the worker: an answer that is a view becomes its number, once its parts have been posted. */
export function viewSender(post: (part: ViewPart) => void): (answer: unknown) => unknown {
  const sent = new Map<ListName, ReadonlyMap<string, number>>();
  let number = 0;
  return (answer) => {
    if (!isView(answer)) return answer;
    for (const list of LISTS) {
      const texts = answer[list].map((each) => JSON.stringify(each));
      for (const pieces of partsOf(answer[list], texts, sent.get(list))) post({ viewPart: list, pieces });
      sent.set(list, new Map(texts.map((text, i) => [text, i])));
    }
    const { findings: _, units: __, decisions: ___, ...rest } = answer;
    number++;
    post({ viewPart: "end", number, rest });
    return { viewNumber: number } satisfies ViewNumber;
  };
}

function* partsOf(
  elements: readonly unknown[],
  texts: readonly string[],
  before: ReadonlyMap<string, number> = new Map(),
): Generator<readonly Piece[]> {
  let pieces: Piece[] = [];
  let size = 0;
  for (const [i, text] of texts.entries()) {
    const from = before.get(text);
    const last = pieces.at(-1);
    if (from === undefined) {
      pieces.push({ made: elements[i] });
      size += text.length;
    } else if (last && "from" in last && last.from + last.count === from) {
      pieces[pieces.length - 1] = { ...last, count: last.count + 1 };
    } else pieces.push({ from, count: 1 });
    if (size < LONGEST_PART) continue;
    yield pieces;
    [pieces, size] = [[], 0];
  }
  if (pieces.length > 0) yield pieces;
}

/** In the page: takes parts as they come; of an answer that is a number it makes the view. */
export function viewReceiver(): { take(message: unknown): void; viewOf(answer: unknown): unknown } {
  let known = emptyLists();
  let coming = emptyLists();
  const views = new Map<number, unknown>();
  return {
    take(message) {
      if (!isPart(message)) return;
      if (message.viewPart === "end") {
        for (const list of LISTS) if (isSame(known[list], coming[list])) coming[list] = known[list];
        views.set(message.number, { ...message.rest, ...coming });
        [known, coming] = [coming, emptyLists()];
        return;
      }
      const { viewPart: list, pieces } = message;
      for (const piece of pieces) {
        if ("made" in piece) coming[list].push(piece.made);
        else coming[list].push(...known[list].slice(piece.from, piece.from + piece.count));
      }
    },
    viewOf(answer) {
      if (!isNumber(answer)) return answer;
      const view = views.get(answer.viewNumber);
      views.delete(answer.viewNumber);
      return view;
    },
  };
}

function emptyLists(): Record<ListName, unknown[]> {
  return { findings: [], units: [], decisions: [] };
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((each, i) => each === now[i]);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isView(answer: unknown): answer is SessionView {
  return isObject(answer) && "templateUse" in answer && LISTS.every((list) => list in answer);
}

function isPart(message: unknown): message is ViewPart {
  return isObject(message) && "viewPart" in message;
}

function isNumber(answer: unknown): answer is ViewNumber {
  return isObject(answer) && "viewNumber" in answer;
}
