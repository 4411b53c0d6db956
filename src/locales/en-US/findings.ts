import type { findings as chinese } from "../zh-CN/findings";
import type { Translation } from "../translation";

export const findings: Translation<typeof chinese> = {
  "finding.class.mustFix": "Must fix",
  "finding.class.explain": "Fix or explain",
  "finding.class.note": "Note",

  "finding.relation": "“{relation}” does not hold: the left side is {left}, the right side is {right}.",
  "finding.relation.condition": "“{relation}” does not hold.",
  "finding.relation.when": "Because “{when}”:",
  "finding.relation.whole": "This is required, and does not hold: “{whole}”.",
  "finding.relation.sides.eq":
    "“{subject}” is {subjectValue} and “{other}” is {otherValue}; the two must be equal, and differ by {difference}.",
  "finding.relation.sides.ne": "“{subject}” and “{other}” are both {otherValue}; the two must not be equal.",
  "finding.relation.sides.lt":
    "“{subject}” is {subjectValue} and “{other}” is {otherValue}; the first must be less than the second.",
  "finding.relation.sides.le":
    "“{subject}” is {subjectValue} and “{other}” is {otherValue}; the first must not exceed the second, and does by {difference}.",
  "finding.relation.sides.gt":
    "“{subject}” is {subjectValue} and “{other}” is {otherValue}; the first must be more than the second.",
  "finding.relation.sides.ge":
    "“{subject}” is {subjectValue} and “{other}” is {otherValue}; the first must be no less than the second, and is by {difference}.",
  "finding.relation.words.eq":
    "“{subject}” is {subjectValue} and “{other}” is {otherValue}; the two must be the same.",
  "finding.relation.words.ne":
    "“{subject}” and “{other}” are both {otherValue}; the two must not be the same.",
  "finding.relation.word.eq": "“{subject}” is {subjectValue}, but must be {otherValue}.",
  "finding.relation.word.ne": "“{subject}” is {subjectValue}, but must not be {otherValue}.",
  "finding.relation.fixed.eq": "“{subject}” is {subjectValue}, but must be {otherValue}.",
  "finding.relation.fixed.ne": "“{subject}” is {subjectValue}, but must not be {otherValue}.",
  "finding.relation.fixed.lt": "“{subject}” is {subjectValue}, but must be less than {otherValue}.",
  "finding.relation.fixed.le": "“{subject}” is {subjectValue}, but must not exceed {otherValue}.",
  "finding.relation.fixed.gt": "“{subject}” is {subjectValue}, but must be more than {otherValue}.",
  "finding.relation.fixed.ge": "“{subject}” is {subjectValue}, but must not be less than {otherValue}.",
  "advice.mustFix": "Check the lines and correct what is wrong.",
  "advice.explain":
    "This may be true, so please check: if it is, give the reason in the remarks column; if not, correct it.",
  "advice.proposed":
    "This rule is only proposed: please check. Write “采用” in “状态” of the template's sheet “审核关系” and it is checked as its class says.",
  "advice.note": "Please check; if it is right, leave it as it is.",
  "finding.slip":
    "{slipName} ({slip}) may be mistyped: it says {slipFound}; with {slipMeant} both would agree.",
  "finding.explained": "The unit's own explanation: {explained}",
  "finding.explained.answer": "The unit's explanation in its return note: {explained}",
  "finding.explained.county": "Explained by this office: {explained}",

  "finding.S01.other": "These forms are not those of “{wanted}”; the file names the template {found}.",
  "finding.S01.other.mend": "Fill in the forms that were issued this time.",
  "finding.S01.version": "These forms are of version {found} of the template, version {wanted} is expected.",
  "finding.S01.version.mend": "Copy the figures into the forms issued last and send them again.",
  "finding.S02": "The form “{form} {title}” is missing.",
  "finding.S02.mend": "Put it back from the forms as issued, fill it in and send the workbook again.",
  "finding.S04": "It is not clear which unit this is (the cover says “{found}”), so it is not counted.",
  "finding.S04.noCover":
    "It is not clear which unit this is: no unit of the register is named on the form, in the file's name or in the sheet's, so it is not counted.",
  "finding.S04.noCover.mend":
    "Write the unit on the form or name the file after it; add a new unit to the register of the template first.",
  "finding.S04.mend": "Write the unit's name on the cover as the register has it.",
  "finding.S05.cover": "The cover says “{found}”, but these forms were issued for {wanted}.",
  "finding.S05.cover.mend":
    "Check which year's figures were filled in: if they are another year's, fill the forms in again; if only the cover is wrong, change it back to {wanted}.",
  "finding.S05.afterLastYear":
    "This is the report of {found}; last year's workbook is of {lastYear}, so the one of {wanted} is expected.",
  "finding.S05.afterLastYear.mend":
    "If last year's workbook is the wrong one, choose another; if the wrong report was sent, send the right one.",
  "finding.S05.issued": "These forms were issued for {found}; only the cover was changed to {wanted}.",
  "finding.S05.issued.mend": "Fill in the forms issued for {wanted} and send them again.",
  "finding.S05": "This is the report of {found}; the one of {wanted} is expected.",
  "finding.S05.mend": "Check whether the wrong file was sent, and send the right one.",
  "finding.S06.blank": "“{name}” on the cover is empty.",
  "finding.S06.blank.mend": "Fill it in.",
  "finding.S06.window": "The date of the report is {date}, which is not between {from} and {to}.",
  "finding.S06.window.mend": "Please check; if it is right, leave it as it is.",

  "finding.R03":
    "{name} ({code}) says {left}%, “{formula}” comes to {right}%: {difference} percentage points apart.",
  "finding.R03.mend": "Put the formula back.",
  "finding.R09.blank": "Last year's value of {name} ({code}) is empty, it was issued as {right}.",
  "finding.R09.blank.mend": "Last year's values must not be changed: put {right} back.",
  "finding.R09": "Last year's value of {name} ({code}) says {left}, it was issued as {right}.",
  "finding.R09.mend":
    "Last year's values must not be changed: put {right} back, or tell the county committee if it was issued wrongly.",
  "finding.R20.fraction": "{name} ({code}) says {raw}, but it must be a whole number.",
  "finding.R20.fraction.mend": "Correct it.",
  "finding.R20.negative": "{name} ({code}) says {raw}, but it cannot be negative.",
  "finding.R20.negative.mend": "Correct it.",
  "finding.R20.below": "{name} ({code}) says {raw}, but it cannot be below {bound}.",
  "finding.R20.below.mend": "Correct it.",
  "finding.R20.above": "{name} ({code}) says {raw}, but it cannot be above {bound}.",
  "finding.R20.above.mend": "Correct it.",
  "finding.R21.below": "{name} ({code}) is {value}%, but it cannot be below {bound}%.",
  "finding.R21.below.mend": "Check the lines that it is worked out from.",
  "finding.R21.above": "{name} ({code}) is {value}%, but it cannot be above {bound}%.",
  "finding.R21.above.mend": "Check the lines that it is worked out from.",
  "finding.R23": "{name} ({code}) is not for this unit to fill in, yet it says “{raw}”; it is not counted.",
  "finding.R23.mend": "Empty the cell.",
  "finding.X06": "{name} ({code}) says yes, but {list} is not enclosed.",
  "finding.X06.mend": "Add it; if the roster was sent separately, leave it as it is.",

  "finding.P01.up":
    "{name} ({code}) is {value} {measure} this year and was {lastYear} {measure} last year: {difference} {measure} more ({percent}%).",
  "finding.P01.down":
    "{name} ({code}) is {value} {measure} this year and was {lastYear} {measure} last year: {difference} {measure} less ({percent}%).",
  "finding.P01.upPoints":
    "{name} ({code}) is {value}% this year and was {lastYear}% last year: up {difference} percentage points.",
  "finding.P01.downPoints":
    "{name} ({code}) is {value}% this year and was {lastYear}% last year: down {difference} percentage points.",
  "finding.P01.new": "{name} ({code}) was 0 last year and is {value} {measure} this year.",
  "finding.P02.vanished": "{name} ({code}) was {lastYear} {measure} last year and is 0 this year.",
  "finding.P02.appeared": "{name} ({code}) was 0 last year and is {value} {measure} this year.",
  "finding.P03":
    "All {lines} figures of “{form} {title}” that are not 0 are the same as last year, as if they had been copied.",
  "finding.P04": "The lines that matter most ({lines}) are all 0, as if the forms had not been filled in.",
  "finding.P04.unfilled": "“{title}” came back without a single number filled in, so it is not counted.",
  "finding.P05.few":
    "{name} ({code}) says {value}, the sessions ({sessions}) say {count}: {each} people a session, fewer than {min}.",
  "finding.P05.many":
    "{name} ({code}) says {value}, the sessions ({sessions}) say {count}: {each} people a session, more than {max}.",
  "finding.P06.tooSmall":
    "{name} ({code}) is {value} yuan and was {lastYear} yuan last year: far too small, perhaps in units of 10 000 yuan. If so, write {likely} yuan.",
  "finding.P06.tooLarge":
    "{name} ({code}) is {value} yuan and was {lastYear} yuan last year: far too large, perhaps multiplied by 10 000. If so, write {likely} yuan.",
  "finding.P06.peersLarger":
    "{name} ({code}) is {value} yuan where units of its kind report some {peer} yuan: far too small, perhaps in units of 10 000 yuan. If so, write {likely} yuan.",
  "finding.P06.peersSmaller":
    "{name} ({code}) is {value} yuan where units of its kind report some {peer} yuan: far too large, perhaps multiplied by 10 000. If so, write {likely} yuan.",
  "finding.P06.little":
    "{name} ({code}) says {value} yuan for {count} people ({recipients}): {each} yuan each, less than {min}.",
  "finding.P06.much":
    "{name} ({code}) says {value} yuan for {count} people ({recipients}): {each} yuan each, more than {max}.",
  "finding.P07":
    "All {lines} figures of “{form} {title}” that are not 0 end in 0, as if they had been estimated.",
  "finding.P08.up":
    "{name} ({code}) is {value}% and was {lastYear}% last year: up {points} percentage points.",
  "finding.P08.down":
    "{name} ({code}) is {value}% and was {lastYear}% last year: down {points} percentage points.",
  "finding.P10":
    "{name} ({code}) says {value} {measure}, {times} times as much as the second highest unit of its kind ({otherUnit}, {peer} {measure}).",

  "finding.K01.above": "“{name}” has {value} points, more than the {most} that the item gives.",
  "finding.K01.above.mend": "Correct it by the criteria: {most} points at most.",
  "finding.K01.below": "“{name}” has {value} points; it cannot have less than {least}.",
  "finding.K01.below.mend": "Correct it by the criteria.",
  "finding.K01.word": "“{name}” says “{raw}”, which is no score.",
  "finding.K01.word.mend": "Type a number.",
  "finding.K02": "“{item}” has {value} of {most} points: points were lost, and no reason is given.",
  "finding.K02.mend": "Write in this cell why points were lost; if none were, correct the score.",
  "finding.K03.above":
    "“{item}”: {left} points by the unit itself, {right} by the county; the unit gave itself {difference} more.",
  "finding.K03.below":
    "“{item}”: {left} points by the unit itself, {right} by the county; the unit gave itself {difference} less.",
  "finding.K03.above.mend": "Check both; if they are right, explain the difference.",
  "finding.K03.below.mend": "Check both; if they are right, explain the difference.",
  "finding.K04": "“{item}” has {value} points; the evidence, {figure}, allows {bound} at most.",
  "finding.K04.mend": "Check the evidence and correct the score; if there are grounds for it, explain.",
  "finding.D10":
    "This unit sent several reports, also {others}; {differences} (figure differs|figures differ) from this one's.",
  "finding.D10.mend": "None of them is counted until you have compared them and decided which one holds.",
  "finding.D10.unit": "Tell us which one holds, or send the right one again.",
  "finding.D10.copy": "This file holds the same as “{chosen}”; it counts once, and nothing has to be done.",
  "finding.D10.setAside": "This unit sent several reports. “{chosen}” was chosen; this one is not counted.",
  "finding.D10.returned":
    "This one was returned, and the unit has sent “{chosen}” since: that one counts, this one does not.",
  "finding.D11": "All figures are the same as those of {otherUnit} ({otherFile}).",
  "finding.D11.mend": "Check whether another unit's file was sent by mistake, and send the unit's own.",
  "finding.D11.either":
    "All figures are the same as in the report of {otherUnit} ({otherFile}), and nothing shows whose they are.",
  "finding.D11.either.mend":
    "Both units should check: the one that sent the wrong file sends its own; if both are right, give the reason.",
  "finding.D11.renamed":
    "This file and “{otherFile}” hold the same report, that of {otherUnit}, yet its name says {named}.",
  "finding.D11.renamed.mend": "{named} should send its own report; remove this one.",
  "finding.D41": "{name} ({code}) is empty.",
  "finding.D41.mend": "Write 0 if there was nothing.",
  "finding.D41.form": "Nothing is filled in “{form}” ({count} (line|lines)).",
  "finding.D41.form.mend": "Fill it line by line; write 0 if there was nothing.",
  "finding.D41.yesNo": "{name} ({code}) is empty.",
  "finding.D41.yesNo.mend": "Write “是” or “否”.",
  "finding.D54":
    "{same} of {lines} figures are exactly last year's, as if last year's report had been sent once more.",
  "finding.D54.mend": "Check it: if it was, send this year's; if nothing has changed, say so.",

  "finding.D56":
    "{name} ({code}) is {value}, and its explanation says “{reason}”: this looks like the figure of several years.",
  "finding.D56.mend": "Give this year's alone; if it is, say so in the explanation.",
  "finding.D56.list": "This donation is of {found}; “{list}” takes those of {wanted} only.",
  "finding.D56.list.mend": "Delete the row and lower the sums; if only the date is wrong, correct it.",
  "finding.D59": "“{title}” is in {first} already.",
  "finding.D59.mend":
    "An article counts once, however many papers took it: make one row of both, write how often it was taken, and lower the number of articles; if these are two, explain.",
  "finding.C01": "The total of {name} is {left}, the units add up to {right}; they must be equal.",
  "finding.C01.mend": "Consolidate again; if they still differ, do not use this workbook.",
  "finding.C01.noReason": "{name} ({code}) has an adjustment of {value} without a reason.",
  "finding.C01.noReason.mend": "Say in the sheet “调整” why.",
  "finding.C01.notAdjustable":
    "Line {code} in the sheet “调整” cannot be adjusted ({value} is not counted): shares and subtotals follow from other lines.",
  "finding.C01.notAdjustable.mend": "Correct the code.",
  "finding.C01.noAmount": "The adjustment of {name} ({code}) in the sheet “调整” is no number, or 0.",
  "finding.C01.noAmount.mend": "Write what is to be added; a negative number takes off.",
  "finding.C03": "{units} of {expected} units are counted, missing: {missing}.",
  "finding.C03.mend": "Until all are there the totals are incomplete.",
  "finding.C04":
    "“{text}” and “{otherText}” of {otherUnit} ({otherSheet} {otherCell}) look like the same thing, counted twice.",
  "finding.C04.mend": "Please check: if they are, only the unit in charge reports it; if not, say so.",
  "finding.C06": "The bulletin took {left} articles from the units, more than the {right} they sent.",
  "finding.C06.mend": "Check both and correct what is wrong.",
  "value.blank": "empty",
  "value.more": "{list} and others, {count} in all",
  "value.cut": "{text}… ({count} characters)",
  "value.yes": "yes",
  "value.no": "no",
};
