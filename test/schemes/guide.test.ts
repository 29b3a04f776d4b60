/** `docs/scheme-authors.md` runs as told: its example is taken out of it, and so is everything that it says of the example. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { describeSchemeFault } from '../../schemes/fault.ts';
import { awardsShape } from '../../schemes/shapes/awards.ts';
import { expertReviewShape } from '../../schemes/shapes/expert-review.ts';
import { formsShape } from '../../schemes/shapes/forms.ts';
import { reviewShape } from '../../schemes/shapes/review.ts';
import { materialsShape } from '../../schemes/shapes/materials.ts';
import { schemeShape } from '../../schemes/shapes/scheme.ts';
import { findScheme, readSchemeFolder } from '../support/templates.ts';
import { runCli } from '../support/run-cli.ts';
import { listFindings, readCases } from '../support/scheme-cases.ts';
import { faultsOf } from './shanghai-files.ts';

const ID = 'example-shops-2025';
const guide = readFileSync(new URL('../../docs/scheme-authors.md', import.meta.url), 'utf8');
const [firstSteps = ''] = guide.split('\n## 二、');

const folder = mkdtempSync(join(tmpdir(), 'guide-'));
const templates = join(folder, '我的方案');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The blocks of a text: what stands behind the fence's language, and the content. */
function blocksOf(text: string): { title: string; content: string }[] {
  return [...text.matchAll(/^```(?:yaml|text|sh) ?(.*)\n([\s\S]*?)^```$/gm)].map(([, title = '', content = '']) => ({
    title,
    content,
  }));
}

const blocks = blocksOf(guide);
const titled = (title: string) => blocks.filter((block) => block.title === title).map(({ content }) => content);

beforeAll(() => {
  mkdirSync(join(templates, ID), { recursive: true });
  const files = blocksOf(firstSteps).filter(({ title }) => /\.(yaml|md)$/.test(title));
  expect(files.map(({ title }) => title)).toEqual([
    'source.md',
    'scheme.yaml',
    'roster.yaml',
    'awards.yaml',
    'forms.yaml',
    'limits.yaml',
  ]);
  const [cases = ''] = titled('cases.yaml');
  for (const { title, content } of [...files, { title: 'cases.yaml', content: cases }]) {
    writeFileSync(join(templates, ID, title), content);
  }
});

describe('the example', () => {
  it('has no faults, and its commands do what the guide says', () => {
    const [script = ''] = blocksOf(firstSteps).flatMap(({ content }) =>
      content.startsWith('npx pingyou') ? content : [],
    );
    const lines = script.trim().split('\n');
    const results = lines.map((line) => {
      const args = line.replace('npx pingyou ', '').split(' ');
      return runCli(...args.map((each) => (/\.xlsx$|^我的方案$/.test(each) ? join(folder, each) : each)));
    });
    expect(lines.map((line) => line.split(' ')[2])).toEqual([
      'check-schemes',
      'schemes',
      'sample',
      'check',
      'sample',
      'check',
    ]);
    expect(results.map(({ status }) => status)).toEqual([0, 0, 0, 0, 0, 1]);
    expect(results[0]?.stderr).toContain(`已检查 1 个评选方案（${ID}），没有错误。`);
    expect(results[3]?.stderr).toContain('违规 0 处，待确认 0 处');
  });

  it('has cases that come out as written', async () => {
    const scheme = await findScheme(ID, templates);
    const cases = await readCases(join(templates, ID));
    expect(cases.check.length).toBeGreaterThanOrEqual(5);
    for (const each of cases.check) {
      expect((await listFindings(scheme, cases, each)).findings, each.name).toEqual(each.findings);
    }
  });
});

