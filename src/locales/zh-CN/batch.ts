/** The command line. */
export const batch = {
  "batch.wroteFile": "已写出 {file}",
  "error.formKinds":
    "给出的文件不是同一张表的填报：\n{kinds}\n一个模板从一种表的填报生成，请把它们分到不同的文件夹；几张表要做成一个模板的，请给出空白表。",
  "error.blank": "空白表 {file} 读不了：{reason}",
  "error.ownFile.mend": "请用 Excel 或 WPS 打开它核对，另存为 .xlsx（不设密码）再试。",
  "error.noTable": "{file} 里没有找到可以填报的表格，没有写出模板。\n{sheets}",
  "error.blankIsOurs.template":
    "{file} 已经是标准模板，不是空白表。直接用 --template 给出就行；要另做模板，请给出单位自己的空白表。",
  "error.blankIsOurs.countyWorkbook": "{file} 是程序写出的汇总工作簿，不是空白表。请给出单位自己的空白表。",
  "error.blankIsOurs.returnForm": "{file} 是退回单，不是空白表。请给出单位自己的空白表。",
  "error.issueOwn":
    "标准模板里有单位自己的表样（{forms}），可是原来的工作簿不在模板里，不能照原样下发，没有写出文件。请用空白表重新生成模板，或把空白表直接发给各单位。",
  "error.issueNobody":
    "标准模板的“单位”表里没有单位，不知道发给谁，没有写出文件。请先在模板里填上单位，或用 --units 名单重新生成模板。",
  "error.units": "{file} 里没有单位名称。请一行写一个单位，或在工作簿里留一列“名称”。",
  "error.unitsFile": "单位名单 {file} 读不了：{reason}",
  "error.package.encrypted": "{file} 有打开密码。请去掉密码再试。",
  "error.package.damaged": "{file} 已损坏，不能照原样做成模板。请用 Excel 或 WPS 打开，另存一份再试。",
  "error.package.noSheet": "{file} 里没有能显示的工作表。",
  "usage.fromAlone": "{option} 不能和 --from 或 --empty 一起用。",
  "usage.fromOnly": "{option} 要和 --from 一起用。",
  "batch.reading": "正在读取 {done}/{total}：{file}",
  "batch.reported": "{period}：应报 {expected} 个单位，已报 {reported} 个。",
  "batch.reportedNoPeriod": "应报 {expected} 个单位，已报 {reported} 个。",
  "batch.missing": "未报：{units}",
  "batch.heldBack": "暂缓汇总（有强制错误）：{units}",
  "batch.otherPeriod": "写的是别的时期，没有计入：{files}。核对过、确实要计入的，请加 --count 文件名。",
  "batch.skipped": "已跳过 {file}：{reason}",
  "batch.findings": "强制 {mustFix} 条，核实 {explain} 条，提示 {note} 条。",
  "batch.noFindings": "没有审核问题。",
  "batch.finding": "[{class}] {place} {code} {message}",
  "batch.cause": "  ↳ {code} {message}",
  "batch.noUnit": "单位不明",
  "batch.samplesWritten": "示例县已写入 {folder}：{count} 份报表和上年汇总工作簿。",
  "batch.issued.renamed": "“{unit}”不能照样作文件名，或与别的文件重名，存成了“{file}”。",
  "batch.issued.notLastPeriod":
    "上期数没有带上：下发的是 {period}，给的汇总工作簿是 {given}，不是它的上一期。",
  "batch.notBefore.lastYear":
    "请核对：--last-year 给的是 {given} 的汇总工作簿，本次是 {period}，不是它的上年同期。已按给的比较。",
  "batch.notBefore.lastPeriod":
    "请核对：--last-period 给的是 {given} 的汇总工作簿，本次是 {period}，不是它的上一期。已按给的比较。",
  "batch.issued.noPeriod": "没有写明时期的表",
  "batch.issued.notLastYear": "上年数没有带上：下发的是 {period}，给的汇总工作簿是 {given}，不是它的上一年。",
  "batch.issued": "已写出 {count} 份空白报表，在 {folder}。",
  "skipped.template": "标准模板，不是报表",
  "error.rules": "审核关系 {file} 读不了：{reason}",
  "error.rules.none": "里面没有“序号 | 报表代码 | 公式”这样的审核关系。",
  "batch.rules.added": "加入了 {added} 条新的审核关系。",
  "batch.rules.understood": "第 {line} 行：{text}　看成：{understood}",
  "batch.rules.understoodOnSheet": "“{sheet}”第 {line} 行：{text}　看成：{understood}",
  "batch.rules.bad": "第 {line} 行没有看懂，没有加入：{text}　{reason}",
  "batch.rules.badOnSheet": "“{sheet}”第 {line} 行没有看懂，没有加入：{text}　{reason}",
  "batch.try.summary": "试了 {count} 份报表，有 {units} 个单位会多报问题。",
  "batch.try.rule": "{number} {relation}（{class}）：通过 {passed}，不合 {failed}，没有问到 {skipped}",
  "batch.try.fault": "{number} {relation}：{reason}",
  "batch.try.unit": "  {mark}{unit} {place}：左边 {left}，右边 {right}",
  "batch.try.place": "  {mark}{unit} {place}",
  "batch.try.builtIn": "（内置）",
  "error.noRule": "模板里没有编号是 {number} 的审核关系。",
  "batch.try.new": "【新增】",
  "skipped.returnForm": "退回单，不是报表",
  "skipped.temporary": "Excel 打开文件时留下的临时文件",
  "skipped.hidden": "隐藏文件",
  "skipped.notAWorkbook": "从名称看不是工作簿",
  "usage.noCommand":
    "请写明要做什么：check 审核、consolidate 汇总、dump 查看、template 模板、try 试跑、roll 转入下一期、issue 下发、text 稿件核对。",
  "error.periodWithoutYear":
    "看不出 --period 是哪一年的：模板、汇总工作簿和报表里都没有年份。请连年份一起写，例如 2020年6月。",
  "error.roll": "汇总工作簿 {file} 读不了：{reason}",
  "error.rollTemplate": "{file} 里记的模板坏了，不能转入下一期。请用原来的模板文件。",
  "error.rollPeriod": "看不出 {file} 的下一期是什么时期，请用 --period 写明。",
  "batch.rolled":
    "模板转入 {period}，第 {version} 版。下发时把 {from} 写在 --last-year（上年同期）或 --last-period（上一期）后面，把数带上。",
  "usage.unknownCommand":
    "没有“{command}”这个命令。可用的有 check、consolidate、dump、template、try、roll、issue、text、samples。",
  "usage.unknownOption": "这个命令没有选项 {option}。",
  "usage.missingPath": "{command} 后面请写上文件或文件夹。",
  "usage.onePath": "{command} 不接受多出来的“{path}”。",
  "usage.missingOut": "{command} 需要 --out，写明结果存到哪里。",
  "usage.language": "没有“{language}”这种语言，可用 zh-CN 或 en-US。",
  "error.unreachable": "找不到或打不开：{paths}。请检查路径。",
  "error.noWorkbooks": "给出的文件夹里没有工作簿。",
  "error.onlySkipped": "给出的文件和文件夹里没有工作簿：\n{files}",
  "skipped.named": "这次另有用处（模板、上年汇总等），不作报表读",
  "skipped.twice": "同一个文件给了两次，只读一次",
  "batch.copies.single":
    "只有一份填好的表，看不出哪些格是要填的：\n{kinds}\n请再给出至少一份别的单位填的，或先用 template --from 由空白表生成模板，再用 --template 汇总。",
  "batch.copies.kinds":
    "这些文件不是同一张表的填报，没有汇总：\n{kinds}\n请把它们分到不同的文件夹，分别汇总。",
  "usage.reportOut":
    "--report 和 --report-out 要一起写：前一个是本单位现有的报告工作簿，后一个是填好以后存到哪里。",
  "usage.reportKind": "--report-out 的扩展名要和 --report 的一样，否则 Excel 打不开。",
  "error.outTwice": "--out 和 --report-out 写的是同一个文件。请换一个名称。",
  "error.report.unreadable": "报告工作簿 {file} 读不了：{reason}",
  "error.report.product":
    "{file} 是本程序写出的文件，不是本单位自己的报告工作簿。请用 --report 给出自己的那一个。",
  "error.report.noKeys":
    "报告工作簿 {file} 里没有要填的地方，什么也没有写。请在要填数的格子里写上代码，例如 {open}{example}{close}，写在文字里也可以：“共有{open}{example}{close}人”；各单位一览表在表头写 {open}单位:{example}{close}。{unknown}",
  "error.report.unknown": "花括号里的这些不是模板里的代码：{keys}。",
  "error.report.signed": "报告工作簿 {file} 有数字签名，填数会使签名失效，没有改动。请给出没有签名的那一份。",
  "error.report.notXlsx":
    "报告工作簿 {file} 不是 .xlsx 或 .xlsm（或者有密码）。请在 Excel 或 WPS 里另存为 .xlsx，不设密码，再填。",
  "error.report.damaged": "报告工作簿 {file} 已损坏，不能填。请在 Excel 里打开，另存一份再填。",
  "error.report.refused": "报告工作簿 {file} 不能这样填（{detail}），没有改动。",
  "batch.report.filled": "已写出 {file}，填了 {count} 格。下次还用这个文件作 --report，程序记得填在哪里。",
  "batch.report.unknownKey":
    "“{sheet}”{cell}：{open}{key}{close} 不是模板里的代码或算式，没有填。请对照模板的“指标”改好，再填一次。",
  "batch.report.changed": "“{sheet}”{cell} 上次填好以后改过，照原样留着，没有填。要再填，请写回 {text}。",
  "batch.report.formula": "“{sheet}”{cell} 现在是公式，照原样留着，没有填。",
  "batch.report.text": "“{sheet}”{cell} 里有文字，照原样留着，没有填 {text}。",
  "batch.report.unknownUnit":
    "“{sheet}”{cell}“{text}”不是名单里的单位，这一行（列）没有填。请写成“单位”里的名称，或者在“单位”里加上这个别名。",
  "batch.report.unitMissing":
    "“{sheet}”从 {cell} 起的单位里没有这些已报的，它们的数没有填进去：{units}。请在表里加上这些单位，再填一次。",
  "batch.report.noUnit":
    "“{sheet}”{cell}：{text} 的左边、上边和下面都没有单位名称，没有填。请在行头或栏头写上单位名称。",
  "batch.report.noFigure": "“{sheet}”{cell}：{text} 没有数（没有单位填报，或者没有可比的数），空着。",
  "batch.report.textBox":
    "“{sheet}”{cell} 上面的文本框里有代码，文本框不填：{text}。请把代码写在格子里，文本框用 =格子 引用它。",
  "batch.report.hidden": "“{sheet}”{cell}：{text} 被合并单元格遮住，没有填。请写到合并单元格的左上角那一格。",
  "batch.report.ambiguousName":
    "名称“{text}”对得上几个代码（{keys}），没有填。请改写成 {open}…{close}，里面是代码。",
  "batch.report.gone": "上次填过的一格已经删掉了，没有填：{text}。",
  "batch.nothingToAdd": "没有可以汇总的报表，没有写出汇总工作簿。",
  "error.nothingToTry": "没有可以试的报表：\n{reasons}",
  "batch.periods": "由 {count} 个时期累加：{list}。",
  "error.severalPeriods":
    "这些是同一套报表不同时期的汇总工作簿，不是各单位的报表，不能直接汇总：{files}。要按时期累加成季度、半年或全年，请加 --sum-periods；要与上期比较，请只汇总本期的报表，把上期的汇总工作簿写在 --last-period 后面；与上年比较用 --last-year。",
  "error.sumPeriods.unreadable": "{file} 不能按时期累加：{reason}",
  "error.sumPeriods.single": "只给了一个时期的汇总工作簿（{files}），没有可以累加的。请给出两个以上时期的。",
  "error.sumPeriods.damaged":
    "这些汇总工作簿里记的模板坏了，不能按时期累加：{files}。请用当初的报表重新汇总。",
  "error.sumPeriods.noPeriod":
    "看不出这些汇总工作簿是哪一期的，不能按时期累加：{files}。请汇总时用 --period 写明时期。",
  "error.sumPeriods.otherOffice": "这些汇总工作簿不是同一套报表或同一个单位的，不能按时期累加：{files}。",
  "error.sumPeriods.overlap": "{files} 的时期重叠（{period}），会重复计算，没有累加。每一期请只给一个。",
  "error.sumPeriods.noCommonPeriod":
    "这些时期合不成一个季度、半年或年度（或不在 --period 写明的时期里）：{files}。请核对给出的汇总工作簿。",
  "usage.notWithSum": "{option} 不能与 --sum-periods 一起用：它属于每一期自己的汇总。",
  "error.lastPeriod": "上期汇总工作簿 {file} 读不了：{reason}",
  "error.lastYear": "上年汇总工作簿 {file} 读不了：{reason}",
  "error.template": "标准模板 {file} 读不了：{reason}",
  "error.noPeriod": "看不出这是哪一年的报表：模板、上年汇总工作簿和报表里都没有年度。",
  "error.cannotWrite": "写不了 {file}。请检查文件夹是否存在、文件是否正被打开。",
  "error.countUnknown": "--count {file}：给出的文件里没有它。",
  "error.resume": "汇总工作簿 {file} 不能接着做：{reason}",
  "error.outIsInput": "{files} 是这次要读的文件，不能写在它上面，没有改动。请换一个名称。",
  "error.outExists":
    "已经有同名的文件，没有改动，什么也没有写：{files}。请换一个名称或文件夹；确实要换掉的，请加上 --force。",
  "usage.period":
    "看不懂 --period {period}。请写成 2020，半年的写成 2020H1 或 2020H2，季度写成 2020Q2，月份写成 2020-06。",
  "error.internal": "程序出错（{detail}）。没有改动任何文件；请把这句话告诉维护人员。",
} as const;
