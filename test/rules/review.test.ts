/** Eligible is not yet chosen: what goes out rests on what a body concluded. Through real rosters, as the sample makes them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkRoster, type RosterCheck } from '../../rules/check-roster.ts';
import type { Decision, DecisionWord } from '../../rules/decision.ts';
import type { MasterRoster, Nominee } from '../../rules/master-roster.ts';
import { rankPanels } from '../../rules/panel-proposal.ts';
import { composePublicNotice } from '../../rules/public-notice.ts';
import { proveVerdict } from '../../rules/verdict.ts';
import { listWaiting } from '../../rules/waiting-conclusions.ts';
import { AWARDS_2021, sampleScheme, type SchemeSample } from '../support/scheme-sample.ts';

/** 十佳 is ten, in the name of the award. */
const TEN = 10;
const TOP_TEN = '内蒙古智慧城市建设2021-2022年度十佳工程商';

let sample: SchemeSample;
/** The sample before anybody has concluded anything. */
let open: MasterRoster;

beforeAll(async () => {
  sample = await sampleScheme(AWARDS_2021);
  open = { ...sample.roster, decisions: [] };
});

function decide(nominee: Nominee, word: DecisionWord, cells: Partial<Decision> = {}): Decision {
  return {
    row: 2,
    matter: '评审结论',
    subject: nominee.application,
    word,
    by: '评审委员会',
    on: '2022-08-01',
    tally: '',
    reason: '',
    ...cells,
  };
}

const check = (decisions: readonly Decision[], roster = open) => checkRoster(sample.scheme, { ...roster, decisions });
const topTen = () => open.nominees.filter(({ award }) => award.replaceAll(' ', '') === TOP_TEN);
const listed = (result: RosterCheck) => composePublicNotice(result).flatMap(({ entries }) => entries);

describe('the applicants for an award of ten', () => {
  it('are more than ten, all eligible, and none of them goes into the notice before the body has concluded', () => {
    const result = check([]);
    expect(topTen().length).toBeGreaterThan(30);
    expect(result.nominees.every(({ cleared }) => cleared)).toBe(true);
    expect(listed(result)).toEqual([]);
    expect(listWaiting(result)).toHaveLength(open.nominees.length);
  });

  it.each([TEN - 1, TEN])('shortlisted %i go into the notice, and nobody else', (count) => {
    const result = check(
      topTen()
        .slice(0, count)
        .map((nominee, row) => decide(nominee, 'shortlisted', { row: row + 2 })),
    );
    expect(listed(result)).toHaveLength(count);
    expect(result.remarks.filter(({ severity }) => severity === 'violation')).toEqual([]);
  });

  it('shortlisted are one too many: all of them wait, and the clause is that of the award', () => {
    const result = check(
      topTen()
        .slice(0, TEN + 1)
        .map((nominee, row) => decide(nominee, 'shortlisted', { row: row + 2 })),
    );
    const [remark, ...others] = result.remarks.filter(({ severity }) => severity === 'violation');
    expect([remark?.rule, others]).toEqual(['award-places-exceeded', []]);
    expect(remark?.cite?.quote).toContain('十佳工程商');
    expect(remark?.nominations).toHaveLength(TEN + 1);
    expect(listed(result)).toEqual([]);
  });

  it('are proposed by their means: ten of them, fewer where some tie for the last place', () => {
    const result = check([]);
    const proposals = rankPanels(result.index, result.nominees).flatMap(({ nominee, proposal }) =>
      proposal && topTen().includes(nominee) ? [{ ...proposal, nominee }] : [],
    );
    // Every application has as many scores, so that sums rank as means do.
    const sumOf = ({ application }: Nominee) =>
      open.expertScores
        .filter((each) => each.application === application)
        .reduce((sum, { points }) => sum + (points ?? 0), 0);
    const sums = topTen().map(sumOf);
    for (const { nominee, rank, place } of proposals) {
      const better = sums.filter((sum) => sum > sumOf(nominee)).length;
      const equal = sums.filter((sum) => sum === sumOf(nominee)).length;
      expect(rank).toBe(better + 1);
      expect(place).toBe(better >= TEN ? 'outside' : better + equal > TEN ? 'tied' : 'inside');
    }
    expect(proposals).toHaveLength(sums.length);
  });

  it('with one mean for all tie, and the question names all of them until each is concluded', () => {
    const ten = topTen();
    const numbers = new Set(ten.map(({ application }) => application));
    const expertScores = open.expertScores.map((each) =>
      numbers.has(each.application) ? { ...each, points: 80 } : each,
    );
    const tied = check([], { ...open, expertScores }).remarks.find(({ rule }) => rule === 'tie-at-line');
    expect(tied?.nominations).toEqual(ten);
    expect(tied?.message).toContain(`${ten.length} 项申报并列第 1 名，而只有 10 个名额`);
    const concluded = ten.map((nominee, position) =>
      decide(nominee, position < TEN ? 'shortlisted' : 'rejected', { row: position + 2 }),
    );
    const settled = check(concluded, { ...open, expertScores });
    expect(settled.remarks.filter(({ rule }) => rule === 'tie-at-line')).toEqual([]);
    expect(listed(settled)).toHaveLength(TEN);
  });
});

describe('a conclusion', () => {
  it.each([
    ['shortlisted', {}, 'chosen'],
    ['rejected', {}, 'rejected'],
    ['deferred', {}, 'waiting'],
    ['shortlisted', { by: '' }, 'waiting'],
    ['shortlisted', { on: '' }, 'waiting'],
    ['agreed', {}, 'waiting'],
    ['agreed', { reason: '同意' }, 'waiting'],
    ['shortlisted', { matter: '评审 结论' }, 'chosen'],
    ['shortlisted', { matter: '另一步' }, 'waiting'],
    ['shortlisted', { subject: '' }, 'waiting'],
  ] as const)('%s %j makes it %s', (word, cells, standing) => {
    const [nominee] = open.nominees;
    if (!nominee) throw new Error('nobody applies');
    const result = check([decide(nominee, word, cells)]);
    expect(result.nominees[0]?.standing.notice).toBe(standing);
    expect(result.nominees.slice(1).every((each) => each.standing.notice === 'waiting')).toBe(true);
  });

  it('against a condition needs a reason, is shown as such, and then goes out', () => {
    const [nominee] = open.nominees;
    if (!nominee) throw new Error('nobody applies');
    // Nobody has confirmed anything of it.
    const confirmations = open.confirmations.filter(({ application }) => application !== nominee.application);
    const roster = { ...open, confirmations };
    const silent = check([decide(nominee, 'shortlisted')], roster);
    expect(silent.nominees[0]?.standing.notice).toBe('held');
    expect(silent.remarks.filter(({ rule }) => rule === 'conclusion-unreasoned')).toHaveLength(1);
    const reasoned = check([decide(nominee, 'shortlisted', { reason: '现场核验合格' })], roster);
    expect([reasoned.nominees[0]?.cleared, reasoned.nominees[0]?.standing.notice]).toEqual([false, 'against']);
    expect(reasoned.remarks.filter(({ rule }) => rule === 'conclusion-unreasoned')).toEqual([]);
    expect(listed(reasoned)).toHaveLength(1);
    const [checked] = reasoned.nominees;
    if (!checked) throw new Error('nobody is checked');
    expect(proveVerdict(reasoned.index, checked)).toContain('评审委员会于 2022-08-01 决定“入围”，理由：现场核验合格');
    expect(checked.findings.every(({ decision }) => decision !== undefined)).toBe(true);
  });
});
