/** What a session needs from outside: who works with files, and who speaks the languages that people read. */
import type { Say } from "../findings/say";
import type { FileTools } from "../ports/ports";

export type Language = "zh-CN" | "en-US";

export interface SessionTools extends FileTools {
  say(language: Language): Say;
}
