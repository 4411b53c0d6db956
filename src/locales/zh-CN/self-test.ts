/** 自检, in the pane. */
export const selfTest = {
  "pane.selfTest.lead":
    "在这个 Excel 里逐项试一遍本工具用到的功能，看它是不是像我们预料的那样。约需一两分钟。结果里没有您的数据，可以复制发给维护人员。",
  "pane.selfTest.run": "开始自检",
  "pane.selfTest.notBlank": "打开的工作簿里有内容。请在一个空白工作簿里自检。",
  "pane.selfTest.openBlank": "新建空白工作簿",
  "pane.selfTest.opened":
    "空白工作簿已经打开。请到那个窗口点“打开窗格”，再点“关于和诊断”→“自检”。没有打开的，请自己新建一个。",
  "pane.selfTest.here": "一定要在这个工作簿里自检",
  "pane.selfTest.here.what":
    "会在这个工作簿里临时加一张“自检 scratch”工作表，做完删去；您的工作表不改动，但 Excel 的“撤销”记录会清空。请先保存工作簿。",
  "pane.selfTest.here.run": "知道了，在这里自检",
  "pane.selfTest.counts": "自检：{passed} 项符合，{failed} 项不符，{skipped} 项没有试",
  "pane.selfTest.passed": "试过的都符合。请把下面的结果发给维护人员，好登记这一版 Excel。",
  "pane.selfTest.failed":
    "这个 Excel 有的地方与我们预料的不同。请把下面的结果发给维护人员，等答复了再汇总，或者改用浏览器来做。",
  "pane.selfTest.none": "一项也没有试。",
  "pane.selfTest.report": "自检结果",
  "pane.selfTest.skipped.web": "只有网页版 Excel 才能试",
  "pane.selfTest.skipped.desktop": "只有桌面版 Excel 才能试",
  "pane.selfTest.skipped.person": "要有人同时在单元格里打字才能试",
  "pane.selfTest.skipped.olderExcel": "只有旧版 Excel 才能试",
  "pane.selfTest.skipped.stopped": "点了取消，没有试",
  "pane.selfTest.skipped.noAnswer": "Excel 没有应答，后面的没有试",
  "pane.task.selfTest": "正在自检…",
  "pane.task.selfTest.opening": "正在打开空白工作簿…",
};
