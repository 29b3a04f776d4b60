/** Texts of a document, made alike before numbers and dates are looked for in them. */

const DIGITS = '〇一二三四五六七八九';

/**
 * Full width becomes half width, years and days are written in one way, and white space goes except between two numbers, where it keeps
 * the cells of a table apart.
 */
export function plainText(text: string): string {
  return (
    text
      // a comma of a sentence must not become one of thousands
      .replaceAll('，', '、')
      .normalize('NFKC')
      .replace(/[〇零一二三四五六七八九]{4}(?=\s*年)/g, (year) =>
        year.replace(/./g, (digit) => String(digit === '零' ? 0 : DIGITS.indexOf(digit))),
      )
      .replace(/(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/g, '$1年$3月$4日')
      .replace(/(\d{4})\s*[-—–~至]\s*(\d{4})(?=\s*年)/g, '$1年-$2')
      .replace(/\s+/g, ' ')
      .replace(/(?<![\d-]) | (?![\d-])/g, '')
  );
}

/** As quotes are compared: without white space. */
export function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}
