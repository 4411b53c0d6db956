/** Returning: the 退回单 on paper and for chat, the notes in a unit's own workbook, and the list of what goes back to whom. */
export const returns = {
  "return.title": "退 回 单",
  "return.title.of": "{unit}退回单",
  "return.to": "{unit}：",
  "return.letter":
    "你单位报来的{period}报表，请按下面各条核对、修改后重新报送。属实的，请在“答复”栏写明原因；没有发生的，请填 0。",
  "return.page": "{unit}退回单　第 &P 页，共 &N 页",
  "return.head.ordinal": "序号",
  "return.head.place": "位置",
  "return.head.raw": "现在填的",
  "return.head.what": "问题",
  "return.head.mend": "怎么改",
  "return.head.answer": "答复（由你单位填写）",
  "return.group.mustFix": "一定要改的（{count} 处）",
  "return.group.explain": "请核实：填错的改正，属实的说明原因（{count} 处）",
  "return.effects": "由此引起，改好这一处就会对上：{places}",
  "return.wholeFile": "整个文件",
  "return.howToAnswer": "改好后把报表连同填了“答复”的这张单子一起报回。请改在原来的报表里，不要增删行列。",
  "return.sign.unit": "单位负责人：",
  "return.sign.filler": "填表人：　　　　　　联系电话：",
  "return.sign.date": "　　　年　　月　　日",

  "return.head": "{unit}：\n你单位报来的{period}报表，请按下面各条核对、修改后重新报送。",
  "return.mustFix": "\n必须改正（{count} 处）：",
  "return.explain": "\n请改正，或说明原因（{count} 处）：",
  "return.line": "{number}. 【{place}】{text}",
  "return.foot": "\n{committee}",

  "return.note.mustFix": "【退回：一定要改】{text}",
  "return.note.explain": "【退回：请核实】{text}",
  "return.note.effect": "【由 {place} 引起，那里改好就会对上】{text}",

  "return.file.form": "退回单（{unit}）.xlsx",
  "return.file.text": "退回单（{unit}）.txt",
  "return.file.marked": "{name}（标注）",
  "return.file.index": "退回清单.txt",
  "return.file.zip": "{county}{period}退回材料.zip",
  "return.file.unitZip": "{unit}退回材料.zip",

  "return.copy.marked":
    "“{copy}”是“{file}”的副本，标出了要改的格子：深色是要改的，浅色是由它引起的；把鼠标放在格子上就能看到说明。其余内容与报来的完全一样。",
  "return.copy.format": "“{file}”不是 .xlsx 文件，不能在里面标注，请对照这张单子改。",
  "return.copy.open": "报表取自打开的工作簿，没有另附标注的报表，请对照这张单子改。",
  "return.copy.unreadable": "“{file}”读不出来，没有标注的报表。",
  "return.copy.shared": "“{file}”里还有别的单位的报表，不能整份发回，请对照这张单子改。",
  "return.copy.gone":
    "“{file}”现在取不到（可能已被移走或改动），没有标注的报表。重新收一次这个文件，就能标注。",
  "return.copy.nothing": "“{file}”里没有可以标注的格子，请对照这张单子改。",
  "return.copy.signed": "“{file}”有数字签名，标注会使签名失效，没有标注。请对照这张单子改。",
  "return.copy.refused": "“{file}”不允许标注（{detail}），请对照这张单子改。",

  "return.index.title": "{county}{period}退回清单",
  "return.index.lead":
    "每个单位一个文件夹：退回单（.xlsx 供打印签字，.txt 供微信、QQ 发送）；报来的是 .xlsx 的，另有标注的报表。请只把一个单位的文件夹发给这个单位。",
  "return.index.unit": "{number}. {unit}：一定要改 {mustFix} 处，请核实 {explain} 处。",
  "return.index.copy": "   {text}",
  "return.index.marked": "附：{copy}",
  "return.index.strangers": "下面的文件看不出是哪个单位的，没有退回单，请打听清楚：",
  "return.index.stranger": "   {file}",
  "return.index.fine": "不用改的单位：{units}。",
  "return.index.missing": "还没有报来的单位：{units}。",
} as const;
