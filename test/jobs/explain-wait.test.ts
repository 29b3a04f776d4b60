/** Every job that makes forms says why one waits, and only `forms` has drafts: the sentence names it, at each door. */
import { expect, it } from 'vitest';
import { inPageWords } from '../../addin/page/page-words.ts';
import { explainWait } from '../../jobs/explain-wait.ts';
import { makeAward, makeNominee } from '../support/small-scheme.ts';
import { unreviewed } from '../support/rows-by-hand.ts';
import { inWords } from '../../scripts/words.ts';

it.each(['approval', 'certificate'] as const)('of a form of the stage %s that was not cleared', (stage) => {
  const award = makeAward('one', '一', []);
  const nominee = {
    nominee: makeNominee('一等级'),
    award,
    unit: null,
    answer: 'no' as const,
    heldUpBy: [],
    findings: [],
    reasons: [],
    ...unreviewed(false),
  };
  const form = {
    award: 'one',
    title: '表',
    stage,
    workbook: '',
    sheet: '',
    fields: {},
    computed: {},
    cite: award.cite,
  };
  const sentence = explainWait(form, nominee, undefined, { application: [], approval: [], certificate: [] }) ?? '';
  expect(inWords(sentence)).toBe(
    '未通过审查，请运行 npx pingyou check 查看原因并更正，或运行 npx pingyou forms 加 --draft 先出草稿',
  );
  expect(inPageWords(sentence)).toMatch(
    /^未通过审查，请在“审查与取表”里查看原因并更正，或在“审查与取表”里勾选“.+”，先出草稿$/,
  );
});
