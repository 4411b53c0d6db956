/** The guide behind the question mark: three steps for each station. */
export const help = {
  "help.title": "How “{station}” works",
  "help.picture": "“{station}”, step {number}",
  "help.template.1":
    "The standard template: which forms and figures are collected, and how they are checked. Nothing to do if you use the one built in; if you have forms of your own, choose blank or filled ones and it is made from them.",
  "help.template.2": "Change the template here or in Excel, check it, and put it to use.",
  "help.template.3": "Create the forms to send out: one blank workbook for each unit.",
  "help.collect.1":
    "Choose all the files that the units sent, or drop the whole folder here. Zip files work too.",
  "help.collect.2":
    "See who has reported and who has not. Open a unit to see its files and findings. Add late or corrected files at any time.",
  "help.collect.3": "Add last year’s county workbook, and everything is compared with it.",
  "help.check.1":
    "Go through the findings one by one: what is wrong, and what the cell says. One click shows the cell. F8 goes to the next one.",
  "help.check.2":
    "Accept a proposal, write an explanation, or enter the figure that the unit gave by telephone. Everything can be undone; the unit’s file is not changed.",
  "help.check.3":
    "For what units must correct themselves, create the return packs and send them; then mark the units as returned.",
  "help.consolidate.1":
    "“Consolidate now” writes the totals and charts into the open workbook; your own sheets are not touched.",
  "help.consolidate.2": "Look at the result, then choose “Done”, or “Undo”.",
  "help.consolidate.3": "Open a key figure to see the units and cells that it comes from.",
  "help.report.1":
    "The report is written from the totals. Click an underlined figure to see where it comes from; fill in what is marked yellow.",
  "help.report.2":
    "Paste your edited text into the text check: every figure is compared, and what differs is marked.",
  "help.report.3": "If you have a report workbook of your own, choose it and the figures are filled in.",
} as const;
