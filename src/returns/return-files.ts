/** Names of the files that go back, and the list of them. */
import type { Say } from "../findings/say";
import { periodText } from "../findings/say";
import type { SessionOfReturns, UnitReturn } from "./unit-returns";

/** What can become of one of a unit's files that are to be marked. */
export type CopyOutcome =
  "marked" | "format" | "open" | "unreadable" | "shared" | "gone" | "nothing" | "signed" | "refused";

/** What became of it, as a message; `copy` among its parameters is the marked file's name. */
export interface CopyNote {
  readonly key: `return.copy.${CopyOutcome}`;
  readonly params: Readonly<Record<string, string>>;
}

/** `台上镇（标注）.xlsx`; macros stay what they are, any other ending becomes .xlsx, which the file is. */
export function highlightedName(file: string, taken: readonly string[], say: Say): string {
  const [, stem = file, ending = ""] = /^(.*?)(\.[^.]*)?$/.exec(file) ?? [];
  const name = say("return.file.marked", { name: stem });
  const suffix = ending.toLowerCase() === ".xlsm" ? ".xlsm" : ".xlsx";
  for (let i = 1; ; i++) {
    const full = `${name}${i === 1 ? "" : i}${suffix}`;
    if (!taken.some((other) => other.toLowerCase() === full.toLowerCase())) return full;
  }
}

/** As Windows' own editor has always read text: UTF-8 with its mark, lines ended by carriage return and line feed. */
export function windowsText(text: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${text.replace(/\n/g, "\r\n")}\r\n`);
}

type Indexed = SessionOfReturns & { readonly county: string };

/** 退回清单: what goes back to whom, and why where a marked report is lacking. */
export function indexText(
  returns: readonly UnitReturn[],
  outcomes: readonly { readonly copies: readonly CopyNote[] }[],
  session: Indexed,
  say: Say,
): string {
  const period = session.period === null ? "" : periodText(session.period, say);
  const lines = returns.flatMap(({ unit, findings }, i) => {
    const count = (weight: string): number => findings.filter((finding) => finding.weight === weight).length;
    const counts = { number: i + 1, unit, mustFix: count("mustFix"), explain: count("explain") };
    return [
      say("return.index.unit", counts),
      ...outcomes[i]!.copies.map((copy) => say("return.index.copy", { text: copyText(copy, say) })),
    ];
  });
  const title = say("return.index.title", { county: session.county, period });
  return [title, "", say("return.index.lead"), "", ...lines, ...others(returns, session, say)].join("\n");
}

/** How a marked copy is to be read is in the 退回单. */
function copyText({ key, params }: CopyNote, say: Say): string {
  return say(params["copy"] === undefined ? key : "return.index.marked", params);
}

/** Files that nobody gets back, and units that get nothing. */
function others(returns: readonly UnitReturn[], { units, strangers }: Indexed, say: Say): string[] {
  const files = strangers.flatMap(({ file }) => file ?? []);
  const returned = new Set(returns.map(({ unit }) => unit));
  const named = (wanted: readonly { readonly name: string }[]): string =>
    wanted.map(({ name }) => name).join(say("report.enumerate"));
  const missing = units.filter((unit) => unit.files.length === 0 && !returned.has(unit.name));
  const fine = units.filter((unit) => unit.files.length > 0 && !returned.has(unit.name));
  return [
    ...(files.length > 0 ? ["", say("return.index.strangers")] : []),
    ...files.map((file) => say("return.index.stranger", { file })),
    ...(fine.length > 0 ? ["", say("return.index.fine", { units: named(fine) })] : []),
    ...(missing.length > 0 ? ["", say("return.index.missing", { units: named(missing) })] : []),
  ];
}
