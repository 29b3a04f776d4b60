import { expect, it } from 'vitest';
import { forms } from '../../jobs/forms.ts';
import type { JobContext } from '../../jobs/job.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { sample } from '../../jobs/sample/sample.ts';
import { openSchemes } from '../../scripts/scheme-folder.ts';

it('says each reason once, with the rows that it keeps from a form', async () => {
  const folder = new MemoryFolder();
  const told: string[] = [];
  const context: JobContext = {
    schemes: openSchemes(),
    tell: (sentence) => told.push(sentence),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  const scheme = 'shanghai-security-2024';
  await sample(
    { scheme, seed: 2024, flawed: true, empty: false, out: { folder, name: 'r.xlsx', force: false } },
    context,
  );
  const { summary } = await forms(
    {
      ...{ roster: folder.asInput('r.xlsx'), key: null, pdf: null, by: 'all', copies: 1, draft: false },
      out: { folder: folder.inside('forms'), force: false },
    },
    context,
  );
  const { skipped } = summary() as { skipped: { row: number; reason: string }[] };
  const sentences = told.filter((sentence) => sentence.includes('”没有出') || sentence.includes('个推荐没有出'));
  const reasons = new Set(skipped.map(({ reason }) => reason));
  expect(skipped.length).toBeGreaterThan(reasons.size + 5);
  expect(sentences).toHaveLength(reasons.size);
  for (const reason of reasons) {
    const rows = skipped.filter((each) => each.reason === reason).map(({ row }) => row);
    const [sentence = ''] = sentences.filter((each) => each.endsWith(`：${reason}。`));
    expect(sentence).toContain(`第 ${rows[0]} 行“`);
    expect(sentence.includes(`等 ${rows.length} 个推荐`)).toBe(rows.length > 8);
  }
});
