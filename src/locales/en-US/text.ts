import type { Translation } from "../translation";
import type { text as chinese } from "../zh-CN/text";

/** The check of an edited text: what a number in it is held against, and what came of it. */
export const text: Translation<typeof chinese> = {
  "text.summary": "{all} numbers found: {agrees} agree, {disagrees} disagree, {untied} cannot be tied.",
  "text.none": "No number with a unit of measure was found.",
  "text.agrees": "agrees     “{text}”  {basis}",
  "text.disagrees": "disagrees  “{text}” should be {expected} {unit}  {basis}",
  "text.untied": "untied     “{text}”",
  "text.line": "line {line}",
  "text.place": ", see the county workbook, {places}",
  "text.county.thisYear": "{owner}, {name} ({code}): {sum}{place}",
  "text.county.lastYear": "{owner}, {name} ({code}), last year: {sum}{place}",
  "text.county.formula": "reckoned from {sum}{place}",
  "text.county.units": "{sum} units{place}",
  "text.inner.share": "the text's own numbers: {sum}",
  "text.inner.difference": "the text's own numbers: {sum}",
  "text.inner.growth": "the text's own numbers: {sum}",
  "text.inner.sum": "the text's own numbers together: {sum}",
  "text.inner.same": "stated before in the text as {sum}",
  "text.inner.value": "the text's own numbers: {sum}",
  "text.sum.value": "{a} {measure}",
  "text.sum.share": "{a} ÷ {b}",
  "text.sum.difference": "{a} - {b}",
  "text.sum.growth": "({a} - {b}) ÷ {b}",
  "text.sum.plus": " + ",
  "text.enumerate": ", ",
  "error.text": "The text {file} cannot be read: {reason}",
  "error.text.format":
    "It is neither plain text (.txt) nor a Word document (.docx). Open it in Word or WPS, save it as .docx and try again.",
  "error.text.damaged": "The file is damaged or incomplete. Save it again and retry.",
  "error.text.tooLarge": "The file is too large for a report. Check that it is the right one.",
  "error.text.password": "The file needs a password to open. Remove the password and retry.",
  "error.county": "The county workbook {file} cannot be read: {reason}",
};
