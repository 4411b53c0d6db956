/** Doubts about single cells, as questions: one for cells below each other in one column. */
import type { CellUse } from "../template/own-sheet";
import type { DraftCell, DraftForm } from "./draft";
import { rangeOf } from "./draft-form";
import type { Proposal, Question, QuestionCode } from "./question";

const USES: readonly Proposal[] = ["sum", "text", "lastYear", "unused"];

export function questionsOf({ grid, asked, doubts }: DraftForm): Question[] {
  const cells = new Map<string, { code: QuestionCode; use: CellUse; cells: DraftCell[] }>();
  for (const { code, cell } of doubts) {
    const kind = JSON.stringify([code, cell.use]);
    const group = cells.get(kind) ?? { code, use: cell.use, cells: [] };
    cells.set(kind, { ...group, cells: [...group.cells, cell] });
  }
  const about = [...cells.values()].flatMap(({ code, use, cells: all }) =>
    runsOf(all).map((run): Question => {
      const formula = run[0]!.cell.formula;
      return {
        sheet: grid.sheet.name,
        cell: rangeOf(run),
        code: code === "filled" && run.every(isZero) ? "zero" : code,
        params: formula === undefined ? {} : { formula },
        proposal: use,
        choices: use === "computed" ? ["computed", ...USES] : USES,
      };
    }),
  );
  return [...asked, ...about];
}

function isZero({ cell }: DraftCell): boolean {
  return Number(cell.number ?? cell.text) === 0;
}

function runsOf(cells: readonly DraftCell[]): DraftCell[][] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: DraftCell[][] = [];
  for (const cell of sorted) {
    const last = runs.at(-1)?.at(-1);
    if (last?.column === cell.column && cell.row - last.row <= 1) runs.at(-1)!.push(cell);
    else runs.push([cell]);
  }
  return runs;
}
