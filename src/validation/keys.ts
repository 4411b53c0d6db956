/**
 * Names of what a finding is about or depends on, so that findings of one root can be found: a line this year
 * `0201`, last year `上年:0201`, a whole form or list `form:关工02`, `list:L2`.
 */
export type Key = string;

export const lastYearKey = (code: string): Key => `上年:${code}`;
export const isLastYearKey = (key: Key): boolean => key.startsWith("上年:");
export const formKey = (form: string): Key => `form:${form}`;
export const listKey = (list: string): Key => `list:${list}`;
