/** What several submissions together show, put together with what each says by itself. */
import type { Finding } from "../intake/finding";
import { groupBy } from "./grouping";

/** Another unit's file: whatever it says by itself is the other unit's matter. */
const TAKES_ALL: ReadonlySet<string> = new Set(["D11"]);

/**
 * Every finding once, roots with their causes. A cell that stands out among the units goes under what is wrong with the
 * same cell; a copy of another unit's file takes all that is found in it. Order: `own` as it stands, then what is left
 * of `across`.
 */
export function foldRound(own: readonly Finding[], across: readonly Finding[]): Finding[] {
  const copies = new Map(across.filter(({ code }) => TAKES_ALL.has(code)).map((f) => [fileKey(f), f]));
  const copied = groupBy(
    own.filter((finding) => copies.has(fileKey(finding))),
    fileKey,
  );
  const kept = own.filter((finding) => !copies.has(fileKey(finding)));
  const homes = homesOf(kept);
  const added = groupBy(
    across.filter(({ code }) => !TAKES_ALL.has(code)),
    (finding) => homes.get(cellKey(finding)) ?? null,
  );
  return [
    ...kept.map((root) => under(root, added.get(root) ?? [])),
    ...[...copies].map(([file, root]) => under(root, copied.get(file) ?? [])),
    ...(added.get(null) ?? []),
  ];
}

/** The root that speaks of a cell, by itself or through what it brings about. */
function homesOf(roots: readonly Finding[]): ReadonlyMap<string, Finding> {
  const homes = new Map<string, Finding>();
  for (const root of roots.filter((finding) => finding.class !== "note")) {
    for (const finding of [root, ...root.causes]) {
      if (finding.place.cell !== null && !homes.has(cellKey(finding))) homes.set(cellKey(finding), root);
    }
  }
  return homes;
}

function under(root: Finding, more: readonly Finding[]): Finding {
  return more.length === 0 ? root : { ...root, causes: [...root.causes, ...more] };
}

/** Several units' reports may stand in one file. */
function fileKey({ unit, place }: Finding): string {
  return `${place.file ?? ""}|${unit ?? ""}`;
}

function cellKey(finding: Finding): string {
  return `${fileKey(finding)}|${finding.place.sheet ?? ""}!${finding.place.cell ?? ""}`;
}
