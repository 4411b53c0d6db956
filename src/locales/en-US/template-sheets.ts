import type { templateSheets as zhCN } from "../zh-CN/template-sheets";
import type { Translation } from "../translation";

export const templateSheets: Translation<typeof zhCN> = {
  "template.title": "{name} (standard template, version {version})",
  "template.sampleUnit": "(the unit's name, when it is issued)",
  "template.samplePeriod": "20××",
  "template.version": "What version {version} changed",
  "template.changeSeparator": "; ",
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
  "template.howTo.ownForms":
    "The office's own sheets follow as they are, with a sign in every cell of use: “∑” added up, “＝” computed by its formula, “文” listed by unit, “上” last year, “－” not used. The signs can be changed; do not add or remove rows and columns there.",
  "template.howTo.check":
    "Save, and let this tool read it: whatever is wrong is pointed out with its sheet, its cell and how to mend it.",
  "template.howTo.version":
    "A changed template becomes a new version and remembers what changed; forms on an older version can still be read.",
  "template.indicators.title": "Indicators: the lines of the forms",
  "template.indicators.note":
    "A blue row is a form: its number and title, “封面” (cover) or “表” (table) in “类型”, and in “填写说明” the notes printed below it, one to a line. The rows below are its lines. A new line needs code, name and unit of measure only; what is left empty is taken as usual.",
  "template.indicators.columns":
    "Formulas are written with codes: 0112/0102*100, SUM(0103~0108). “增减不问” is the change that needs no word; “不限” means no limit. “连续” lines do not stop and start again; if all “关键” lines are 0 the workbook is an empty shell; “要点” lines stand on the first sheet. “场次代码” and “人数代码” name the sessions and the recipients.",
  "template.columns.title": "“栏目”: the columns of the office's own sheets",
  "template.columns.note":
    "One row for each column. Its use, “用途”, can be changed: “本期数” this period, “上年数” last year, “上期数” the period before, “增减” change, “文字” words, “不用” not used; the column's cells follow. The rest is to look at.",
  "template.columns.signs":
    "Each cell of an own sheet holds a sign that can be changed there: ∑ added up; ＝ computed by the formula in “指标”; “文” listed by unit, not added up; “上” last year's (or the period before's); － not used.",
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
    "A list kept as “序号 | 报表代码 | 公式” can be pasted as it is; what is left empty means: must be fixed, skipped where anything is missing (on an office's own forms empty cells count as 0). Of these, “01行=02行+03行”, “1栏=2栏+3栏”, “01行1栏” and “D6=D7+D8” are understood.",
  "template.rules.proposed":
    "A rule whose “状态” is “建议” was found in a note below a table or in the reports: it is checked, but reported as a note only. Write “采用” (or empty the cell) to adopt it; delete the row to drop it.",
  "template.rules.builtIn": "Blue rows are built in: only “性质” can be changed; “不用” turns one off.",
  "template.charts.title": "Charts",
  "template.charts.note":
    "A blue row is the first of a chart and says what it is; one row to a series, the others below it with “图号” empty.",
  "template.charts.data":
    "“数据” is an expression: 0112/0102*100 by unit, 0202~0207 or 0302,0304 by line, “上年(0302),上年(0304)” for last year's. “参考线” draws a dashed line: the county's figure, the average, or a target, whose number stands in “数据”.",
  "template.report.title": "The annual report",
  "template.report.note":
    "One sentence to a row. A code in braces stands for the county's figure and its measure: {open}0102{close}, {open}0113{close}.",
  "template.report.figures":
    "“{open}0701 万元{close}” in ten thousand yuan; “{open}0308 约{close}” rounded as people say it; “{open}0201 比上年{close}” the change on last year; “{open}0201 上年{close}” last year's figure; “{open}0118 占比{close}” the share of units that answer yes.",
  "template.report.others":
    "“{open}0118 单位{close}” names the units, “{open}0118 单位3{close}” the first three; “{open}0401 前3{close}” the first three, and whoever equals the third; “{open}项 0202~0207 前3 占0201{close}” the largest of several lines with their shares; “{open}例 L5[名称] 2{close}” two examples from a list; “{open}说明 0201{close}” the units' explanations; “{open}=0216/0201*100 %{close}” an expression; and “{open}年{close}” “{open}期{close}” “{open}县{close}” “{open}级{close}” “{open}委员会{close}” “{open}应报{close}” “{open}已报{close}” “{open}日期{close}”; “{open}填 明年的打算{close}” leaves a place for somebody to write in.",
  "template.report.condition":
    "A row may hold part of a sentence and end with a comma; where what follows is left out, the comma becomes a full stop. “什么时候写”: left empty, the sentence is always written; with a condition, such as 0508>0, where it holds; “不完整”, while units are missing.",
  "template.scoring.title": "Assessment: how units are scored, ranked and graded",
  "template.scoring.lines":
    "Each row whose “类别” is “项目” is a scored item: “分值” is the most it gives (below zero for deductions); “自评分”, “考核分” and “扣分原因” name items of the template. The points of “自评差距” are how far “自评分” and “考核分” may differ without an explanation. “排名依据” has an expression as its “条件”; without it units are ranked by the sum of “考核分”. “分组” lists types of units (“镇、乡”) that are ranked together.",
  "template.scoring.grades":
    "The points of “等次” are the lowest score of that grade. “否决” is a veto: its name is the reason, “条件” the condition, “结果” the best grade that is left.",
  "template.scoring.evidence":
    "“佐证” and “佐证上限” are expressions in the codes of another template, such as 0112/0102*100; the figures come from that template’s county workbook and are shown beside the item. “佐证上限” is the most that these figures allow: a score above it must be explained. A veto may have its condition there too, such as 0112/0102*100<60.",
};
