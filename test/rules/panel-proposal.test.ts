import { expect, it } from 'vitest';
import type { Answer } from '../../rules/answer.ts';
import type { Eligibility } from '../../rules/eligibility.ts';
import { proposeByPanel } from '../../rules/panel-proposal.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { COLLECTIVE, listNominees, PERSON } from '../support/rows-by-hand.ts';
import { CITE, makeIndex, makeScheme } from '../support/small-scheme.ts';

/** Of the collective award there are two. */
const scheme: Scheme = {
  ...makeScheme([COLLECTIVE, PERSON]),
  expertReview: { maximum: { value: 100, cite: CITE }, ownEmployer: CITE },
  review: { steps: [], places: [{ award: COLLECTIVE.id, most: { value: 2, cite: CITE } }] },
};

/** Applications in rows 2, 3, 4 …, each with the score of one expert and what its conditions say. */
function propose(award: Award, ...given: readonly (readonly [points: number | null, answer?: Answer])[]): string[] {
  const nominees = listNominees(award, ...given.map(() => ({})));
  const expertScores = nominees.flatMap(({ row, application }, index) => {
    const points = given[index]?.[0] ?? null;
    return points === null ? [] : [{ row, application, expert: '甲', points }];
  });
  const experts = [{ row: 2, name: '甲', employer: '研究院', unitNumber: '' }];
  const index = makeIndex(scheme, { nominees, experts, expertScores });
  const eligibilities = nominees.map((nominee, position): Eligibility => {
    return { nominee, award, unit: null, answer: given[position]?.[1] ?? 'yes', reasons: [] };
  });
  return proposeByPanel(index, eligibilities).map(({ nominee, rank, place }) => `${nominee.row} ${rank} ${place}`);
}

it('as many as the award has are inside, in order of their means', () => {
  expect(propose(COLLECTIVE, [70], [90], [80])).toEqual(['2 3 outside', '3 1 inside', '4 2 inside']);
});

it('who shares the last place with too many is inside no more than the others', () => {
  expect(propose(COLLECTIVE, [90], [80], [80])).toEqual(['2 1 inside', '3 2 tied', '4 2 tied']);
  expect(propose(COLLECTIVE, [80], [80], [70])).toEqual(['2 1 inside', '3 1 inside', '4 3 outside']);
});

it('who is not surely eligible, or has no score, takes nobody’s place', () => {
  expect(propose(COLLECTIVE, [99, 'no'], [98, 'unknown'], [null], [80], [70])).toEqual(['5 1 inside', '6 2 inside']);
});

it('of an award without a number of its own everybody is inside', () => {
  expect(propose(PERSON, [70], [90], [80])).toEqual(['2 3 inside', '3 1 inside', '4 2 inside']);
});
