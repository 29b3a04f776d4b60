/** Titles, and every year in them, are those of the edition. Words that stand in the document as they are may name any year. */
import { readDates, type NamedDays } from '../figures/written-dates.ts';
import { plainText } from '../figures/written-text.ts';
import { listStrangeYears, readEdition } from '../figures/written-years.ts';
import type { RawScheme } from '../raw-scheme.ts';
import type { Part } from '../read-shape.ts';
import type { Sources } from '../sources.ts';
import type { FieldPath } from '../yaml-file.ts';

/** Reports an edition that the document does not name, titles that it does not have, and years of another edition. */
export function checkTitles(raw: RawScheme, sources: Sources): void {
  const { scheme } = raw;
  const { data } = scheme;
  const edition = readEdition(data.edition);
  const source = sources.of(undefined);
  for (const year of new Set(edition ? [edition.first, edition.last] : [])) {
    if (source && !source.compact.includes(String(year))) {
      scheme.report(['edition'], `${source.name} 里没有 ${year} 年，请照文件写明年度`);
    }
  }
  data.documents.forEach(({ key, title }, index) => {
    const own = sources.of(key);
    if (own && !stands(title, [own])) {
      scheme.report(['documents', index, 'title'], `${own.name} 里没有“${title}”，请照原文的标题抄写`);
    }
  });
  for (const { part, path, text } of listTitles(raw)) {
    const strange = describeStrangeYears(text, data.edition, sources);
    if (strange) part.report(path, `“${text}”里的 ${strange}，请更正`);
  }
}

/**
 * `2024 不是本方案的年度（2025）`; null where all years are those of the edition, or the document itself has the words. A day is one that the
 * document names, whatever its year.
 */
export function describeStrangeYears(text: string, edition: string, sources: Sources): string | null {
  const years = readEdition(edition);
  if (!years || sources.all.length === 0 || stands(text, sources.all)) return null;
  const { known, strange } = sortDays(text, sources);
  const rest = known.reduce((left, { words }) => left.replace(words, '□'), plainText(text));
  const wrong = listStrangeYears(rest, years);
  if (wrong.length > 0) return `${wrong.join('、')} 不是本方案的年度（${edition}）`;
  return strange.length > 0 ? `${strange.map(({ words }) => words).join('、')} 不是文件写明的日期` : null;
}

/** The full dates of a text, by whether the documents name them too. */
function sortDays(text: string, sources: Sources): { known: NamedDays[]; strange: NamedDays[] } {
  const listDays = (each: string) =>
    readDates(plainText(each)).named.filter(({ first, last, hasYear }) => hasYear && first === last);
  const days = listDays(text);
  const there = new Set(days.length === 0 ? [] : sources.all.flatMap((source) => listDays(source.text).map(firstOf)));
  const isKnown = (each: NamedDays) => there.has(each.first);
  return { known: days.filter(isKnown), strange: days.filter((each) => !isKnown(each)) };
}

function firstOf({ first }: NamedDays): string {
  return first;
}

function stands(text: string, all: Sources['all']): boolean {
  const wanted = alike(text);
  return all.some((source) => alike(source.text).includes(wanted));
}

function alike(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

interface Title {
  readonly part: Part<unknown>;
  readonly path: FieldPath;
  readonly text: string;
}

function* listTitles({ scheme, awards, forms, scoreSheet, quota }: RawScheme): Iterable<Title> {
  yield { part: scheme, path: ['id'], text: scheme.data.id };
  yield { part: scheme, path: ['title'], text: scheme.data.title };
  for (const [index, { title, shortTitle, source }] of scheme.data.documents.entries()) {
    // a standard has the year of its own
    if (source === undefined) continue;
    yield { part: scheme, path: ['documents', index, 'title'], text: title };
    yield { part: scheme, path: ['documents', index, 'shortTitle'], text: shortTitle };
  }
  for (const [index, { name }] of awards.data.awards.entries()) {
    yield { part: awards, path: ['awards', index, 'name'], text: name };
  }
  for (const [index, { title }] of forms.data.forms.entries()) {
    yield { part: forms, path: ['forms', index, 'title'], text: title };
  }
  if (scoreSheet) yield { part: scoreSheet, path: ['title'], text: scoreSheet.data.title };
  if (quota) yield { part: quota, path: ['table', 'title'], text: quota.data.table.title };
}
