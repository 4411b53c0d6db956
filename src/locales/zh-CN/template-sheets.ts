/** What the template workbook says of itself. */
export const templateSheets = {
  "template.title": "{name}（标准模板，第 {version} 版）",
  "template.sampleUnit": "（下发时填上单位名称）",
  "template.samplePeriod": "20××",
  "template.version": "第 {version} 版的改动",
  "template.changeSeparator": "；",
  "template.about.title": "标准模板：{name}",
  "template.about.id": "各年保持不变，用来认出这套报表。",
  "template.about.version": "每改一次加 1。不改也行：读入时发现有改动，会自动加 1。",
  "template.about.name": "印在每张表的表头。",
  "template.about.county": "印在表头，写进报告，例如“集安市”。",
  "template.about.committee": "印在每张表的右上角。",
  "template.about.period": "只用于某一年的填上年度，例如 2021；每年都用的留空。",
  "template.setting.reportFrom": "月-日，指报表年度当年。",
  "template.setting.reportTo": "月-日，指次年。也是表上的“有效期至”。",
  "template.setting.changeLimit": "P01：增减百分之几以上要说明原因；“指标”表的“增减不问”以内的不问。",
  "template.setting.attendanceMin": "P05：平均每场少于这个人次的要核实。",
  "template.setting.attendanceMax": "P05：平均每场多于这个人次的要核实。",
  "template.setting.moneyPerHeadMin": "P06：平均每人少于这个金额的要核实。",
  "template.setting.moneyPerHeadMax": "P06：平均每人多于这个金额的要核实，多半是元和万元弄混了。",
  "template.setting.rateJump": "P08：五好率比上年升降超过这么多个百分点的要核实。",
  "template.setting.rateJumpFloor": "P08：组织数少于这个数的单位不问。",
  "template.setting.peerFactor": "P10：同类单位里，最大的数超过第二名几倍的要核实。",
  "template.howTo.sheets":
    "这是整套报表的标准模板，在 Excel 里改：“指标”管各表有哪些行，“明细表”管清单有哪些列，“单位”管由谁填报，“审核关系”管怎样审核，“图表”“报告”管汇总以后的图和文字。",
  "template.howTo.rows":
    "增加一项就加一行，取消一项就删一行；行的先后就是表里的先后，中间可以空行。表头的字不要改；不用的列可以删去。",
  "template.howTo.forms":
    "后面“关工00”等各表和 L1 等明细表是照模板排好的样子，只供查看，改了也不算；要改请改前面各表。",
  "template.howTo.ownForms":
    "本单位的表样照原样放在后面，每个要用的格子里有一个符号：∑ 相加，＝ 按公式计算，文 按单位分列，上 上年数，－ 不用。符号可以直接改，表样的行列不要增减。",
  "template.howTo.check": "改完保存，再用本工具读入：有不对的地方，会逐条指出在哪张表、哪个格子、怎样改。",
  "template.howTo.version": "改过的模板自动成为新的一版，记下改了什么；各单位用旧版报来的，也能对上。",
  "template.indicators.title": "指标：各表有哪些行",
  "template.indicators.note":
    "蓝底行是一张表：写表号、表名，“类型”填“封面”或“表”，“填写说明”是印在表下的说明，一行一条。下面各行是这张表的指标。新增指标只要填代码、名称、计量单位，其余空着按常规处理。",
  "template.indicators.columns":
    "公式用代码写，例如 0112/0102*100、SUM(0103~0108)、0201-上年(0201)。“增减不问”是与上年相差多少以内不必说明；“最小”“增减不问”填“不限”就不限。“连续”是不该今年有、明年无的；“关键”全为 0 的当作空表；“要点”列在汇总首页。“场次代码”“人数代码”用来核对每场人次、人均金额。",
  "template.columns.title": "栏目：本单位表样有哪些栏",
  "template.columns.note":
    "一行是表样里的一栏。“用途”可以改：本期数、上年数、上期数、增减、文字、不用；改了，这一栏的格子跟着改。别的列只供查看。",
  "template.columns.signs":
    "表样的每个格子里有一个符号，可以直接改：∑ 各单位相加；＝ 按“指标”里的公式计算；文 按单位分列，不相加；上 上年（上期）数；－ 不用。",
  "template.lists.title": "明细表：清单有哪些列",
  "template.lists.note":
    "蓝底行是一个明细表：“内容类型”填“明细表”。下面各行是它的列。“个人信息”填“是”的列（整张表填“是”的整张表）不进汇总工作簿，只计数。",
  "template.units.title": "单位：由谁填报",
  "template.units.note":
    "单位改名时代码不变，把旧名写进“别名”，与上年仍能对上；并进来的单位，名称也写进去，上年数会加在一起。别名用顿号隔开。",
  "template.rules.title": "审核关系：怎样审核",
  "template.rules.write":
    '一行一条。“公式”用指标代码写，例如 0102=0103+0104+0105、0112<=0102、0201=SUM(0202~0207)、0215=0201-上年(0201)、0712=ROWS(L3)、0702=SUMIF(L2[来源],"社会",L2[现金])；写“不超过”“大于等于”“加”也行。',
  "template.rules.words":
    "“性质”：强制必须改正，核实改正或说明，提示供参考。“出错提示”里的 {open}left{close} 和 {open}right{close} 换成左右两边的数。“前提”成立时才审核。比率类可以填“容差”。",
  "template.rules.paste":
    "按“序号 | 报表代码 | 公式”整理好的，可以整批粘贴进来，其余各列空着就是强制、缺一项即跳过（本单位自己的表：空格当 0，全空才跳过）。自己的表可以写 01行=02行+03行、1栏=2栏+3栏、01行1栏、D6=D7+D8。",
  "template.rules.proposed":
    "“状态”是“建议”的，是从表下的注或各份报表里看出来的：照样审核，但只作提示。认可就改成“采用”（或清空），不要就删去整行。",
  "template.rules.builtIn": "蓝底的是程序内置的审核，只能改“性质”，填“不用”就不审。",
  "template.charts.title": "图表：汇总以后画哪些图",
  "template.charts.note":
    "蓝底行是一个图的第一行，写图的标题、图形等；一行一个系列，同一个图的其他系列接在下面，“图号”空着。",
  "template.charts.data":
    "“数据”写代码或算式：横轴是单位的，例如 0112/0102*100、上年(0201)；横轴是指标的，例如 0202~0207 或 0302,0304，上年的写 上年(0302),上年(0304)。“参考线”画一条虚线：全市、平均或目标（目标在“数据”里写数）。",
  "template.report.title": "报告：年度总结怎样写",
  "template.report.note":
    "一行一句。花括号里的代码换成全市的数和计量单位：{open}0102{close} 是“218 个”，{open}0113{close} 是“80.7%”。",
  "template.report.figures":
    "{open}0701 万元{close} 以万元计；{open}0308 约{close} 写成“530 余篇”；{open}0201 比上年{close} 写成“比上年增加 135 人”“提高 8.0 个百分点”；{open}0201 上年{close} 是上年数；{open}0118 占比{close} 是答“是”的单位占多少。",
  "template.report.others":
    "{open}0118 单位{close} 列出单位，{open}0118 单位3{close} 只列前三个；{open}0401 前3{close} 列出前三名（并列的一起列出）；{open}项 0202~0207 前3 占0201{close} 列出几个指标中最大的几项和占比；{open}例 L5[名称] 2{close} 从明细表取两个例子；{open}说明 0201{close} 取各单位的说明；{open}=0216/0201*100 %{close} 是算式；还有 {open}年{close} {open}期{close} {open}县{close} {open}级{close}（市、县）{open}委员会{close} {open}应报{close} {open}已报{close} {open}日期{close}；{open}填 明年的打算{close} 留给人来写。",
  "template.report.condition":
    "一行也可以只写一句的一部分，以逗号结尾，下一行接着写；后面的部分不写时，逗号自动变成句号。“什么时候写”空着就总是写；写条件，例如 0508>0，成立才写；写“不完整”，有单位未报时才写。",
  "template.scoring.title": "考核办法：怎样评分、排名、定等次",
  "template.scoring.lines":
    "“类别”是“项目”的每行是一个评分项：“分值”是最高分（扣分项写负数），“自评分”“考核分”“扣分原因”写指标代码。“自评差距”的分值是自评分与考核分相差几分以上须说明。“排名依据”的条件写算式，不写就按考核分之和排名。“分组”的结果写单位类型（如：镇、乡），同组的单位一起排名。",
  "template.scoring.grades":
    "“等次”的分值是得分下限。“否决”是一票否决：名称写原因，条件写算式（如 合计<60），结果写最高只能评的等次。",
  "template.scoring.evidence":
    "“佐证”“佐证上限”用另一套模板的代码写算式，例如 0112/0102*100，数取自那一套的汇总工作簿，列在评分项旁边供核对；“佐证上限”是按这些数最多可得的分，自评分或考核分超过的须说明。否决也可以按佐证写条件，例如 0112/0102*100<60。",
} as const;
