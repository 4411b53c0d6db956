/** A text as the criterion of SUMIF and COUNTIF, between quotation marks: wildcards and comparisons mean themselves. */
export function criterion(text: string): string {
  const plain = text.replace(/[~*?]/g, "~$&").replace(/"/g, '""');
  return /^[=<>]/.test(plain) ? `=${plain}` : plain;
}
