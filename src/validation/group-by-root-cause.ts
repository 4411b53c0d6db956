/**
 * Folds findings under their root, so that one slip of the pen is one entry on the list. In this order:
 * what speaks for the whole workbook takes what follows from it; what is damaged (a form that is missing, a cell that
 * cannot be trusted) takes every rule that rests on it; rules that fail at one cell are one group; a computed line
 * follows its operands; where two rules speak against one line, all that rest on it follow; what is merely implausible
 * follows what is wrong at its cell, or a rule that its cell takes part in.
 */
import type { Stage } from "../findings/catalogue";
import type { Finding } from "../findings/finding";
import { codeKey, entryOf } from "../findings/catalogue-entry";
import type { Draft } from "./draft";
import { groupBy } from "../workbook/group-by";
import type { Key } from "./keys";
import type { Operands } from "./operands";

/** Drafts by stage; each stage in the order in which findings are shown. */
export interface Stages extends Readonly<Record<Stage, readonly Draft[]>> {
  /** What names the cause of others: another year's workbook, last year's sent again, an empty shell, 万元 for 元. */
  readonly wholes: readonly Draft[];
  /** Missing forms, intake's own findings, cells that are wrong as they are. */
  readonly damages: readonly Draft[];
  /** Rules of the template, ratios, shares. */
  readonly rules: readonly Draft[];
  readonly plausibility: readonly Draft[];
  /** Notes on formulas that were not recalculated: a computed line that says nothing by itself. */
  readonly stale: readonly Draft[];
}

interface Group {
  root: Draft;
  readonly members: Draft[];
}

/** The roots, each with what it brings about in `causes`. */
export function fold(stages: Stages, operands: Operands, homes: (keys: Iterable<Key>) => Key[]): Finding[] {
  const folding = new Folding(operands, homes);
  for (const draft of stages.wholes) folding.addWhole(draft);
  for (const draft of stages.damages) folding.addDamage(draft);
  folding.addRules(stages.rules.filter((draft) => !folding.joinsDamage(draft)));
  folding.addPlausibility(stages.plausibility);
  for (const draft of stages.stale) folding.addStale(draft);
  return folding.findings();
}

class Folding {
  private readonly groups: Group[] = [];
  private readonly damaged = new Map<Key, Group>();
  private readonly standing = new Map<Key, Group>();
  /** Lines that a failing rule rests on, through the formulas of computed lines. */
  private readonly resting = new Map<Key, Group>();
  private readonly takers: { readonly takes: NonNullable<Draft["takes"]>; readonly group: Group }[] = [];

  constructor(
    private readonly operands: Operands,
    private readonly homes: (keys: Iterable<Key>) => Key[],
  ) {}

  addWhole(draft: Draft): void {
    if (!this.isTaken(draft)) this.open(draft);
  }

  addDamage(draft: Draft): void {
    const taker = this.takerOf(draft);
    const known = draft.at === null ? undefined : this.damaged.get(draft.at);
    if (taker !== undefined) {
      this.join(taker, draft);
      this.adopt(taker, draft);
      // A note about a cell says nothing against its value.
    } else if (known !== undefined && draft.finding.class !== "note") this.join(known, draft);
    else this.adopt(this.open(draft), draft);
  }

  /** What came before and follows from the draft: how a cell was read is no news where its value is wrong. */
  private adopt(group: Group, { at, finding, takes }: Draft): void {
    const isWrong = at !== null && finding.class !== "note";
    const follows = ({ root }: Group): boolean =>
      (isWrong && isReadingNoteAt(root, at)) || takes?.(root, this.reach(root)) === true;
    for (const other of this.groups.filter((each) => each !== group && follows(each))) {
      this.groups.splice(this.groups.indexOf(other), 1);
      group.members.push(other.root, ...other.members);
    }
  }

  /** Is it the consequence of something damaged? Then it goes there. */
  joinsDamage(draft: Draft): boolean {
    if (this.isTaken(draft)) return true;
    const keys = this.reach(draft);
    const group = [...keys, ...this.homes(keys)].map((key) => this.damaged.get(key)).find(isGroup);
    if (group !== undefined) this.join(group, draft);
    return group !== undefined;
  }

  addRules(drafts: readonly Draft[]): void {
    const suspects = this.suspects(drafts);
    const [first, later] = partition(drafts, ({ at }) => at !== null && suspects.has(at));
    const [computed, typed] = partition(later, (draft) => this.isComputed(draft));
    for (const draft of first) this.addRule(draft, draft.at, []);
    for (const draft of typed) this.addRule(draft, null, suspects);
    for (const draft of computed) this.addRule(draft, null, suspects, this.operands.get(draft.at!));
  }

