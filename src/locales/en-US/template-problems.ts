import type { templateProblems as chinese } from "../zh-CN/template-problems";
import type { Translation } from "../translation";

export const templateProblems: Translation<typeof chinese> = {
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
  "template.problem.twice": "“{found}” is at {first} already. Change one of them, or delete a row.",
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
    "“{found}” in “{heading}” has no meaning. Braces may hold left, right (the figures of both sides) or difference only.",
  "template.problem.choicesMissing": "A line of choices must name them, separated by “、”.",
  "template.problem.minAboveMax": "The least, {min}, is above the most, {max}. Mend one of them.",
  "template.problem.seriesMissing":
    "This series has no data. Write a code or an expression, such as 0112/0102*100.",
  "template.problem.badSentence":
    "The braces at character {position}, “{found}”, cannot be understood. Rewrite them as the notes above the table say.",
  "template.problem.badExpression": "“{found}” cannot be understood: {reason}",
  "template.problem.unknownSign":
    "“{found}” is none of the signs. Use “∑” (added up), “＝” (computed), “文” (listed by unit), “上” (last year) or － (not used).",
  "template.problem.signOutside":
    "This cell belongs to no table, but holds the sign “{found}”. Delete it; where rows or columns were added or removed, make the template again from the new blank.",
  "template.problem.signInFormula":
    "This cell was changed to “{found}”, but the formulas in {cells} need it. Restore its sign, or give {cells} a sign that computes nothing (“∑”, “文”).",
  "template.problem.signWithoutFormula":
    "The sign is “＝”, but {code} has no formula in “指标”. Add one there, or use another sign.",
  "template.problem.ruleWithoutItem":
    "Rule {rule} ({found}) needs it. Change the rule first, or leave these cells as they are.",
  "template.problem.ownSheetMoved":
    "“{found}” was in {was} and is here now: rows or columns of this sheet were inserted or deleted, so the places of its cells are not known any more. Change the blank and make the template from it again; to change signs only, use the template as it was.",
  "template.problem.ownSheetGone":
    "The sheet of the form “{found}” is gone. Put it back from the earlier template, under its name.",
  "template.problem.ownLayoutLost":
    "What was kept of the layout of “{found}” is gone, so the places of its cells are not known. Make the template again from the blank.",
  "template.problem.at": "{place}: {message}",
  "template.problem.workbook": "the whole workbook",
};
