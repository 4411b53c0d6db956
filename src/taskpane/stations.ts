/** 模板, 收表, 审核, 汇总, 报告. The pane opens at 收表: the built-in template is ready. */
export type Station = "template" | "collect" | "check" | "consolidate" | "report";
export const STATIONS: readonly Station[] = ["template", "collect", "check", "consolidate", "report"];
