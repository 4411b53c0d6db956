/** 考核: how units are scored, ranked and graded. Data of a template, on its sheet 考核办法. */
export interface Scoring {
  readonly lines: readonly ScoredLine[];
  /** What units are ranked by, in the rule language; the sum of their scores if absent. */
  readonly key?: string;
  /** So many points between 自评分 and 考核分 must be explained; nothing is asked if absent. */
  readonly gap?: number;
  /** Units are ranked among those of their group; a unit of no group among those of its own type. */
  readonly groups: readonly RankingGroup[];
  /** From the best to the lowest. */
  readonly grades: readonly Grade[];
  readonly vetoes: readonly Veto[];
}

/** An item that gets points. What is found in which cell is said by items of the template. */
export interface ScoredLine {
  readonly name: string;
  /** 分值: the most that can be had; below zero for a line that takes points off. */
  readonly max: number;
  /** The item of 自评分, of 考核分, of 扣分原因; at least one of the first two. */
  readonly self?: string;
  readonly score?: string;
  readonly reason?: string;
  /** What another template's county workbook says of the unit, in that template's codes: `0112/0102*100`. */
  readonly evidence?: string;
  /** The most that its figures allow, in the same codes: `MIN(10,0902)`. */
  readonly bound?: string;
}

export interface RankingGroup {
  readonly name: string;
  /** `Unit.type`: 镇, 乡. */
  readonly types: readonly string[];
}

export interface Grade {
  readonly name: string;
  /** The least score. */
  readonly from: number;
}

/** 一票否决: where the condition holds the unit's grade is at most `grade`. Its name is the reason. */
export interface Veto {
  readonly reason: string;
  /** Of this template's items, or of the evidence: one of the two. */
  readonly condition?: string;
  readonly evidence?: string;
  readonly grade: string;
}
