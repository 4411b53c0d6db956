/** A line each, or a cell each as Excel copies them; a heading over them is none. */
export function namesIn(text: string): string[] {
  return text
    .split(/[\r\n\t]+/)
    .map((name) => name.replace(/^\s*\d+[.、．\s]+/, "").trim())
    .filter((name) => name !== "" && !/^(?:序号|(?:填报)?单位(?:名称)?|名称|\d+)$/.test(name));
}
