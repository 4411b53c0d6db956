import type { batch as chinese } from "../zh-CN/batch";
import type { Translation } from "../translation";

export const batch: Translation<typeof chinese> = {
  "batch.wroteFile": "Wrote {file}",
  "error.formKinds":
    "The files are not copies of one form:\n{kinds}\nA template is made from copies of one form: put them into different folders; to make one template of several forms, give their blanks.",
  "error.blank": "The blank {file} cannot be read: {reason}",
  "error.ownFile.mend":
    " Open it in Excel or WPS, check it, save it as .xlsx without a password and try again.",
  "error.noTable": "No table to be filled was found in {file}; no template was written.\n{sheets}",
  "error.blankIsOurs.template":
    "{file} is a standard template already, not a blank. Give it with --template; to make another one, give the office's own blank.",
  "error.blankIsOurs.countyWorkbook":
    "{file} is a county workbook that the program wrote, not a blank. Give the office's own blank.",
  "error.blankIsOurs.returnForm": "{file} is a return form, not a blank. Give the office's own blank.",
  "error.issueOwn":
    "The standard template has sheets of the office's own ({forms}) but not the workbook that they come from, so they cannot be issued as they are; no file was written. Make the template from the blank again, or send the blank itself to the units.",
  "error.issueNobody":
    "The standard template lists no units, so there is nobody to issue to; no file was written. Enter the units in the template, or make it again with --units.",
  "error.units":
    "There are no names of units in {file}. Write one to a line, or keep a column “名称” in a workbook.",
  "error.unitsFile": "The list of units {file} cannot be read: {reason}",
  "error.package.encrypted": "{file} needs a password. Remove it and try again.",
  "error.package.damaged":
    "{file} is damaged and cannot be taken over as it is. Open it in Excel or WPS, save a copy and try again.",
  "error.package.noSheet": "{file} has no sheet that can be shown.",
  "usage.fromAlone": "{option} cannot be used together with --from or --empty.",
  "usage.fromOnly": "{option} goes with --from only.",
  "batch.reading": "Reading {done}/{total}: {file}",
  "batch.reported": "{period}: {reported} of {expected} units have reported.",
  "batch.reportedNoPeriod": "{reported} of {expected} units have reported.",
  "batch.missing": "Not reported: {units}",
  "batch.heldBack": "Held back (must be fixed): {units}",
  "batch.otherPeriod":
    "Of another period and not counted: {files}. To count one all the same, add --count and its name.",
  "batch.skipped": "Passed over {file}: {reason}",
  "batch.otherEvidence":
    "Please check: the county workbook given as --evidence is of {given}; this is {period}. It was used all the same.",
  "batch.ranked": "{group}, rank {rank}: {unit}, {score} points",
  "batch.ranked.grade": ", {grade}",
  "batch.ranked.veto": " (veto: {veto})",
  "batch.ranked.open": "Units that are not scored completely have no rank ({count}): {units}",
  "batch.facts": "{files} files were read; the figures of {units} units are counted, {rows} rows in all.",
  "batch.facts.notCounted": "The figures in {file} are not counted: {message}",
  "batch.facts.empty": "It holds no figures.",
  "batch.facts.none":
    "No file is a report of this template; no facts were written. For forms of your own give the template with --template.",
  "batch.findings": "Must fix: {mustFix}. Fix or explain: {explain}. Notes: {note}.",
  "batch.noFindings": "No findings.",
  "batch.finding": "[{class}] {place} {code} {message}",
  "batch.cause": "  ↳ {code} {message}",
  "batch.noUnit": "unit unknown",
  "batch.samplesWritten":
    "The sample county is in {folder}: {count} (submission|submissions) and last year's county workbook.",
  "batch.issued.renamed":
    "“{unit}” cannot name a file as it is, or two would have one name: it is stored as “{file}”.",
  "batch.issued.notLastPeriod":
    "The figures of the period before were not carried: the blanks are for {period}, and {given} is not the period before.",
  "batch.notBefore.lastYear":
    "Please check: the county workbook given as --last-year is of {given}; this is {period}, so it is not the same period of last year. It was compared all the same.",
  "batch.notBefore.lastPeriod":
    "Please check: the county workbook given as --last-period is of {given}; this is {period}, so it is not the period before. It was compared all the same.",
  "batch.issued.noPeriod": "no certain period",
  "batch.issued.notLastYear":
    "No values of last year are carried: these are for {period}, and the county workbook given is of {given}, not the year before.",
  "batch.issued": "Wrote {count} blank workbooks to {folder}.",
  "skipped.template": "a standard template, no report",
  "error.rules": "The list of rules {file} cannot be read: {reason}",
  "error.rules.none": "It holds no rules kept as number | form | relation.",
  "batch.rules.added": "New rules added: {added}.",
  "batch.rules.understood": "Line {line}: {text}  understood as {understood}",
  "batch.rules.understoodOnSheet": "“{sheet}”, line {line}: {text}  understood as {understood}",
  "batch.rules.bad": "Line {line} was not understood and not added: {text}  {reason}",
  "batch.rules.badOnSheet": "“{sheet}”, line {line} was not understood and not added: {text}  {reason}",
  "batch.try.summary":
    "Tried on {count} (report|reports): {units} (unit|units) would fail that do not fail now.",
  "batch.try.rule": "{number} {relation} ({class}): passed {passed}, failed {failed}, not asked {skipped}",
  "batch.try.fault": "{number} {relation}: {reason}",
  "batch.try.unit": "  {mark}{unit} {place}: left {left}, right {right}",
  "batch.try.place": "  {mark}{unit} {place}",
  "batch.try.builtIn": "(built in)",
  "error.noRule": "The template has no rule of the number {number}.",
  "batch.try.new": "[new] ",
  "skipped.returnForm": "a return note, no report",
  "skipped.temporary": "a temporary file that Excel left while the workbook was open",
  "skipped.hidden": "a hidden file",
  "skipped.notAWorkbook": "no workbook by its name",
  "usage.noCommand": "Say what to do: check, consolidate, facts, dump, template, try, roll, issue or text.",
  "error.periodWithoutYear":
    "Nothing says of which year --period is: neither template nor county workbooks nor reports name one. Write the year too, for example 2020-06.",
  "error.roll": "The county workbook {file} cannot be read: {reason}",
  "error.rollTemplate":
    "The template in {file} is damaged, so there is nothing to roll on. Use the template file itself.",
  "error.rollPeriod": "The period after that of {file} is not clear: name it with --period.",
  "batch.rolled":
    "The template serves {period} now, version {version}. When issuing, give {from} as --last-year (same period of last year) or --last-period (period before) to carry its figures.",
  "usage.unknownCommand":
    "There is no command “{command}”. There are check, consolidate, facts, dump, template, try, roll, issue, text and samples.",
  "usage.unknownOption": "This command has no option {option}.",
  "usage.missingPath": "Name a file or folder after {command}.",
  "usage.onePath": "{command} does not take “{path}” as well.",
  "usage.missingOut": "{command} needs --out: where the result is to go.",
  "usage.language": "There is no language “{language}”: take zh-CN or en-US.",
  "error.unreachable": "Not found, or cannot be opened: {paths}. Check the path.",
  "error.noWorkbooks": "There is no workbook in the folder.",
  "error.onlySkipped": "There is no workbook among what was given:\n{files}",
  "skipped.named": "this call uses it for another purpose (template, last year …); it is no report",
  "skipped.twice": "the same file was given twice; it is read once",
  "batch.copies.single":
    "There is only one filled copy, which does not show what is to be filled:\n{kinds}\nAdd at least one copy of another unit, or make a template from the blank with template --from and consolidate with --template.",
  "batch.copies.kinds":
    "The files are not copies of one form; nothing was added up:\n{kinds}\nPut them into different folders and consolidate each.",
  "usage.reportOut":
    "--report and --report-out go together: the report workbook that the office has, and where it is written when filled.",
  "usage.reportKind": "--report-out must have the extension of --report, else Excel does not open it.",
  "error.outTwice": "--out and --report-out name the same file. Please give another name.",
  "batch.report.filled":
    "Wrote {file}, {count} cells filled. Give this file as --report next time: it remembers what goes where.",
  "batch.nothingToAdd": "There is no report to add up; no county workbook was written.",
  "error.nothingToTry": "There is no report to try it on:\n{reasons}",
  "batch.periods": "Added up from {count} periods: {list}.",
  "error.lastYearLevel":
    "{file} is of another level than this consolidation: a county's workbook compares with a county's, a prefecture's with a prefecture's.",
  "error.unitsUnused":
    "--units and --name are for consolidating county workbooks one level up, or for making a template from filled forms; leave them out here.",
  "batch.filesOfPeriod": "{period} ({count})",
  "error.mixedPeriods":
    "These files are of several periods and cannot be consolidated as one: {list}. Say with --period which one comes first, as in --period {period}; the others are then listed and not counted.",
  "error.severalPeriods":
    "These are county workbooks of the same forms in several periods, not reports of units, and cannot be consolidated as such: {files}. To add them up to a quarter, a half-year or a year, use --sum-periods; to compare with the period before, consolidate this period's reports and give that workbook as --last-period; for last year use --last-year.",
  "error.sumPeriods.unreadable": "{file} cannot be added over periods: {reason}",
  "error.sumPeriods.single":
    "The county workbook of one period only was given ({files}): there is nothing to add. Give those of two or more.",
  "error.sumPeriods.damaged":
    "The template in these county workbooks is damaged, so they cannot be added over periods: {files}. Consolidate the reports again.",
  "error.sumPeriods.noPeriod":
    "These county workbooks do not say of which period they are, so they cannot be added over periods: {files}. Name it with --period when consolidating.",
  "error.sumPeriods.otherOffice":
    "These county workbooks are not of the same forms and office, so they cannot be added over periods: {files}.",
  "error.sumPeriods.overlap":
    "The periods of {files} overlap ({period}) and would be counted twice; nothing was added. Give one for each period.",
  "error.sumPeriods.noCommonPeriod":
    "These periods do not make up a quarter, a half-year or a year (or are not in the one given by --period): {files}. Check which county workbooks were given.",
  "usage.notWithSum":
    "{option} cannot be used with --sum-periods: it belongs to the consolidation of each period.",
  "error.lastPeriod": "The county workbook of the period before, {file}, cannot be read: {reason}",
  "error.evidence": "The county workbook {file} cannot serve as evidence: {reason}",
  "error.evidence.expression": "“{name}” in the template’s “考核办法”, evidence {text}: {reason}",
  "error.evidence.nothingAsked":
    "The template’s “考核办法” looks nothing up, so {file} is of no use. Write expressions under “佐证” or “佐证上限”, or leave out --evidence.",
  "error.lastYear": "Last year's county workbook {file} cannot be read: {reason}",
  "error.template": "The standard template {file} cannot be read: {reason}",
  "error.noPeriod":
    "The year is not clear: neither the template nor last year's county workbook nor the submissions name it.",
  "error.cannotWrite": "Cannot write {file}. Check that the folder exists and that nobody has the file open.",
  "error.countUnknown": "--count {file}: it is not among the files that were given.",
  "error.resume": "The county workbook {file} cannot be gone on with: {reason}",
  "error.outIsInput":
    "{files} is read by this call and must not be written over; nothing was changed. Please give another name.",
  "error.outExists":
    "Already there: {files}. Nothing was changed, nothing written. Please give another name or folder, or add --force if they may be replaced.",
  "usage.period":
    "--period {period} is not understood. Write 2020, or 2020H1 or 2020H2 for half a year, 2020Q2 for a quarter, 2020-06 for a month.",
  "error.internal":
    "The program failed ({detail}). No file was changed; please pass this sentence on to the person who maintains it.",
};
