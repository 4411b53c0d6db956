/** Filling the report workbook that an office has: why it cannot be, and what was not filled in it. */
export const officeReport = {
  "pane.officeReport": "Fill the office's own report workbook",
  "pane.officeReport.lead":
    "Write a key into each cell of your report workbook that is to be filled, such as “{open}{example}{close}”, then choose it: figures and charts become this period's, all else stays, and it is saved as a new file. Next period choose the filled one again.",
  "pane.officeReport.choose": "Choose the report workbook",
  "pane.officeReport.task": "Filling the report workbook…",
  "pane.officeReport.saved": "Saved as {name}; {count} (cell|cells) filled.",
  "pane.officeReport.filled": "filled",
  "pane.officeReport.where": "It is in the Downloads folder. Your own file was not changed.",
  "pane.officeReport.notes": "{count} (place|places) to look at",
  "pane.officeReport.alike": "{count} more like this.",
  "pane.officeReport.keys": "Keys of the items",
  "pane.officeReport.keys.search": "Find an item",
  "pane.officeReport.keys.more": "{count} more: write a few characters to find them.",
  "pane.officeReport.keys.units":
    "A table of units: write “{open}单位:{example}{close}” over the column; every row with a unit's name beside it is filled.",
  "pane.officeReport.cannotSave":
    "Excel on a Mac or an iPad lets the pane save no file. Open the address of this pane in a browser, or use a Windows computer.",
  "officeReport.unreadable": "The report workbook {file} cannot be read: {reason}",
  "officeReport.product":
    "{file} was written by this program. Choose the report workbook of the office's own.",
  "officeReport.noKeys":
    "The report workbook {file} has no cell to fill; nothing was written. Write a key into each cell that is to be filled, such as “{open}{example}{close}”, also within text, and “{open}单位:{example}{close}” over a column of units. {unknown}",
  "officeReport.unknown": "These in braces are no keys of the template: {keys}.",
  "officeReport.signed":
    "The report workbook {file} has a digital signature, which filling would break; nothing was changed. Please give an unsigned copy.",
  "officeReport.notXlsx":
    "The report workbook {file} is no .xlsx or .xlsm, or has a password. Please save it as .xlsx without a password.",
  "officeReport.damaged": "The report workbook {file} is damaged. Please open it in Excel and save a copy.",
  "officeReport.refused":
    "The report workbook {file} cannot be filled like this ({detail}); nothing was changed.",
  "officeReport.note.unknownKey":
    "“{sheet}” {cell}: {open}{key}{close} is no key or expression of the template; not filled. Compare it with the template's “指标”, correct it and fill again.",
  "officeReport.note.changed":
    "“{sheet}” {cell} was changed since it was filled and is left as it is. To have it filled again, write {text} into it.",
  "officeReport.note.formula": "“{sheet}” {cell} has a formula now and is left as it is.",
  "officeReport.note.text": "“{sheet}” {cell} has a text and is left as it is; {text} was not filled in.",
  "officeReport.note.unknownUnit":
    "“{sheet}” {cell} “{text}” is no unit of the register; its row or column was not filled. Write the name as in “单位”, or add it there as an alias.",
  "officeReport.note.unitMissing":
    "The units of “{sheet}” from {cell} on do not include these that have reported, so their figures were not filled in: {units}. Add them to the table and fill again.",
  "officeReport.note.noUnit":
    "“{sheet}” {cell}: there is no unit's name left of, above or below {text}; not filled. Write the units' names beside or above it.",
  "officeReport.note.noFigure":
    "“{sheet}” {cell}: there is no figure for {text} (nobody reported it, or there is nothing to compare with); left empty.",
  "officeReport.note.textBox":
    "“{sheet}” {cell}: keys in a text box are not filled: {text}. Write them into a cell and let the box refer to it.",
  "officeReport.note.hidden":
    "“{sheet}” {cell}: {text} is covered by a merged cell; not filled. Write it in the top left cell of the merged area.",
  "officeReport.note.ambiguousName":
    "The name “{text}” could be several keys ({keys}); not filled. Please write the key itself: “{open}…{close}”.",
  "officeReport.note.gone": "A cell that was filled last time was deleted: {text}.",
} as const;
