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

  "pane.template.inUse": "Template in use",
  "pane.template.version": "Version {version}",
  "pane.template.anyPeriod": "for any year",
  "pane.template.origin.builtIn": "built in",
  "pane.template.origin.file": "from the file {file}",
  "pane.template.origin.open": "from the open workbook",
  "pane.template.origin.rules": "with rules added",
  "pane.template.origin.files": "made from {count} (file|files)",
  "pane.template.origin.edited": "changed in the pane",
  "pane.template.origin.rolled": "from the year before",
  "pane.template.ready": "The template is ready. Nothing needs to be changed: go and collect the reports.",
  "pane.template.builtIn": "Back to the built-in template",
  "pane.template.keep.advice":
    "When the pane is closed, the built-in template is back. Save this one as a file and choose it here next time.",
  "pane.template.origin.county": "from the county workbook",
  "pane.template.since": "adopted on {day}",
  "pane.template.day": "{year}-{month}-{day}",
  "pane.template.keep.remembered":
    "This computer remembers it and will use it again when the pane is opened. Save it as a file for other computers.",
  "pane.template.keep.county":
    "The county workbook brought it along, and it serves while you go on with that workbook. It will not be used next time.",
  "pane.template.keep.go": "Use this template from now on",
  "pane.template.kept": "Templates used before",
  "pane.template.kept.name": "{name}, version {version}",
  "pane.template.kept.look": "Change to version {version}",
  "pane.template.note.since": "In use is the template that was adopted on {day}: {name}, version {version}.",
  "pane.template.note.county":
    "In use is the template that the county workbook brought along: {name}, version {version}.",
  "pane.template.note.instead": "Before it was: {name}, version {version}. To change, go to Template.",
  "pane.template.note.lost":
    "The template that was adopted earlier could not be read; the built-in one is in use. If you saved it as a file, choose it again under Template.",
  "pane.template.taken": "Version {version} of the template is in use now.",

  "pane.template.contents": "See what is in it",
  "pane.template.forms": "Forms",
  "pane.template.lists": "Lists",
  "pane.template.units": "Units",
  "pane.template.history": "What each version changed",
  "pane.template.history.entry": "Version {version}",
  "pane.template.count": "{count}",
  "pane.template.lines": "{count} (line|lines)",
  "pane.template.line": "{code} {name}",
  "pane.template.line.measure": "{code} {name} ({measure})",
  "pane.template.more": "Show more ({count} left)",
  "pane.template.off": "off",

  "pane.template.sheet": "“{name}”",
  "pane.template.check.file": "Choose a file to check",

  "pane.template.problems": "To be mended: {count}",
  "pane.template.problems.lead": "Mend them and check again. The template in use has not changed.",
  "pane.template.goTo": "Go to {place}",
  "pane.template.same": "It says the same as the template in use.",
  "pane.template.proposal": "The new template is sound",
  "pane.template.proposal.of": "{source}: {name}, version {version}",
  "pane.template.proposal.otherTask":
    "Mind: this is the template of another task (id {id}), not of the one in use.",
  "pane.template.changes": "Changes against the one in use: {count}",
  "pane.template.adopt.what":
    "What was collected is then checked anew; reports on the older version are aligned.",
  "pane.template.discard": "Do not use it",
  "pane.unknown.copies": "{count} files are one form: “{title}”",
  "pane.unknown.copies.lead":
    "The template “{name}” does not have this form. A template can be made from the files themselves: they look as they do now, and after a glance they can be added up.",
  "pane.unknown.copies.make": "Make a template of these",
  "pane.unknown.one": "“{file}” is another form: “{title}”",
  "pane.unknown.one.lead": "The template “{name}” does not have this form. Whose is it?",
  "pane.unknown.one.make": "Ours: make a template of it",
  "pane.unknown.one.remove": "Not ours: take it out",
  "pane.unknown.known": "This computer has its template: {name}, version {version}.",
  "pane.unknown.known.use": "Use “{name}”",
  "pane.unknown.other":
    "Each form is a task of its own. While you work at one, the other files wait here and are not added up.",
  "pane.unknown.files": "Which files",
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
