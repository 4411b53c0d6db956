const DIGITS = "零一二三四五六七八九";
const UNITS = ["", "十", "百", "千"];

/** 12 → 十二, 120 → 一百二十, 2005 → 二千零五, 35000 → 三万五千; whole numbers below 100 million. */
export function inChinese(value: number): string {
  if (value === 0) return "零";
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const gap = high > 0 && low > 0 && low < 1000 ? "零" : "";
  const words = (high > 0 ? `${below10000(high)}万` : "") + gap + (low > 0 ? below10000(low) : "");
  return words.replace(/^一十/, "十");
}

function below10000(value: number): string {
  let words = "";
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) gap = words !== "";
    else {
      words += (gap ? "零" : "") + DIGITS[digit] + UNITS[place];
      gap = false;
    }
  }
  return words;
}
