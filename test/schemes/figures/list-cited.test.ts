import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { listCited } from '../../../schemes/figures/list-cited.ts';
import { figure, ownNumber, quotedText, quotingItems } from '../../../schemes/figures/mark.ts';
import { readRawScheme, type RawScheme } from '../../../schemes/raw-scheme.ts';
import { cite, ratio, reading } from '../../../schemes/shapes/parts.ts';
import { formatPath } from '../../../schemes/yaml-file.ts';
import { shanghaiFiles } from '../shanghai-files.ts';

const source = { clause: '一', quote: '原文' };

/** `path: figure under which quote`. */
function describeFigures(shape: z.ZodType, data: unknown): string[] {
  const { citations, uncited } = listCited(shape, data);
  return [
    ...citations.flatMap(({ quote, figures }) =>
      figures.map(({ path, value }) => `${formatPath(path)}: ${String(value)} < ${quote}`),
    ),
    ...uncited.map(({ path, value }) => `${formatPath(path)}: ${String(value)}`),
  ];
}

describe('listCited', () => {
  test('a number that nobody marked is a figure, wherever it stands', () => {
    const inner = z.strictObject({ least: z.number().optional(), most: z.int().min(1).default(3) });
    const shape = z.strictObject({
      cite,
      number: z.number().positive(),
      list: z.array(z.number()),
      record: z.record(z.string(), z.number()),
      inner,
      union: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('a'), years: z.number() }),
        z.strictObject({ kind: z.literal('b'), days: z.number() }),
      ]),
      converted: z.strictObject({ count: z.number() }).transform(({ count }) => count),
    });
    const data = {
      cite: source,
      number: 1,
      list: [2, 3],
      record: { a: 4 },
      inner: { least: 5, most: 6 },
      union: { kind: 'b', days: 7 },
      converted: { count: 8 },
    };
    expect(describeFigures(shape, data)).toEqual([
      'number: 1 < 原文',
      'list[0]: 2 < 原文',
      'list[1]: 3 < 原文',
      'record.a: 4 < 原文',
      'inner.least: 5 < 原文',
      'inner.most: 6 < 原文',
      'union.days: 7 < 原文',
      'converted.count: 8 < 原文',
    ]);
  });

  test('the nearest citation counts, and without any the figure is uncited', () => {
    const shape = z.strictObject({
      outside: z.number(),
      part: z.strictObject({ cite, a: z.number(), deeper: z.strictObject({ cite, b: z.number() }) }),
    });
    const data = { outside: 1, part: { cite: source, a: 2, deeper: { cite: { clause: '二', quote: '里面' }, b: 3 } } };
    expect(describeFigures(shape, data)).toEqual(['part.a: 2 < 原文', 'part.deeper.b: 3 < 里面', 'outside: 1']);
  });

  test('an item that cites nothing is itself the quote; its reading is its own', () => {
    const item = z.strictObject({
      text: z.string(),
      points: z.number(),
      cite: cite.optional(),
      reading: reading.optional(),
    });
    quotingItems.add(item, { words: 'text' });
    const shape = z.strictObject({ cite, items: z.array(item) });
    const data = {
      cite: { ...source, document: 'law' },
      items: [
        { text: '项目', points: 1, reading: '说明理由' },
        { text: '项目', points: 2, cite: source },
      ],
    };
    expect(describeFigures(shape, data)).toEqual(['items[0].points: 1 < 项目', 'items[1].points: 2 < 原文']);
    const { citations, readings } = listCited(shape, data);
    expect(citations.map(({ document, isItem }) => [document, isItem])).toEqual([
      ['law', false],
      ['law', true],
      [undefined, false],
    ]);
    expect(readings.map(({ path, text }) => [formatPath(path), text])).toEqual([['items[0].reading', '说明理由']]);
    expect(citations[1]?.figures[0]?.reading).toBe(readings[0]);
  });

  test('shares, days and words are figures where they are marked; own numbers are none', () => {
    const shape = z.strictObject({
      cite,
      ratio,
      prefix: figure(z.string(), { reads: 'words' }),
      order: ownNumber(z.number()),
      printed: quotedText(z.string()),
    });
    const data = { cite: source, ratio: '1/2', prefix: 'AB', order: 9, printed: '照印' };
    expect(describeFigures(shape, data)).toEqual(['ratio: 1/2 < 原文', 'prefix: AB < 原文']);
    expect(listCited(shape, data).citations.map(({ quote }) => quote)).toEqual(['原文', '照印']);
  });

  test('a shape that it does not know is no way around it', () => {
    expect(() => listCited(z.strictObject({ cite, a: z.nullable(z.number()) }), { cite: source, a: 1 })).toThrow();
  });

  test('citations under other keys are found', () => {
    const shape = z.strictObject({ checks: z.partialRecord(z.enum(['a', 'b']), cite), objections: cite.optional() });
    const data = { checks: { a: source }, objections: { clause: '二', quote: '异议' } };
    expect(listCited(shape, data).citations.map(({ path, quote }) => [formatPath(path), quote])).toEqual([
      ['checks.a.quote', '原文'],
      ['objections.quote', '异议'],
    ]);
  });
});

test('of the shapes of a scheme, only the order of the rosters is the author’s own', () => {
  const raw = readRawScheme(shanghaiFiles, []);
  const figures = Object.values<RawScheme[keyof RawScheme]>({ ...raw }).flatMap((part) =>
    (part?.cited.citations ?? []).flatMap((words) => words.figures.map(({ path }) => formatPath(path))),
  );
  expect(figures).toEqual(
    expect.arrayContaining([
      'deadline.value',
      'formCopies.value',
      'ratios[0].ratio',
      'rounding.value',
      'overrides[0].places',
      'totals[0].members',
      'totals[1].places.advancedUnit',
      'step.value',
      'threshold.points',
      'categories[0].items[1].credit.choices[1].points',
      'bonus.items[2].credit.points',
      'amounts[0].yuan',
    ]),
  );
  expect(figures.filter((path) => path.includes('rosterOrder'))).toEqual([]);
});
