import type { decisions as chinese } from "../zh-CN/decisions";
import type { Translation } from "../translation";

export const decisions: Translation<typeof chinese> = {
  "proposal.because.asRead": "that is how the text in the cell reads",
  "proposal.because.oneOf": "it follows from the numbers in the cell ({parts})",
  "proposal.because.formula": "the formula {formula} comes to it",
  "proposal.because.sum": "it is the sum of the parts ({relation}), and rule {other} wants it too",
  "proposal.because.carried": "last year's figure as it was issued",
  "proposal.because.tenThousand":
    "about ten thousand times off compared with {known}: yuan and ten thousand yuan seem to be mixed up",

  "pane.decide.proposal": "Proposal: change {from} to {to}",
  "pane.decide.quoted": "“{raw}”",
  "pane.decide.blank": "the empty cell",
  "pane.decide.because": "Why: {because}.",
  "pane.decide.accept": "Accept",
  "pane.decide.accept.what": "Accept the proposal: {place} becomes {to}",
  "pane.decide.acceptAll": "Accept all {count} of this kind",
  "pane.decide.accepted": "Changed as proposed",
  "pane.decide.accepted.what":
    "{from} was changed to {to}. The unit's workbook is as it was; the county's figures use {to}.",
  "pane.decide.changed": "The change no longer applies",
  "pane.decide.changed.what":
    "Something else stands in the cell by now, so the change of {from} to {to} no longer applies. See what is found there now.",
  "pane.decide.gone": "The change is not needed for now",
  "pane.decide.gone.what":
    "The file is not here. When it comes again and the cell says the same, {from} is changed to {to} again.",
  "pane.decide.others": "Other changes ({count})",
  "pane.decide.undo": "Undo",
  "pane.decide.undo.what": "Undo the change: {place}",
  "pane.decide.undoAll": "Undo all ({count})",
  "pane.decide.explain": "Explain",
  "pane.decide.explain.again": "Change the explanation",
  "pane.decide.explain.label": "Explanation (if it is true, say why)",
  "pane.decide.explain.save": "Save explanation",
  "pane.decide.explain.undo": "Undo the explanation: {place}",
  "pane.decide.reopened": "The figures have changed, so the explanation no longer holds: {text}",
  "pane.decide.confirm": "Read correctly",
  "pane.decide.confirm.what": "Read correctly: everything written so in {file} is read the same way",
  "pane.decide.confirmed": "Confirmed: everything written so in this file is read the same way.",
  "pane.decide.confirm.undo": "Undo the confirmation: {place}",
  "pane.decide.compare": "Compare the two",
  "pane.decide.compare.many": "Compare all {count}",
  "pane.decide.compare.same": "All figures are the same.",
  "pane.decide.compare.count": "{count} (difference|differences):",
  "pane.decide.compare.row": "row {row}",
  "pane.decide.compare.none": "empty",
  "pane.decide.choose": "Use this one",
  "pane.decide.choose.what": "Use this one: {file}",
  "pane.decide.notAtHand":
    "Not at hand now: “{files}”. What was chosen still holds. To compare, choose otherwise or undo it, choose all the files of this unit once more under “Collect”.",
  "pane.decide.notAtHand.open":
    "Not at hand now, and not counted so far: “{files}”. To compare and choose, choose all the files of this unit once more under “Collect”.",
  "pane.decide.choose.undo": "Undo the choice: {unit}",

  "pane.said.accepted": "{count} (proposal|proposals) accepted.",
  "pane.said.explained": "The explanation was saved.",
  "pane.said.confirmed": "The reading was confirmed.",
  "pane.said.chosen": "{file} counts for {unit}.",
  "pane.said.withdrawn": "{count} undone.",

  "report.decisions.title": "Changes made",
  "report.decisions.note":
    "Changes, explanations and choices made while consolidating, what was returned to whom, and what they answered. The units' own workbooks are as they were; only the county's figures follow this list, also when this workbook is opened again. To take something back, press Undo at Check in the pane.",
  "report.decisions.none": "Nothing was changed.",
  "report.decisions.accept": "changed as proposed",
  "report.decisions.explain": "explained",
  "report.decisions.choose": "file chosen",
  "report.decisions.confirm": "reading confirmed",
  "report.decisions.countAnyway": "Counted all the same",
  "report.decisions.otherPeriod": "The report says another period; it was decided to count it all the same",
  "report.decisions.sendBack": "returned",
  "report.decisions.answer": "answer of the unit",
  "report.decisions.waiting": "not sent again yet",
  "report.decisions.came": "sent again: {files}",
  "report.decisions.sentBack":
    "returned on {days} for {count} (point|points) to correct or to explain: {places}",
  "report.decisions.answerTo":
    "Answer to finding {code}. Where it was accepted, there is an explanation in this list.",
  "report.decisions.fromForm": "{what} (taken from the unit’s return note “{file}”)",
  "report.decisions.blank": "(empty)",
  "report.decisions.among": "several reports: {files}",
  "report.decisions.reading.D33": "“万” and “亿” are converted as written",
  "report.decisions.reading.D37": "rough figures count as written",
  "report.decisions.reading.D40": "words and strokes such as “无” and “/” count as read",
  "report.head.decision": "Decision",
  "report.head.from": "Before",
  "report.head.to": "After",
  "report.head.because": "Reason",
  "report.contents.decisions":
    "changes, explanations and choices made while consolidating; returns and answers",
};
