/** The station 模板: what a clerk sees and is told there. */
export const templatePane = {
  "pane.station.template": "模板",
  "pane.state.template": "第 {version} 版",
  "pane.step.checkTemplate": "检查打开的工作簿",
  "pane.step.adopt": "采用这个模板",

  "pane.task.template": "正在打开模板…",
  "pane.task.template.reading": "正在检查模板…",
  "pane.task.template.making": "正在看这些表，建模板…",
  "pane.task.template.editing": "正在改模板…",
  "pane.task.template.adopting": "正在换模板，重新审核…",
  "pane.task.template.trying": "正在试跑…",
  "pane.task.template.preparing": "正在准备模板…",
  "pane.task.template.writing": "正在写入模板",
  "pane.task.template.issuing": "正在做空白报表",
  "pane.task.template.rolling": "正在转入新一年…",

  "pane.template.day": "{year} 年 {month} 月 {day} 日",
  "pane.template.note.since": "现在用的是 {day}采用的模板：{name}，第 {version} 版。",
  "pane.template.note.county": "现在用的是汇总工作簿里带的模板：{name}，第 {version} 版。",
  "pane.template.note.instead": "原来用的是：{name}，第 {version} 版。要换，请到“模板”。",
  "pane.template.note.lost":
    "以前采用的模板没有读出来，现在用的是内置模板。存成过文件的，请到“模板”重新选用。",

  "pane.template.proposed": "“{file}”是标准模板，没有当作报表。",
  "pane.template.proposed.look": "到“模板”看看",

  "pane.template.file.name": "{name}标准模板第{version}版.xlsx",

  "pane.problem.template": "“{file}”不能当作模板。",
  "pane.problem.template.advice": "请选择标准模板工作簿，或者按“序号 | 报表代码 | 公式”整理的审核关系。",
  "pane.problem.keptTemplate": "以前用过的这个模板读不出来了。",
  "pane.problem.keptTemplate.advice":
    "存成过文件的，请展开“用文件来改”，点“选择文件检查”重新选用。在用的模板没有变。",
  "pane.problem.templateOpen": "打开的工作簿里是标准模板，它的“{sheet}”与要写的工作表同名。",
  "pane.problem.templateOpen.advice":
    "请先把这个模板工作簿存好，再新建一个空白工作簿，在那里点“一键汇总”。模板没有改动。",
  "pane.problem.templateSheets": "打开的工作簿里已有别的工作表“{sheet}”，与模板要写的同名。",
  "pane.problem.templateSheets.advice": "请新建一个空白工作簿，再点“在 Excel 中修改”。打开的工作簿没有改动。",
} as const;
