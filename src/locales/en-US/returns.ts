import type { returns as chinese } from "../zh-CN/returns";
import type { Translation } from "../translation";

export const returns: Translation<typeof chinese> = {
  "pane.status.returned": "Returned",
  "pane.task.returns": "Making the returns",
  "pane.task.returnSheets": "Writing the return notes…",
  "pane.returns.units": "Return ({count} (unit|units))",
  "pane.returns.lead":
    "A return note for each of the {count} (unit|units) with something to correct, and its own report with the cells marked where it sent an .xlsx.",
  "pane.returns.make": "Create return packs",
  "pane.returns.saved": "The returns are in the Downloads folder: {name}",
  "pane.returns.saved.what":
    "{units} (unit|units), {copies} marked reports. Open the zip and send each unit its own folder.",
  "pane.returns.saved.next":
    "Once they are sent, press “Mark as returned” below, so that “Collect” shows them as returned.",
  "pane.returns.without": "Without a marked report ({count})",
  "pane.returns.more": "About this, other ways",
  "pane.returns.cannotSave":
    "No file can be downloaded here. Write the return notes as sheets to print or save them, or copy the text for the units.",
  "pane.returns.sheets": "Write the return notes into the open workbook",
  "pane.returns.sheets.written":
    "{count} (sheet|sheets) written, one return note for each unit, ready to print.",
  "pane.returns.sheets.undone": "The sheets with the return notes are gone again.",
  "pane.returns.mark": "Mark as returned ({count} (unit|units))",
  "pane.returns.marked": "{count} (unit is|units are) marked as returned; “Collect” shows them.",
  "pane.returns.unit": "Return note and marked report of {unit}",
  "pane.returns.markUnit": "Mark as returned",
  "pane.returns.undo.short": "Undo the return",
  "pane.collect.reminder.returned":
    "To {units}:\nYour report for {period} was returned, and the corrected one has not arrived yet. Please correct it or give the reasons as the return note says, and send it again soon; tell us if there is any difficulty.\n{committee}",
  "pane.returns.log": "Returns so far ({count} (unit|units))",
  "pane.returns.undo": "Undo the return: {unit}",
  "pane.day.ofYear": "{year}/{day}",
  "pane.day": "{month}/{day}",
  "pane.back.tag.resent": "sent again",
  "pane.back.tag.answered": "answered",
  "pane.back.waiting": "Returned on {day}; waiting for the unit to send it again.",
  "pane.back.waiting.again":
    "Returned for the {times}. time on {day}; waiting for the unit to send it again.",
  "pane.back.answered":
    "Returned on {day} for {count} (point|points); the return note was answered, the report has not come again.",
  "pane.back.resent":
    "Sent again: of the {count} (point|points) it was returned for on {day}, {mended} are corrected, {stands} still open.",
  "pane.back.resent.settled":
    "Sent again: of the {count} (point|points) it was returned for on {day}, {mended} are corrected, {settled} explained or dealt with, {stands} still open.",
  "pane.back.resent.all":
    "Sent again: all {count} (point|points) it was returned for on {day} are corrected.",
  "pane.back.unread":
    "Sent again, but what came cannot be read, or there are several files; whether the {count} (point|points) of {day} are corrected is not known yet.",
  "pane.back.points": "The {count} (point|points) it was returned for",
  "pane.back.point.stands": "not corrected",
  "pane.back.point.mended": "corrected",
  "pane.back.point.settled": "explained or dealt with",
  "pane.back.point.unknown": "not known",
  "pane.back.still": "returned for this, not corrected",
  "pane.answer": "Answer of the unit: “{text}”",
  "pane.answer.from": "From the return note “{file}”.",
  "pane.answer.outdated": "The figures have changed since; check that the answer still fits.",
  "pane.answer.mustFix": "This must be corrected; an explanation is not enough.",
  "pane.answer.accept": "Take as explanation",
  "pane.answer.accept.what": "Take the unit’s answer as the explanation: {place}",
  "pane.answer.count": "answers: {count}",
  "pane.said.answerAccepted": "The unit’s answer was taken as the explanation.",
  "pane.forms": "Return notes that came back: {count}",
  "pane.forms.answered": "{unit}: {count} answered.",
  "pane.forms.blank": "{unit}: nothing is filled in under “Answer”.",
  "pane.forms.loose": " What {count} more answers are about is not clear; please read them: {texts}.",
  "pane.forms.unit":
    "“{file}” is a return note, but it is not clear whose; nothing of it was taken. Open it, and write what is needed under “Check”.",
  "pane.forms.period":
    "“{file}” is a return note of {unit} of another year than {period}; nothing of it was taken. Ask the unit for the one of this session.",
  "pane.forms.next":
    "No answer is taken by itself. Look at each under “Check” and press “Take as explanation” where it fits.",
  "pane.forms.look": "Look at the answers",

  "pane.problem.save": "The file could not be saved.",
  "pane.problem.save.advice":
    "Open “About this, other ways”: write the notes into the open workbook, or copy the text.",
  "pane.problem.cannotSave": "This Excel lets the pane save no file; nothing was saved.",
  "pane.problem.cannotSave.advice":
    "So it is on a Mac and an iPad. Close the pane and open it again, to have it written into the workbook; or open the address of the pane in a browser (Safari, Chrome).",

  "pane.task.view": "Opening the sheet…",
  "pane.view.bar": "Sheet in view",
  "pane.view.shown": "“{sheet}” in Excel is a copy of the report to look at; changing it changes no file.",
  "pane.view.close": "Close the copy",
  "pane.view.row": "Show the row of {place}",
  "pane.view.sheet": "Show the sheet “{place}”",
  "pane.view.here": "This sheet has names of people, or Excel does not let it be opened; here is the row:",
  "pane.view.thisCell": "← this cell",
  "pane.problem.sourceGone": "This report is not at hand, so the cell cannot be shown.",
  "pane.problem.sourceGone.advice":
    "It was carried on from the county workbook, or removed. To look at it, choose the file once more under “Collect”.",

  "pane.task.slow":
    "Excel has not answered for a while; it may be busy. Wait, or cancel: the workbook will be as it was.",
  "pane.host.H07": "Excel did not answer for too long; the step was given up.",
  "pane.host.H07.advice":
    "Click into the sheet to see whether Excel still works, and try again. What was half written is taken back as soon as Excel answers.",
  "pane.selfTest": "Self-test",
  "pane.about": "About and diagnostics",
  "pane.about.version": "Township Report Consolidation {version}, {host}",
  "pane.about.host.excel": "in Excel",
  "pane.about.host.browser": "in a browser",
  "pane.about.host.silent": "Excel does not answer",
  "pane.about.excel": "What this Excel offers: {sets}",
  "pane.about.done": "{step}: took {seconds} s",
  "pane.about.failed": "{step}: failed after {seconds} s",
  "pane.about.private":
    "The text below holds no unit, no file name and nothing from the sheets; it can be passed on without worry.",
  "return.file.zip": "{county} {period} returns.zip",
  "return.file.unitZip": "{unit} return.zip",

  "return.copy.marked":
    "“{copy}” is a copy of “{file}” with the cells marked: dark ones are to be corrected, light ones follow from them; rest the mouse on a cell to read why. Everything else is exactly as it was sent.",
  "return.copy.format":
    "“{file}” is not an .xlsx file, so it could not be marked. Please go by the return note.",
  "return.copy.open":
    "The report was read from the open workbook, so there is no marked copy. Please go by the return note.",
  "return.copy.unreadable": "“{file}” cannot be read, so there is no marked copy.",
  "return.copy.shared":
    "“{file}” also holds reports of other units, so it cannot be sent back. Please go by the return note.",
  "return.copy.gone":
    "“{file}” cannot be had any more (it may have been moved or changed), so there is no marked copy. Take the file in once more to have it marked.",
  "return.copy.nothing": "No cell of “{file}” can be marked. Please go by the return note.",
  "return.copy.signed":
    "“{file}” bears a digital signature that marks would break, so it was not marked. Please go by the return note.",
  "return.copy.refused": "“{file}” does not allow marks ({detail}). Please go by the return note.",
};
