import type { template as chinese } from "../zh-CN/template";
import type { Translation } from "../translation";

export const template: Translation<typeof chinese> = {
  "template.unit": "Reporting unit",
  "finding.S01.older":
    "This workbook is on version {found} of the template and was read as version {wanted}. Added: {added}; removed: {removed}; changed: {changed}. Check the lines concerned, and have the new ones reported.",
  "finding.S01.olderAlike":
    "These forms are of version {found} of the template. What is to be filled in is the same as in version {wanted}: they were read as usual, nothing needs to be done.",
  "template.title": "{name} (standard template, version {version})",
  "template.sampleUnit": "(the unit's name, when it is issued)",
  "template.samplePeriod": "20××",
  "template.version": "What version {version} changed",
  "template.change.added": "added: {of} {code} {name}",
  "template.change.removed": "removed: {of} {code} {name}",
  "template.change.changed": "changed: {of} {code} {name}",
  "template.changeSeparator": "; ",
  "template.part.form": "form",
  "template.part.line": "line",
  "template.part.list": "detail list",
  "template.part.column": "list column",
  "template.part.unit": "unit",
  "template.part.rule": "rule",
  "template.part.setting": "setting",
  "template.part.chart": "chart",
  "template.part.report": "report",
  "template.about.title": "Standard template: {name}",
  "template.about.id": "Stays the same from year to year; the forms are recognised by it.",
  "template.about.version":
    "Counts up with every change. You may leave it: a changed template is given the next number when it is read.",
  "template.about.name": "Printed at the head of every form.",
  "template.about.county": "Printed at the head of the forms and written into the report, such as “集安市”.",
  "template.about.committee": "Printed in the upper right corner of every form.",
  "template.about.period":
    "The year, such as 2021, for a template of one year only; empty for one that serves every year.",
  "template.setting.reportFrom": "Month-day, in the year of the forms.",
  "template.setting.reportTo": "Month-day, in the year after. Also printed as the last day of validity.",
  "template.setting.changeLimit":
    "P01: a change of more per cent than this needs an explanation, unless it stays within “增减不问” of “指标”.",
  "template.setting.attendanceMin": "P05: fewer people per session than this are questioned.",
  "template.setting.attendanceMax": "P05: more people per session than this are questioned.",
  "template.setting.moneyPerHeadMin": "P06: less money per head than this is questioned.",
  "template.setting.moneyPerHeadMax":
    "P06: more money per head than this is questioned; most often yuan and ten thousand yuan were mixed up.",
  "template.setting.rateJump": "P08: a change by more percentage points than this is questioned.",
  "template.setting.rateJumpFloor": "P08: units with fewer organisations are not asked.",
  "template.setting.peerFactor":
    "P10: questioned where the largest value of a kind of units is more than so many times the second.",
  "template.howTo.sheets":
    "This is the standard template of all forms, to be changed in Excel: “指标” holds the lines of the forms, “明细表” the columns of the lists, “单位” who reports, “审核关系” what is checked, “图表” and “报告” the charts and the text that come out.",
  "template.howTo.rows":
    "Add a row for each thing to be added, delete the row of what is to go; the order of the rows is the order in the form, and rows may be left blank. Leave the headings as they are; columns that you do not need may be deleted.",
  "template.howTo.forms":
    "The forms “关工00” and so on and the lists show what will be issued. They are there to look at: changes in them do not count.",
  "template.howTo.check":
    "Save, and let this tool read it: whatever is wrong is pointed out with its sheet, its cell and how to mend it.",
  "template.howTo.version":
    "A changed template becomes a new version and remembers what changed; forms on an older version can still be read.",
  "template.indicators.title": "Indicators: the lines of the forms",
  "template.indicators.note":
    "A blue row is a form: its number and title, “封面” (cover) or “表” (table) in “类型”, and in “填写说明” the notes printed below it, one to a line. The rows below are its lines. A new line needs code, name and unit of measure only; what is left empty is taken as usual.",
  "template.indicators.columns":
    "Formulas are written with codes: 0112/0102*100, SUM(0103~0108). “增减不问” is the change that needs no word; “不限” means no limit. “连续” lines do not stop and start again; if all “关键” lines are 0 the workbook is an empty shell; “要点” lines stand on the first sheet. “场次代码” and “人数代码” name the sessions and the recipients.",
  "template.lists.title": "Detail lists and their columns",
  "template.lists.note":
    "A blue row is a list: “明细表” in “内容类型”. The rows below are its columns. What is marked in “个人信息” never enters the county workbook, only counts do.",
  "template.units.title": "Units: who reports",
  "template.units.note":
    "When a unit is renamed its code stays and the old name goes into “别名”, so that last year can still be compared; so do the names of units that were merged into it, whose figures of last year are then added. Separate several with “、”.",
  "template.rules.title": "Rules: what must hold",
  "template.rules.write":
    "One rule to a row. “公式” is written with codes: 0102=0103+0104+0105, 0112<=0102, 0201=SUM(0202~0207), 0712=ROWS(L3); “不超过”, “大于等于” and “加” are understood too.",
  "template.rules.words":
    "“性质”: “强制” must be fixed, “核实” fixed or explained, “提示” is a note. {open}left{close} and {open}right{close} in a message stand for the values of both sides. A rule is asked only where “前提” holds. “容差” is the difference that still counts as equal.",
  "template.rules.paste":
    "A list kept as “序号 | 报表代码 | 公式” can be pasted as it stands; what is left empty means: must be fixed, skipped where anything is missing.",
  "template.rules.builtIn": "Blue rows are built in: only “性质” can be changed; “不用” turns one off.",
  "template.charts.title": "Charts",
  "template.charts.note":
    "A blue row is the first of a chart and says what it is; one row to a series, the others below it with “图号” empty.",
  "template.charts.data":
    "“数据” is an expression: 0112/0102*100 by unit, 0202~0207 or 0302,0304 by line. “参考线” draws a dashed line: the county's figure, the average, or a target, whose number stands in “数据”.",
  "template.report.title": "The annual report",
  "template.report.note":
    "One sentence to a row. A code in braces stands for the county's figure and its measure: {open}0102{close}, {open}0113{close}.",
  "template.report.figures":
    "“{open}0701 万元{close}” in ten thousand yuan; “{open}0308 约{close}” rounded as people say it; “{open}0201 比上年{close}” the change on last year; “{open}0201 上年{close}” last year's figure; “{open}0118 占比{close}” the share of units that answer yes.",
  "template.report.others":
    "“{open}0118 单位{close}” names the units; “{open}0401 前3{close}” the first three, and whoever equals the third; “{open}例 L5[名称] 2{close}” two examples from a list; “{open}说明 0201{close}” the units' explanations; “{open}=0216/0201*100 %{close}” an expression; and “{open}年{close}” “{open}县{close}” “{open}委员会{close}” “{open}应报{close}” “{open}已报{close}” “{open}日期{close}”.",
  "template.report.condition":
    "“什么时候写”: left empty, the sentence is always written; with a condition, such as 0508>0, where it holds; “不完整”, while units are missing.",
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
  "template.issue.file": "{unit}.xlsx",
};