  addPlausibility(drafts: readonly Draft[]): void {
    const [computed, typed] = partition(drafts, (draft) => this.isComputed(draft));
    for (const draft of [...typed, ...computed]) this.addImplausible(draft);
  }

  addStale(draft: Draft): void {
    if (this.isTaken(draft)) return;
    const lines = this.withOperands(draft.at);
    const group = at(this.standing, lines) ?? at(this.resting, lines);
    if (group === undefined) this.open(draft);
    else this.join(group, draft);
  }

  findings(): Finding[] {
    return this.groups.map(({ root, members }) => ({
      ...root.finding,
      causes: members.map(({ finding }) => finding),
    }));
  }

  private addImplausible(draft: Draft): void {
    if (this.isTaken(draft)) return;
    const lines = this.withOperands(draft.at);
    const group = at(this.standing, [...lines, ...draft.on]) ?? at(this.resting, lines);
    if (group === undefined || draft.finding.class === "note") this.open(draft);
    else this.join(group, draft);
  }

  /** Typed lines at which a rule stands and of which another rule, of another number, speaks as well. */
  private suspects(drafts: readonly Draft[]): ReadonlySet<Key> {
    const speakers = groupBy(
      drafts.flatMap((draft) =>
        [...new Set(draft.on)].map((key) => ({ key, code: codeKey(draft.finding.code) })),
      ),
      ({ key }) => key,
    );
    const isSuspect = ({ at }: Draft): boolean =>
      at !== null && !this.operands.has(at) && new Set(speakers.get(at)?.map(({ code }) => code)).size > 1;
    return new Set(drafts.filter(isSuspect).map(({ at }) => at!));
  }

  /** To the suspect that it is at or rests on, else to what is at its operands or at its own cell. */
  private addRule(
    draft: Draft,
    suspect: Key | null,
    suspects: Iterable<Key>,
    operands: readonly Key[] = [],
  ): void {
    const reach = this.reach(draft);
    const found = suspect ?? [...suspects].find((key) => reach.has(key)) ?? null;
    const group = at(this.standing, [found, ...operands, draft.at]) ?? this.open(draft);
    if (group.root !== draft) this.join(group, draft);
    if (draft.finding.class === "note") return;
    for (const key of reach) if (!this.resting.has(key)) this.resting.set(key, group);
  }

  private isTaken(draft: Draft): boolean {
    const group = this.takerOf(draft);
    if (group !== undefined) this.join(group, draft);
    return group !== undefined;
  }

  private takerOf(draft: Draft): Group | undefined {
    const reach = this.reach(draft);
    return this.takers.find(({ takes }) => takes(draft, reach))?.group;
  }

  private open(draft: Draft): Group {
    const group: Group = { root: draft, members: [] };
    this.groups.push(group);
    this.remember(group, draft);
    if (draft.at !== null && draft.finding.class !== "note" && !this.standing.has(draft.at))
      this.standing.set(draft.at, group);
    return group;
  }

  /** A formula that was typed over (D47) and a rule that fails at that very cell say the same: the rule is the root. */
  private join(group: Group, draft: Draft): void {
    const isSameCell = draft.at !== null && draft.at === group.root.at;
    if (isSameCell && group.root.finding.code === "D47" && draft.finding.class === "mustFix") {
      group.members.unshift(group.root);
      group.root = draft;
    } else group.members.push(draft);
    this.remember(group, draft);
  }

  /** What the draft says of others, wherever it stands itself. */
  private remember(group: Group, { takes, damages }: Draft): void {
    if (takes !== undefined) this.takers.push({ takes, group });
    if (damages !== undefined && !this.damaged.has(damages)) this.damaged.set(damages, group);
  }

  private isComputed({ at }: Draft): boolean {
    return at !== null && this.operands.has(at);
  }

  private withOperands(key: Key | null): readonly Key[] {
    return key === null ? [] : [key, ...(this.operands.get(key) ?? [])];
  }

  /** Everything that the draft rests on, through the formulas of computed lines. */
  private reach({ on }: Draft): Set<Key> {
    return new Set(on.flatMap((key) => this.withOperands(key)));
  }
}

/** What is in the cell was understood, in another way than as a plain number. */
function isReadingNoteAt({ at: cell, finding }: Draft, key: Key): boolean {
  const follows = entryOf(finding.code)?.followsFrom?.includes("wrongValue") === true;
  return cell === key && finding.class === "note" && follows;
}

function at(groups: ReadonlyMap<Key, Group>, keys: readonly (Key | null)[]): Group | undefined {
  return keys.map((key) => (key === null ? undefined : groups.get(key))).find(isGroup);
}

function isGroup(group: Group | undefined): group is Group {
  return group !== undefined;
}

function partition<T>(all: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((item) => !test(item))];
}
