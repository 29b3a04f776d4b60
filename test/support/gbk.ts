/** The text in GBK, as Chinese programs write text tables. */
export function gbk(text: string): Uint8Array {
  // 1 to 94 of each row of the code page: enough to look every character of the table up.
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low !== 0x7f) codes.set(new TextDecoder('gb18030').decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  return Uint8Array.from(Array.from(text).flatMap((each) => codes.get(each) ?? [each.charCodeAt(0)]));
}
