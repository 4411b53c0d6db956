/** What the county decides about cells, findings and files: proposals, and the sheet that keeps what was decided. */
export const decisions = {
  "proposal.because.asRead": "原来写的就是这个数（内容）",
  "proposal.because.oneOf": "格子里写了几个数（{parts}），最像要填的是这一个",
  "proposal.because.formula": "按公式 {formula} 算出",
  "proposal.because.sum": "各分项之和（{relation}），审核关系 {other} 也要求这个数",
  "proposal.because.carried": "下发时带入的上年数",
  "proposal.because.tenThousand": "与 {known} 相比差一万倍左右，像是弄混了“元”和“万元”",

  "report.decisions.title": "修改记录",
  "report.decisions.note":
    "汇总时对各单位报表作的修改、说明和取舍。原表没有改动，只是汇总时按这里的计算；重新打开汇总工作簿时照此继续。要撤销，请在窗格的“审核”里点“撤销”。",
  "report.decisions.none": "没有作过修改。",
  "report.decisions.accept": "按建议修改",
  "report.decisions.explain": "说明",
  "report.decisions.choose": "选定文件",
  "report.decisions.confirm": "确认读法",
  "report.decisions.blank": "（空）",
  "report.decisions.among": "几份报表：{files}",
  "report.decisions.reading.D33": "“万”“亿”照写的换算",
  "report.decisions.reading.D37": "约数照写的数读取",
  "report.decisions.reading.D40": "“无”“/”等文字照此读取",
  "report.head.decision": "处理",
  "report.head.from": "原来",
  "report.head.to": "改为",
  "report.head.because": "依据",
  "report.contents.decisions": "汇总时采用的修改、说明和取舍",
} as const;
