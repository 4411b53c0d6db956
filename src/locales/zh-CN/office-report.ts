/** 填报告工作簿: why one cannot be filled, and what was not filled in it. */
export const officeReport = {
  "pane.officeReport": "填自己的报告工作簿",
  "pane.officeReport.lead":
    "在自己的报告工作簿里要填数的格子写上代码，例如 {open}{example}{close}，再选它：数和图都换成这一期的，别的不动，另存成新文件。下一期还选填好的那一份。",
  "pane.officeReport.choose": "选择报告工作簿",
  "pane.officeReport.task": "正在填报告工作簿…",
  "pane.officeReport.saved": "已存成 {name}，填了 {count} 格。",
  "pane.officeReport.filled": "已填",
  "pane.officeReport.where": "在“下载”文件夹。您原来的文件没有动。",
  "pane.officeReport.notes": "{count} 处请看一下",
  "pane.officeReport.alike": "同样的还有 {count} 处。",
  "pane.officeReport.keys": "各项指标的代码",
  "pane.officeReport.keys.search": "找指标",
  "pane.officeReport.keys.more": "还有 {count} 项，请写几个字来找。",
  "pane.officeReport.keys.units":
    "各单位一览表：表头写 {open}单位:{example}{close}，左边一列是单位名称，程序逐行填好。",
  "pane.officeReport.cannotSave":
    "Mac 和 iPad 上的 Excel 不让窗格存文件。请用浏览器打开这个窗格的网址，或换一台 Windows 电脑来填。",
  "officeReport.unreadable": "报告工作簿 {file} 读不了：{reason}",
  "officeReport.product": "{file} 是本程序写出的文件，不是本单位自己的报告工作簿。请选自己的那一个。",
  "officeReport.noKeys":
    "报告工作簿 {file} 里没有要填的地方，什么也没有写。请在要填数的格子里写上代码，例如 {open}{example}{close}，写在文字里也可以：“共有{open}{example}{close}人”；各单位一览表在表头写 {open}单位:{example}{close}。{unknown}",
  "officeReport.unknown": "花括号里的这些不是模板里的代码：{keys}。",
  "officeReport.signed": "报告工作簿 {file} 有数字签名，填数会使签名失效，没有改动。请给出没有签名的那一份。",
  "officeReport.notXlsx":
    "报告工作簿 {file} 不是 .xlsx 或 .xlsm（或者有密码）。请在 Excel 或 WPS 里另存为 .xlsx，不设密码，再填。",
  "officeReport.damaged": "报告工作簿 {file} 已损坏，不能填。请在 Excel 里打开，另存一份再填。",
  "officeReport.refused": "报告工作簿 {file} 不能这样填（{detail}），没有改动。",
  "officeReport.note.unknownKey":
    "“{sheet}”{cell}：{open}{key}{close} 不是模板里的代码或算式，没有填。请对照模板的“指标”改好，再填一次。",
  "officeReport.note.changed":
    "“{sheet}”{cell} 上次填好以后改过，照原样留着，没有填。要再填，请写回 {text}。",
  "officeReport.note.formula": "“{sheet}”{cell} 现在是公式，照原样留着，没有填。",
  "officeReport.note.text": "“{sheet}”{cell} 里有文字，照原样留着，没有填 {text}。",
  "officeReport.note.unknownUnit":
    "“{sheet}”{cell}“{text}”不是名单里的单位，这一行（列）没有填。请写成“单位”里的名称，或者在“单位”里加上这个别名。",
  "officeReport.note.unitMissing":
    "“{sheet}”从 {cell} 起的单位里没有这些已报的，它们的数没有填进去：{units}。请在表里加上这些单位，再填一次。",
  "officeReport.note.noUnit":
    "“{sheet}”{cell}：{text} 的左边、上边和下面都没有单位名称，没有填。请在行头或栏头写上单位名称。",
  "officeReport.note.noFigure": "“{sheet}”{cell}：{text} 没有数（没有单位填报，或者没有可比的数），空着。",
  "officeReport.note.textBox":
    "“{sheet}”{cell} 上面的文本框里有代码，文本框不填：{text}。请把代码写在格子里，文本框用 =格子 引用它。",
  "officeReport.note.hidden":
    "“{sheet}”{cell}：{text} 被合并单元格遮住，没有填。请写到合并单元格的左上角那一格。",
  "officeReport.note.ambiguousName":
    "名称“{text}”对得上几个代码（{keys}），没有填。请改写成 {open}…{close}，里面是代码。",
  "officeReport.note.gone": "上次填过的一格已经删掉了，没有填：{text}。",
} as const;
