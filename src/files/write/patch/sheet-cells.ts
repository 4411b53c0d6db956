/** Where rows and cells are in a sheet's XML. Their numbers may be left out: then they follow on. */
import { parseA1 } from "../../../workbook/address";
import { attributeOf, childrenOf, type XmlElement } from "./xml-edit";

export interface Placed {
  /** Row or column. */
  readonly index: number;
  readonly element: XmlElement;
}

/** The rows of a sheet, from top to bottom. */
export function rowsOf(xml: string, sheetData: XmlElement): Placed[] {
  let next = 0;
  return named(xml, sheetData, "row").map((element) => {
    const number = attributeOf(xml, element.tag, "r");
    const index = number === undefined ? next : Number(number) - 1;
    next = index + 1;
    return { index, element };
  });
}

/** The cells of a row, from left to right. */
export function cellsOf(xml: string, row: XmlElement): Placed[] {
  let next = 0;
  return named(xml, row, "c").map((element) => {
    const index = parseA1(attributeOf(xml, element.tag, "r") ?? "")?.column ?? next;
    next = index + 1;
    return { index, element };
  });
}

function named(xml: string, parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(xml, parent).filter(({ tag }) => tag.name === name);
}
