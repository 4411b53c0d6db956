/** A workbook with a column of units' names; a register with codes and kinds is read as that. */
import type { Workbook } from "../../workbook/workbook";
import type { Unit } from "../template";
import { KIND_WORDS } from "../words";
import { kindMeant } from "./fields";
import { Problems } from "./problem";
import { hasTable, readTable, type Table } from "./table";

const HEAD = { name: "名称", code: "代码", kind: "类别", type: "类型", aliases: "别名" } as const;

const TABLE: Table = {
  sheet: "",
  columns: [
    {
      heading: HEAD.name,
      others: ["单位名称", "单位", "填报单位", "乡镇", "乡镇名称"],
      width: 0,
      essential: true,
    },
    { heading: HEAD.code, others: ["单位代码"], width: 0 },
    { heading: HEAD.kind, others: ["单位类别"], width: 0 },
    { heading: HEAD.type, width: 0 },
    { heading: HEAD.aliases, others: ["曾用名", "简称"], width: 0 },
  ],
};

/** The units of the first sheet that has such a column; those without a code get one. Null where none has. */
export function readUnitList({ sheets }: Workbook): Unit[] | null {
  const sheet = sheets.find((each) => hasTable(each, TABLE));
  const rows = sheet ? readTable(sheet, TABLE, new Problems()) : null;
  if (rows === null) return null;
  const names = new Set<string>();
  return rows.flatMap((row, i): Unit[] => {
    const name = row.text(HEAD.name);
    if (name === "" || names.has(name)) return [];
    names.add(name);
    const kind = kindMeant(row.text(HEAD.kind)) ?? "T";
    const code = row.text(HEAD.code) || `T${String(i + 1).padStart(2, "0")}`;
    return [
      { code, name, kind, type: row.text(HEAD.type) || KIND_WORDS[kind], aliases: row.words(HEAD.aliases) },
    ];
  });
}
