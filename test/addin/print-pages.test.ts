/** Outputs laid out for paper in the workshop. */
import { beforeAll, describe, expect, it } from 'vitest';
import { USUAL_CHOICES } from '../../addin/page/choices.ts';
import { Workshop } from '../../addin/page/workshop.ts';
import type { OpenedRoster } from '../../addin/page/opened-roster.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
import { findScheme } from '../support/templates.ts';
import { makeRoster } from './sample-workbooks.ts';

describe('outputs as pages', () => {
  const seen: string[] = [];
  const workshop = new Workshop(openSchemeFolder(TEMPLATES_FOLDER), ({ label }) => seen.push(label));
  let opened: OpenedRoster;
  beforeAll(async () => {
    opened = await workshop.open(await makeRoster({ flawed: false }), '总名册.xlsx');
  });

  it('has a page of each form, in the order of districts, and hands over those that are asked for', async () => {
    const { parts, papers, texts } = await workshop.lay('forms', '审批表', USUAL_CHOICES, null);
    expect(parts).toHaveLength(589);
    expect(papers).toHaveLength(589);
    expect(parts.map(({ first }) => first)).toEqual(Array.from({ length: 589 }, (_, at) => at));
    const units = opened.nominees.map(({ label }) => label);
    expect(units).toHaveLength(589);
    const numbers = parts.map(({ name }) => Number(/^2024-(\d+)/.exec(name)?.[1]));
    expect(new Set(numbers).size).toBe(589);
    const { districts } = await findScheme('shanghai-security-2024');
    const inOrder = texts.map((text) => districts.findIndex(({ name }) => text.includes(`${name}虚构路`)));
    const known = inOrder.filter((at) => at >= 0);
    expect(known.length).toBeGreaterThan(200);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(seen).toContain('正在排版审批表');
    // What is handed over is found by what stands on it.
    const pages = workshop.handPages([587, 588]);
    expect(pages).toHaveLength(2);
    const last = pages?.[1];
    // Never fewer than were asked for, which would be printed as blank paper.
    expect(workshop.handPages([587, 588, 589])).toBeNull();
    const [first = ''] =
      texts[588]
        ?.split('\n')
        .slice(1)
        .filter((line) => line.length > 4) ?? [];
    expect(last?.svg).toContain(first.slice(0, 4));
    expect(last?.width).toBeCloseTo(595.28, 1);
    expect(last?.height).toBeCloseTo(841.89, 1);
  });

  it.each(['allocate', 'rosters', 'notice', 'prizes'])('lays out %s', async (id) => {
    const { parts, papers, hasDrawings } = await workshop.lay(id, id, USUAL_CHOICES, null);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(papers.length);
    expect(hasDrawings).toBe(false);
  });

  it('offers as many copies as the document asks for', async () => {
    const scheme = await findScheme('shanghai-security-2024');
    const forms = opened.outputs.find(({ id }) => id === 'forms');
    expect(forms?.prints).toBe(scheme.formCopies?.value);
    expect(forms?.prints).toBe(2);
  });

  it('stops between two workbooks', async () => {
    const laying = workshop.lay('forms', '审批表', USUAL_CHOICES, null);
    const stopped = expect(laying).rejects.toMatchObject({ name: 'AbortError' });
    const timer = setInterval(() => {
      if (seen.at(-1) === '正在排版审批表') workshop.cancel();
    }, 1);
    seen.length = 0;
    await stopped;
    clearInterval(timer);
  });
});
