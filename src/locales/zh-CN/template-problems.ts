/** What is wrong with a template workbook. */
export const templateProblems = {
  "template.problem.notTemplate": "这不是标准模板：里面没有“指标”等工作表。请选用本工具写出的标准模板。",
  "template.problem.newerFormat": "这个模板是更新版本的工具写出的，请先更新本工具。",
  "template.problem.missingSheet": "缺少工作表“{name}”。请从原来的模板里补上，名称不要改。",
  "template.problem.missingHeader": "找不到表头。请恢复表头一行，至少要有：{headings}。",
  "template.problem.missingColumn": "缺少“{heading}”这一列。请补上这一列，表头写“{heading}”。",
  "template.problem.noteBelow":
    "这一行像是注解，不是表里的内容：“{found}”。请移到表头上面；要印在报表上的，写进那张表一行的“填写说明”。",
  "template.problem.missingValue": "“{heading}”没有填。请填上。",
  "template.problem.notANumber":
    "“{heading}”应填数字，现在是“{found}”。请改填数字，例如 12 或 0.5，不带单位。",
  "template.problem.notAnAmount": "“{heading}”不能小于 0，现在是“{found}”。请改正。",
  "template.problem.notACount": "“{heading}”应填整数，现在是“{found}”。请改正。",
  "template.problem.notYesNo": "“{heading}”应填“是”或“否”，现在是“{found}”。",
  "template.problem.notAChoice": "“{heading}”填的是“{found}”，不在可选的内容里。请从这些当中选：{choices}。",
  "template.problem.notAKind":
    "“{heading}”填的是“{found}”。请填“全部”，或“乡镇街道”“市直部门”“市本级”，用顿号隔开。",
  "template.problem.errorValue": "“{heading}”显示错误值 {found}。请直接填写内容。",
  "template.problem.badCode":
    "代码“{found}”不合规定。请用数字（例如 0121），前面可以有几个字母（例如 NG1310）。",
  "template.problem.badName":
    "“{found}”不能作工作表的名称：不要用 : * ? / 和方括号，不要超过 31 个字，也不要与“指标”“单位”等重名。",
  "template.problem.badDay": "“{heading}”应写成月-日，例如 11-01，现在是“{found}”。",
  "template.problem.badPeriod":
    "“{heading}”看不懂：“{found}”。请写成 2021、2021年上半年或 2021年下半年；每年都用的留空。",
  "template.problem.twice": "“{found}”与 {first} 重复。请改一个，或删去一行。",
  "template.problem.unknownForm": "没有表号是“{found}”的表。请核对表号，或先加上这张表的一行。",
  "template.problem.unknownLine": "“{heading}”里的“{found}”不是这套模板的指标代码。请核对。",
  "template.problem.unknownList": "没有“{found}”这个明细表。请核对编号，或先加上这个明细表的一行。",
  "template.problem.unknownColumn": "明细表 {list} 没有“{found}”这一列。请核对列名。",
  "template.problem.withoutLines": "“{found}”下面一行也没有。请加上它的各行，或删去它。",
  "template.problem.withoutCover": "没有封面。请恢复类型是“封面”的那张表。",
  "template.problem.withoutUnits": "一个填报单位也没有。请至少填一行，写上代码、名称和类别。",
  "template.problem.coverNotForAll":
    "封面不由“{found}”填报，可是“{unit}”是“{found}”。请在封面一行的“由谁填报”里加上“{found}”。",
  "template.problem.coverWithoutUnit":
    "封面没有单位名称，收回来的报表认不出是哪个单位的。请在封面下加一行，代码写 {code}，名称写“单位名称”。",
  "template.problem.coverLineTaken":
    "封面的 0001 至 0005 依次是单位代码、单位名称、单位类型、年度、模板编号及版本，下发时由程序填写。请给“{found}”换一个代码，例如 0006 以后的。",
  "template.problem.formulaMissing": "汇总方式是“比率”或“计算”的要写公式。请补上，例如 0112/0102*100。",
  "template.problem.circular": "公式绕回到自己，算不出来：{found}。请改公式，不要互相引用。",
  "template.problem.badAggregation":
    "类型是“{kind}”的，汇总方式不能是“{found}”。请从这些当中选：{choices}；“比率”和“计算”要写公式。",
  "template.problem.unknownBuiltIn": "程序没有内置“{found}”这一条审核。请核对序号，或删去这一行。",
  "template.problem.builtInNumber": "“{found}”是内置审核的序号。请给这一条换一个序号。",
  "template.problem.badPlaceholder":
    "“{heading}”里的“{found}”换不成数。花括号里只能写 left（左边的数）、right（右边的数）或 difference（相差）。",
  "template.problem.choicesMissing": "类型是“选项”的要写出有哪些选项，用顿号隔开。",
  "template.problem.minAboveMax": "最小 {min} 大于最大 {max}。请改正。",
  "template.problem.seriesMissing": "这个系列没有写数据。请写代码或算式，例如 0112/0102*100。",
  "template.problem.badSentence": "第 {position} 个字处的花括号“{found}”看不懂。请对照表头上面的说明改写。",
  "template.problem.badExpression": "“{found}”看不懂：{reason}",
  "template.problem.unknownSign":
    "格子里的“{found}”不是约定的符号。请改成 ∑（相加）、＝（计算）、文（按单位分列）、上（上年数）或 －（不用）。",
  "template.problem.signOutside":
    "这个格子不在表格里，却写着符号“{found}”。请删去；表样有增减行列的，请用新的空白表重新生成模板。",
  "template.problem.signInFormula":
    "这一格改成了“{found}”，可是 {cells} 的公式要用到它。请改回原来的符号，或把 {cells} 也改成不用公式计算的符号（∑、文）。",
  "template.problem.signWithoutFormula":
    "符号是“＝”，但“指标”里 {code} 没有公式。请在“指标”里补上公式，或改用别的符号。",
  "template.problem.ruleWithoutItem":
    "审核关系 {rule}（{found}）要用到它。请先改这条审核关系，或者保留这些格子。",
  "template.problem.ownSheetMoved":
    "“{found}”原来在 {was}，现在在这里：这张表样增减过行或列，认不出各格的新位置。请在原来的空白表里增减，再用空白表重新生成模板；只改符号的，请在没有增减过的模板里改。",
  "template.problem.ownSheetGone": "表样“{found}”的工作表不见了。请从原来的模板里补上，名称不要改。",
  "template.problem.ownLayoutLost": "“{found}”的表样记录不见了，认不出各格的位置。请用空白表重新生成模板。",
  "template.problem.at": "{place}：{message}",
  "template.problem.workbook": "整个工作簿",
};
