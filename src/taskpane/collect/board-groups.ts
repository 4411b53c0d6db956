/** The board of all units: what needs a hand first, what is done last. */
import type { SessionView, StrangerView, UnitView } from "../../app/view";
import { boardStatusOf, type UnitStatus } from "../common/status";

/** What is on the board: a unit, or a file that belongs to none. */
export type BoardEntry =
  | { readonly kind: "unit"; readonly unit: UnitView }
  | { readonly kind: "stranger"; readonly stranger: StrangerView };

export interface BoardGroup {
  readonly status: UnitStatus;
  readonly entries: readonly BoardEntry[];
}

const ORDER: readonly UnitStatus[] = [
  "unreadable",
  "unknown",
  "duplicate",
  "otherPeriod",
  "setAside",
  "copy",
  "mustFix",
  "heldBack",
  "needsExplanation",
  "returned",
  "missing",
  "accepted",
];

/** Files of forms that the template does not have are shown elsewhere. */
export function boardOf({ units, strangers: all, unknownForms }: SessionView): readonly BoardGroup[] {
  const others = new Set(unknownForms.flatMap(({ files }) => files));
  const strangers = all.filter(({ file }) => file === null || !others.has(file));
  return ORDER.map((status) => ({
    status,
    entries: [
      ...strangers
        .filter((stranger) => stranger.status === status)
        .map((stranger) => ({ kind: "stranger" as const, stranger })),
      ...units
        .filter((unit) => boardStatusOf(unit) === status)
        .map((unit) => ({ kind: "unit" as const, unit })),
    ],
  })).filter(({ entries }) => entries.length > 0);
}

export function keyOf(entry: BoardEntry): string {
  return entry.kind === "unit" ? `unit ${entry.unit.name}` : `file ${entry.stranger.file ?? ""}`;
}

export interface BoardChoice {
  /** In the names of units and files. */
  readonly search: string;
  /** Null for all. */
  readonly status: UnitStatus | null;
}

export function chosenEntries(
  groups: readonly BoardGroup[],
  { search, status }: BoardChoice,
): readonly BoardGroup[] {
  const wanted = search.trim().toLowerCase();
  const isWanted = (entry: BoardEntry): boolean =>
    namesOf(entry).some((name) => name?.toLowerCase().includes(wanted));
  return groups
    .filter((group) => status === null || group.status === status)
    .map((group) => (wanted === "" ? group : { ...group, entries: group.entries.filter(isWanted) }))
    .filter(({ entries }) => entries.length > 0);
}

function namesOf(entry: BoardEntry): readonly (string | null)[] {
  return entry.kind === "unit" ? [entry.unit.name, ...entry.unit.files] : [entry.stranger.file];
}
