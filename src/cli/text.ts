/** `text`: holds the numbers of a text against a county workbook, and against one another. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { FileReadError } from "../files/read/errors";
import { nodeInflate } from "../files/read/node-inflate";
import { readTextDocument } from "../files/read/text-document";
import { createNodeReader } from "../files/node-reader";
import { formatFigure, type Locale } from "../locales";
import { say, type CommandLineKey } from "../locales/command-line";
import { sayInReport } from "../locales/report-words";
import { checkText } from "../fact-check/check-text";
import type { CheckedClaim } from "../fact-check/checked";
import type { CountyFacts } from "../annual-report/county-facts";
import { factsOfWorkbook } from "../fact-check/facts-of-workbook";
import { sayBasis } from "../annual-report/basis-text";
import { builtInTemplate } from "../template/builtin";
import type { Call } from "./arguments";
import { readCounty } from "./inputs";
import { CallError, EXIT, type Outcome } from "./outcome";
import { fromCaller } from "./paths";

export async function text(call: Call): Promise<Outcome> {
  const written = await readText(call.paths[0]!, call.locale);
  const county = await readFacts(call);
  const template = county?.template ?? builtInTemplate;
  const claims = checkText(written, template, county);
  const disagrees = claims.some(({ verdict }) => verdict === "disagrees");
  const basisOf = ({ basis }: CheckedClaim): string | null =>
    basis && sayBasis(basis, template.county, sayInReport(call.locale));
  return {
    document: { version: 1, claims: claims.map((claim) => claimDocument(claim, basisOf(claim))) },
    text: claimsText(claims, basisOf, call.locale),
    exit: disagrees ? EXIT.mustFix : EXIT.clean,
  };
}

function claimDocument({ claim, verdict, expected }: CheckedClaim, basis: string | null) {
  const { text: words, start, end, value, unit } = claim;
  return { text: words, start, end, value, unit, verdict, expected, basis };
}

/** What to put right comes first. */
function claimsText(
  claims: readonly CheckedClaim[],
  basisOf: (claim: CheckedClaim) => string | null,
  locale: Locale,
): string {
  if (claims.length === 0) return say(locale, "text.none");
  const count = (verdict: CheckedClaim["verdict"]): number =>
    claims.filter((each) => each.verdict === verdict).length;
  const lines = (["disagrees", "agrees", "untied"] as const).flatMap((verdict) =>
    claims
      .filter((each) => each.verdict === verdict)
      .map((each) =>
        say(locale, verdict === "disagrees" && each.expected === null ? "text.exceeds" : `text.${verdict}`, {
          text: each.claim.text,
          unit: each.claim.unit,
          expected: each.expected === null ? "" : formatFigure(locale, each.expected, each.claim.unit),
          basis: basisOf(each) ?? "",
        }),
      ),
  );
  const counts = {
    all: claims.length,
    agrees: count("agrees"),
    disagrees: count("disagrees"),
    untied: count("untied"),
  };
  return [...lines, say(locale, "text.summary", counts)].join("\n");
}

const REASONS: Readonly<Partial<Record<string, CommandLineKey>>> = {
  D06: "error.text.password",
  F02: "error.text.damaged",
  F03: "error.text.tooLarge",
  F04: "error.text.format",
};

async function readText(path: string, locale: Locale): Promise<string> {
  const bytes = await readFile(fromCaller(path)).catch(() => {
    throw new CallError("error.unreachable", { paths: path });
  });
  try {
    return readTextDocument(new Uint8Array(bytes), { inflate: nodeInflate });
  } catch (error) {
    if (!(error instanceof FileReadError)) throw error;
    const reason = say(locale, REASONS[error.error.code] ?? "error.text.format");
    throw new CallError("error.text", { file: basename(path), reason });
  }
}

/** The figures of the county workbook that the call names; null where it names none. */
async function readFacts(call: Call): Promise<CountyFacts | null> {
  if (call.county === null) return null;
  const reader = createNodeReader({ workers: 1 });
  try {
    const { workbook, county } = await readCounty(call.county, "error.county", call, reader);
    return factsOfWorkbook(workbook, county.template ?? builtInTemplate, county.period);
  } finally {
    await reader.close();
  }
}
