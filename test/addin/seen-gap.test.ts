/** What the page's bar counts, and what its button opens: the same rows, of every output of every scheme. */
import { beforeAll, describe, expect, it } from 'vitest';
import { USUAL_CHOICES } from '../../addin/page/choices.ts';
import type { OpenedRoster } from '../../addin/page/opened-roster.ts';
import { isOfNominations, joinGaps, listGapCauses, listGapNominees } from '../../addin/page/seen-gap.ts';
import { Workshop } from '../../addin/page/workshop.ts';
import type { Gap } from '../../rules/incomplete-base.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
import { savedOutput } from '../support/saved-output.ts';

const SCHEMES = ['shanghai-security-2024', 'xinjiang-fire-2021', 'inner-mongolia-grading-2022'];
const KINDS = ['rosters', 'notice', 'prizes', 'allocate', 'check'];

describe.each(SCHEMES)('the flawed sample of %s', (id) => {
  const workshop = new Workshop(openSchemeFolder(TEMPLATES_FOLDER), () => undefined);
  let opened: OpenedRoster;
  beforeAll(async () => {
    const { file } = await workshop.invent(id, 'flawed');
    opened = await workshop.open(new Uint8Array(await new Response(file).arrayBuffer()), '总名册.xlsx');
  }, 60_000);

  it('opens what it counts', async () => {
    let compared = 0;
    const { outputs } = opened;
    // Only what has two lists has something to join.
    const kinds = outputs.some((each) => each.id === 'prizes') ? [...KINDS, 'all'] : KINDS;
    for (const { id: output, title } of outputs.filter((each) => kinds.includes(each.id))) {
      for (const gap of joinGaps(await listGaps(workshop, output, title))) {
        const what = `${output} ${gap.what}`;
        expect([what, countListed(opened, gap)]).toEqual([what, gap.count]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(5);
  }, 120_000);
});

/** Rows that the list shows. */
function countListed(opened: OpenedRoster, gap: Gap): number {
  if (isOfNominations(gap)) return listGapNominees(opened, gap).length;
  return listGapCauses(opened, gap).flatMap(({ findings }) => findings).length;
}

async function listGaps(workshop: Workshop, output: string, title: string): Promise<Gap[]> {
  try {
    const { told } = await savedOutput(await workshop.make(output, title, USUAL_CHOICES, null));
    return told.flatMap(({ gaps }) => gaps);
  } catch (error) {
    // It needs a key, or there is none to make.
    if (error instanceof UnusableInput) return [];
    throw error;
  }
}

describe('what several lists lack', () => {
  const gap = (what: string, rows: readonly number[]): Gap => ({
    what,
    count: rows.length,
    unit: '个',
    where: rows.map((row) => ({ sheet: 'nominees', row, heading: '单位编号' })),
    listed: '逐人结论',
  });

  it('is one way with all rows of all, each once', () => {
    expect(joinGaps([gap('甲', [2, 3]), gap('乙', [5]), gap('甲', [3, 7, 9])])).toEqual([
      gap('甲', [2, 3, 7, 9]),
      gap('乙', [5]),
    ]);
  });

  it('tells nominations before what is wrong with single rows', () => {
    const rows: Gap = { ...gap('丙', [4]), unit: '处', listed: '问题清单' };
    expect(joinGaps([rows, gap('甲', [2])]).map(({ what }) => what)).toEqual(['甲', '丙']);
  });
});
