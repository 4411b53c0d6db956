import type { decisions as chinese } from "../zh-CN/decisions";
import type { Translation } from "../translation";

export const decisions: Translation<typeof chinese> = {
  "proposal.because.asRead": "that is what the cell says",
  "proposal.because.oneOf": "the cell holds several numbers ({parts}); this one most likely belongs here",
  "proposal.because.formula": "the formula {formula} comes to it",
  "proposal.because.sum": "it is the sum of the parts ({relation}), and rule {other} wants it too",
  "proposal.because.carried": "last year's figure as it was issued",
  "proposal.because.tenThousand":
    "about ten thousand times off compared with {known}: yuan and ten thousand yuan seem to be mixed up",

  "report.decisions.title": "Changes made",
  "report.decisions.note":
    "Changes, explanations and choices made while consolidating. The units' own workbooks are as they were; only the county's figures follow this list, also when this workbook is opened again. To take something back, press Undo at Check in the pane.",
  "report.decisions.none": "Nothing was changed.",
  "report.decisions.accept": "changed as proposed",
  "report.decisions.explain": "explained",
  "report.decisions.choose": "file chosen",
  "report.decisions.confirm": "reading confirmed",
  "report.decisions.blank": "(empty)",
  "report.decisions.among": "several reports: {files}",
  "report.decisions.reading.D33": "“万” and “亿” are converted as written",
  "report.decisions.reading.D37": "rough figures count as written",
  "report.decisions.reading.D40": "words and strokes such as “无” and “/” count as read",
  "report.head.decision": "Decision",
  "report.head.from": "Before",
  "report.head.to": "After",
  "report.head.because": "Reason",
  "report.contents.decisions": "changes, explanations and choices made while consolidating",
};
