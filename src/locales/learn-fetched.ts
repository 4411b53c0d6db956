/** Imported by the parts of the pane that are fetched when somebody goes there, and that say what few read. */
import { DEFAULT_LOCALE, learn } from ".";
import { fetchedZhCN } from "./zh-CN/fetched";

learn(DEFAULT_LOCALE, fetchedZhCN);
