/** Words that reports use around what a number counts. */

/** What goes with any line and narrows none: the whole, the year, small words. */
export const FILLERS: readonly string[] = [
  "全市", "全县", "全区", "我市", "我县", "我区", "各级", "关工委系统", "共", "共有", "共计", "总共", "一共", "合计", "总计", "总数", "总量", "总", "全体", "全部", "所有", "首次",
  "人数", "数量", "现有", "目前", "现", "现已", "已", "已有", "已经", "有", "为", "是", "达", "达到", "达到了", "达到的", "了", "的",
  "今年", "本年", "本年度", "全年", "年末", "年底", "一年来", "年度", "截至", "截至目前", "截止目前", "截至年底", "截至年末", "其中",
  "中", "发展到", "壮大到", "发展壮大到", "增加到", "增长到", "扩大到", "提高到", "上升到", "扩充到", "下降到", "减少到", "关工委", "以及", "并", "在", "均", "场次", "次数", "还",
]; // prettier-ignore

/** Doing something, which is what a flow counts; of a stock it speaks of a part (组织五老志愿者1200人). */
export const ACTIONS: readonly string[] = [
  "开展", "举办", "举行", "组织", "组织开展", "召开", "进行", "完成", "实现", "先后", "积极", "广泛", "广泛开展", "深入开展", "认真", "积极开展",
]; // prettier-ignore
