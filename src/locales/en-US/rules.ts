import type { Translation } from "../translation";
import type { rules as chinese } from "../zh-CN/rules";

/** Why a rule or a formula of the template cannot be understood, and what to do. */
export const rules: Translation<typeof chinese> = {
  "rule.error.at": "At character {position}: {reason}",
  "rule.error.empty": "Nothing is written here. Write a relation, for example 0102=0103+0104.",
  "rule.error.tooLong": "This is too long. Split it into several rules.",
  "rule.error.tooDeep": "Parentheses are nested too deep; at most {limit}. Split the rule.",
  "rule.error.unknownCharacter":
    "“{character}” has no meaning here. Delete it, or use + - * / = < > and parentheses.",
  "rule.error.unclosedText": "A quotation mark is not closed. Add one behind the text.",
  "rule.error.unclosedBracket": "A bracket is not closed. Add ] behind the name.",
  "rule.error.unclosedParenthesis": "A parenthesis is not closed. Add the closing one.",
  "rule.error.unopenedParenthesis": "One closing parenthesis is too many. Delete it, or add the opening one.",
  "rule.error.missingOperand": "A code or a number is missing here. Add it.",
  "rule.error.missingOperator": "An operator is missing here. Write +, -, = or <= between the two.",
  "rule.error.misplacedComma":
    "A comma has its place only between the arguments of a function. Correct this.",
  "rule.error.unknownCode":
    "The template has no code “{token}”. Check the code; write a number without leading zeros.",
  "rule.error.unknownName":
    "The template has no line of the name “{token}”, or more than one. Use its code, or put the name in brackets.",
  "rule.error.unknownFunction": "There is no function “{name}”. Use SUM, IF, ROUND and the like.",
  "rule.error.unknownColumn": "The list {list} has no column “{column}”. Check the name.",
  "rule.error.cellReference":
    "The template has no code “{token}”; it looks like a cell's address, which rules do not use. Write the line's code or name.",
  "rule.error.sumInWords":
    "“{token}” cannot be understood. Join the lines by +, such as 0103+0104; for a row of them write SUM(0103~0108).",
  "rule.error.aCondition":
    "A number is wanted here, not a comparison. Write only what is right of the equals sign, such as 0103+0104.",
  "rule.error.listAlone": "“{token}” is a list. Write ROWS({token}), or name a column of it in brackets.",
  "rule.error.listExpected":
    "A list, for example L2, belongs in these parentheses, not “{token}”. Correct this.",
  "rule.error.codeExpected":
    "A line's code or name belongs in these parentheses, not “{token}”. Correct this.",
  "rule.error.numberExpected": "A number belongs in these parentheses, not “{token}”. Correct this.",
  "rule.error.badRange": "There is no range from {from} to {to}. Check both codes and their order.",
  "rule.error.argumentCount":
    "The function {name} takes {min} to {max} arguments; here are {count}. Correct this.",
  "rule.error.manyValues": "One value belongs here, not a range or a column. Put SUM or the like around it.",
  "rule.error.columnExpected":
    "The function {name} wants a list's column or a range of codes here. Correct this.",
  "rule.error.columnsDiffer": "The columns in the function {name} must be of one list. Correct this.",
  "rule.error.dividedByZero": "Nothing can be divided by 0. Check the number after the division sign.",
  "rule.error.notARelation":
    "This calculates but compares nothing. Write =, <= or >=, for example 0112<=0102.",
  "rule.error.noIndicator":
    "There is no line of the template in it, only numbers: it comes out the same for every unit. Write the codes of lines, such as 0102=0103+0104.",
  "rule.error.lineOrColumn":
    "There are lines and columns of these numbers. Between lines write {byLine}, between columns {byColumn}.",
  "rule.error.lineOrNumber":
    "“{token}” can be “{token}{mark}” or the number {token}. Write “{token}{mark}”, or “数({token})”.",
  "rule.error.strangeNumber":
    "“{form}” has no {token}{mark}. Check it; if the number {token} is meant, write “数({token})”.",
  "rule.error.mixedAxes":
    "“{line}” is a line and “{column}” a column: they cannot be compared. Say the line and the column of each, for example “01行1栏”.",
  "rule.error.notTogether":
    "“{token}” is not in the same table as the others. Say the line and the column of each, for example “表1:01行2栏”.",
  "rule.error.headsDiffer":
    "The columns of the two tables differ (the other one has no “{name}”), so that whole lines cannot be compared. Say which column, for example “表1:01行2栏=表2:05行1栏”.",
  "rule.error.manyForms":
    "Several forms have “{token}” ({forms}). Write the form in front of it, for example “表1:01行”, or in “报表代码”.",
  "rule.error.manyTables":
    "{count} tables of this sheet have “{token}”, and it is not the same in them. Write labels, or a cell such as D6.",
  "rule.error.unknownForm": "The template has no form “{token}”. Check the name.",
  "rule.error.unknownLine": "“{form}” has no line “{token}”. Check the number or the label.",
  "rule.error.unknownColumnNumber": "“{form}” has no column “{token}”. Check the number or the heading.",
  "rule.error.noColumnNumbers":
    "“{form}” does not number its columns, so that “{token}” is unknown. Write the heading, or a cell such as D6.",
  "rule.error.notAnItem":
    "“{token}” of “{form}” is no cell to be filled. Check the address, or write line and column.",
  "rule.error.dashRange":
    "“{token}” can be {from} to {to}{mark} or a difference. For the sum write “{from}{mark}至{to}{mark}之和”, for the difference “{from}{mark}-{to}{mark}”.",
  "rule.error.notInSheet":
    "A form's formula cannot use lists or count by conditions. Use the codes of lines.",
  "rule.error.grammar": "This cannot be read. Write it anew as the instructions say.",
};
