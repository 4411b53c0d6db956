import type { FileSheetPlan } from "../../workbook/plan";
import { chartXml } from "./chart";
import { commentsXml, notesVml } from "./comments";
import { drawingXml } from "./drawing";
import { SheetGeometry } from "./geometry";
import { CONTENT_TYPES, type PartStore } from "./package";
import { PlanCells } from "./plan-cells";
import { sheetXml, type SheetLinks } from "./sheet";
import type { SharedTables } from "./sheet-data";

/** Adds sheets with the parts that hang on them, numbered as Excel numbers them. */
export class SheetParts {
  private readonly cells: PlanCells;

  /** `workbook` is the path of the workbook part; charts find their cells on `sheets`. */
  constructor(
    private readonly store: PartStore,
    private readonly workbook: string,
    sheets: readonly FileSheetPlan[],
    private readonly shared: SharedTables,
  ) {
    this.cells = new PlanCells(sheets);
  }

  /** Gives the id of the workbook's relationship to the sheet. */
  add(sheet: FileSheetPlan, selected: boolean): string {
    const path = this.store.freePath("xl/worksheets/sheet#.xml");
    const geometry = new SheetGeometry(sheet);
    const links = {
      drawing: this.addDrawing(sheet, path, geometry),
      legacyDrawing: this.addComments(sheet, path, geometry),
    } satisfies Record<keyof SheetLinks, string | undefined>;
    this.store.add(path, sheetXml(sheet, selected, this.shared, links), CONTENT_TYPES.worksheet);
    return this.store.relate(this.workbook, "worksheet", path);
  }

  private addDrawing(sheet: FileSheetPlan, path: string, geometry: SheetGeometry): string | undefined {
    const { charts } = sheet;
    if (!charts?.length) return undefined;
    const drawing = this.store.freePath("xl/drawings/drawing#.xml");
    const ids = charts.map((chart) => {
      const target = this.store.freePath("xl/charts/chart#.xml");
      this.store.add(target, chartXml(chart, this.cells, geometry), CONTENT_TYPES.chart);
      return this.store.relate(drawing, "chart", target);
    });
    this.store.add(drawing, drawingXml(charts, ids), CONTENT_TYPES.drawing);
    return this.store.relate(path, "drawing", drawing);
  }

  private addComments(sheet: FileSheetPlan, path: string, geometry: SheetGeometry): string | undefined {
    if (!sheet.comments?.length) return undefined;
    const comments = [...sheet.comments].sort((a, b) => a.row - b.row || a.column - b.column);
    const texts = this.store.freePath("xl/comments#.xml");
    const boxes = this.store.freePath("xl/drawings/vmlDrawing#.vml");
    this.store.add(texts, commentsXml(comments), CONTENT_TYPES.comments);
    this.store.relate(path, "comments", texts);
    this.store.add(boxes, notesVml(comments, geometry, drawingNumber(boxes)));
    return this.store.relate(path, "vmlDrawing", boxes);
  }
}

/** `xl/drawings/vmlDrawing3.vml` → 3. */
export function drawingNumber(path: string): number {
  return Number(/(?<!\d)(\d+)\.\w+$/.exec(path)?.[1] ?? 1);
}
