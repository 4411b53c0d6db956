import type { savedSessions as chinese } from "../zh-CN/saved-sessions";

export const savedSessions: Readonly<Record<keyof typeof chinese, string>> = {
  "pane.earlier.bar": "Not finished last time",
  "pane.earlier.title": "Not finished last time: {what}",
  "pane.earlier.files": "{count} (report|reports)",
  "pane.earlier.explanations": "{count} (explanation|explanations)",
  "pane.earlier.decisions": "{count} other (decision|decisions)",
  "pane.earlier.lastYear": "the county workbook of {period} was chosen as last year's",
  "pane.earlier.of": "{template}, {period}. ",
  "pane.earlier.when": "Stored on this computer, {time}.",
  "pane.earlier.goOn": "Continue",
  "pane.earlier.delete": "Not needed",
  "pane.earlier.delete.question": "Is it really not needed?",
  "pane.earlier.delete.what":
    "{what}: this is deleted from this computer and cannot be brought back. Your own files and workbooks are left alone. If in doubt, choose “Keep it”.",
  "pane.earlier.delete.yes": "Delete",
  "pane.earlier.delete.no": "Keep it",
  "pane.earlier.deleted": "Deleted: nothing of it is stored on this computer any more.",
  "pane.earlier.busy": "At work in another window: {what}",
  "pane.earlier.busy.advice": "Go on in that window. Once it is closed, the task can be continued here.",
  "pane.earlier.elsewhere": "Another window is at work on this task; nothing was changed here.",
  "pane.earlier.incomplete":
    "What came later could not be stored. After continuing, look which reports and explanations are missing.",
  "pane.earlier.continued": "Continued where you stopped",
  "pane.earlier.continued.template":
    "The standard template has changed: it was version {from} and is version {to} now. Everything was checked again with it.",
  "pane.earlier.continued.product":
    "The program was updated ({from} → {to}). Everything was checked again; look at what differs from last time.",
  "pane.earlier.continued.skipped":
    "{count} (step|steps) could not be repeated. See whether all reports and explanations are there.",
  "pane.earlier.continued.lost": "These files were damaged in storage, please choose them again: {files}",
  "pane.earlier.unavailable":
    "This computer does not let the pane store anything: when it is closed, the reports are gone.",
  "pane.earlier.full": "This computer has no room left: what is done from now on cannot be stored.",
  "pane.earlier.trouble.advice":
    "You can go on working. Before you close the pane, consolidate and save the workbook: then it can be gone on with.",
  "pane.earlier.sameTask": "Another window is at work on this task, too",
  "pane.earlier.sameTask.advice":
    "Each stores its own and overwrites nothing of the other. Keep one window only, so that the reports do not come in here and there.",
};
