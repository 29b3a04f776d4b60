/** The reasons that a scheme's README gives for words of its document: tables with a column 原文, each quotation between 「 and 」. */

export interface QuotedWords {
  /** From 1. */
  readonly line: number;
  /** As in the document; “……” stands for what lies between. */
  readonly words: string;
}

export function readReasons(readme: string): QuotedWords[] {
  const reasons: QuotedWords[] = [];
  let column = -1;
  readme.split('\n').forEach((text, index) => {
    const cells = text.startsWith('|') ? text.split('|').map((cell) => cell.trim()) : [];
    if (cells.length === 0) column = -1;
    else if (column < 0) column = cells.indexOf('原文');
    for (const [, words = ''] of (cells[column] ?? '').matchAll(/「(.+?)」/g)) reasons.push({ line: index + 1, words });
  });
  return reasons;
}
