/**
 * What the cover says by which line. These codes mean the same in the cover of every template: a template whose cover
 * has another meaning for one of them gets a problem when it is read.
 */
export const COVER_LINES = {
  unitCode: "0001",
  unit: "0002",
  unitKind: "0003",
  period: "0004",
  template: "0005",
  leader: "0006",
  reviewer: "0007",
  author: "0008",
  telephone: "0009",
  day: "0010",
} as const;
