/**
 * What the checks find: where, and both values; what to do is an entry of its own, the same key with `.mend`. An
 * `advice` is said after the finding of the same code;
 * where the unit has given its reason already, that is said in its place.
 */
export const findings = {
  "finding.class.mustFix": "强制",
  "finding.class.explain": "核实",
  "finding.class.note": "提示",

  "finding.relation": "“{relation}”不成立：左边是 {left}，右边是 {right}。",
  "finding.relation.condition": "“{relation}”不成立。",
  "finding.relation.when": "因为{when}，",
  "finding.relation.whole": "这一条要求没有满足：{whole}。",
  "finding.relation.sides.eq":
    "{subject}是 {subjectValue}，{other}是 {otherValue}，两者应当相等，现在相差 {difference}。",
  "finding.relation.sides.ne": "{subject}和{other}都是 {otherValue}，两者不应当相等。",
  "finding.relation.sides.lt": "{subject}是 {subjectValue}，{other}是 {otherValue}，前者应当小于后者。",
  "finding.relation.sides.le":
    "{subject}是 {subjectValue}，{other}是 {otherValue}，前者不应当大于后者，现在多出 {difference}。",
  "finding.relation.sides.gt": "{subject}是 {subjectValue}，{other}是 {otherValue}，前者应当大于后者。",
  "finding.relation.sides.ge":
    "{subject}是 {subjectValue}，{other}是 {otherValue}，前者不应当小于后者，现在少了 {difference}。",
  "finding.relation.words.eq": "{subject}是{subjectValue}，{other}是{otherValue}，两者应当一样。",
  "finding.relation.words.ne": "{subject}和{other}都是{otherValue}，两者不应当一样。",
  "finding.relation.word.eq": "{subject}是{subjectValue}，应当是{otherValue}。",
  "finding.relation.word.ne": "{subject}是{subjectValue}，不应当是{otherValue}。",
  "finding.relation.fixed.eq": "{subject}是 {subjectValue}，应当是 {otherValue}。",
  "finding.relation.fixed.ne": "{subject}是 {subjectValue}，不应当是 {otherValue}。",
  "finding.relation.fixed.lt": "{subject}是 {subjectValue}，应当小于 {otherValue}。",
  "finding.relation.fixed.le": "{subject}是 {subjectValue}，不应当大于 {otherValue}。",
  "finding.relation.fixed.gt": "{subject}是 {subjectValue}，应当大于 {otherValue}。",
  "finding.relation.fixed.ge": "{subject}是 {subjectValue}，不应当小于 {otherValue}。",
  "advice.mustFix": "请核对各项，把填错的改正。",
  "advice.explain": "可能属实，请核实：属实的，在“说明”栏写明原因；填错的，请改正。",
  "advice.proposed":
    "这条审核关系是程序建议的，还没有采用：请核对；在标准模板的“审核关系”里把“状态”改成“采用”，就按“性质”审核。",
  "advice.note": "请核对；没有填错的不用改。",
  "finding.slip": "可能是{slipName}（{slip}）填错了：现在是 {slipFound}，若是 {slipMeant} 就对上了。",
  "finding.explained": "单位已说明：{explained}",
  "finding.explained.answer": "单位在退回单里说明：{explained}",
  "finding.explained.county": "汇总单位已说明：{explained}",

  "finding.S01.other": "这套报表不是按“{wanted}”填的，文件里的模板编号是 {found}。",
  "finding.S01.other.mend": "请用这次下发的报表重新填报。",
  "finding.S01.version": "这套报表用的是第 {found} 版模板，这次要的是第 {wanted} 版。",
  "finding.S01.version.mend": "请把数填到新下发的报表里，重新报送。",
  "finding.S02": "缺少“{form} {title}”。",
  "finding.S02.mend": "请从下发的报表里补上这张表，填好后重新报送。",
  "finding.S04": "看不出是哪个填报单位（封面写的是“{found}”），没有计入汇总。",
  "finding.S04.noCover":
    "看不出是哪个填报单位：表上、文件名和工作表名里都没有名册上的单位名称，没有计入汇总。",
  "finding.S04.noCover.mend":
    "请在表上写明填报单位，或把文件名改成单位名称；新单位请先加到标准模板的名册里。",
  "finding.S04.mend": "请把封面上的单位名称改成与名册一致。",
  "finding.S05.cover": "封面上写的是“{found}”，这套报表却是发来填 {wanted} 年度的。",
  "finding.S05.cover.mend":
    "请核对填的是哪一年的数：填错了年份的，请重新填报；只是封面写错的，请改回 {wanted}。",
  "finding.S05.afterLastYear": "这是 {found}的报表；上年工作簿是 {lastYear}的，所以本期应是 {wanted}。",
  "finding.S05.afterLastYear.mend": "上年工作簿选错了的，请换成正确的一份；报表发错了的，请重新报送。",
  "finding.S05.issued": "这是 {found}下发的报表，只有封面改成了 {wanted}。",
  "finding.S05.issued.mend": "请用 {wanted}下发的报表填写，重新报送。",
  "finding.S05": "这是 {found}的报表，这次要的是 {wanted}的。",
  "finding.S05.mend": "请核对是否发错了文件，重新报送。",
  "finding.S06.blank": "封面上的“{name}”没有填。",
  "finding.S06.blank.mend": "请补填。",
  "finding.S06.window": "报出日期填的是 {date}，不在 {from} 至 {to} 之间。",
  "finding.S06.window.mend": "请核对；没有填错的不用改。",

  "finding.R03":
    "{name}（{code}）填的是 {left}%，按公式 {formula} 应为 {right}%，相差 {difference} 个百分点。",
  "finding.R03.mend": "请恢复公式，让它自动计算。",
  "finding.R09.blank": "{name}（{code}）的上年数是空的，下发时带入的是 {right}。",
  "finding.R09.blank.mend": "上年数不要删改，请填回 {right}。",
  "finding.R09": "{name}（{code}）的上年数填的是 {left}，下发时带入的是 {right}。",
  "finding.R09.mend": "上年数不要改动，请改回 {right}；认为带入的数有误的，请告诉市关工委。",
  "finding.R20.fraction": "{name}（{code}）填的是 {raw}，这一项只能填整数。",
  "finding.R20.fraction.mend": "请核对后改正。",
  "finding.R20.negative": "{name}（{code}）填的是 {raw}，这一项不能是负数。",
  "finding.R20.negative.mend": "请核对后改正。",
  "finding.R20.below": "{name}（{code}）填的是 {raw}，不能小于 {bound}。",
  "finding.R20.below.mend": "请核对后改正。",
  "finding.R20.above": "{name}（{code}）填的是 {raw}，不能大于 {bound}。",
  "finding.R20.above.mend": "请核对后改正。",
  "finding.R21.below": "{name}（{code}）是 {value}%，不能小于 {bound}%。",
  "finding.R21.below.mend": "请核对算出它的各项数。",
  "finding.R21.above": "{name}（{code}）是 {value}%，不能超过 {bound}%。",
  "finding.R21.above.mend": "请核对算出它的各项数。",
  "finding.R23": "{name}（{code}）不归本单位填，却填了“{raw}”，没有计入。",
  "finding.R23.mend": "请把这一格清空。",
  "finding.X06": "{name}（{code}）填“是”，却没有附上 {list}。",
  "finding.X06.mend": "请补上；名册另外报送的不用改。",

  "finding.P01.up":
    "{name}（{code}）本年 {value} {measure}，上年 {lastYear} {measure}，增加了 {difference} {measure}（{percent}%）。",
  "finding.P01.down":
    "{name}（{code}）本年 {value} {measure}，上年 {lastYear} {measure}，减少了 {difference} {measure}（{percent}%）。",
  "finding.P01.upPoints": "{name}（{code}）本年 {value}%，上年 {lastYear}%，提高了 {difference} 个百分点。",
  "finding.P01.downPoints": "{name}（{code}）本年 {value}%，上年 {lastYear}%，降低了 {difference} 个百分点。",
  "finding.P01.new": "{name}（{code}）上年是 0，本年有 {value} {measure}。",
  "finding.P02.vanished": "{name}（{code}）上年有 {lastYear} {measure}，本年是 0。",
  "finding.P02.appeared": "{name}（{code}）上年是 0，本年有 {value} {measure}。",
  "finding.P03": "“{form} {title}”里 {lines} 项不为 0 的数与上年一个不差，像是照抄的。",
  "finding.P04": "主要的几项（{lines}）全填了 0，像是一张空表。",
  "finding.P04.unfilled": "“{title}”是一张空表，一个数都没有填，没有计入汇总。",
  "finding.P05.few":
    "{name}（{code}）填 {value} 人次，场次（{sessions}）填 {count}，平均每场 {each} 人次，不到 {min}。",
  "finding.P05.many":
    "{name}（{code}）填 {value} 人次，场次（{sessions}）填 {count}，平均每场 {each} 人次，超过 {max}。",
  "finding.P06.tooSmall":
    "{name}（{code}）本年 {value} 元，上年 {lastYear} 元，小得太多，可能是按“万元”填的。若是，应填 {likely} 元。",
  "finding.P06.tooLarge":
    "{name}（{code}）本年 {value} 元，上年 {lastYear} 元，大得太多，可能多乘了一万。若是，应填 {likely} 元。",
  "finding.P06.peersLarger":
    "{name}（{code}）填 {value} 元，同类单位多在 {peer} 元上下，小得太多，可能是按“万元”填的。若是，应填 {likely} 元。",
  "finding.P06.peersSmaller":
    "{name}（{code}）填 {value} 元，同类单位多在 {peer} 元上下，大得太多，可能多乘了一万。若是，应填 {likely} 元。",
  "finding.P06.little":
    "{name}（{code}）填 {value} 元，人数（{recipients}）填 {count}，平均每人 {each} 元，不到 {min} 元。",
  "finding.P06.much":
    "{name}（{code}）填 {value} 元，人数（{recipients}）填 {count}，平均每人 {each} 元，超过 {max} 元。",
  "finding.P07": "“{form} {title}”里 {lines} 项不为 0 的数个个以 0 结尾，像是估计的。",
  "finding.P08.up": "{name}（{code}）本年 {value}%，上年 {lastYear}%，提高了 {points} 个百分点。",
  "finding.P08.down": "{name}（{code}）本年 {value}%，上年 {lastYear}%，降低了 {points} 个百分点。",
  "finding.P10":
    "{name}（{code}）填 {value} {measure}，是同类单位中第二位（{otherUnit}，{peer} {measure}）的 {times} 倍。",

  "finding.D10":
    "这个单位报来了几份报表，还有：{others}，与这一份有 {differences} 个数不同，暂时都没有计入汇总。",
  "finding.D10.mend": "请比较后定下以哪一份为准。",
  "finding.D10.unit": "请告诉我们以哪一份为准，或者重新报送正确的一份。",
  "finding.D10.copy": "这一份与“{chosen}”内容完全相同，只算一次，不需要处理。",
  "finding.D10.setAside": "这个单位报来了几份报表，已定下以“{chosen}”为准，这一份没有计入汇总。",
  "finding.D10.returned": "这一份已经退回，这个单位重报了“{chosen}”，以重报的为准，这一份没有计入汇总。",
  "finding.D11": "这份报表与{otherUnit}的报表（{otherFile}）数字全都相同。",
  "finding.D11.mend": "请核对是否错发了别的单位的文件，重新报送本单位的。",
  "finding.D11.either": "这份报表与{otherUnit}的报表（{otherFile}）数字全都相同，看不出是谁的数。",
  "finding.D11.either.mend": "请两家都核对：错发的，重新报送本单位的；确实都对的，请说明原因。",
  "finding.D11.renamed": "这份报表与“{otherFile}”内容完全相同，都是{otherUnit}的，文件名却是{named}。",
  "finding.D11.renamed.mend": "请{named}重新报送自己的报表，并移除这一份。",
  "finding.D41": "{name}（{code}）没有填。",
  "finding.D41.mend": "没有发生的，请填 0。",
  "finding.D41.form": "“{form}”这张表 {count} 行都没有填。",
  "finding.D41.form.mend": "请逐行填写；没有发生的，请填 0。",
  "finding.D41.yesNo": "{name}（{code}）没有填。",
  "finding.D41.yesNo.mend": "请填“是”或“否”。",
  "finding.D54": "与上年相比，{lines} 项数里有 {same} 项一模一样，像是把上年的报表又发了一遍。",
  "finding.D54.mend": "请核对：发错了的，请重新报送本年的；确实都没有变的，请说明原因。",

  "finding.D56": "“{name}”（{code}）填了 {value}，说明里写的是“{reason}”，像是几年累计的数。",
  "finding.D56.mend": "这里只填本年发生的；确是本年的，请在说明里写清。",
  "finding.D56.list": "这笔捐助是 {found} 年的，“{list}”里只登记 {wanted} 年的。",
  "finding.D56.list.mend": "请删去这一行并相应减少捐款数；日期写错的，请改正。",
  "finding.D59": "“{title}”在 {first} 已登记过一次。",
  "finding.D59.mend":
    "一篇稿件不管被几家采用，只算一篇：请合成一行，把采用次数写在“采用次数”里，并相应减少上报篇数；确是两篇的，请说明。",
  "finding.C01": "{name}的汇总数是 {left}，各单位之和是 {right}，两者应相等。",
  "finding.C01.mend": "请重新汇总；仍不相等的，不要使用这份汇总表。",
  "finding.C01.noReason": "{name}（{code}）有一笔调整 {value}，没有写原因。",
  "finding.C01.noReason.mend": "请在“调整”表中写明为什么调整。",
  "finding.C01.notAdjustable":
    "“调整”表中的代码 {code} 不能调整（调整数 {value} 没有计入）：比率、小计和按单位保留的指标随其他指标变化。",
  "finding.C01.notAdjustable.mend": "请改正代码。",
  "finding.C01.noAmount": "“调整”表中{name}（{code}）一行的调整数不是数，或者是 0。",
  "finding.C01.noAmount.mend": "请填要加的数，要减的填负数。",
  "finding.C03": "应报 {expected} 个单位，已计入 {units} 个，还缺：{missing}。",
  "finding.C03.mend": "收齐以前，汇总数不完整。",
  "finding.C04": "“{text}”与{otherUnit}的“{otherText}”（{otherSheet} {otherCell}）像是同一件，可能重复计算。",
  "finding.C04.mend": "请核实：同一件的只由主办单位填报；不是同一件的，请说明。",
  "finding.C06": "简报采用基层稿件 {left} 篇，多于各单位上报稿件的合计 {right} 篇。",
  "finding.C06.mend": "请核对两个数，把填错的改正。",
  "value.blank": "空",
  "value.more": "{list}等 {count} 个",
  "value.cut": "{text}……（共 {count} 个字）",
  "value.yes": "是",
  "value.no": "否",
} as const;
