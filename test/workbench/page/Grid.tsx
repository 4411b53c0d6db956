import { Workbook, type WorkbookInstance } from "@fortune-sheet/react";
import type { Cell, CellWithRowAndCol, Hooks, Image, Sheet } from "@fortune-sheet/core";
import { useCallback, useEffect, useMemo, useRef, useState, type JSX } from "react";
import { areaToA1, parseArea, toA1 } from "../../../src/workbook/address";
import type { SheetJson } from "../../excel-host/person/sheet-json";
import { gridCells, gridSheet } from "./sheet-model";

/** What a person reads in the cell at the top left of a selection. */
export interface Shown {
  readonly sheet: string;
  readonly selection: string;
  readonly text: string;
}

export interface GridProps {
  readonly sheet: SheetJson;
  readonly images: readonly Image[];
  readonly selection: string;
  readonly onType: (address: string, text: string) => void;
  readonly onSelect: (address: string) => void;
  readonly onClick: (address: string) => void;
  /** What the grid shows in the selected cell. */
  readonly onShown: (shown: Shown) => void;
}

/** One sheet. It is set up again when its frame changes; when only cells do, these are put in place. */
export function Grid(props: GridProps): JSX.Element {
  const { sheet, images } = props;
  const frame = JSON.stringify([
    sheet.name,
    sheet.merges,
    sheet.columnSizes,
    sheet.rowSizes,
    sheet.frozen,
    sheet.view,
    Object.keys(sheet.cells).length,
    images.map(({ src, left, top }) => [left, top, src.length, src.slice(-64)]),
  ]);
  return <SheetGrid key={frame} {...props} />;
}

function SheetGrid({ sheet, images, selection, onType, onSelect, onClick, onShown }: GridProps): JSX.Element {
  const grid = useRef<WorkbookInstance>(null);
  // The component keeps its own copy; what changes later goes in by operations.
  const [first] = useState<Sheet[]>(() => [gridSheet(sheet, images)]);
  const shown = useRef(sheet);
  useEffect(() => {
    const ops = changedCells(shown.current, sheet).map(({ r, c, v }) => ({
      op: "replace" as const,
      id: sheet.name,
      path: ["data", r, c],
      value: v,
    }));
    shown.current = sheet;
    if (ops.length > 0) grid.current?.applyOp(ops);
  }, [sheet]);
  // Counts what the grid has taken in: at 0 it is not set up yet, and every question to it fails.
  const [taken, setTaken] = useState(0);
  const onChange = useCallback(() => setTaken((count) => count + 1), []);
  useSelection(grid, selection, taken > 0);
  useEffect(() => {
    if (taken > 0) onShown({ sheet: sheet.name, selection, text: shownIn(grid.current, selection) });
  }, [taken, sheet.name, selection, onShown]);
  const hooks = useHooks({ onType, onSelect, onClick, shown });
  return (
    <Workbook
      ref={grid}
      data={first}
      hooks={hooks}
      onChange={onChange}
      lang="zh"
      showToolbar={false}
      showFormulaBar={false}
      showSheetTabs={false}
      cellContextMenu={[]}
      headerContextMenu={[]}
      defaultFontSize={11}
    />
  );
}

/** Asked of the grid itself, so that it is what a person sees there. */
function shownIn(grid: WorkbookInstance | null, selection: string): string {
  const area = parseArea(selection);
  const shown: unknown = area && grid?.getCellValue(area.top, area.left, { type: "m" });
  return typeof shown === "string" || typeof shown === "number" ? String(shown) : "";
}

function changedCells(before: SheetJson, after: SheetJson): CellWithRowAndCol[] {
  if (before === after) return [];
  const old = new Map(gridCells(before).map(({ r, c, v }) => [`${r},${c}`, JSON.stringify(v)]));
  return gridCells(after).filter(({ r, c, v }) => old.get(`${r},${c}`) !== JSON.stringify(v));
}

/** Where Excel has its selection, the grid has it too, and in view. */
function useSelection(
  grid: React.RefObject<WorkbookInstance | null>,
  selection: string,
  ready: boolean,
): void {
  const told = useRef<string>(null);
  useEffect(() => {
    const area = parseArea(selection);
    if (!ready || !area || told.current === selection) return;
    const isFirst = told.current === null;
    told.current = selection;
    const { row, column } = grid.current?.getSelection()?.[0] ?? {};
    const same =
      row?.[0] === area.top &&
      column?.[0] === area.left &&
      row?.[1] === area.bottom &&
      column?.[1] === area.right;
    if (same || (isFirst && area.top === 0 && area.left === 0)) return;
    grid.current?.setSelection([{ row: [area.top, area.bottom], column: [area.left, area.right] }]);
    grid.current?.scroll({ targetRow: Math.max(0, area.top - 6), targetColumn: Math.max(0, area.left - 3) });
  }, [grid, selection, ready]);
}

function useHooks({
  onType,
  onSelect,
  onClick,
  shown,
}: Pick<GridProps, "onType" | "onSelect" | "onClick"> & { shown: React.RefObject<SheetJson> }): Hooks {
  const current = useRef({ onType, onSelect, onClick });
  useEffect(() => {
    current.current = { onType, onSelect, onClick };
  });
  return useMemo<Hooks>(
    () => ({
      // Excel reads what is typed and computes; the grid only shows what then is there.
      beforeUpdateCell: (row, column, typed: unknown) => {
        const address = toA1(row, column);
        const text = String(typed ?? "");
        if (text !== shownText(shown.current, row, column)) current.current.onType(address, text);
        return false;
      },
      afterCellMouseDown: (_, { row, column }) => current.current.onClick(toA1(row, column)),
      afterSelectionChange: (_, { row, column }) => {
        const [top, bottom] = row as [number, number];
        const [left, right] = column as [number, number];
        // While it sets itself up the grid reports a selection of no size.
        if (![top, bottom, left, right].every(Number.isInteger)) return;
        current.current.onSelect(areaToA1({ top, bottom, left, right }));
      },
    }),
    [shown],
  );
}

function shownText(sheet: SheetJson, row: number, column: number): string {
  const cell: Cell | null | undefined = gridCells(sheet).find(({ r, c }) => r === row && c === column)?.v;
  return String(cell?.m ?? cell?.v ?? "");
}
