/** Why a rule or a formula of the template cannot be understood, and what to do. */
export const rules = {
  "rule.error.at": "第 {position} 个字处：{reason}",
  "rule.error.empty": "还没有写内容，请写上关系，例如 0102=0103+0104。",
  "rule.error.tooLong": "太长了，读不完。请拆成几条。",
  "rule.error.tooDeep": "括号套得太深，最多 {limit} 层。请拆成几条。",
  "rule.error.unknownCharacter": "不认识“{character}”。请删去，或改用 + - * / = < > 和括号。",
  "rule.error.unclosedText": "引号没有配对。请在文字后面补上引号。",
  "rule.error.unclosedBracket": "方括号没有配对。请在名称后面补上 ]。",
  "rule.error.unclosedParenthesis": "括号没有配对。请补上右括号。",
  "rule.error.unopenedParenthesis": "多了一个右括号。请删去，或在前面补上左括号。",
  "rule.error.missingOperand": "这里缺少代码或数字。请补上。",
  "rule.error.missingOperator": "这里缺少运算符。请在两项之间写上 +、-、=、<= 等。",
  "rule.error.misplacedComma": "这里不该有逗号，逗号只用在函数的括号里。请改正。",
  "rule.error.unknownCode": "标准模板中没有代码“{token}”。请核对代码；如果是数字，请写成不带前导 0 的数。",
  "rule.error.unknownName":
    "标准模板中没有叫“{token}”的指标，或有几个同名。请改用代码，带符号的名称请用方括号括起来。",
  "rule.error.unknownFunction": "没有叫“{name}”的函数。请用 SUM、IF、ROUND 等，或求和、如果、四舍五入等。",
  "rule.error.unknownColumn": "明细表 {list} 没有“{column}”这一列。请核对列名。",
  "rule.error.cellReference":
    "标准模板中没有代码“{token}”；它像是单元格地址，只有本单位自己的表才能写单元格。请改用指标代码或名称。",
  "rule.error.sumInWords":
    "“{token}”看不懂。几项之和请用加号连起来，例如 0103+0104；连着的各项可以写成 SUM(0103~0108)。",
  "rule.error.aCondition": "这里要的是一个数，不是比较。请只写等号右边的算式，例如 0103+0104。",
  "rule.error.listAlone": "“{token}”是明细表。请写成 ROWS({token}) 或 {token}[列名]。",
  "rule.error.listExpected": "括号里应是明细表编号，例如 L2，不是“{token}”。请改正。",
  "rule.error.codeExpected": "括号里应是指标代码或名称，不是“{token}”。请改正。",
  "rule.error.numberExpected": "数( ) 的括号里应是一个数，不是“{token}”。请改正。",
  "rule.error.badRange": "读不出从 {from} 到 {to} 的范围。请核对两个代码和先后次序。",
  "rule.error.argumentCount": "函数 {name} 要有 {min} 至 {max} 项，这里写了 {count} 项。请改正。",
  "rule.error.manyValues": "这里只能是一个值，不能是一个范围或一列。请用 SUM 等函数合成一个值。",
  "rule.error.columnExpected": "函数 {name} 的这一项要是明细表的一列或一个代码范围。请改正。",
  "rule.error.columnsDiffer": "函数 {name} 的各列要出自同一个明细表。请改正。",
  "rule.error.dividedByZero": "不能除以 0。请核对除号后面的数。",
  "rule.error.notARelation": "这只是一个算式，没有比较。请写上 =、<=、>= 等，例如 0112<=0102。",
  "rule.error.noIndicator":
    "这里面没有一个是标准模板的指标，只有数，对哪个单位都是一个结果。请写指标的代码，例如 0102=0103+0104。",
  "rule.error.lineOrColumn":
    "这些数既是行号，也是栏次，分不清。是行之间的关系，请写成 {byLine}；是栏之间的关系，请写成 {byColumn}。",
  "rule.error.lineOrNumber":
    "“{token}”可以是“{token}{mark}”，也可以就是数 {token}。请写成 {token}{mark}，或者 数({token})。",
  "rule.error.strangeNumber":
    "“{form}”里没有 {token}{mark}。请核对；如果就是数 {token}，请写成 数({token})。",
  "rule.error.mixedAxes":
    "“{line}”是行，“{column}”是栏，不能直接比。请写明每一项是哪一行、哪一栏，例如 01行1栏。",
  "rule.error.notTogether":
    "“{token}”和别的项不在同一张表里，对不到一起。请写明每一项是哪一行、哪一栏，例如 表1:01行2栏。",
  "rule.error.headsDiffer":
    "两张表的栏不一样（另一张表没有“{name}”这一栏），不能整行相比。请写明是哪一栏，例如 表1:01行2栏=表2:05行1栏。",
  "rule.error.manyForms":
    "“{token}”在几张表里都有（{forms}）。请在前面写上表名，例如 表1:01行，或填“报表代码”。",
  "rule.error.manyTables":
    "这张工作表上有 {count} 个表都有“{token}”，说的却不是同一项。请改写行名、栏名，或写单元格，例如 D6。",
  "rule.error.unknownForm": "标准模板里没有“{token}”这张表。请核对表名。",
  "rule.error.unknownLine": "“{form}”里没有“{token}”这一行。请核对行号，或写行名、单元格。",
  "rule.error.unknownColumnNumber": "“{form}”里没有“{token}”这一栏。请核对栏次或栏名。",
  "rule.error.noColumnNumbers":
    "“{form}”的表头没有栏次，不知道“{token}”是哪一栏。请写栏名，或写单元格，例如 D6。",
  "rule.error.notAnItem": "“{token}”在“{form}”里不是要填的格。请核对地址，或改写行号、栏次。",
  "rule.error.dashRange":
    "“{token}”可以是 {from} 至 {to}{mark}，也可以是相减。求和请写成 {from}{mark}至{to}{mark}之和，相减请写成 {from}{mark}-{to}{mark}。",
  "rule.error.notInSheet": "表里的公式不能用明细表和按条件统计。请改用指标代码。",
  "rule.error.grammar": "这里写得不合规则。请对照说明改写。",
} as const;
