/** 单位: who must report, under which names. */
import type { SheetPlan } from "../../workbook/plan";
import type { Sheet } from "../../workbook/workbook";
import type { Template, Unit } from "../template";
import { foldName } from "../template-index";
import { KIND_WORDS } from "../words";
import { joinWords, kindMeant } from "./fields";
import type { Problems } from "./problem";
import type { Say } from "./say";
import { TEMPLATE_SHEETS } from "./sheet-names";
import { readTable, tableSheet, type Table } from "./table";
import type { TableRow } from "./table-row";

const HEAD = { code: "代码", name: "名称", kind: "类别", type: "类型", aliases: "别名" } as const;

const TABLE: Table = {
  sheet: TEMPLATE_SHEETS.units,
  landscape: false,
  columns: [
    { heading: HEAD.code, others: ["单位代码"], width: 10, essential: true, align: "center" },
    { heading: HEAD.name, others: ["单位", "单位名称", "填报单位"], width: 26, essential: true },
    {
      heading: HEAD.kind,
      others: ["单位类别"],
      width: 14,
      choices: Object.values(KIND_WORDS),
      essential: true,
    },
    { heading: HEAD.type, width: 12 },
    { heading: HEAD.aliases, others: ["曾用名", "简称"], width: 40 },
  ],
};

export function unitsSheet({ units }: Template, say: Say): SheetPlan {
  const rows = units.map(({ code, name, kind, type, aliases }) => ({
    cells: {
      [HEAD.code]: code,
      [HEAD.name]: name,
      [HEAD.kind]: KIND_WORDS[kind],
      [HEAD.type]: type,
      [HEAD.aliases]: joinWords(aliases),
    },
  }));
  return tableSheet(TABLE, rows, { title: say("template.units.title"), notes: [say("template.units.note")] });
}

/** @param needed the template has forms, which somebody must fill */
export function readUnits(sheet: Sheet, problems: Problems, needed: boolean): readonly Unit[] {
  const rows = readTable(sheet, TABLE, problems);
  if (rows?.length === 0 && needed)
    problems.add({ code: "withoutUnits", sheet: sheet.name, cell: null, params: {} });
  const codes = new Map<string, string>();
  const names = new Map<string, string>();
  const units = (rows ?? []).flatMap((row) => {
    const code = row.needed(HEAD.code);
    const name = row.needed(HEAD.name);
    const kind = kindMeant(row.needed(HEAD.kind)) ?? row.choice(HEAD.kind, KIND_WORDS);
    once(codes, code, row, HEAD.code);
    once(names, foldName(name), row, HEAD.name);
    if (code === "" || name === "" || kind === undefined) return [];
    const aliases = row.words(HEAD.aliases);
    return [{ code, name, kind, type: row.text(HEAD.type) || KIND_WORDS[kind], aliases }];
  });
  for (const row of rows ?? []) checkAliases(row, names);
  return units;
}

/** A name of two units identifies neither. */
function checkAliases(row: TableRow, names: Map<string, string>): void {
  const own = foldName(row.text(HEAD.name));
  const seen = new Set([own]);
  for (const alias of row.words(HEAD.aliases)) {
    const name = foldName(alias);
    if (seen.has(name)) continue;
    seen.add(name);
    const first = names.get(name);
    if (first !== undefined) row.problem("twice", HEAD.aliases, { found: alias, first });
    else names.set(name, row.address(HEAD.aliases));
  }
}

/** A problem at the second place where the same thing stands, naming the first. */
export function once(seen: Map<string, string>, key: string, row: TableRow, heading: string): void {
  const first = seen.get(key);
  if (key === "") return;
  if (first === undefined) seen.set(key, row.address(heading));
  else row.problem("twice", heading, { found: row.text(heading), first });
}
