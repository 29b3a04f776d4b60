/** A citation proves its figure: every number, share, date and count stands in the words that are cited for it, or in a reading that says why not. */
import type { CitedWords, Figure, Reading } from '../figures/list-cited.ts';
import { standsIn, tellWritten } from '../figures/prove.ts';
import { withoutSpace } from '../figures/written-text.ts';
import { listParts, type RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { Source, Sources } from '../sources.ts';
import { collectNames } from './collect-names.ts';
import { judgeChoices, type Unproved } from './choice-proofs.ts';
import type { Names } from './names.ts';
import { judgeSentence, type AwardNames } from './sentence-proofs.ts';

/** Reports figures that their citation does not name, and readings that nothing needs. */
export function checkProofs(raw: RawScheme, sources: Sources): void {
  const context: Context = {
    sources,
    names: collectNames(raw),
    awardNames: new Map(raw.awards.data.awards.map(({ id, name, shortName }) => [id, [name, shortName]])),
  };
  for (const part of listParts(raw)) {
    for (const { path } of part.cited.uncited) {
      part.report(path, '这个数没有出处，请在它旁边补写 cite: { clause: 条款, quote: 原文 }');
    }
    const needed = new Set(checkFigures(part, context));
    for (const reading of part.cited.readings) {
      if (!needed.has(reading)) part.report(reading.path, '引文里已有这里的每一个数，不用另作说明，请删去 reading');
    }
  }
}

interface Context {
  readonly sources: Sources;
  readonly names: Names;
  readonly awardNames: AwardNames;
}

/** Reports the figures that nothing proves; gives the readings that some figure needs. */
function* checkFigures(part: Part<unknown>, context: Context): Iterable<Reading> {
  for (const words of part.cited.citations) {
    for (const figure of words.figures) {
      const fault =
        figure.mark.reads === 'choices'
          ? judgeChoices(figure, words, part, context.names)
          : judge(figure, words, part, context);
      if (fault === null) continue;
      if (figure.reading) yield figure.reading;
      if (!fault.isRead) part.report(figure.path, fault.message);
    }
  }
}

function judge(figure: Figure, words: CitedWords, part: Part<unknown>, context: Context): Unproved | null {
  if (figure.mark.reads === 'sentence') return judgeSentence(figure, words, part, context.awardNames);
  const source = context.sources.of(words.document) ?? null;
  if (isProved(figure, words, source)) return null;
  const { mark, value, reading } = figure;
  return {
    isRead: reading !== null && standsIn(mark, value, reading.text),
    message: explain(figure, words, source),
  };
}

function isProved({ mark, value }: Figure, words: CitedWords, source: Source | null): boolean {
  if (mark.reads === 'row') return source === null || standsIn(mark, value, source.text);
  if (!words.isItem) return standsIn(mark, value, words.quote);
  if (source && standsIn(mark, value, textBeside(words.quote, source))) return true;
  return !(mark.reads === 'number' && mark.beside) && standsIn(mark, value, words.quote);
}

/** What stands behind an item in its line of the document: its points. */
function textBeside(words: string, source: Source): string {
  const wanted = withoutSpace(words);
  const rests = source.text.split('\n').flatMap((line) => {
    const at = withoutSpace(line).indexOf(wanted);
    return at < 0 ? [] : [skipLetters(line, at + wanted.length)];
  });
  return rests.join('\n');
}

/** The line from behind so many letters on; white space is none. */
function skipLetters(line: string, count: number): string {
  const letters = [...line.matchAll(/\S/g)];
  return line.slice(letters[count]?.index ?? line.length);
}

function explain({ mark, value, reading }: Figure, words: CitedWords, source: Source | null): string {
  if (mark.reads === 'row') {
    const cells = Array.isArray(value) ? value.join(' ') : String(value);
    return `${source?.name ?? '原文'} 里没有“${cells}”这样的一行，请照原文更正`;
  }
  const beside = words.isItem && source ? textBeside(words.quote, source) : '';
  const passage = mark.reads === 'number' && mark.beside ? beside : `${words.quote} ${beside}`;
  const written = tellWritten(mark, passage);
  const found = written === '' ? '没有写' : `写的是 ${written}`;
  const where = reading ? '原文和 reading 里都没有' : '原文里没有';
  return `${where} ${String(value)}：“${words.quote}”${beside === '' ? '' : '一行'}${found}；请对照原文更正，原文没有写明的用 reading 说明怎样得出`;
}
