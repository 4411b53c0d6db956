/** A sheet's drawing part: where its charts are. */
import type { ChartPlan } from "../../workbook/plan";
import { element, NAMESPACES } from "./xml";

/** `ids[i]` is the id of the relationship to the part of `charts[i]`. */
export function drawingXml(charts: readonly ChartPlan[], ids: readonly string[]): string {
  return element(
    "xdr:wsDr",
    { "xmlns:xdr": NAMESPACES.sheetDrawing, "xmlns:a": NAMESPACES.drawing },
    ...charts.map((chart, index) => anchorXml(chart, ids[index]!, index + 2)),
  );
}

/** It keeps its size when somebody hides or filters rows below it (`oneCell`). */
function anchorXml(
  { anchor, name, description }: ChartPlan,
  relationshipId: string,
  shapeId: number,
): string {
  const frame = element(
    "xdr:graphicFrame",
    { macro: "" },
    element(
      "xdr:nvGraphicFramePr",
      {},
      element("xdr:cNvPr", { id: shapeId, name, descr: description }),
      "<xdr:cNvGraphicFramePr/>",
    ),
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    element(
      "a:graphic",
      {},
      element("a:graphicData", { uri: NAMESPACES.chart }, chartReference(relationshipId)),
    ),
  );
  return element(
    "xdr:twoCellAnchor",
    { editAs: "oneCell" },
    corner("xdr:from", anchor.left, anchor.top),
    corner("xdr:to", anchor.right + 1, anchor.bottom + 1),
    frame,
    "<xdr:clientData/>",
  );
}

function chartReference(id: string): string {
  return element("c:chart", { "xmlns:c": NAMESPACES.chart, "xmlns:r": NAMESPACES.relationship, "r:id": id });
}

function corner(name: string, column: number, row: number): string {
  return (
    `<${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></${name}>`
  );
}
