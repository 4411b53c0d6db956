/** The guide behind the question mark: three steps for each station. */
export const help = {
  "help.title": "“{station}”怎么用",
  "help.picture": "“{station}”第 {number} 步的画面",
  "help.template.1":
    "这里是标准模板：要哪些表、哪些数，按什么审核。用内置的就不必管；有自己的表，选空白表或填好的表，照着生成。",
  "help.template.2": "模板可以在这里改，也可以在 Excel 里改，改完点“检查”，确认后采用。",
  "help.template.3": "点“生成下发的表”，每个单位一份空白表，发下去填报。",
  "help.collect.1": "把各单位报来的文件全选上，或者整个文件夹拖进来。压缩包也行。",
  "help.collect.2": "谁报了、谁没报，一眼看清。点单位的名字，看它的文件和问题。晚到的、改过的，随时再添加。",
  "help.collect.3": "有上年的汇总工作簿，一起选进来，就能与上年比较。",
  "help.check.1": "一条一条看：哪里不对、格子里原来写的是什么。点“到……”就看到那一格。按 F8 到下一处。",
  "help.check.2": "有建议的，点“采用”；属实的，写说明；打电话问清的，填正确的数。都能撤销，原表不改。",
  "help.check.3": "要单位自己改的，点“生成全部退回材料”，发给单位；发出以后标记为已退回。",
  "help.consolidate.1": "点“一键汇总”，汇总表和图表写进打开的工作簿；您自己的表不动。",
  "help.consolidate.2": "写好后看一看：满意点“完成”，不满意点“撤销”。",
  "help.consolidate.3": "点主要数字，就看到它由哪些单位、哪些格子加起来。",
  "help.report.1": "报告已经按汇总数写好。点带下划线的数，看它的依据；黄底的地方要您来填。",
  "help.report.2": "改好的稿件贴在“稿件核对”里，每个数都对一遍，不符的标出来。",
  "help.report.3": "有自己的报告格式，选进来，数自动填到格子里。",
} as const;
