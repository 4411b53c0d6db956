/** Why a file could not be read, or was read although it is not what its name says: what happened, why, what to do. */
export const files = {
  "file.notice.D03":
    "这是旧版 Excel 的 .xls 文件，内容已照常读取，不需要处理。下次请用 Excel 或 WPS 另存为 .xlsx 再报送。",
  "file.notice.D04":
    "这个文件的内容其实是{format}，与文件名不一致，已照常读取，不需要处理。下次请用 Excel 或 WPS 另存为 .xlsx 再报送。",
  "file.notice.D05":
    "这个文件的内容其实是{format}，与文件名不一致，已照常读取，不需要处理。下次请用 Excel 或 WPS 另存为 .xlsx 再报送。",
  "file.format.xlsx": "新版 Excel 工作簿（.xlsx）",
  "file.format.xls": "旧版 Excel 工作簿（.xls）",
  "file.format.ods": "开放文档表格（.ods）",
  "file.format.csv": "纯文本（.csv）",
  "file.format.html": "网页（.html）",
  "file.format.xml2003": "XML 表格（.xml）",
  "file.format.strict": "“严格”格式的 Excel 工作簿",
  "file.unreadable.D03": "这个 .xls 文件打不开。请用 Excel 或 WPS 打开它，另存为 .xlsx 后重新选择。",
  "file.unreadable.D04": "这个文件的格式读不了。请用 WPS 打开它，另存为 .xlsx 后重新选择。",
  "file.unreadable.D05": "这个文件的内容与扩展名不符，读不了。请用 Excel 打开它，另存为 .xlsx 后重新选择。",
  "file.unreadable.D06": "这个文件设有打开密码。请填报单位取消密码后重新报送。",
  "file.unreadable.D06.zip":
    "这个压缩包设有密码，里面的文件没有读。请向填报单位要来密码，先解压，再选里面的 Excel 工作簿；或请填报单位不设密码重新发送。",
  "file.unreadable.D06.protected":
    "这个文件被单位的加密软件（文档安全软件）加了密，离开装有该软件的电脑就打不开。请填报单位在装有该软件的电脑上解密（或申请外发）后另存为 .xlsx，重新报送。",
  "file.unreadable.D05.plainText":
    "这个文件里只是一段文字，不是表格，文件名却写成了表格文件。请检查是否选错了文件，或请填报单位报送 Excel 表格。",
  "file.unreadable.F02.unknown":
    "这个文件的内容不是 Excel 表格：可能已损坏、没有传完，也可能被单位的加密软件加了密。请填报单位在自己的电脑上打开核对，解密后另存为 .xlsx，重新发送。",
  "file.unreadable.D09": "这是照片、扫描件、PDF 或 Word 文件，不是 Excel 报表。请填报单位报送 Excel 电子表。",
  "file.unreadable.F01": "这个文件是空的，可能没有传完。请填报单位重新发送。",
  "file.unreadable.F02": "这个文件已损坏或没有传完。请填报单位重新发送。",
  "file.unreadable.F03": "这个文件超出了允许的大小，不像是报表。请检查是否选错了文件。",
  "file.unreadable.F04": "这不是 Excel 工作簿。请检查是否选错了文件。",
  "file.unreadable.F04.archive":
    "这是压缩包（.rar、.7z 等），里面的文件没有读。请先解压，再选里面的 Excel 工作簿。",
  "file.unreadable.F04.zip": "这是压缩包，不是 Excel 工作簿。请先解压，再选里面的 Excel 工作簿。",
  "file.unreadable.F04.emptyZip":
    "这个压缩包里没有 Excel 工作簿。请检查是否选错了文件，或请填报单位把 Excel 报表重新发来。",
  "file.unreadable.F05": "读这个文件用时过长，已停止。请用 Excel 打开它，另存为 .xlsx 后重新选择。",
  "file.unreadable.F06": "这个文件打不开，可能已被移走或没有权限。请检查文件后重新选择。",
  "file.beside":
    "这是{kind}，没有读。{unit}的报表“{beside}”已照常读取，不受影响。这个文件不需要处理，移除它就行。",
  "file.kind": "读不了的文件",
  "file.kind.D06": "设有密码的文件",
  "file.kind.D09": "照片、扫描件、PDF 或 Word 文件",
  "file.kind.F01": "空文件",
  "file.kind.F02": "损坏或没有传完的文件",
  "file.kind.F03": "超出允许大小的文件",
  "file.kind.F04": "不是 Excel 工作簿的文件",
  "error.county.notCountyWorkbook": "这不是本工具写出的汇总工作簿。",
  "error.county.newerFormat": "它是更新版本的工具写出的，请先更新本工具。",
  "error.county.notCalculated":
    "“{what}”是公式，但文件里没有存它的结果，读不出这个数。请用 Excel 打开这个工作簿，保存一次，再选它。",
  "error.county.unfinished":
    "写它的时候中途停了，里面的数不全。请用 Excel 打开它，在窗格里点“恢复”，存好再用。",
  "error.county.damaged": "它已被改动，缺少“{what}”。请换一份没有改动过的。",
} as const;
