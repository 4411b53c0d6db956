import type { Translation } from "../translation";
import type { templateMade as chinese } from "../zh-CN/template-made";

export const templateMade: Translation<typeof chinese> = {
  "pane.make": "A template of your own form",
  "pane.make.lead":
    "Choose the office's own blank, or some filled forms at once: they become a template, and the form stays as it is.",
  "pane.make.choose": "Choose a blank or filled forms",
  "pane.made.title": "The template is ready",
  "pane.made.copies": "Made from {count} filled (form|forms); what units filled in is left out.",
  "pane.made.blank": "Made from the blank.",
  "pane.made.look": "Have a look; if it is right, press “Use this template”.",
  "pane.made.form": "“{form}”: {lines} lines, {items} cells to be filled or computed",
  "pane.made.other": "“{sheet}” is no form: {reason}",
  "pane.made.form.hide": "Hide the form",
  "pane.made.departures": "{count} (file differs|files differ) from most; each is read as it is",
  "pane.made.units": "Units",
  "pane.made.units.none": "There are no units yet. Paste their names here, one on each line.",
  "pane.made.units.edit": "Change the list",
  "pane.made.units.field": "Names of units, one on each line",
  "pane.made.units.take": "Use this list",
  "pane.made.questions": "{count} (place is|places are) uncertain; the proposals are in use",
  "pane.made.questions.done": "All {count} uncertain (place|places) looked at",
  "pane.made.questions.at": "{number} of {count}",
  "pane.made.questions.all": "All as proposed",
  "pane.made.questions.next": "Next",
  "pane.made.questions.before": "Previous",
  "pane.made.questions.proposal": "(proposed)",
  "pane.made.undo": "Undo the last change",
  "pane.made.refused": "Not changed:",
  "pane.made.rename": "Rename",
  "pane.made.rename.field": "Name of the template",
  "pane.made.rename.take": "Use this name",
  "pane.made.discard": "Do not use this template",
  "pane.made.not": "No template was made",
  "pane.made.not.product.template": "“{file}” is a template already; it can be used as it is.",
  "pane.made.not.product.countyWorkbook":
    "“{file}” is a county workbook that the program wrote. Choose the office's own blank or filled forms.",
  "pane.made.not.product.returnForm":
    "“{file}” is a return form. Choose the office's own blank or filled forms.",
  "pane.made.not.kinds": "The files are not one form, and a template is made from one. Take them one by one:",
  "pane.made.not.noTable":
    "No table to be filled was found. Choose a blank or filled form with names of lines and columns and cells to fill.",
  "pane.made.not.encrypted": "The file needs a password. Remove it and try again.",
  "pane.made.not.damaged": "The file is damaged. Open it in Excel or WPS, save it again, and try again.",
  "pane.made.not.noSheet": "The file has no sheet that can be shown.",
};
