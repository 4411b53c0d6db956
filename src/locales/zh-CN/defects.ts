/** What is wrong with a submitted workbook or a cell of it: what stands there, how it was read, what to do. */
export const defects = {
  "finding.D01":
    "这不是要收的报表：文件里是“{found}”，要的是“{wanted}”。请检查是否选错了文件，或请填报单位重新报送。",
  "finding.D01.countyWorkbook":
    "这是汇总工作簿，不是填报单位的报表，没有计入。要接着它做，请在窗格“收表”里选它；要比较，请把它作为上年汇总。",
  "finding.D01.template": "这是标准模板，不是填报单位的报表，没有计入。",
  "finding.D01.returnForm": "这是退回单，不是填报单位的报表，没有计入。",
  "finding.D07": "这个工作簿设了结构保护，内容已照常读取，不需要处理。",
  "finding.D09.cell": "{name}这一格是图片，图片里的字读不出来，没有计入。请删去图片，在格子里直接填写。",
  "finding.D12.fileName":
    "文件名写的是“{found}”，表里填的是“{taken}”，已按{taken}读取。请核对是哪个单位的报表；文件名写错的，改名即可。",
  "finding.D12.cover":
    "封面上的单位写的是“{found}”，但这套报表是发给{taken}的，已按{taken}读取。请核对；确是别的单位填的，请改用发给该单位的报表重填。",
  "finding.D12.coverCode":
    "封面上的单位代码写的是“{found}”，{taken}的代码是“{wanted}”，已按{taken}读取。请核对是哪个单位的报表；只是代码写错的，请改回“{wanted}”。",
  "finding.D12.coverKind":
    "封面上的单位类型写的是“{found}”，{taken}是“{wanted}”，已按“{wanted}”审核。请核对是哪个单位的报表；只是类型选错的，请改回“{wanted}”。",
  "finding.D12.caption":
    "这张表的填报单位写的是“{found}”，其他各表是{taken}，已按{taken}读取。请核对是否混进了别的单位的表。",
  "finding.D13":
    "一个文件里有 {count} 个单位的报表（{units}），已分开读取。请核对是否分得对；以后请一个单位一个文件。",
  "finding.D13.split":
    "{unit}的报表分在几个文件里（另一个是“{otherFile}”），已合在一起读取。请核对有没有遗漏；以后请把一个单位的报表放在一个文件里。",
  "finding.D14":
    "{name}取自另一个文件（{formula}），现在读到的是“{raw}”。那个文件一变或找不到，这个数就会出错。请核对后直接填数。",
  "finding.D17":
    "{name}是公式（{formula}），文件里没有保存计算结果，读不出数，没有计入。请用 Excel 打开文件，保存后重新报送。",
  "finding.D17.recomputed":
    "{name}是公式（{formula}），文件里没有保存计算结果，已替您算出 {value}。请核对；最好用 Excel 打开文件，保存后重新报送。",
  "finding.D17.recomputedAll":
    "文件里有 {count} 处公式没有保存计算结果（第一处是{name}），都已替您算出，不需要处理。最好用 Excel 打开文件，保存后再报送。",
  "finding.D17.stale":
    "{name}的公式结果没有更新：显示“{raw}”，按表内各项应为 {value}，已按 {value} 读取。请用 Excel 打开文件保存一次。",
  "finding.D18.renamed":
    "工作表“{sheet}”原名是“{expected}”，已按内容认出是“{title}”。可以不改；认错了的，请改回原名。",
  "finding.D18.copied":
    "“{title}”有两张工作表，“{sheet}”这一张没有计入，其中 {count} 个数与计入的那张不同。请核对以哪张为准，把另一张删去。",
  "finding.D18.repeated":
    "“{title}”有两张工作表，填的数都一样，“{sheet}”这一张没有计入。请核对后把多余的一张删去。",
  "finding.D18.copiedHere":
    "这张工作表里还有一份“{title}”（从 {cell} 起），没有计入，其中 {count} 个数与计入的那份不同。请核对以哪份为准，把另一份删去。",
  "finding.D18.repeatedHere":
    "这张工作表里还有一份“{title}”（从 {cell} 起），填的数都一样，没有计入。请核对后把多余的一份删去。",
  "finding.D18.together":
    "工作表“{sheet}”里有 {count} 张表（{titles}），已分开读取。可以不改；以后请照下发的报表，一张工作表放一张表。",
  "finding.D18.deleted": "缺少明细表“{id}{title}”。请从下发的报表里把这张表补上；没有内容的，留空表即可。",
  "finding.D18.headless":
    "明细表“{id}{title}”的表头不见了，里面的内容读不出来。请照下发的报表把表头补上，重新报送。",
  "finding.D18.extra":
    "工作表“{which}”不是标准模板里的表，里面有 {count} 个数（{cells}），没有计入汇总，另列在“模板外”。要上报的请填到规定的表里；不上报的不用管。",
  "finding.D19":
    "这里多出一行“{label}”，填的是“{raw}”。标准模板没有这一项，没有计入汇总，另列在“模板外”。请并入相应的项目，或在“说明”栏写明。",
  "finding.D19.outside":
    "表格以外还有 {count} 个数（{cells}），不在规定的格子里，没有计入汇总，另列在“模板外”。要上报的请填到规定的格子里；不上报的不用管。",
  "finding.D20.missing":
    "找不到“{heading}”这一列，这一列的数没有读到。请用下发的报表重填，不要删除或改动列。",
  "finding.D20.transposed":
    "这张表的行和列颠倒了：项目从左到右排，没有照下发的报表从上到下排，里面的数没有读取，另列在“模板外”。请用下发的报表重填。",
  "finding.D20.parts":
    "这张表分上半年、下半年等几栏填，“合计”已认作“本年”。{name}的合计是 {raw}，各栏相加却是 {expected}。请核对后改正，或说明原因。",
  "finding.D20.stockParts":
    "这张表分上半年、下半年等几栏填，“合计”已认作“本年”。{name}是年末数，不能把各栏相加：合计是 {raw}，年末应为 {expected}。请核对后改正，或说明原因。",
  "finding.D20.moved": "“{heading}”这一列换了位置，已按表头读取，不需要处理；认错了的，请移回原处。",
  "finding.D20.inserted":
    "多出一列“{heading}”，标准模板没有，没有计入汇总，内容另列在“模板外”。要上报的内容请填在规定的列里，或写在“说明”栏。",
  "finding.D20.figures":
    "多出一列“{heading}”，标准模板没有，其中的 {count} 个数（{cells}）没有计入汇总，另列在“模板外”。要上报的请填在规定的列里，或写在“说明”栏。",
  "finding.D20.beside":
    "表格旁边没有表头的地方填了 {count} 个数（{cells}），没有计入汇总，另列在“模板外”。要上报的请填在规定的列里；不上报的不用管。",
  "finding.D21":
    "缺少“{code} {name}”这一行，按“未填”处理，不算 0。请从下发的报表里补上这一行；没有发生的填 0。",
  "finding.D22.label":
    "项目名称写成了“{found}”，已认作“{expected}”。认得对就不需要处理；认错了的，请改回原来的名称。",
  "finding.D22.heading":
    "表头写成了“{found}”，已认作“{expected}”。认得对就不需要处理；认错了的，请改回原来的表头。",
  "finding.D23": "{area} 这几格被合并了，里面的“{raw}”只算左上角一格，其余按未填处理。请取消合并，逐格填写。",
  "finding.D23.date":
    "{area} 这几格被合并了，里面的日期只算左上角一格，其余按未填处理。请取消合并，逐格填写。",
  "finding.D23.hidden":
    "{name}这一格被并进了 {area}，下面压着看不见的“{raw}”，没有计入。请取消合并，核对后逐格填写；不要的，请删去。",
  "finding.D25.row": "第 {which} 行被隐藏了，里面的内容已照常读取。请取消隐藏，核对后重新报送或说明原因。",
  "finding.D25.column": "{which} 列被隐藏了，里面的内容已照常读取。请取消隐藏，核对后重新报送或说明原因。",
  "finding.D25.extraSheet":
    "工作表“{which}”被隐藏了，不是标准模板里的表，里面有 {count} 个数（{cells}），没有计入汇总，另列在“模板外”。请取消隐藏，核对里面的内容，或说明原因。",
  "finding.D25.sheet": "工作表“{which}”被隐藏了。请取消隐藏，核对里面的内容，或说明原因。",
  "finding.D27":
    "明细表里有自己加的合计行（“{raw}”），已剔除，免得重复计算。请删去这一行，合计由汇总时自动计算。",
  "finding.D30.overflow": "明细表在原有的表格下面又写了 {count} 行，已一并读取。请核对有没有漏读或多读。",
  "finding.D30.continuedForm":
    "“{title}”接着写在工作表“{sheet}”上（{count} 行，从 {cell} 起），已接在一起读取。请核对有没有读错栏、重复或遗漏。",
  "finding.D30.continued":
    "明细表“{title}”接着写在工作表“{sheet}”上（{count} 行），已接在一起读取。请核对有没有重复或遗漏。",
  "finding.D31":
    "{name}里的“{raw}”是文本格式，已按数字 {value} 读取。Excel 求和时会漏掉文本，请改成数字格式。",
  "finding.D32": "{name}填的是“{raw}”，已去掉单位，按 {value} 读取。格子里只填数字就行。",
  "finding.D32.wrongUnit":
    "{name}的计量单位是“{measure}”，填的却是“{raw}”，没有计入。请核对后按“{measure}”填，只填数字。",
  "finding.D33": "{name}填的是“{raw}”，已折算成 {value} {measure}。请核对，并改填完整的数字。",
  "finding.D34":
    "{name}的计量单位改成了“{found}”，应是“{expected}”，数已按“{expected}”读取。请把计量单位改回“{expected}”，并按“{expected}”填数。",
  "finding.D34.caption":
    "表头的计量单位写成了“{found}”，数已按各行原来的单位（“{expected}”等）读取。请核对：按“{found}”填的，请改按“{expected}”填。",
  "finding.D34.heading":
    "{name}这一列的计量单位写成了“{found}”，数已按“{expected}”读取。请把表头改回“{expected}”，这一列的数也按“{expected}”填。",
  "finding.D37": "{name}填的是约数“{raw}”，暂按 {value} 读取，并注明是约数。请改填准确的数。",
  "finding.D37.vague": "{name}填的是“{raw}”，说不准是多少，没有计入。请填准确的数。",
  "finding.D37.unsure":
    "{name}填的是“{raw}”，像是还没有核实，暂按 {value} 读取，并注明是约数。请核实后填准确的数。",
  "finding.D38": "{name}填的是“{raw}”，已按 {value} 读取。请改填阿拉伯数字。",
  "finding.D39":
    "{name}这一格里不只是一个数（“{raw}”），没有计入。请只填一个数，其余的写在“说明”栏或填到相应的行。",
  "finding.D39.proposal":
    "{name}这一格里不只是一个数（“{raw}”），没有计入。可能应填 {proposal}，请核对后只填一个数。",
  "finding.D39.mark":
    "{name}填的是“{raw}”，旁边的注号不算数字，暂按 {value} 读取。请核对后只填数字，注释写在“说明”栏。",
  "finding.D40.zero": "{name}填的是“{raw}”，暂按 0 读取。没有发生的，请填 0。",
  "finding.D40.notApplicable":
    "{name}填的是“{raw}”，暂按“不适用”处理，没有计入。没有发生的请填 0；不归本单位填的，请留空。",
  "finding.D40.elsewhere": "{name}填的是“{raw}”，这里读不出来，没有采用。请把要填的内容直接填在这一格。",
  "finding.D42.negative":
    "{name}填的是“{raw}”，像是负数，没有计入。是负数的，请填 {proposal}；不是的，请去掉符号，只填数字。",
  "finding.D43": "{name}填的是“{raw}”，已按 {value} 读取。比例以百分数计，例如 80.7% 填 80.7。",
  "finding.D43.format":
    "{name}的格子设成了百分比格式，已按 {value} 读取。比例以百分数计，例如 80.7% 填 80.7。",
  "finding.D43.scale":
    "{name}填的是 {raw}，与按公式算出的数相差 100 倍，已按 {value} 读取。比例以百分数计，例如 80.7% 填 80.7。",
  "finding.D44.date":
    "{name}填的内容被 Excel 变成了日期（{shown}），原来可能是“{typed}”，没有采用。请先把格子设成“文本”或“常规”格式，再重新填。",
  "finding.D44.time":
    "{name}填的内容被 Excel 变成了时间（{shown}），没有采用。请先把格子设成“文本”或“常规”格式，再重新填。",
  "finding.D44.dateFormat":
    "{name}的格子设成了日期格式，里面的数是 {raw}，没有采用。请先把格子设成“常规”格式，核对后重新填。",
  "finding.D44.scientific":
    "{name}里的“{raw}”位数太多，被 Excel 截短了，没有采用。请先把格子设成“文本”格式，再把完整的内容重新填一遍。",
  "finding.D45": "{name}填的是“{raw}”，已读作 {value}。请核对；日期最好写成 2020-12-22 的样子。",
  "finding.D45.text": "{name}填的“{raw}”是文字，已按日期读取，不需要处理。",
  "finding.D45.approximate":
    "{name}填的是“{raw}”，没有写到具体哪一天，暂读作 {value}。请填具体日期，例如 2020-12-22。",
  "finding.D45.unknown": "{name}填的是“{raw}”，看不出是哪一天，没有采用。请填日期，例如 2020-12-22。",
  "finding.D39.struckOut":
    "{name}填的“{raw}”整格画了删除线，没有计入。作废的，请清空后按实际填写；有效的，请去掉删除线。",
  "finding.D39.struckPart":
    "{name}里的“{struckOut}”画了删除线，没有读取，按“{raw}”读取。认得对就不需要处理；最好把划掉的字删去。",
  "finding.D39.struckRow":
    "明细表的这一行整行画了删除线，没有计入。作废的，请删去这一行；有效的，请去掉删除线。",
  "finding.D46.circular":
    "{name}的公式 {formula} 把自己这一格也算了进去（循环引用），算不出数，没有计入。请改正公式，或直接填数。",
  "finding.D46.circularRestore":
    "{name}的公式 {formula} 把自己这一格也算了进去（循环引用），算不出数，没有计入。请恢复原来的公式 {restore}。",
  "finding.F07.noSheet":
    "文件里登记了工作表“{sheet}”，却没有它的内容，其余工作表已照常读取。请用 Excel 打开核对；这张表有要上报的内容的，请补上后重新报送。",
  "finding.F07.sheet":
    "工作表“{sheet}”已损坏，读不出来，里面的数没有计入；其余工作表已照常读取。请填报单位用 Excel 打开核对，另存后重新报送。",
  "finding.F07.cell":
    "工作表“{sheet}”里有一格（{at}）损坏了，内容读不出来，没有计入；其余已照常读取。请用 Excel 打开核对，另存后重新报送。",
  "finding.F07.cellMore":
    "工作表“{sheet}”里有一格（{at}）损坏了，内容读不出来，没有计入，同样的还有 {more} 格；其余已照常读取。请用 Excel 打开核对，另存后重新报送。",
  "finding.F07.twice":
    "文件里把工作表“{sheet}”的 {at} 这一格写了两次，内容不同，已按后一次读取。请用 Excel 打开核对，另存后重新报送。",
  "finding.F07.twiceMore":
    "文件里把工作表“{sheet}”的 {at} 这一格写了两次，内容不同，已按后一次读取，同样的还有 {more} 格。请用 Excel 打开核对，另存后重新报送。",
  "finding.F07.part":
    "文件里有一部分（{part}，批注、图形一类）已损坏，没有读取；表格里的内容已照常读取，不需要处理。",
  "finding.F07.partMore":
    "文件里有几部分（{part} 等，批注、图形一类）已损坏，没有读取；表格里的内容已照常读取，不需要处理。",
  "finding.F08":
    "{name}这一格上面盖着一个文本框，写的是“{raw}”，格子里却是空的，没有计入。文本框里的字不会被读取，请填到格子里，再删去文本框。",
  "finding.F08.covered":
    "{name}填的是“{raw}”，已按它读取，但这一格上面盖着一个文本框，写的是“{text}”。请核对以哪个为准，填到格子里，再删去文本框。",
  "finding.F08.beside":
    "工作表上有一个文本框，写的是“{text}”，没有读取。要上报的内容请填到格子里；不上报的不用管。",
  "finding.D46": "{name}显示错误值 {raw}，没有计入。请改正公式，或直接填数。",
  "finding.D46.restore": "{name}显示错误值 {raw}，没有计入。请恢复原来的公式 {restore}。",
  "finding.D47.typed":
    "{name}应由公式自动算出，现在是手填的 {value}，按公式应为 {expected}。请恢复公式 {restore}；手填的数确实无误的，请说明原因。",
  "finding.D47.formula":
    "{name}的公式被改成了 {formula}，结果是 {value}，按原来的公式应为 {expected}。请恢复公式 {restore}，或说明原因。",
  "finding.D47.cleared":
    "{name}的公式被删掉了，格子是空的，按公式应为 {expected}。请恢复公式 {restore}，或说明原因。",
  "finding.D51": "{name}填的是“{raw}”，已读作“{value}”。这里请填“是”或“否”。",
  "finding.D51.choice": "{name}填的是“{raw}”，已读作“{value}”。请从下拉列表里选。",
  "finding.D55":
    "“{sheet}”的表头写的是 {found} 年度，这套报表却是 {wanted} 年度的。请核对填的是哪一年的数：填错了年份的，请重新填报；只是表头写错的，请改回 {wanted} 年度。",
  "finding.D55.several":
    "有 {count} 张表的表头写的是 {found} 年度（第一张是“{sheet}”），这套报表却是 {wanted} 年度的。请核对填的是哪一年的数：填错了年份的，请重新填报；只是表头写错的，请改回 {wanted} 年度。",
  "finding.F21": "{name}应填数字，填的却是“{raw}”，没有计入。请改填数字。",
  "finding.F21.proposal":
    "{name}应填数字，填的却是“{raw}”，里面有像数字的字母，没有计入。可能应填 {proposal}，请核对后改填数字。",
  "finding.F22": "{name}填的是“{raw}”，不在可选的内容里，没有采用。请从这些当中选一个：{choices}。",
  "finding.F23":
    "{name}没有填，数“{raw}”却写在了表格旁边，没有计入。这个数若是{name}的，请填到 {target} 格，把这里清空。",
  "finding.F23.column":
    "{name}没有填，数“{raw}”却写在了“{heading}”这一列，没有计入。这个数若是{name}的，请填到 {target} 格，把这里改回原样。",
  "finding.F24":
    "{name}的格子里存的是 {raw}，按数字格式却显示成“{shown}”，说不准以哪个为准，没有计入。请把格子设成“常规”格式，核对后重新填。",
  "finding.F24.hidden":
    "{name}的格子里存着“{raw}”，但格子的数字格式让它不显示出来，没有采用。请把格子设成“常规”格式，核对后重新填；不该有内容的，请清空。",
  "finding.F24.zero": "{name}的格子里存的是 0，按数字格式显示成“{shown}”，已按 0 读取，不需要处理。",
  "finding.F24.emptyZero":
    "{name}的格子里存的是 0，但数字格式让 0 不显示出来，看上去是空的，已按 0 读取。请核对。",
  "finding.R22": "{name}填的是“{raw}”，看不出是“是”还是“否”，没有采用。请填“是”或“否”。",
  "finding.S03": "这里的代码应是 {code}（{name}），现在是“{found}”，已按项目名称读取。请把代码改回 {code}。",
  "finding.S03.blank": "这里的代码不见了，应是 {code}（{name}），已按项目名称读取。请填回 {code}。",
  "finding.S03.column":
    "代码这一列不见了，或者代码被改动了，已按项目名称读取。请用下发的报表重填，不要删除或改动代码列。",
} as const;
