import type { templateStation as chinese } from "../zh-CN/template-station";
import type { Translation } from "../translation";

export const templateStation: Translation<typeof chinese> = {
  "pane.template.inUse": "Template in use",
  "pane.template.version": "Version {version}",
  "pane.template.anyPeriod": "for any year",
  "pane.template.difference": "{heading}: {from} → {to}",
  "pane.template.nothing": "(nothing)",
  "pane.template.origin.builtIn": "built in",
  "pane.template.origin.assessment": "built in, the yearly assessment",
  "pane.template.origin.file": "from the file {file}",
  "pane.template.origin.open": "from the open workbook",
  "pane.template.origin.rules": "with rules added",
  "pane.template.origin.files": "made from {count} (file|files)",
  "pane.template.origin.edited": "changed in the pane",
  "pane.template.origin.rolled": "from the year before",
  "pane.template.ready": "The template is ready. Nothing needs to be changed: go and collect the reports.",
  "pane.template.builtIn": "Back to the built-in template",
  "pane.template.assessment": "Assess the units (built-in assessment template)",
  "pane.template.keep.advice":
    "When the pane is closed, the built-in template is back. Save this one as a file and choose it here next time.",
  "pane.template.origin.county": "from the county workbook",
  "pane.template.since": "adopted on {day}",
  "pane.template.keep.remembered":
    "This computer remembers it and will use it again when the pane is opened. Save it as a file for other computers.",
  "pane.template.keep.county":
    "The county workbook brought it along, and it serves while you go on with that workbook. It will not be used next time.",
  "pane.template.keep.go": "Use this template from now on",
  "pane.template.kept": "Templates used before",
  "pane.template.kept.name": "{name}, version {version}",
  "pane.template.kept.look": "Change to version {version}",
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
    "What was collected is then checked again; reports on the older version are aligned.",
  "pane.template.discard": "Do not use it",
  "pane.template.search": "Find a line, a unit or a rule",
  "pane.template.search.clear": "Clear the search",
  "pane.template.search.none": "Nothing was found.",
  "pane.template.search.more": "{count} more. Write more precisely what you are looking for.",
  "pane.template.rules": "Rules",
  "pane.template.rules.builtIn": "Built-in checks",
  "pane.template.edit": "Change the template",
  "pane.template.edit.lead":
    "The template is an Excel workbook: write it out, change it there, then come back and check it.",
  "pane.template.edit.open": "Change it in Excel",
  "pane.template.edit.byFile": "Change it by way of a file",
  "pane.template.edit.save": "Save as an Excel file",
  "pane.template.edit.saved": "Saved as {name} in the Downloads folder.",
  "pane.template.edit.cannotSave":
    "Excel on a Mac or an iPad lets the pane save no file: choose Edit in Excel, which writes the template as sheets, then save with Excel itself.",
  "pane.template.edit.fileLead":
    "Save it as an Excel file, change it in Excel or WPS, then come back and choose the file.",
  "pane.template.written": "The template is in the open workbook: {count} (sheet|sheets).",
  "pane.template.written.next":
    "Change the sheets with blue tabs (“指标”, “单位”, “审核关系” …), then press “Check the open workbook”.",
  "pane.template.written.removed":
    "Sheets that the template no longer has ({count}) were removed: {sheets}. Undo brings them back.",
  "pane.template.written.undo": "Undo the writing",
  "pane.template.written.undone": "Undone. The workbook is as it was.",
  "pane.template.present": "The template is in the open workbook already.",
  "pane.template.present.next":
    "Go on changing it, then press “Check the open workbook”. Write it again only to discard its changes.",
  "pane.template.present.removes":
    "Writing it again removes sheets that the template in use no longer has ({count}): {sheets}.",
  "pane.template.present.again": "Write again, discard changes",
  "pane.template.rules.paste": "Paste a list of rules",
  "pane.template.rules.paste.lead":
    "One to a line, as you keep them: number | form | relation, for example “12 | 关工01 | 0102=0103+0104”. Hundreds may be pasted at once.",
  "pane.template.rules.paste.field": "Rules, one to a line",
  "pane.template.rules.paste.take": "Add these rules",
  "pane.template.rules.added": "New rules understood: {added}.",
  "pane.template.rules.known": "The template has {known} of them already.",
  "pane.template.rules.none": "No rule is new.",
  "pane.template.rules.bad": "Lines that were not understood and not added: {count}",
  "pane.template.rules.badLine": "Line {line}: {text}",
  "pane.template.rules.badLineOnSheet": "“{sheet}”, line {line}: {text}",
  "pane.template.rules.noRelation": "No comparison. Write =, <= or >=, for example 0112<=0102.",
  "pane.template.try": "Try it out",
  "pane.template.try.lead":
    "Before anything is issued: try it on the reports that were collected, and see which units would fail.",
  "pane.template.try.current": "Try the template in use",
  "pane.template.try.draft": "Try the new template",
  "pane.template.try.nothing": "Collect some reports first, last year's for example.",
  "pane.template.try.clean": "Tried on {count} (report|reports): no unit fails.",
  "pane.template.try.sameAsNow":
    "Tried on {count} (report|reports): nothing beyond what the template in use finds.",
  "pane.template.try.newly":
    "Tried on {count} (report|reports): {units} (unit|units) would fail that do not fail now: {names}",
  "pane.template.try.newly.advice":
    "Where their figures are right, it is a false alarm: loosen the rule, or make it one to be explained.",
  "pane.template.try.failing": "Tried on {count} (report|reports): units fail {rules} of the rules.",
  "pane.template.try.count": "{count} fail",
  "pane.template.try.countNew": "{count} fail, {more} of them new",
  "pane.template.try.freed": "No longer failing: {units}",
  "pane.template.try.sides": "left {left}, right {right}",
  "pane.template.try.isNew": "new",
  "pane.template.try.change.added": "added",
  "pane.template.try.change.changed": "changed",
  "pane.template.try.others": "{count} (other|others) that no unit fails",
  "pane.template.try.other": "{rule}: passed {passed}, not asked {skipped}",
  "pane.template.try.otherPassed": "{rule}: passed {passed}",
  "pane.template.try.fault": "Not understood: {reason}",
  "pane.template.issue": "Issue",
  "pane.template.issue.lead":
    "Makes a blank workbook for every unit, its name filled in, all of them in one zip file.",
  "pane.template.issue.ownLead":
    "Makes a blank workbook for every unit, all of them in one zip file: the office's own form as it is, with the unit's name, the period and earlier figures filled in at their places.",
  "pane.template.issue.lost":
    "The workbook of the office's own forms ({forms}) did not come with the template, so they cannot be issued as they are. Make the template again from the blank, or send the blank to the units directly.",
  "pane.template.issue.nobody":
    "The template has no units yet. Write their names into the sheet “单位” first, then issue.",
  "pane.template.issue.own.lastYear.carried":
    "Last year's figures come from the county workbook of {period} and are filled into their columns.",
  "pane.template.issue.own.lastYear.none":
    "The county workbook of the same period last year is not known: its columns stay empty. You can choose it at Collect first.",
  "pane.template.issue.own.lastYear.other":
    "The county workbook at hand is of {period}, not of the same period last year: its columns stay empty.",
  "pane.template.issue.own.previous.carried":
    "The figures of the period before come from the county workbook of {period} and are filled into their columns.",
  "pane.template.issue.own.previous.none":
    "The county workbook of the period before is not known: its columns stay empty. You can choose it at Collect first.",
  "pane.template.issue.own.previous.other":
    "The county workbook at hand is of {period}, not of the period before: its columns stay empty.",
  "pane.template.issue.cannotSave":
    "Excel on a Mac or an iPad lets the pane save no file: open a blank workbook, choose a unit, have its blank workbook written as sheets, then save with Excel itself. To make those of all units at once, open the address of this pane in a browser, or use a Windows computer.",
  "pane.template.issue.sheets.unit": "Unit",
  "pane.template.issue.sheets.go": "Write the blank workbook into the open one",
  "pane.template.issue.sheets.written":
    "The blank workbook of {unit} is written: {count} sheets. Save it with Excel.",
  "pane.template.issue.sheets.undone": "The sheets of the blank workbook are gone again.",
  "pane.template.issue.year": "Year",
  "pane.template.issue.part": "Which part of it",
  "pane.template.issue.whole": "Whole year",
  "pane.template.issue.firstHalf": "First half",
  "pane.template.issue.secondHalf": "Second half",
  "pane.template.issue.quarter": "Quarter {number}",
  "pane.template.issue.month": "Month {number}",
  "pane.template.issue.badYear": "Write a year of four digits, for example 2021.",
  "pane.template.issue.carried":
    "Last year's values come from the county workbook of {period}, filled in and locked.",
  "pane.template.issue.notCarried":
    "Last year's county workbook is not known: the column “上年” stays empty. You can choose it at Collect first.",
  "pane.template.issue.otherYear":
    "The county workbook at hand is of {period}, not of the year before: the column “上年” stays empty.",
  "pane.template.issue.go": "Make {count} blank workbooks",
  "pane.template.issue.done": "Saved as {name}: {count} blank workbooks.",
  "pane.template.issue.done.next": "It is in the Downloads folder. Unpack it and send each unit its file.",
  "pane.template.issue.name": "{county} {period} blank workbooks.zip",
  "pane.template.roll": "Go on to the new year",
  "pane.template.roll.lead":
    "When this year is done, begin the next one here: the same template, one version later.",
  "pane.template.rollOn": "Go on to the next period",
  "pane.template.rollOn.lead":
    "When this period is done, begin the next one here: the same template, one version later.",
  "pane.template.roll.go": "Go on to {period}",
  "pane.template.roll.confirm": "Really go on to {period}?",
  "pane.template.roll.clears.lastYear":
    "The reports in the pane are put aside (your files stay as they are); the totals of {period} become last year's.",
  "pane.template.roll.clears.lastPeriod":
    "The reports in the pane are put aside (your files stay as they are); the totals of {period} become those of the period before.",
  "pane.template.roll.clears.nothing":
    "The reports in the pane are put aside (your files stay as they are). {period} is neither the same period last year nor the period before: it is not compared with.",
  "pane.template.roll.incomplete":
    "{count} (unit is|units are) not in the totals: their values will be missing in comparisons.",
  "pane.template.roll.first": "Save the county workbook of {period} first.",
  "pane.template.roll.yes": "Go on",
  "pane.template.roll.no": "Not yet",
  "pane.template.roll.done": "Now in {period}. Next: issue the blank workbooks.",
};
