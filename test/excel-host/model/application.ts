import type { Book } from "../book/book";
import { defineClass } from "../protocol/server-object";

/** `Excel.createWorkbook()`: it opens beside the open one, out of this add-in's reach. */
const created = defineClass<Book>({
  className: "WorkbookCreated",
  methods: { open: (book) => void book.openedBeside++ },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.application */
export const application = defineClass<Book>({
  className: "Application",
  scalars: {
    calculationMode: {
      get: (book) => (book.faults.has("calculationModeIsWrong") ? "Automatic" : book.calculationMode),
      set: (book, value) => {
        // What is due is calculated before the mode changes; we calculate only when somebody looks.
        book.calculate();
        book.calculationMode = value as Book["calculationMode"];
      },
    },
    calculationState: { get: (book) => (book.isStale ? "Pending" : "Done") },
    decimalSeparator: { get: () => "." },
    thousandsSeparator: { get: () => "," },
    useSystemSeparators: { get: () => true },
  },
  methods: {
    createWorkbook: (book) => created(book),
    calculate: (book, args) => {
      const isIgnored = book.faults.has("recalculateDoesNothing") && book.calculationMode === "Manual";
      if (args.text(0) === "Recalculate" && isIgnored) return;
      book.calculate(true);
    },
    suspendApiCalculationUntilNextSync: (book) => {
      book.calculationSuspended = true;
    },
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
});
