/** What the pane says of sessions that were not finished. */
export const savedSessions = {
  "pane.earlier.bar": "上次没做完的",
  "pane.earlier.title": "上次没做完：{what}",
  "pane.earlier.files": "{count}\u00a0份报表",
  "pane.earlier.explanations": "{count}\u00a0条说明",
  "pane.earlier.decisions": "{count}\u00a0处已定",
  "pane.earlier.lastYear": "已选好{period}的汇总作上年数",
  "pane.earlier.of": "{template}，{period}。",
  "pane.earlier.when": "存在这台电脑上，{time}。",
  "pane.earlier.goOn": "接着做",
  "pane.earlier.delete": "不要了",
  "pane.earlier.delete.question": "真的不要了？",
  "pane.earlier.delete.what":
    "{what}会从这台电脑上清掉，找不回来。您自己的文件和工作簿不会改动。拿不准，请点“先留着”。",
  "pane.earlier.delete.yes": "清掉",
  "pane.earlier.delete.no": "先留着",
  "pane.earlier.deleted": "已清掉，这台电脑上不再存着它。",
  "pane.earlier.busy": "正在另一个窗口里做：{what}",
  "pane.earlier.busy.advice": "请到那个窗口里做。关掉那个窗口以后，可以在这里接着做。",
  "pane.earlier.elsewhere": "这个任务正在另一个窗口里做，这里没有动它。",
  "pane.earlier.incomplete": "后来做的没能存下。接着做以后，请看看还缺哪些报表和说明。",
  "pane.earlier.continued": "已接着上次做",
  "pane.earlier.continued.template":
    "标准模板换过了：上次是第 {from} 版，现在是第 {to} 版，已经按现在的重新审核。",
  "pane.earlier.continued.product":
    "程序更新过了（{from} → {to}），已经重新审核；结果和上次不一样的，请再看看。",
  "pane.earlier.continued.skipped": "有 {count} 步没能重做，请看看报表和说明是不是都在。",
  "pane.earlier.continued.lost": "这些文件存坏了，请重新选进来：{files}",
  "pane.earlier.unavailable": "这台电脑不让窗格存东西，关掉窗格，收到的报表就没有了。",
  "pane.earlier.full": "这台电脑的空间不够了，后面做的存不下。",
  "pane.earlier.trouble.advice": "照常做就行。关掉窗格以前，请“一键汇总”并保存工作簿，以后可以接着做。",
  "pane.earlier.sameTask": "另一个窗口也在做这个任务",
  "pane.earlier.sameTask.advice":
    "两边各存各的，互不覆盖。请只留一个窗口，免得有的报表收在这边、有的收在那边。",
} as const;
