/** The sentences of a document's text. */

interface Sentence {
  /** From 1. */
  readonly line: number;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** Where it begins behind its number: 一、（一）1、第一条. */
  readonly body: number;
}

/** What a line begins with that is a paragraph of its own. */
const MARKER =
  /^[\s>*#-]*(?:(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d{1,2}\s*[、.．](?!\d)|第[一二三四五六七八九十百]+[章条]|附件\s*[\d一二三四五六七八九十]*\s*[:：]?|附表\s*\d*|注[：:])\s*)+/;

/** Lines that a scanner has broken off are at least as long; shorter ones are headings. */
const WRAPPED = 20;

/** A sentence ends with its stop, with its line in a table, and with its paragraph; lines that a scanner has broken off are one. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let open: number | null = null;
  let offset = 0;
  const close = (end: number) => {
    if (open !== null && /[\p{L}\p{N}]/u.test(text.slice(open, end))) sentences.push(measure(text, open, end));
    open = null;
  };
  for (const line of text.split('\n')) {
    const end = offset + line.length;
    const isTable = line.includes('\t');
    if (isTable || MARKER.test(line)) close(offset);
    if (line.trim() !== '') open ??= offset;
    for (const { index } of line.matchAll(/[。；！？]/g)) {
      close(offset + index + 1);
      open = offset + index + 1;
    }
    const goesOn = line.trim().length >= WRAPPED && !isTable && !/[：:]\s*$/.test(line);
    if (!goesOn && line.trim() !== '') close(end);
    offset = end + 1;
  }
  close(text.length);
  return sentences;
}

function measure(text: string, start: number, end: number): Sentence {
  const lead = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const from = start + lead;
  const marker = MARKER.exec(text.slice(from, end))?.[0].length ?? 0;
  return { line: text.slice(0, from).split('\n').length, start: from, end, body: from + marker };
}
