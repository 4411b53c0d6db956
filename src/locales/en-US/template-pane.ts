import type { Translation } from "../translation";
import type { templatePane as chinese } from "../zh-CN/template-pane";

/** The station Template: what a clerk sees and is told there. */
export const templatePane: Translation<typeof chinese> = {
  "pane.station.template": "Template",
  "pane.state.template": "Version {version}",
  "pane.step.checkTemplate": "Check the open workbook",
  "pane.step.adopt": "Use this template",

  "pane.task.template": "Opening the template…",
  "pane.task.template.reading": "Checking the template…",
  "pane.task.template.making": "Looking at these forms, making a template…",
  "pane.task.template.editing": "Changing the template…",
  "pane.task.template.adopting": "Changing the template, checking anew…",
  "pane.task.template.trying": "Trying it out…",
  "pane.task.template.preparing": "Preparing the template…",
  "pane.task.template.writing": "Writing the template",
  "pane.task.template.issuing": "Making blank workbooks",
  "pane.task.template.rolling": "Going on to the new year…",

  "pane.template.day": "{year}-{month}-{day}",
  "pane.template.note.since": "In use is the template that was adopted on {day}: {name}, version {version}.",
  "pane.template.note.county":
    "In use is the template that the county workbook brought along: {name}, version {version}.",
  "pane.template.note.instead": "Before it was: {name}, version {version}. To change, go to Template.",
  "pane.template.note.lost":
    "The template that was adopted earlier could not be read; the built-in one is in use. If you saved it as a file, choose it again under Template.",

  "pane.template.proposed": "“{file}” is a standard template and was not taken as a report.",
  "pane.template.proposed.look": "Look at it",

  "pane.template.file.name": "{name}, template version {version}.xlsx",

  "pane.problem.template": "“{file}” cannot be taken as a template.",
  "pane.problem.template.advice":
    "Choose a standard template workbook, or a list of rules kept as number | form | relation.",
  "pane.problem.keptTemplate": "This template, used before, can no longer be read.",
  "pane.problem.keptTemplate.advice":
    "If you saved it as a file, open “Change it by way of a file” and choose it with “Choose a file to check”. The template in use has not changed.",
  "pane.problem.templateOpen":
    "The open workbook holds the template; its “{sheet}” has the name of a sheet to be written.",
  "pane.problem.templateOpen.advice":
    "Save the template workbook first, then open a new, empty workbook and consolidate there. The template has not changed.",
  "pane.problem.templateSheets":
    "The open workbook has another sheet “{sheet}”, a name that the template needs.",
  "pane.problem.templateSheets.advice":
    "Open a new blank workbook and press “Change it in Excel” again. Nothing was changed.",
};
