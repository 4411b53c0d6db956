import type { returnSheets as zhCN } from "../zh-CN/return-sheets";
import type { Translation } from "../translation";

export const returnSheets: Translation<typeof zhCN> = {
  "return.title": "Return note",
  "return.title.of": "Return note for {unit}",
  "return.to": "To {unit}:",
  "return.letter":
    "Please go through the points below in the report of {period} that you sent, correct it and send it again. Where a figure is right, give the reason in the column “Answer”; where nothing happened, fill in 0.",
  "return.page": "Return note for {unit}, page &P of &N",
  "return.head.ordinal": "No.",
  "return.head.place": "Place",
  "return.head.raw": "As filled in",
  "return.head.what": "What is wrong",
  "return.head.mend": "What to do",
  "return.head.answer": "Answer (by the unit)",
  "return.group.mustFix": "Must be fixed ({count})",
  "return.group.explain": "Fix, or explain why it is right ({count})",
  "return.group.handled":
    "Dealt with by this office ({count}); no answer is needed. Where it is not right, fill in the right figure in the corrected report.",
  "return.handled":
    "\nDealt with by this office ({count}); where it is not right, fill in the right figure in the corrected report:",
  "return.handled.repaired": "Counted as {to}.",
  "return.handled.telephone":
    "Confirmed by telephone as {to} and counted so; please correct it in the report.",
  "return.handled.because": "Why: {because}.",
  "return.handled.explained": "Explained: {text}",
  "return.handled.reading": "{reading}.",
  "return.handled.readings": "{reading}: {places}.",
  "return.reading.D31": "number stored as text, read as a number",
  "return.reading.D32": "read without the unit of measure in the cell",
  "return.reading.D33": "figure in “万” or “亿”, converted",
  "return.reading.D35": "full-width characters, read as half-width",
  "return.reading.D36": "spaces left out",
  "return.reading.D37": "rough figure, counted as written",
  "return.reading.D38": "Chinese numeral, read as a number",
  "return.reading.D40": "words such as “无” or “/”, read as confirmed",
  "return.reading.D43": "per cent, brought to percentage points",
  "return.reading.D45": "read as a date",
  "return.reading.D51": "brought to “是”, “否” or one of the choices",
  "return.handled.places": "{count} (cell|cells)",
  "return.handled.raw": "“{raw}”: {what}",
  "return.effects": "Follow-on, and right once this is: {places}",
  "return.wholeFile": "The whole file",
  "return.howToAnswer":
    "Send the corrected report back together with this sheet and your answers. Correct it in the report as issued; add or delete no rows or columns.",
  "return.sign.unit": "Head of the unit:",
  "return.sign.filler": "Filled in by:                Telephone:",
  "return.sign.date": "Date:",

  "return.head":
    "{unit}:\nPlease check the following in your report for {period}, correct it and send it again.",
  "return.mustFix": "\nMust be fixed ({count}):",
  "return.explain": "\nFix, or explain why it is right ({count}):",
  "return.line": "{number}. [{place}] {text}",
  "return.text": "{what} {mend}",
  "return.foot": "\n{committee}",

  "return.note.mustFix": "[Returned: must be fixed] {text}",
  "return.note.explain": "[Returned: fix or explain] {text}",
  "return.note.effect": "[Follow-on of {place}, right once that is] {text}",

  "return.file.form": "Return note ({unit}).xlsx",
  "return.file.text": "Return note ({unit}).txt",
  "return.file.marked": "{name} (marked)",
  "return.file.index": "Returns.txt",

  "return.index.title": "{county} {period}: returns",
  "return.index.lead":
    "One folder for each unit: the return note (.xlsx to print and sign, .txt for chat) and, where the unit sent an .xlsx, its marked report. Send each unit its own folder only.",
  "return.index.unit": "{number}. {unit}: {mustFix} must be fixed, {explain} to be fixed or explained.",
  "return.index.copy": "   {text}",
  "return.index.marked": "Enclosed: {copy}",
  "return.index.strangers":
    "It is not clear whose these files are; nothing goes back for them. Please find out:",
  "return.index.stranger": "   {file}",
  "return.index.fine": "Nothing to correct: {units}.",
  "return.index.missing": "Not reported yet: {units}.",
  "return.hint.title": "Answer",
  "return.hint":
    "Corrected: say so. Right as it is: give the reason. Send this sheet back with the report; do not save it in another format.",
  "return.hint.tooLong": "An answer should not be longer than {count} characters.",
  "report.day": "{year}-{month}-{day}",
  "report.head.returned": "Returned",
  "report.returned": "Returned on {day} for {count} (point|points); ",
  "report.returned.again": "Returned for the {times}. time on {day} for {count} (point|points); ",
  "report.returned.waiting": "not sent again yet",
  "report.returned.answered": "the return note was answered, the report has not come again",
  "report.returned.resent":
    "sent again: {mended} corrected, {settled} explained or dealt with, {stands} still open",
  "report.returned.unread": "sent again; whether it is corrected is not known yet",
};
