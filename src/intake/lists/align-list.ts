/** A list on a sheet of its own, as we issue it. */
import type { Cell } from "../../workbook/workbook";
import type { AlignContext, Remains } from "../align/context";
import { offTemplate, outsideFinding } from "../align/extra-rows";
import { allFigures, isYear, uncaptionedFigures } from "../align/figures";
import type { Grid } from "../grid";
import type { ListReading } from "../submission";
import type { ListTarget } from "../template-vocabulary";
import { headFindings, placeLists, rowsOfList } from "./place-lists";
import { masked, readList } from "./read-list";

export interface AlignedList extends Remains {
  /** Null where no head was found. */
  readonly reading: ListReading | null;
}

export function alignList(
  grid: Grid,
  { list, layout }: ListTarget,
  issued: boolean,
  { settings }: AlignContext,
): AlignedList {
  const [placed] = placeLists(grid, [layout]);
  const first = placed!.frames[0];
  if (!first) {
    const figures = allFigures(grid).map((cell) => offTemplate(grid, cell));
    return { reading: null, offTemplate: masked(list, figures), findings: [] };
  }
  const { reading, ...read } = readList(grid, placed!, () => false, settings);
  const outside = figuresOutside(grid, rowsOfList(placed!), first.heads[0].row, ordinalsOf(placed!));
  return {
    reading,
    offTemplate: [
      ...read.offTemplate,
      ...masked(
        list,
        outside.map((cell) => offTemplate(grid, cell)),
      ),
    ],
    findings: [...headFindings(grid, placed!, issued), ...read.findings, ...outsideFinding(grid, outside)],
  };
}

type Placed = ReturnType<typeof placeLists>[number];

function ordinalsOf({ frames }: Placed): ReadonlySet<number | null> {
  return new Set(frames.flatMap(({ heads }) => heads.map(({ ordinal }) => ordinal)));
}

/** Figures above, below and between the records; above the head 2020 is the year of the form. */
function figuresOutside(
  grid: Grid,
  within: ReadonlySet<number>,
  head: number,
  ordinals: ReadonlySet<number | null>,
): Cell[] {
  const isOutside = (cell: Cell): boolean => !ordinals.has(cell.column) && (cell.row > head || !isYear(cell));
  return [...grid.rows].flatMap(([row, cells]) =>
    within.has(row) ? [] : uncaptionedFigures(cells).filter(isOutside),
  );
}
