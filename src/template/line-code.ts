/** The code of a line: digits, `0102`; a few letters may lead, `NG1310`. */
export const LINE_CODE = /^[A-Za-z]{0,4}\d{2,8}$/;
