import type { Translation } from "../translation";
import type { defects as chinese } from "../zh-CN/defects";

export const defects: Translation<typeof chinese> = {
  "finding.D01": "This is not the report asked for: the file holds “{found}”, expected “{wanted}”.",
  "finding.D01.mend":
    "Check that it is the right file, or ask the unit to send its report again; of a form of your own, make a template of its blank or of filled copies first (Collect or Template in the pane, template --from on the command line).",
  "finding.D01.emptyTemplate":
    "The standard template “{wanted}” has no forms yet, so nothing of this file can be read; it is not counted.",
  "finding.D01.emptyTemplate.mend": "Put the forms into the template first (it can be made from a blank).",
  "finding.D01.countyWorkbook": "This is a county workbook, not a unit's report; it was not counted.",
  "finding.D01.countyWorkbook.mend":
    "To go on with it, choose it in the pane; to compare with it, give it as last year's.",
  "finding.D01.template": "This is the standard template, not a unit's report; it was not counted.",
  "finding.D01.returnForm": "This is a return note, not a unit's report; it was not counted.",
  "finding.D07": "The workbook's structure is protected. It was read all the same; nothing needs to be done.",
  "finding.D09.cell": "{name} is a picture; what it shows cannot be read and is not counted.",
  "finding.D09.cell.mend": "Delete the picture and type into the cell.",
  "finding.D12.fileName":
    "The file's name says “{found}”, its sheets say “{taken}”; it was read as the report of {taken}.",
  "finding.D12.fileName.mend": "Check whose it is; if only the file's name is wrong, rename it.",
  "finding.D12.cover":
    "The cover names “{found}”, but these forms were issued to {taken}; they were read as {taken}'s.",
  "finding.D12.cover.mend":
    "Check whose report it is; if another unit filled it in, that unit should use its own forms.",
  "finding.D12.coverCode":
    "The unit code on the cover is “{found}”; that of {taken} is “{wanted}”. It was read as {taken}'s.",
  "finding.D12.coverCode.mend":
    "Check whose report it is; if only the code is wrong, change it back to “{wanted}”.",
  "finding.D12.coverKind":
    "The kind of unit on the cover is “{found}”; {taken} is “{wanted}” and was checked as such.",
  "finding.D12.coverKind.mend":
    "Check whose report it is; if only the kind is wrong, change it back to “{wanted}”.",
  "finding.D12.caption":
    "This sheet says that its unit is “{found}”, the others say {taken}; it was read as {taken}'s.",
  "finding.D12.caption.mend": "Check whether a sheet of another unit got in.",
  "finding.D13": "One file holds the reports of {count} units ({units}); they were read separately.",
  "finding.D13.mend":
    "Check that they were distinguished correctly, and send one file for each unit from now on.",
  "finding.D13.sheets":
    "One file holds the reports of {count} units ({units}); each sheet was read for its unit.",
  "finding.D13.sheets.mend": "Check that they were distinguished correctly.",
  "finding.D13.split":
    "The report of “{unit}” is spread over several files (another one is “{otherFile}”); they are read as one.",
  "finding.D13.split.mend": "Check that nothing is missing; next time keep one unit in one file.",
  "finding.D14":
    "{name} is taken from another file ({formula}) and reads “{raw}” now. If that file changes or is lost, so is the number.",
  "finding.D14.mend": "Check it and type the number itself.",
  "finding.D17":
    "{name} is a formula whose result is not in the file, so it could not be read and is not counted.",
  "finding.D17.mend": "Open the file in Excel, save it and send it again.",
  "finding.D17.recomputed":
    "{name} is a formula whose result is not in the file; it was worked out as {value}.",
  "finding.D17.recomputed.mend": "Check it; better still, open the file in Excel, save it and send it again.",
  "finding.D17.recomputedAll":
    "{count} formulas were saved without their results (the first is {name}); all were worked out, and nothing has to be done.",
  "finding.D17.recomputedAll.mend": "It is best to open the file in Excel and save it before sending.",
  "finding.D17.stale":
    "The formula of {name} is out of date: it shows “{raw}”, but the lines come to {value}, which was taken.",
  "finding.D17.stale.mend": "Open the file in Excel and save it once.",
  "finding.D18.renamed":
    "The sheet “{sheet}” was called “{expected}”; its content shows that it is “{title}”.",
  "finding.D18.renamed.mend": "Nothing needs to be done; if that is wrong, give it its old name back.",
  "finding.D18.copied":
    "There are two sheets of “{title}”. “{sheet}” is not counted; {count} of its numbers (differs|differ) from the one that is.",
  "finding.D18.copied.mend": "Check which one holds and delete the other.",
  "finding.D18.repeated":
    "There are two sheets of “{title}” with the same numbers; “{sheet}” is not counted.",
  "finding.D18.repeated.mend": "Check and delete the one too many.",
  "finding.D18.copiedHere":
    "The same sheet holds “{title}” once more (from {cell}). It is not counted; {count} of its numbers (differs|differ) from the one that is.",
  "finding.D18.copiedHere.mend": "Check which one holds and delete the other.",
  "finding.D18.repeatedHere":
    "The same sheet holds “{title}” once more (from {cell}), with the same numbers. It is not counted.",
  "finding.D18.repeatedHere.mend": "Check and delete the one too many.",
  "finding.D18.together": "The sheet “{sheet}” holds {count} tables ({titles}); they are read one by one.",
  "finding.D18.together.mend": "Nothing needs to be done; next time keep each on its own sheet, as issued.",
  "finding.D18.deleted": "The list “{id}{title}” is missing.",
  "finding.D18.deleted.mend":
    "Put it back from the forms as issued; leave it empty if there is nothing to say.",
  "finding.D18.headless": "The list “{id}{title}” has lost its headings, so what it holds cannot be read.",
  "finding.D18.headless.mend": "Put the headings back as issued and send it again.",
  "finding.D18.extra":
    "The sheet “{which}” is none of the template's. It holds {count} (number|numbers) ({cells}), not counted but listed in the sheet “模板外”.",
  "finding.D18.extra.mend": "Put what is to be reported into the forms; otherwise nothing needs to be done.",
  "finding.D19":
    "There is a row of the unit's own, “{label}”, with “{raw}”. The template does not have it, so it is not counted but set aside.",
  "finding.D19.mend": "Add it to the line it belongs to, or write it in the remarks column.",
  "finding.D19.unnamed":
    "“{raw}” is filled in here, where the template has nothing to fill in. It is not counted, and listed as outside the template.",
  "finding.D19.unnamed.mend":
    "Put it into a cell of the form if it is to be reported; otherwise nothing needs doing.",
  "finding.D19.named":
    "There is a row of the unit's own, “{label}”, which the template does not have. No figures are in it.",
  "finding.D19.named.mend":
    "Put what is to be reported into the lines of the form; otherwise nothing needs to be done.",
  "finding.D19.outside":
    "{count} (number is|numbers are) written outside the table ({cells}): not counted, but listed in the sheet “模板外”.",
  "finding.D19.outside.mend":
    "Put what is to be reported into the cells of the form; otherwise nothing needs to be done.",
  "finding.D19.otherUnit":
    "{own} is to fill only its own line; figures of {others} are here too ({cells}). They are not counted, but listed under “模板外”.",
  "finding.D19.otherUnit.mend":
    "Delete the figures of other units; move what was written into the wrong line to the line of {own}.",
  "finding.D19.otherUnitOnly":
    "The line of {own} is empty; the figures are in the lines of {others} ({cells}). Whose they are is not known: they are not counted, but listed under “模板外”.",
  "finding.D19.otherUnitOnly.mend":
    "Move the figures to the line of {own}; if it is another unit's file, send that of {own}.",
  "finding.D19.unitTotal":
    "“{raw}” in the line of totals ({cells}) is neither the figure of {own} nor the sum of the lines. Only the line of {own} counts; the totals are listed under “模板外”.",
  "finding.D19.unitTotal.mend":
    "Check whether the line of {own} is complete; the line of totals may stay empty, as it is computed later.",
  "finding.D20.missing": "The column “{heading}” is missing, so its numbers could not be read.",
  "finding.D20.missing.mend": "Fill in the forms as issued, without deleting or changing columns.",
  "finding.D20.ambiguous":
    "Several columns could be “{heading}”, so it is not known which is meant and its numbers were not read.",
  "finding.D20.ambiguous.mend": "Restore the headings as in the form as issued, and send it again.",
  "finding.D20.headless":
    "The head of the table is gone; its {count} (column was|columns were) read where the form as issued has them.",
  "finding.D20.headless.mend":
    "Check that every column was read correctly; if not, restore the head and send the form again.",
  "finding.D20.transposed":
    "Rows and columns of this form were exchanged: its lines run from left to right. Its numbers were not read but are listed in the sheet “模板外”.",
  "finding.D20.transposed.mend": "Fill in the form as issued.",
  "finding.D20.parts":
    "The form is filled in by parts of the year; the column of their sum was taken for this year's. {name}: the sum given is {raw}, the parts come to {expected}.",
  "finding.D20.parts.mend": "Check and correct it, or say why.",
  "finding.D20.stockParts":
    "The form is filled in by parts of the year; the column of their sum was taken for this year's. {name} counts what there is at the end of the year and is not added up: {raw} is given, it should be {expected}.",
  "finding.D20.stockParts.mend": "Check and correct it, or say why.",
  "finding.D20.moved":
    "The column “{heading}” was moved. It was read by its heading; nothing needs to be done, unless that is wrong.",
  "finding.D20.inserted":
    "There is a column of the unit's own, “{heading}”. The template does not have it, so it is not counted but set aside.",
  "finding.D20.inserted.mend": "Put what it says into the columns given, or into the remarks.",
  "finding.D20.figures":
    "There is a column of the unit's own, “{heading}”. Its {count} (number is|numbers are) not counted but listed in the sheet “模板外” ({cells}).",
  "finding.D20.figures.mend": "Put what is to be reported into the columns given, or into the remarks.",
  "finding.D20.beside":
    "{count} (number is|numbers are) written beside the table, under no heading ({cells}): not counted, but listed in the sheet “模板外”.",
  "finding.D20.beside.mend":
    "Put what is to be reported into the columns given; otherwise nothing needs to be done.",
  "finding.D21": "The row “{code} {name}” is missing. It counts as not filled in, not as 0.",
  "finding.D21.uncoded": "The row “{name}” is missing. It counts as not filled in, not as 0.",
  "finding.D21.unitLine":
    "There is no line for {name}, so its figures were not read. They count as not filled in, not as 0.",
  "finding.D21.unitLine.mend":
    "Fill the line of {name} in the forms as issued; if they have none, add a line with the unit's name at the end.",
  "finding.D21.cardPlace": "“{name}” cannot be found. It counts as not filled in, not as 0.",
  "finding.D21.cardPlace.mend": "Fill the forms as issued and leave the names of what is asked as they are.",
  "finding.D21.mend": "Put the row back from the forms as issued; write 0 if there was nothing.",
  "finding.D22.gap":
    "The words of the cell of {name} were changed (“{found}”); what was filled in is not known. It is not counted, but listed under “模板外”.",
  "finding.D22.gap.mend": "Fill only the gaps of the forms as issued.",
  "finding.D22.label": "The line is called “{found}”; it was taken for “{expected}”.",
  "finding.D22.label.mend": "If that is right, nothing needs to be done; if not, restore its name.",
  "finding.D22.ambiguous":
    "More than one row could be “{found}”, so it is not known which line is meant and its numbers were not read.",
  "finding.D22.ambiguous.mend":
    "Restore the order or the names of the lines as in the form as issued, and send it again.",
  "finding.D22.otherCode":
    "The line “{name}” bears the code {found} instead of {expected}; it was read by its name.",
  "finding.D22.otherCode.mend": "Check which line is meant, and correct the code or the name.",
  "finding.D22.otherMark":
    "The column “{name}” bears the number {found} instead of {expected}; it was read by its heading.",
  "finding.D22.otherMark.mend": "Check which column is meant, and correct the number or the heading.",
  "finding.D22.headingInPlace":
    "The column is now called “{found}”; by its place it was taken for “{expected}”, and its numbers are counted.",
  "finding.D22.headingInPlace.mend":
    "Check that it is the same column; if not, put its numbers into the column they belong to.",
  "finding.D22.inPlace":
    "The line is now called “{found}”; by its place it was taken for “{expected}”, and its numbers are counted.",
  "finding.D22.inPlace.mend":
    "Check that it is the same line; if not, put its numbers into the line they belong to.",
  "finding.D22.heading": "The heading reads “{found}”; it was taken for “{expected}”.",
  "finding.D22.heading.mend": "If that is right, nothing needs to be done; if not, restore the heading.",
  "finding.D23":
    "The cells {area} were merged. “{raw}” counts for the top left one only, the others as not filled in.",
  "finding.D23.mend": "Undo the merge and fill in every cell.",
  "finding.D23.date":
    "The cells {area} were merged. The date counts for the top left one only, the others as not filled in.",
  "finding.D23.date.mend": "Undo the merge and fill in every cell.",
  "finding.D23.hidden":
    "{name}: the cell is part of the merged {area}, which hides “{raw}”; it is not counted.",
  "finding.D23.hidden.mend": "Undo the merge, check it and fill in every cell, or delete the hidden value.",
  "finding.D25.row": "Row {which} was hidden. It was read all the same.",
  "finding.D25.row.mend": "Show it again, check it, and send it again or say why.",
  "finding.D25.column": "Column {which} was hidden. It was read all the same.",
  "finding.D25.column.mend": "Show it again, check it, and send it again or say why.",
  "finding.D25.extraSheet":
    "The sheet “{which}” was hidden and is none of the template's. Its {count} (number is|numbers are) not counted but listed in the sheet “模板外” ({cells}).",
  "finding.D25.extraSheet.mend": "Show it, check what it holds, or say why.",
  "finding.D25.sheet": "The sheet “{which}” was hidden.",
  "finding.D25.sheet.mend": "Show it, check what it holds, or say why.",
  "finding.D27":
    "The list has a total of its own (“{raw}”). It was left out, as it would count everything twice.",
  "finding.D27.unequal":
    "The row of totals says {raw} for “{heading}”; the records above come to {expected}. The county adds up the records.",
  "finding.D27.unequal.mend": "Check the records and the row of totals, and correct the one that is wrong.",
  "finding.D27.mend": "Delete the row; totals are worked out later.",
  "finding.D30.overflow":
    "{count} (row was|rows were) written below the frame of the list and read along with it.",
  "finding.D30.overflow.mend": "Check that none was missed or read by mistake.",
  "finding.D30.continuedForm":
    "“{title}” goes on in the sheet “{sheet}” ({count} (line|lines), from {cell}); both were read as one.",
  "finding.D30.continuedForm.mend":
    "Check that no column was mistaken and that nothing is missing or there twice.",
  "finding.D30.continued":
    "The list “{title}” goes on in the sheet “{sheet}” ({count} (row|rows)); both were read as one.",
  "finding.D30.continued.mend": "Check that nothing is missing or there twice.",
  "finding.D31": "{name}: “{raw}” is stored as text; it was read as the number {value}.",
  "finding.D31.mend": "Excel leaves text out of sums, so change the cell to a number.",
  "finding.D32": "{name}: “{raw}” was read as {value}, without its unit of measure.",
  "finding.D32.mend": "A number alone is enough.",
  "finding.D32.several":
    "{count} cells of the column “{heading}” ({cells}) hold a unit of measure (“{raw}”); it was left out.",
  "finding.D32.several.mend": "Only the number is needed.",
  "finding.D32.wrongUnit": "{name} counts in “{measure}”, but the cell says “{raw}”; it is not counted.",
  "finding.D32.wrongUnit.mend": "Check it and write the number in “{measure}”, without a unit.",
  "finding.D33": "{name}: “{raw}” was converted to {value} {measure}.",
  "finding.D33.mend": "Check it and write the number in full.",
  "finding.D34":
    "The unit of measure of {name} was changed to “{found}”; it is “{expected}”, and the number was read in it.",
  "finding.D34.mend": "Change it back and write the number in “{expected}”.",
  "finding.D34.caption":
    "The heading says that the form counts in “{found}”; the numbers were read in the lines' own units (“{expected}” among them).",
  "finding.D34.caption.mend": "Check them: if they are in “{found}”, write them in “{expected}”.",
  "finding.D34.heading":
    "The column {name} is said to count in “{found}”; its numbers were read in “{expected}”.",
  "finding.D34.heading.mend": "Change the heading back and write the numbers in “{expected}”.",
  "finding.D37": "{name}: “{raw}” is a rough number, read as {value} for now and marked so.",
  "finding.D37.mend": "Write the exact number.",
  "finding.D37.vague": "{name}: “{raw}” does not say how many, so it is not counted.",
  "finding.D37.vague.mend": "Write the exact number.",
  "finding.D37.unsure":
    "{name}: “{raw}” seems not to be checked yet; read as {value} for now and marked as rough.",
  "finding.D37.unsure.mend": "Check it and write the exact number.",
  "finding.D38": "{name}: “{raw}” was read as {value}.",
  "finding.D38.mend": "Write it in digits.",
  "finding.D39": "{name}: there is more than a number in the cell (“{raw}”), so it is not counted.",
  "finding.D39.mend": "Write one number; the rest belongs in the remarks or its own line.",
  "finding.D39.proposal": "{name}: there is more than a number in the cell (“{raw}”), so it is not counted.",
  "finding.D39.proposal.mend": "It may be {proposal}; check it and write one number.",
  "finding.D39.mark": "{name}: “{raw}” has a footnote mark, which is no digit; read as {value} for now.",
  "finding.D39.mark.mend": "Check it and write the number only; notes belong in the remarks.",
  "finding.D40.zero": "{name}: “{raw}” was read as 0 for now.",
  "finding.D40.zero.mend": "Write 0 if there was nothing.",
  "finding.D40.notApplicable": "{name}: “{raw}” was read as not applicable for now and is not counted.",
  "finding.D40.notApplicable.mend":
    "Write 0 if there was nothing; leave the cell empty if it is not this unit's to fill in.",
  "finding.D40.elsewhere": "{name}: “{raw}” cannot be read here and was not taken.",
  "finding.D40.elsewhere.mend": "Write what it stands for into the cell.",
  "finding.D42.negative": "{name}: “{raw}” looks like a negative number, so it is not counted.",
  "finding.D42.negative.mend": "If it is one, write {proposal}; if not, write the number without the sign.",
  "finding.D43": "{name}: “{raw}” was read as {value}.",
  "finding.D43.mend": "Rates are given in per cent: for 80.7% write 80.7.",
  "finding.D43.format": "{name}: the cell has a per cent format; it was read as {value}.",
  "finding.D43.format.mend": "Rates are given in per cent: for 80.7% write 80.7.",
  "finding.D43.scale": "{name}: {raw} is a hundred times off what the formula gives; it was read as {value}.",
  "finding.D43.scale.mend": "Rates are given in per cent: for 80.7% write 80.7.",
  "finding.D44.time": "{name}: Excel turned what was typed into a time ({shown}). It was not taken.",
  "finding.D44.time.mend": "Give the cell the format Text or General, then type it again.",
  "finding.D44.date":
    "{name}: Excel turned what was typed into a date ({shown}); it may have been “{typed}”. It was not taken.",
  "finding.D44.date.mend": "Give the cell the format Text or General, then type it again.",
  "finding.D44.dateFormat":
    "{name}: the cell is formatted as a date; the number in it is {raw}. It was not taken.",
  "finding.D44.dateFormat.mend": "Give the cell the format General, check the number and type it again.",
  "finding.D44.scientific": "{name}: “{raw}” has more digits than Excel keeps; it was not taken.",
  "finding.D44.scientific.mend": "Give the cell the format Text, then type it again in full.",
  "finding.D45": "{name}: “{raw}” was read as {value}.",
  "finding.D45.mend": "Check it; dates are best written like 2020-12-22.",
  "finding.D45.text": "{name}: “{raw}” is a text; it was read as a date. Nothing needs to be done.",
  "finding.D45.approximate": "{name}: “{raw}” does not name a day; it was read as {value} for now.",
  "finding.D45.approximate.mend": "Write the day, such as 2020-12-22.",
  "finding.D45.unknown": "{name}: “{raw}” could not be read as a day and was not taken.",
  "finding.D45.unknown.mend": "Write a date, such as 2020-12-22.",
  "finding.D39.struckOut": "{name} says “{raw}”, all of it struck out; it is not counted.",
  "finding.D39.struckOut.mend":
    "If it is void, clear it and enter what is true; if it is valid, remove the strikethrough.",
  "finding.D39.struckPart": "In {name} “{struckOut}” is struck out and was left out; it was read as “{raw}”.",
  "finding.D39.struckPart.mend": "If that is right, nothing need be done; best delete what is struck out.",
  "finding.D39.struckRow": "This row of the list is struck out as a whole and not counted.",
  "finding.D39.struckRow.mend": "If it is void, delete it; if it is valid, remove the strikethrough.",
  "finding.D46.circular":
    "The formula {formula} of {name} refers to its own cell (a circular reference); it has no value and is not counted.",
  "finding.D46.circular.mend": "Correct the formula, or type the number.",
  "finding.D46.circularRestore":
    "The formula {formula} of {name} refers to its own cell (a circular reference); it has no value and is not counted.",
  "finding.D46.circularRestore.mend": "Restore its formula {restore}.",
  "finding.F07.noSheet":
    "The file lists the sheet “{sheet}” but does not hold it; the other sheets were read as usual.",
  "finding.F07.noSheet.mend":
    "Open it in Excel and check; if the sheet has anything to report, add it and send the file again.",
  "finding.F07.sheet":
    "The sheet “{sheet}” is damaged and could not be read; its figures are not counted. The other sheets were read as usual.",
  "finding.F07.sheet.mend": "Open the file in Excel, check it, save it again and send it.",
  "finding.F07.cell":
    "A cell of sheet “{sheet}” ({at}) is damaged and could not be read; it is not counted. All else was read as usual.",
  "finding.F07.cell.mend": "Open the file in Excel, check it, save it again and send it.",
  "finding.F07.cellMore":
    "A cell of sheet “{sheet}” ({at}) is damaged and could not be read; it is not counted, nor are {more} more. All else was read as usual.",
  "finding.F07.cellMore.mend": "Open the file in Excel, check it, save it again and send it.",
  "finding.F07.twice":
    "The file holds cell {at} of sheet “{sheet}” twice, with different contents; the later one was read.",
  "finding.F07.twice.mend": "Open the file in Excel, check it, save it again and send it.",
  "finding.F07.twiceMore":
    "The file holds cell {at} of sheet “{sheet}” twice, with different contents, and {more} more like it; the later ones were read.",
  "finding.F07.twiceMore.mend": "Open the file in Excel, check it, save it again and send it.",
  "finding.F07.part":
    "A part of the file ({part}: comments, shapes or similar) is damaged and was left out; all cells were read as usual. Nothing need be done.",
  "finding.F07.partMore":
    "Parts of the file ({part} and others: comments, shapes or similar) are damaged and were left out; all cells were read as usual. Nothing need be done.",
  "finding.F08": "A text box lies over {name} and says “{raw}”, but the cell is empty; it is not counted.",
  "finding.F08.mend": "What a text box says is not read: type it into the cell and delete the box.",
  "finding.F08.covered":
    "{name} says “{raw}” and was read so, but a text box lies over the cell and says “{text}”.",
  "finding.F08.covered.mend": "Check which of the two is right, type it into the cell and delete the box.",
  "finding.F08.beside": "A text box on the sheet says “{text}”; it was not read.",
  "finding.F08.beside.mend": "Type into the cells what is to be reported; anything else can stay.",
  "finding.D46": "{name} shows the error {raw} and is not counted.",
  "finding.D46.mend": "Correct the formula, or type the number.",
  "finding.D46.restore": "{name} shows the error {raw} and is not counted.",
  "finding.D46.restore.mend": "Restore its formula {restore}.",
  "finding.D47.typed":
    "{name} is worked out by a formula, but {value} was typed in; the formula gives {expected}.",
  "finding.D47.typed.mend": "Restore the formula {restore}, or say why the typed number holds.",
  "finding.D47.formula":
    "The formula of {name} was changed to {formula}, which gives {value}; the original one gives {expected}.",
  "finding.D47.formula.mend": "Restore the formula {restore}, or say why.",
  "finding.D47.cleared": "The formula of {name} was deleted and the cell is empty; it would give {expected}.",
  "finding.D47.cleared.mend": "Restore the formula {restore}, or say why.",
  "finding.D51": "{name}: “{raw}” was read as “{value}”.",
  "finding.D51.mend": "Write “是” or “否” here.",
  "finding.D51.choice": "{name}: “{raw}” was read as “{value}”.",
  "finding.D51.choice.mend": "Pick it from the drop-down list.",
  "finding.D55": "The heading of “{sheet}” says {found}, but these forms are for {wanted}.",
  "finding.D55.mend":
    "Check which year's figures were filled in: if they are another year's, fill the forms in again; if only the heading is wrong, change it back to {wanted}.",
  "finding.D55.several":
    "The headings of {count} forms say {found} (the first is “{sheet}”), but these forms are for {wanted}.",
  "finding.D55.several.mend":
    "Check which year's figures were filled in: if they are another year's, fill the forms in again; if only the headings are wrong, change them back to {wanted}.",
  "finding.F21": "{name} wants a number, but the cell says “{raw}”; it is not counted.",
  "finding.F21.mend": "Write a number.",
  "finding.F21.proposal":
    "{name} wants a number, but the cell says “{raw}”, with letters that look like digits; it is not counted.",
  "finding.F21.proposal.mend": "It may be {proposal}; check it and write a number.",
  "finding.F22": "{name}: “{raw}” is none of the choices and was not taken.",
  "finding.F22.mend": "Pick one of these: {choices}.",
  "finding.F23": "{name} is empty, but the number “{raw}” is beside the table; it is not counted.",
  "finding.F23.mend": "If it belongs to {name}, write it into cell {target} and clear this one.",
  "finding.F23.column":
    "{name} is empty, but the number “{raw}” is in the column “{heading}”; it is not counted.",
  "finding.F23.column.mend":
    "If it belongs to {name}, write it into cell {target} and put this one back as it was.",
  "finding.F24":
    "{name}: the cell holds {raw}, but its number format shows “{shown}”; which of them is meant is unclear, so it is not counted.",
  "finding.F24.mend": "Give the cell the General format, check it and write the number again.",
  "finding.F24.hidden": "{name}: the cell holds “{raw}”, but its number format hides it; it was not taken.",
  "finding.F24.hidden.mend":
    "Give the cell the General format, check it and write the content again, or clear the cell.",
  "finding.F24.zero":
    "{name}: the cell holds 0 and its number format shows “{shown}”; it was read as 0. There is nothing to do.",
  "finding.F24.emptyZero":
    "{name}: the cell holds 0, but its number format does not show zeros, so that it looks empty; it was read as 0.",
  "finding.F24.emptyZero.mend": "Check it.",
  "finding.R22": "{name}: “{raw}” could not be read as yes or no and was not taken.",
  "finding.R22.mend": "Write “是” or “否”.",
  "finding.S03":
    "The code here should be {code} ({name}), but reads “{found}”; the line was identified by its name.",
  "finding.S03.mend": "Change it back to {code}.",
  "finding.S03.blank": "The code is gone: it should be {code} ({name}); the line was identified by its name.",
  "finding.S03.blank.mend": "Put {code} back.",
  "finding.S03.column":
    "The column of codes is missing, or its codes were changed; lines were identified by their names.",
  "finding.S03.column.mend": "Fill in the forms as issued, without deleting or changing the codes.",

  "finding.D01.otherTask":
    "This county workbook is of “{found}”; “{wanted}” is consolidated here. It was not counted.",
  "finding.D01.otherTask.mend": "Check that it is the right file.",
  "finding.D01.otherLevel":
    "This county workbook is of another level than the other files; it was not counted.",
  "finding.D01.otherLevel.mend":
    "Workbooks of counties make a prefecture's, those of prefectures a province's; choose files of one level.",
  "finding.D01.notCounty":
    "This is no county workbook, and county workbooks are consolidated here; it was not counted.",
  "finding.D01.notCounty.mend": "Add it to its own county's totals first, and send that county workbook.",

  "finding.F31": "This county workbook was changed: “{what}” is gone. It cannot be read and was not counted.",
  "finding.F31.mend":
    "Send the workbook as it was written: delete none of its sheets, and do not send copies of some of them.",
  "finding.F31.newerFormat":
    "This county workbook was written by a later version; it cannot be read and was not counted.",
  "finding.F31.newerFormat.mend": "Update this program, then consolidate.",
  "finding.F31.unfinished": "Writing this county workbook stopped half way; it was not counted.",
  "finding.F31.unfinished.mend":
    "Open it on the computer where it was written, restore it or write it again, and send it.",
  "finding.F31.notCalculated":
    "The formula at “{what}” was saved without its result; nothing can be read from it, and it was not counted.",
  "finding.F31.notCalculated.mend": "Open this county workbook in Excel or WPS, save it once, and send it.",
  "finding.F32":
    "Of {expected} units {units} are counted; {absent} are missing: {missing}. The totals do not contain them.",
  "finding.F32.heldBack":
    "Of {expected} units {units} are counted; {absent} are missing: {missing}. Held back for findings that must be fixed: {held} ({heldBack}). The totals do not contain them.",
  "finding.F32.mend": "Collect what is missing and consolidate again, or explain why a unit does not report.",
  "finding.F33":
    "Findings that must be fixed are open at {count} units: {units}. Their figures count as they are.",
  "finding.F33.mend": "Correct them and consolidate again, or explain.",
  "finding.F33.explain":
    "Findings that need an explanation are open at {count} units: {units}. Their figures count as they are.",
  "finding.F34":
    "The total of {name} was typed over as {typed}; by the units' figures it is {total}, and {total} is counted.",
  "finding.F34.mend":
    "Check which one holds: correct the unit's figure, or enter the difference on the sheet “调整” with its reason.",
  "finding.F35":
    "Template version {found} was used; version {wanted} is consolidated. Items it lacks: {lacking}; in another measure or kind, not counted: {otherwise}; further ones, not counted: {further}.",
  "finding.F35.mend":
    "Check; where the new template is wanted, consolidate with it and send the workbook again.",
  "finding.F35.alike":
    "Template version {found} was used; version {wanted} is consolidated. The items are the same; nothing needs to be done.",
  "finding.F36": "{count} figures were changed by hand in the county workbook and count as changed: {list}.",
  "finding.F36.adjusted": "The totals contain {count} adjustments: {list}.",
  "finding.F36.uncounted":
    "Figures of {count} units without a report were typed into “单位数据” and are not counted: {list}.",
  "finding.F36.uncounted.mend": "Collect these units' reports and consolidate again.",
};
