/** Finds placeholders `{{单位名称}}` in the texts of a template. */
import type { TextRun } from './stamp-cell.ts';
import { unescapeText } from '../read/read-strings.ts';
import type { XmlElement } from '../xml/xml-elements.ts';

const PLACEHOLDER = /\{\{([^{}\n]*)\}\}/g;

type Piece = string | { readonly placeholder: string };

/** True when the text holds any sign of a placeholder, whole or broken, or typed with full-width braces. */
export function hintsPlaceholder(text: string): boolean {
  return /\{\{|\}\}|｛｛|｝｝/.test(text);
}

/** What is wrong with the placeholders of a text, as a Chinese phrase, or undefined. */
export function faultOfText(text: string): string | undefined {
  if (/｛｛|｝｝/.test(text)) return '占位符用了全角花括号，请改用半角的 {{ 和 }}';
  const rest = text.replace(PLACEHOLDER, (_, name: string) => (name.trim() === '' ? '{{' : ''));
  if (rest.includes('{{') || rest.includes('}}')) return '占位符没有写完整，请写成 {{栏目名}} 的样子';
  return undefined;
}

/** Cuts a text at its placeholders. */
export function splitText(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > at) pieces.push(text.slice(at, match.index));
    pieces.push({ placeholder: (match[1] ?? '').trim() });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

/** The runs of an `<si>` or `<is>` element, each with its font as XML and its text. Pinyin above the text is left out. */
export function readRuns(item: XmlElement): { font: string; text: string }[] {
  const runs = item.find('r', 'rPh').filter(({ name }) => name === 'r');
  if (runs.length === 0) return [{ font: '', text: readTexts(item) }];
  return runs.map((run) => ({ font: run.find('rPr')[0]?.outer ?? '', text: readTexts(run) }));
}

function readTexts(element: XmlElement): string {
  return element
    .find('t', 'rPh')
    .map((text) => (text.name === 't' ? unescapeText(text.text) : ''))
    .join('');
}

/** Cuts runs at their placeholders. One that begins in a run and ends in another takes the font that it begins in. */
export function splitRuns(runs: readonly { font: string; text: string }[]): TextRun[] {
  const result = runs.map(({ font }) => ({ font, pieces: [] as Piece[] }));
  const ends: number[] = [];
  let length = 0;
  for (const run of runs) ends.push((length += run.text.length));
  let at = 0;
  for (const piece of splitText(runs.map((run) => run.text).join(''))) {
    if (typeof piece !== 'string') {
      result[ends.findIndex((end) => at < end)]?.pieces.push(piece);
      at = placeholderEnd(runs, at);
      continue;
    }
    const from = at;
    const to = from + piece.length;
    while (at < to) {
      const run = ends.findIndex((end) => at < end);
      const stop = Math.min(to, ends[run] ?? to);
      result[run]?.pieces.push(piece.slice(at - from, stop - from));
      at = stop;
    }
  }
  return result.filter((run) => run.pieces.length > 0);
}

function placeholderEnd(runs: readonly { text: string }[], from: number): number {
  return (
    runs
      .map((run) => run.text)
      .join('')
      .indexOf('}}', from) + 2
  );
}
