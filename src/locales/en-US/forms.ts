import type { Translation } from "../translation";
import type { forms as chinese } from "../zh-CN/forms";

export const forms: Translation<typeof chinese> = {
  "forms.foundList": "“{sheet}”: {lists} lists of records, {columns} columns.",
  "forms.found": "“{sheet}”: {lines} lines, {items} items.",
  "forms.other": "“{sheet}” is no form: {reason}",
  "forms.other.empty": "it is empty.",
  "forms.other.hidden": "the sheet is hidden.",
  "forms.other.noTable":
    "no table was found. A table needs a head of one or more rows, names or codes of lines to the left, and empty cells to be filled to the right; a list needs a head of three columns or more over empty or numbered rows.",
  "forms.other.tooLarge": "it is too large: more than 5000 rows or 400 columns.",
  "forms.emptyName": "Own forms",
  "forms.leftOut.macros": "The blank’s macros were left out.",
  "forms.leftOut.signature": "The blank’s digital signature was left out.",
  "forms.leftOut.externalLinks": "Links to other workbooks were left out; their results stay.",
  "forms.leftOut.pivotTables": "Pivot tables were left out.",
  "forms.leftOut.formulas":
    "The formulas of these cells use other workbooks, names or functions that we do not know; they were left out, their results stay: {cells}",
  "forms.leftOut.objects": "Buttons, pictures and the like were left out.",
  "forms.leftOut.looks":
    "Of this format only places, sizes and texts are known, not fonts, fills and print set-up. To print it as it is, save it as .xlsx and try again.",
  "forms.noUnits": "There are no units yet: fill in the sheet “单位”, or give a list of names with --units.",
  "forms.questions":
    "{count} places need a look. The proposals hold for now; change the signs in the template where they are wrong:",
  "forms.question": "  {place} {about} Proposal: {proposal}",
  "forms.use.sum": "added up",
  "forms.use.computed": "computed by its formula",
  "forms.use.text": "listed by unit, not added up",
  "forms.use.lastYear": "last year's (last period's) figure, carried over",
  "forms.use.unused": "not used",
  "forms.use.leaveOut": "no form",
  "forms.use.hint": "as a note only",
  "forms.use.drop": "dropped",
  "forms.use.adopt": "adopted",
  "forms.about.listColumn": "Nothing says whether “{name}” holds figures or words.",
  "forms.about.ruleInCopies":
    "“{relation}” holds in every copy; proposed as a rule ({number}), a note only until you change its “状态” on the sheet “审核关系”.",
  "forms.about.rule":
    "The form says “{relation}” ({source}); proposed as rule {number}: a note only, until “状态” in the sheet “审核关系” is changed.",
  "forms.about.filled": "The blank holds figures here.",
  "forms.about.zero": "The blank holds 0 here.",
  "forms.about.typed": "A typed calculation that refers to no other cell; taken as a cell to be filled.",
  "forms.about.rate":
    "“{name}” looks like a rate, average, price or rank, which cannot be added up, and the blank has no formula for it.",
  "forms.about.words": "“{name}” looks like words or dates.",
  "forms.about.text": "There is a text in a cell for figures.",
  "forms.about.earlier": "“{name}” looks like earlier figures.",
  "forms.about.change": "“{name}” looks like a change, and the blank has no formula for it.",
  "forms.about.outsideReference":
    "The formula refers to another workbook, to a sheet that is no form, or to a name; it was not taken over: {formula}",
  "forms.about.brokenReference": "The formula refers to cells that are gone (#REF!); it was not taken over.",
  "forms.about.aggregate":
    "The formula takes a maximum, a count or rounds what each unit wrote; over the totals its result differs: {formula}",
  "forms.about.notTranslated": "The formula cannot be recomputed from totals: {formula}",
  "forms.about.personal":
    "“{name}” looks like names, telephone numbers or other personal data, which never enter a template.",
  "forms.about.beside":
    "There are figures or formulas beside the table, which look like scratch calculations; they are left out.",
  "forms.about.noCode":
    "“{name}” has no code while the other lines have one; it looks like a heading without figures.",
  "forms.about.unitLines":
    "The lines look like the units themselves: each unit is taken to fill only its own line. If every unit fills the whole table, give the list of those that fill it and make the template again.",
  "forms.about.unitWithoutLine":
    "The table has no line for these units ({count}): {names}. Figures of a line that they add themselves are in the totals; better add the lines to the blank first.",
  "forms.about.noLines":
    "“{name}” looks like heads, but there are no names of lines below, so what is to be filled is not known.",
  "forms.about.nothingToFill": "Nothing is to be filled here; it looks like a calculation beside the form.",
  "forms.copy": "it is a filled copy; the template is made from the blank.",
  "forms.kind": "  “{title}”: {files}",
  "forms.departs": "  {file} differs from most: {details}.",
  "forms.departs.name": "the sheet is called “{sheet}”, most call it “{usualName}”",
  "forms.departs.moved": "rows or columns were inserted or moved",
  "forms.departs.added": "it also has {words}",
  "forms.departs.missing": "it lacks {words}",
  "forms.about.sameUnit": "“{names}” seem to be one unit; it is called “{name}”.",
  "forms.use.ownLine": "each unit fills only its own line",
  "forms.use.oneUnit": "one unit",
  "forms.use.severalUnits": "several units (add a row to the sheet “单位”)",
  "forms.fromCopies":
    "Made from {count} filled copies; the layout is that of {norm}, without anything that was filled in.",
};
