import type { selfTest as chinese } from "../zh-CN/self-test";
import type { Translation } from "../translation";

export const selfTest: Translation<typeof chinese> = {
  "pane.selfTest.lead":
    "Tries in this Excel, one by one, what the program relies on. It takes a minute or two. The result has none of your data; copy it for the person who maintains the program.",
  "pane.selfTest.run": "Start the self-test",
  "pane.selfTest.notBlank": "The open workbook is not blank. Run the self-test in a blank one.",
  "pane.selfTest.openBlank": "Open a blank workbook",
  "pane.selfTest.opened":
    "A blank workbook is open. In its window choose Open Pane, then About and diagnostics, then Self-test. If none appeared, open one yourself.",
  "pane.selfTest.here": "Run it in this workbook all the same",
  "pane.selfTest.here.what":
    "A sheet “自检 scratch” is added to this workbook and deleted at the end. Your sheets are not changed, but Excel's undo history is cleared. Save the workbook first.",
  "pane.selfTest.here.run": "I understand, run it here",
  "pane.selfTest.counts": "Self-test: {passed} as expected, {failed} not, {skipped} not tried",
  "pane.selfTest.passed":
    "All that was tried is as expected. Send the result below to the person who maintains the program.",
  "pane.selfTest.failed":
    "This Excel does some things differently. Send the result below to the person who maintains the program, and wait for an answer before you consolidate, or work in a browser.",
  "pane.selfTest.none": "Nothing was tried.",
  "pane.selfTest.report": "Result of the self-test",
  "pane.selfTest.skipped.web": "only Excel on the web can show it",
  "pane.selfTest.skipped.desktop": "only desktop Excel can show it",
  "pane.selfTest.skipped.person": "needs somebody who types into a cell meanwhile",
  "pane.selfTest.skipped.olderExcel": "only an older Excel can show it",
  "pane.selfTest.skipped.stopped": "cancelled before it was tried",
  "pane.selfTest.skipped.noAnswer": "not tried, as Excel gave no answer before",
  "pane.task.selfTest": "Running the self-test…",
  "pane.task.selfTest.opening": "Opening a blank workbook…",
};
