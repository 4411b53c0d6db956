import { sayInReport } from "../../src/locales/report-words";
import type { Say } from "../../src/template/workbook/say";

export const say: Say = sayInReport("zh-CN");
