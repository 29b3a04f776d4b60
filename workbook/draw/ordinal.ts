const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 0 is 一, 10 is 十一; as the sections of a document are numbered, up to 九十九. */
export function ordinal(index: number): string {
  const tens = Math.floor((index + 1) / 10);
  const ones = DIGITS[(index + 1) % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones}`;
}
