import { ChartState } from "../book/chart-state";
import { sameName } from "../book/references";
import type { Sheet } from "../book/sheet";
import type { Arguments } from "../protocol/arguments";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import { defineClass, type ServerObject } from "../protocol/server-object";
import { chart, setData } from "./chart";

/** https://learn.microsoft.com/javascript/api/excel/excel.chartcollection */
export const charts = defineClass<Sheet>({
  className: "ChartCollection",
  scalars: { count: { get: (sheet) => sheet.charts.length } },
  items: (sheet) => sheet.charts.map(chart),
  methods: {
    add: (sheet, args) => add(sheet, args),
    getCount: (sheet) => sheet.charts.length,
    getItem: (sheet, args) => {
      const state = find(sheet, args.text(0));
      if (!state) throw itemNotFound();
      return chart(state);
    },
    getItemOrNullObject: (sheet, args) => {
      const state = find(sheet, args.text(0));
      return state ? chart(state) : null;
    },
    getItemAt: (sheet, args) => {
      const state = sheet.charts[args.whole(0)];
      if (!state) throw invalidArgument("index");
      return chart(state);
    },
  },
});

function find(sheet: Sheet, nameOrId: string): ChartState | undefined {
  return sheet.charts.find((state) => state.id === nameOrId || sameName(state.name, nameOrId));
}

function add(sheet: Sheet, args: Arguments): ServerObject {
  sheet.assertUnprotected();
  const { book } = sheet;
  let n = 1;
  while (sheet.charts.some((known) => known.name === `Chart ${n}`)) n++;
  const state = new ChartState(sheet, book.newId(), `Chart ${n}`, args.text(0));
  setData(state, args, 1);
  sheet.charts.push(state);
  return chart(state);
}
