/** What goes back to each unit: its own findings that ask for something, and the files that they are in. */
import type { Finding } from "../findings/finding";
import { asksUnit } from "../validation/asks-unit";
import type { ReturnedFinding } from "./returned-finding";
import { asksToCorrect, handledOf, type Handled, type HandledState } from "./handled";

export type { ReturnedFinding } from "./returned-finding";

/** The session, as far as returning needs it. */
export interface SessionOfReturns {
  readonly committee: string;
  readonly period: string | null;
  readonly units: readonly { readonly name: string; readonly files: readonly (string | null)[] }[];
  readonly strangers: readonly { readonly file: string | null }[];
  readonly findings: readonly ReturnedFinding[];
  /** What the county decided; nothing if absent. */
  readonly decisions?: readonly HandledState[];
}

export interface UnitReturn {
  readonly unit: string;
  readonly committee: string;
  readonly period: string | null;
  /** What must be fixed comes first; notes are left out, as they ask for nothing. */
  readonly findings: readonly ReturnedFinding[];
  readonly files: readonly ReturnedFile[];
  /** What the county did by itself: for the unit to know. */
  readonly handled: readonly Handled[];
}

export interface ReturnedFile {
  /** Null is the open workbook. */
  readonly file: string | null;
  /** Others are in it too: it cannot be sent back to this unit. */
  readonly shared: boolean;
}

/** In the order of the register; units that have nothing to correct or to explain get nothing. */
export function unitReturns(session: SessionOfReturns): UnitReturn[] {
  const { committee, period } = session;
  return session.units.flatMap(({ name: unit }) => {
    const own = session.findings.filter((finding) => finding.unit === unit);
    const findings = askingFirst(own);
    const handled = handledOf(unit, own, session.decisions ?? []);
    if (findings.length === 0 && !handled.some(asksToCorrect)) return [];
    return [{ unit, committee, period, findings, files: filesOf(unit, session), handled }];
  });
}

/** What the unit itself must fix, then what it is to explain. */
export function askingFirst(findings: readonly ReturnedFinding[]): ReturnedFinding[] {
  return (["mustFix", "explain"] as const).flatMap((weight) =>
    findings.filter((finding) => finding.weight === weight && asksUnit(finding)),
  );
}

/** A unit's part of a split workbook is known by its findings alone. */
function filesOf(unit: string, session: SessionOfReturns): ReturnedFile[] {
  const files = new Set([
    ...session.units.filter(({ name }) => name === unit).flatMap((each) => each.files),
    ...session.findings
      .filter((finding) => finding.unit === unit)
      .flatMap(allPlaces)
      .flatMap(({ file }) => file ?? []),
  ]);
  return [...files].map((file) => ({ file, shared: ownersOf(file, session) > 1 }));
}

function allPlaces({ place, causes }: Finding): Finding["place"][] {
  return [place, ...causes.flatMap(allPlaces)];
}

/** How many units, or reports of nobody, a file holds. */
function ownersOf(file: string | null, { units, strangers, findings }: SessionOfReturns): number {
  const named = units.filter((unit) => unit.files.includes(file)).map(({ name }) => name);
  const found = findings.flatMap(({ unit, place }) => (place.file === file && unit !== null ? [unit] : []));
  return new Set([...named, ...found]).size + strangers.filter((stranger) => stranger.file === file).length;
}
