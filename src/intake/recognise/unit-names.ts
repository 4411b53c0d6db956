/** Units of the register in texts that people write: 台上镇关工委, 集安市凉水乡, 台上镇2020年报表(最终版2).xlsx. */
import type { Template, Unit } from "../../template/template";
import { plainLabel } from "../labels";

export interface NamedUnit {
  readonly unit: Unit;
  /** Told by an alias and not by the register's name. */
  readonly alias: boolean;
}

export interface UnitBook {
  /** The text is the unit's name or alias, with at most 关工委 or similar behind it. */
  exact(text: string): Unit | null;
  /** The text has a unit's name in it; the longest wins; null where two are named. */
  within(text: string): NamedUnit | null;
}

/** What may follow a unit's name and belongs to it. */
const OFFICE = /(?:关心下一代工作委员会|关工委|人民政府|办事处|党工委|党委|\(盖章\))+$/;
/** What a name may lack. */
const LEVEL = /(?:街道|朝鲜族乡|镇|乡)$/;

/** Longer texts are no unit's name, whatever they say. */
const LONGEST_NAME = 100;

interface Spelling {
  readonly text: string;
  readonly unit: Unit;
  readonly alias: boolean;
}

export function unitBook(template: Template): UnitBook {
  const spellings = spellingsOf(template);
  const byText = new Map<string, Spelling>();
  for (const spelling of spellings) if (!byText.has(spelling.text)) byText.set(spelling.text, spelling);
  const county = plainLabel(template.county);
  // Also those that are too short to be looked for within a text: `1` of the file 1.xlsx.
  const names = new Map(template.units.map((unit) => [plainLabel(unit.name), unit]));

  const exact = (text: string): Unit | null => {
    if (text.length > LONGEST_NAME) return null;
    const label = plainLabel(text);
    const bare = label.replace(OFFICE, "");
    return (
      (
        byText.get(label) ??
        byText.get(bare) ??
        byText.get(bare.startsWith(county) ? bare.slice(county.length) : "")
      )?.unit ?? null
    );
  };

  const within = (text: string): NamedUnit | null => {
    const label = plainLabel(text);
    const called = names.get(label);
    if (called) return { unit: called, alias: false };
    const named = spellings.filter((spelling) => label.includes(spelling.text));
    const longest = named.filter(
      (s) =>
        !named.some(
          (other) =>
            other.unit !== s.unit && other.text.length > s.text.length && other.text.includes(s.text),
        ),
    );
    const own = longest.filter((s) => s.unit.kind !== "H");
    // A township's paper also names the county's committee; the township is meant.
    const meant = own.length > 0 ? own : longest;
    const units = new Set(meant.map((s) => s.unit));
    if (units.size !== 1) return null;
    return { unit: meant[0]!.unit, alias: meant.every((s) => s.alias) };
  };

  return { exact, within };
}

/** Names before aliases, longer before shorter; a name without its 镇 or 街道 serves where no two share it. */
function spellingsOf(template: Template): Spelling[] {
  const names = template.units.map((unit) => ({ text: plainLabel(unit.name), unit, alias: false }));
  const aliases = template.units.flatMap((unit) =>
    unit.aliases.map((alias) => ({ text: plainLabel(alias), unit, alias: true })),
  );
  const short = template.units
    .map((unit) => ({ text: plainLabel(unit.name).replace(LEVEL, ""), unit, alias: true }))
    .filter(
      ({ text }, i, all) => text.length >= 2 && all.every((other, j) => i === j || other.text !== text),
    );
  return [...names, ...aliases, ...short]
    .filter(({ text }) => text.length >= 2)
    .sort((a, b) => b.text.length - a.text.length || Number(a.alias) - Number(b.alias));
}
