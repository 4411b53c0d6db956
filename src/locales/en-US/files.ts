import type { files as chinese } from "../zh-CN/files";
import type { Translation } from "../translation";

export const files: Translation<typeof chinese> = {
  "file.notice.D03":
    "This is an .xls file of an older Excel. It was read all the same; nothing needs to be done.",
  "file.notice.D03.mend": "Next time, save it as .xlsx in Excel or WPS.",
  "file.notice.D04":
    "What is in this file is {format}, not what its name says. It was read all the same; nothing needs to be done.",
  "file.notice.D04.mend": "Next time, save it as .xlsx in Excel or WPS.",
  "file.notice.D05":
    "What is in this file is {format}, not what its name says. It was read all the same; nothing needs to be done.",
  "file.notice.D05.mend": "Next time, save it as .xlsx in Excel or WPS.",
  "file.format.xlsx": "a workbook of a newer Excel (.xlsx)",
  "file.format.xls": "a workbook of an older Excel (.xls)",
  "file.format.ods": "an OpenDocument spreadsheet (.ods)",
  "file.format.csv": "plain text (.csv)",
  "file.format.html": "a web page (.html)",
  "file.format.xml2003": "an XML spreadsheet (.xml)",
  "file.format.strict": "an Excel workbook in the strict format",
  "file.unreadable.D03": "This .xls file cannot be opened.",
  "file.unreadable.D03.mend": "Open it in Excel or WPS, save it as .xlsx and choose it again.",
  "file.unreadable.D04": "This kind of file cannot be read.",
  "file.unreadable.D04.mend": "Open it in WPS, save it as .xlsx and choose it again.",
  "file.unreadable.D05": "What is in this file is not what its name says, and it cannot be read.",
  "file.unreadable.D05.mend": "Open it in Excel, save it as .xlsx and choose it again.",
  "file.unreadable.D06": "This file needs a password to open.",
  "file.unreadable.D06.mend": "Ask the unit to remove the password and send it again.",
  "file.unreadable.D06.zip": "This archive has a password; the files in it were not read.",
  "file.unreadable.D06.zip.mend":
    "Ask the unit for the password, unpack it and choose the Excel workbook in it, or ask for one without a password.",
  "file.unreadable.D06.protected":
    "This file was encrypted by the unit's document security software and opens only on a computer that has it.",
  "file.unreadable.D06.protected.mend":
    "Ask the unit to decrypt it there, save it as .xlsx and send it again.",
  "file.unreadable.D05.plainText":
    "This file holds a plain text, no table, although its name is that of a workbook.",
  "file.unreadable.D05.plainText.mend":
    "Check that it is the right file, or ask the unit for an Excel workbook.",
  "file.unreadable.F02.unknown":
    "The content of this file is not an Excel workbook: it may be damaged or cut off, or encrypted by the unit's security software.",
  "file.unreadable.F02.unknown.mend":
    "Ask the unit to open it on their own computer, decrypt it, save it as .xlsx and send it again.",
  "file.unreadable.D09": "This is a photo, a scan, a PDF or a Word document, not an Excel form.",
  "file.unreadable.D09.mend": "Ask the unit to send the Excel workbook.",
  "file.unreadable.F01": "This file is empty; it may not have been sent completely.",
  "file.unreadable.F01.mend": "Ask the unit to send it again.",
  "file.unreadable.F02": "This file is damaged or was not sent completely.",
  "file.unreadable.F02.mend": "Ask the unit to send it again.",
  "file.unreadable.F03": "This file is larger than allowed and does not look like a report.",
  "file.unreadable.F03.mend": "Check that it is the right file.",
  "file.unreadable.F04": "This is not an Excel workbook.",
  "file.unreadable.F04.mend": "Check that it is the right file.",
  "file.unreadable.F04.archive": "This is an archive (.rar, .7z or similar); the files in it were not read.",
  "file.unreadable.F04.archive.mend": "Unpack it first and choose the Excel workbook in it.",
  "file.unreadable.F04.zip": "This is an archive, not an Excel workbook.",
  "file.unreadable.F04.zip.mend": "Unpack it first and choose the Excel workbook in it.",
  "file.unreadable.F04.emptyZip": "There is no Excel workbook in this archive.",
  "file.unreadable.F04.emptyZip.mend":
    "Check that it is the right file, or ask the unit to send its Excel workbook.",
  "file.unreadable.F05": "Reading this file took too long and was stopped.",
  "file.unreadable.F05.mend": "Open it in Excel, save it as .xlsx and choose it again.",
  "file.unreadable.F06": "This file cannot be opened; it may have been moved or you may lack permission.",
  "file.unreadable.F06.mend": "Check the file and choose it again.",
  "file.unit":
    "Check whether the wrong file was sent; open the report in Excel or WPS, save it as .xlsx without a password or encryption, and send it again.",
  "file.beside":
    "This is {kind} and was not read. The report of {unit}, “{beside}”, was read as usual and is not affected.",
  "file.beside.mend": "Nothing has to be done about this file; you can remove it.",
  "file.kind": "a file that cannot be read",
  "file.kind.D06": "a file with a password",
  "file.kind.D09": "a photo, scan, PDF or Word document",
  "file.kind.F01": "an empty file",
  "file.kind.F02": "a damaged file, or one that did not arrive whole",
  "file.kind.F03": "a file beyond the size that is allowed",
  "file.kind.F04": "a file that is no Excel workbook",
  "error.county.notCountyWorkbook": "it is no county workbook that this tool has written.",
  "error.county.newerFormat": "a newer version of this tool has written it; update the tool first.",
  "error.county.notCalculated":
    "“{what}” is a formula whose result was not saved with it, so that its number cannot be read. Open the workbook in Excel, save it once, and choose it again.",
  "error.county.unfinished":
    "writing it stopped half way, and its numbers are not whole; open it in Excel, press “Restore” in the pane, and save it.",
  "error.county.otherLevel":
    "it is of another level: its units are others, and nothing can be compared. Choose the county workbook of the same level.",
  "error.county.damaged": "it has been changed and lacks “{what}”; take a copy that nobody has changed.",
};
