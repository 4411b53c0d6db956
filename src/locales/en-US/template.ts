import type { template as chinese } from "../zh-CN/template";
import type { Translation } from "../translation";

export const template: Translation<typeof chinese> = {
  "finding.S01.older":
    "This workbook is on version {found} of the template and was read as version {wanted}. Added: {added}; removed: {removed}; changed: {changed}. Check the lines concerned, and have the new ones reported.",
  "finding.S01.olderAlike":
    "These forms are of version {found} of the template. What is to be filled in is the same as in version {wanted}: they were read as usual, nothing needs to be done.",
  "template.problem.notTemplate":
    "This is no standard template: it has no sheet “指标” and the like. Choose a template that this tool has written.",
  "template.problem.newerFormat":
    "A newer version of this tool has written this template; update the tool first.",
  "template.problem.missingSheet":
    "The sheet “{name}” is missing. Put it back from the original template under its name.",
  "template.problem.missingHeader":
    "The headings cannot be found. Put the row of headings back; it needs at least: “{headings}”.",
  "template.problem.missingColumn": "The column “{heading}” is missing. Put it back under this heading.",
  "template.problem.noteBelow":
    "This row looks like a note, not like part of the table: “{found}”. Move it above the headings; what is to be printed on the form goes into “填写说明” of the form's own row.",
  "template.problem.missingValue": "“{heading}” is empty. Fill it in.",
  "template.problem.notANumber":
    "“{heading}” should be a number; it is “{found}”. Type a number such as 12 or 0.5, without a unit.",
  "template.problem.notAnAmount": "“{heading}” cannot be below zero; it is “{found}”. Correct it.",
  "template.problem.notACount": "“{heading}” should be a whole number; it is “{found}”. Correct it.",
  "template.problem.notYesNo": "“{heading}” should be “是” or “否”; it is “{found}”.",
  "template.problem.notAChoice":
    "“{heading}” is “{found}”, which is none of the choices. Choose one of these: “{choices}”.",
  "template.problem.notAKind":
    "“{heading}” is “{found}”. Write “全部”, or “乡镇街道”, “市直部门”, “市本级”, separated by “、”.",
  "template.problem.errorValue": "“{heading}” shows the error {found}. Type the content itself.",
  "template.problem.badCode":
    "The code “{found}” cannot be one. Use digits (0121), with a few letters in front if you like (NG1310).",
  "template.problem.badName":
    "“{found}” cannot be the name of a sheet: use neither : * ? / nor brackets, at most 31 characters, and none of the names of the template’s own sheets.",
  "template.problem.badDay": "“{heading}” should be month-day, such as 11-01; it is “{found}”.",
  "template.problem.badPeriod":
    "“{heading}” cannot be understood: “{found}”. Write 2021, 2021H1 or 2021H2; leave it empty if the template serves every year.",
  "template.problem.twice": "“{found}” stands at {first} already. Change one of them, or delete a row.",
  "template.problem.unknownForm":
    "There is no form “{found}”. Check the number, or add the form's own row first.",
  "template.problem.unknownLine": "“{found}” in “{heading}” is no code of this template. Check it.",
  "template.problem.unknownList":
    "There is no list “{found}”. Check its number, or add the list's own row first.",
  "template.problem.unknownColumn": "List {list} has no column “{found}”. Check the name.",
  "template.problem.withoutLines": "There is no row below “{found}”. Add its rows, or delete it.",
  "template.problem.withoutCover": "There is no cover. Put back the form whose type is “封面”.",
  "template.problem.withoutUnits": "There is no unit at all. Add at least one row with code, name and kind.",
  "template.problem.coverNotForAll":
    "The cover is not filled by “{found}”, but “{unit}” is one. Add “{found}” to “由谁填报” in the cover’s row.",
  "template.problem.coverWithoutUnit":
    "The cover has no name of the unit, so that nobody could tell whose workbook comes back. Add a row to it with the code {code} and the name “单位名称”.",
  "template.problem.coverLineTaken":
    "The cover's 0001 to 0005 are, in this order, the unit's code, its name, its kind, the period and the template's number and version; they are filled in when forms are issued. Give “{found}” another code, from 0006 on.",
  "template.problem.formulaMissing":
    "A ratio or computed line needs a formula. Add it, such as 0112/0102*100.",
  "template.problem.circular":
    "The formula comes back to its own line and has no result: {found}. Change it so that lines do not rest on each other.",
  "template.problem.badAggregation":
    "A line of type “{kind}” cannot be consolidated as “{found}”. Choose one of: {choices}; “比率” and “计算” need a formula.",
  "template.problem.unknownBuiltIn":
    "No built-in check has the number “{found}”. Check it, or delete the row.",
  "template.problem.builtInNumber":
    "“{found}” is the number of a built-in check. Give this rule another number.",
  "template.problem.badPlaceholder":
    "“{found}” in “{heading}” stands for nothing. Braces may hold left, right (the figures of both sides) or difference only.",
  "template.problem.choicesMissing": "A line of choices must name them, separated by “、”.",
  "template.problem.minAboveMax": "The least, {min}, is above the most, {max}. Mend one of them.",
  "template.problem.seriesMissing":
    "This series has no data. Write a code or an expression, such as 0112/0102*100.",
  "template.problem.badSentence":
    "The braces at character {position}, “{found}”, cannot be understood. Rewrite them as the notes above the table say.",
  "template.problem.badExpression": "“{found}” cannot be understood: {reason}",
  "template.problem.at": "{place}: {message}",
  "template.problem.workbook": "the whole workbook",
  "template.change.added": "added: {of} {code} {name}",
  "template.change.removed": "removed: {of} {code} {name}",
  "template.change.changed": "changed: {of} {code} {name}",
  "template.part.form": "form",
  "template.part.line": "line",
  "template.part.list": "detail list",
  "template.part.column": "list column",
  "template.part.unit": "unit",
  "template.part.rule": "rule",
  "template.part.setting": "setting",
  "template.part.chart": "chart",
  "template.part.report": "report",
  "template.builtIn.S01": "The workbook is of this template, in this version",
  "template.builtIn.S02": "Every form that the unit must fill is there",
  "template.builtIn.S03": "The column of codes is intact",
  "template.builtIn.S04": "The unit is in the register, with one file",
  "template.builtIn.S05": "The year matches",
  "template.builtIn.S06": "The cover is filled, the date within the time set",
  "template.builtIn.R03": "Typed ratios equal the recomputed ones",
  "template.builtIn.R09": "Last year's values are the carried ones",
  "template.builtIn.R20": "People, pieces, sessions and yuan are whole and not negative",
  "template.builtIn.R21": "Per cent are not negative, 0113 and 0217 at most 100",
  "template.builtIn.R22": "Yes/no lines say yes or no",
  "template.builtIn.R23": "What does not apply is empty",
  "template.builtIn.X06": "Where 1010 is yes, list L7 is given",
  "template.builtIn.P01": "A large change on last year",
  "template.builtIn.P02": "A stock or a continuous line stops or starts",
  "template.builtIn.P03": "A form is identical to last year's",
  "template.builtIn.P04": "Every key line is zero: an empty shell",
  "template.builtIn.P05": "People per session out of the ordinary",
  "template.builtIn.P06": "Money per head out of the ordinary, or ten thousand times off",
  "template.builtIn.P07": "Five or more numbers of one form all end in 0",
  "template.builtIn.P08": "The rate changed too much on last year",
  "template.builtIn.P10": "The largest value is far above the second of its kind",
  "template.builtIn.C01": "Totals equal the units' sum and adjustments",
  "template.builtIn.C02": "Ratios are recomputed, never averaged",
  "template.builtIn.C03": "Totals say that units are missing",
  "template.builtIn.C04": "Several units report the same event, donation or article",
  "template.builtIn.C05": "Every number in the text agrees with the tables",
  "template.builtIn.C06": "0906 is at most the county's 0901",
};