describe('the faults that the guide shows', () => {
  const rows = [...guide.matchAll(/^\| `(\w+\.yaml)` \| `(.+?)` \| (`.+?`|（删去）) \| (.+?) \|$/gm)];

  it('are there', () => {
    expect(rows.length).toBeGreaterThanOrEqual(12);
  });

  it.each(rows.map(([, file = '', found = '', written = '', message = '']) => ({ file, found, written, message })))(
    '$file: $found',
    async ({ file, found, written, message }) => {
      const files = await readSchemeFolder(join(templates, ID));
      const text = files.get(file) ?? '';
      expect(text).toContain(found);
      // What is struck out takes its line along.
      const broken =
        written === '（删去）'
          ? text.replace(new RegExp(`^ *${found.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\n`, 'm'), '')
          : text.replace(found, written.slice(1, -1));
      expect(broken).not.toBe(text);
      expect(faultsOf(files.set(file, broken)).map(describeSchemeFault)).toContain(message);
    },
  );
});

describe('the small examples', () => {
  const conditionOf = (content: string): unknown => parse(content);
  const award = {
    id: 'safeShop',
    name: '奖',
    shortName: '奖',
    recipient: 'collective',
    rosterOrder: 1,
    requiredFields: [],
    cite: { clause: '一', quote: '奖' },
  };

  it('of conditions have the shape, and no kind is left out', () => {
    const examples = titled('条件').map(conditionOf);
    const { conditions } = awardsShape.parse({ awards: [award], conditions: examples });
    const [whole = ''] = titled('awards.yaml');
    const kinds = [...conditions, ...awardsShape.parse(parse(whole)).conditions].map(({ kind }) => kind);
    // These two have nothing of their own to show.
    const all = new Set([...kinds, 'basic-points', 'veto']);
    const result = awardsShape.safeParse({ awards: [award], conditions: [{ kind: 'none' }] });
    const known = /kind 只有：(.+)$/.exec(result.error?.issues[0]?.message ?? '')?.[1]?.split('、');
    expect([...all].toSorted()).toEqual(known?.toSorted());
    for (const kind of all) expect(guide).toContain(`**${kind}**`);
  });

  it('of dates have the shape, and no kind is left out', () => {
    const dates = z.array(z.looseObject({ kind: z.string() })).parse(parse(titled('日期')[0] ?? ''));
    const withDate = (date: unknown) => ({
      id: 'day',
      awards: ['safeShop'],
      kind: 'fact',
      of: 'nominee',
      heading: '日期',
      date,
      demand: '须合期限',
      mend: '更正日期',
      cite: { clause: '一', quote: '日期' },
    });
    expect(awardsShape.parse({ awards: [award], conditions: dates.map(withDate) }).conditions).toHaveLength(7);
    const result = awardsShape.safeParse({ awards: [award], conditions: [withDate({ kind: 'none' })] });
    const known = /kind 只有：(.+)$/.exec(result.error?.issues[0]?.message ?? '')?.[1]?.split('、');
    expect(dates.map(({ kind }) => kind).toSorted()).toEqual(known?.toSorted());
  });

  it('of the other files have their shapes', () => {
    const [materials = '', review = '', errata = '', forms = ''] = [
      'materials.yaml',
      'expert-review.yaml',
      '勘误',
      '表样',
    ].map((title) => titled(title)[0]);
    expect(materialsShape.parse(parse(materials)).checklists[0]?.items).toHaveLength(3);
    expect(expertReviewShape.parse(parse(review)).maximum.value).toBe(100);
    const [conclusions = ''] = titled('review.yaml');
    expect(reviewShape.parse(parse(conclusions)).steps.map(({ gates }) => gates.length)).toEqual([0, 2]);
    expect(schemeShape.shape.errata.parse(parse(errata))).toHaveLength(1);
    const { dateOrder } = z.object({ dateOrder: schemeShape.shape.dateOrder }).parse(parse(titled('先后')[0] ?? ''));
    expect(dateOrder.map(({ dates }) => dates.length)).toEqual([4, 1, 3]);
    expect(formsShape.parse(parse(forms)).forms[0]?.computed).toEqual({ 年度: 'edition' });
  });
});
