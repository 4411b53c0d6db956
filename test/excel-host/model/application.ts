import type { Book } from "../book/book";
import { defineClass } from "../protocol/server-object";

/** https://learn.microsoft.com/javascript/api/excel/excel.application */
export const application = defineClass<Book>({
  className: "Application",
  scalars: {
    calculationMode: {
      get: (book) => book.calculationMode,
      set: (book, value) => {
        book.calculationMode = value as Book["calculationMode"];
      },
    },
    calculationState: { get: () => "Done" },
    decimalSeparator: { get: () => "." },
    thousandsSeparator: { get: () => "," },
    useSystemSeparators: { get: () => true },
  },
  methods: {
    calculate: (book) => book.calculate(true),
    suspendApiCalculationUntilNextSync: (book) => {
      book.calculationSuspended = true;
    },
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
});
