/**
 * What of a document its scheme knows: every word is cited, or listed in the scheme's README with the reason why it is not in the scheme, or
 * nobody has answered for it.
 */
import type { SchemeFault } from './fault.ts';
import { withoutSpace } from './figures/written-text.ts';
import { readPrintedRows } from './printed-rows.ts';
import { listParts, readRawScheme, type RawScheme } from './raw-scheme.ts';
import { splitSentences } from './sentences.ts';
import { readSources, type Source, type Sources } from './sources.ts';

export type CoverageState = 'cited' | 'explained' | 'heading' | 'open';

export interface CoveredSentence {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly state: CoverageState;
  /** The words that nobody answers for, as they stand. */
  readonly open: readonly string[];
}

export interface DocumentCoverage {
  /** Name of the document's file. */
  readonly source: string;
  readonly sentences: readonly CoveredSentence[];
}

/** The coverage of every document whose text is in the folder; null where the scheme's files cannot be read. */
export function coverDocuments(files: ReadonlyMap<string, string>): DocumentCoverage[] | null {
  const raw = readRawScheme(files, []);
  if (!raw) return null;
  const sources = readSources(raw, files);
  const quotes = listQuotes(raw, sources);
  const reasons = readReasons(files.get('README.md') ?? '');
  return sources.all.map((source) => ({
    source: source.name,
    sentences: coverSentences(
      source,
      quotes.flatMap((each) => (each.source === source ? each.quote : [])),
      reasons,
    ),
  }));
}

/** Reports reasons of the README for words that no document has. */
export function checkReasons(files: ReadonlyMap<string, string>, sources: Sources): SchemeFault[] {
  return readReasons(files.get('README.md') ?? '')
    .filter(({ words }) => !sources.all.some((source) => findRanges(source.compact, words).length > 0))
    .map(({ line, words }) => ({
      file: 'README.md',
      line,
      field: '原文',
      message: `${sources.all.map(({ name }) => name).join('、')} 中找不到“${words}”，请照原文抄写，中间省去的写“……”`,
    }));
}

interface SourceQuote {
  readonly source: Source | null | undefined;
  readonly quote: string;
}

/** What the scheme takes from its documents: quotations, with the points beside an item; rows that are read; titles and the issuer. */
function listQuotes(raw: RawScheme, sources: Sources): SourceQuote[] {
  const cited = listParts(raw)
    .flatMap((part) => part.cited.citations)
    .flatMap(({ document, quote, isItem, figures }) => {
      const beside = figures.filter(({ mark }) => isItem && mark.reads === 'number' && mark.beside);
      return [quote, ...beside.map(({ value }) => quote + String(value))].map((words) => ({ document, quote: words }));
    });
  const rows = (readPrintedRows(raw, sources) ?? []).flatMap(({ cite }) => cite ?? []);
  const { documents, issuer } = raw.scheme.data;
  const titles = documents.flatMap(({ key, title, shortTitle }) =>
    [title, shortTitle, issuer].map((quote) => ({ document: key, quote })),
  );
  return [...cited, ...rows, ...titles].map(({ document, quote }) => ({ source: sources.of(document), quote }));
}

/** 一、评选范围; 第三章 评定条件和标准. Items of a list are numbered otherwise. */
const HEADING = /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+章\s)[^。；，、：！？]{1,12}$/;

/** Words between two quotations that say nothing by themselves, and numbers of items. */
const JOINT = /^(?:[并且及和或与但的等在]|其中|\d{1,2}(?=[、.．]))[^\p{L}\p{N}]*$/u;

function coverSentences(source: Source, quotes: readonly string[], reasons: readonly QuotedWords[]): CoveredSentence[] {
  const letters = [...source.text.matchAll(/\S/g)].map(({ index }) => index);
  const states = new Array<CoverageState>(source.text.length).fill('open');
  const mark = (words: string, state: CoverageState) => {
    for (const [from, to] of findRanges(source.compact, words)) {
      for (let at = from; at < to; at += 1) {
        const letter = letters[at];
        if (letter !== undefined && states[letter] === 'open') states[letter] = state;
      }
    }
  };
  for (const quote of quotes) mark(quote, 'cited');
  for (const { words } of reasons) mark(words, 'explained');
  return splitSentences(source.text).map(({ line, start, end, body }) => {
    const open = listOpen(source.text, states, body, end);
    const isExplained = states.slice(body, end).includes('explained');
    const isHeading = HEADING.test(source.text.slice(start, end).trim());
    const state = open.length === 0 ? (isExplained ? 'explained' : 'cited') : isHeading ? 'heading' : 'open';
    return {
      line,
      text: source.text.slice(start, end).replace(/\s+/g, ' ').trim(),
      state,
      open: state === 'open' ? open : [],
    };
  });
}

/** The stretches of open letters; marks between two of them belong to the stretch. */
function listOpen(text: string, states: readonly CoverageState[], start: number, end: number): string[] {
  const stretches: string[] = [];
  let stretch = '';
  for (let at = start; at <= end; at += 1) {
    const letter = at < end ? (text[at] ?? '') : '';
    const isOpen = at < end && (states[at] === 'open' || /\s/.test(letter));
    if (isOpen) stretch += letter;
    else {
      const words = stretch.replace(/^[^\p{L}\p{N}]+|\s+$/gu, '').replace(/\s+/g, ' ');
      if (words !== '' && !JOINT.test(words)) stretches.push(words);
      stretch = '';
    }
  }
  return stretches;
}

/** Where the words stand in a text without white space. “甲……乙” is everything from 甲 to the next 乙. */
function findRanges(compact: string, words: string): [from: number, to: number][] {
  const parts = words.split('……').map((part) => alike(withoutSpace(part)));
  const text = alike(compact);
  const [first = ''] = parts;
  const ranges: [number, number][] = [];
  if (first === '') return ranges;
  for (let from = text.indexOf(first); from >= 0; from = text.indexOf(first, from + 1)) {
    let to = from;
    for (const part of parts) {
      const at = to < 0 ? -1 : text.indexOf(part, to);
      to = at < 0 ? -1 : at + part.length;
    }
    if (to >= 0) ranges.push([from, to]);
  }
  return ranges;
}

/** Half and full width are one, letter by letter, so that places stay the same. */
function alike(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (letter) => letter.normalize('NFKC'));
}

/** A quotation in a scheme's README: the reason why nothing is made of these words stands beside it. */
interface QuotedWords {
  /** From 1. */
  readonly line: number;
  /** As in the document; “……” stands for what lies between. */
  readonly words: string;
}

/** The tables with a column 原文, each quotation between 「 and 」. */
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
