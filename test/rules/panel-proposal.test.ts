import { expect, it } from 'vitest';
import type { Answer } from '../../rules/answer.ts';
import type { Eligibility } from '../../rules/eligibility.ts';
import { formatMean } from '../../rules/expert-panel.ts';
import { rankPanels } from '../../rules/panel-proposal.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { COLLECTIVE, listNominees, PERSON } from '../support/rows-by-hand.ts';
import { CITE, makeIndex, makeScheme } from '../support/small-scheme.ts';

/** Of the collective award there are two. */
const scheme: Scheme = {
  ...makeScheme([COLLECTIVE, PERSON]),
  expertReview: { maximum: { value: 100, cite: CITE }, ownEmployer: CITE },
  review: { steps: [], places: [{ award: COLLECTIVE.id, most: { value: 2, cite: CITE } }] },
};

/** What its conditions say of an application, and the scores that experts 甲, 乙, 丙 … gave it. */
type Given = readonly [answer: Answer, ...points: number[]];

/** Applications in rows 2, 3, 4 … of one award after the other. */
function rank(...given: readonly (readonly [Award, ...(readonly Given[])])[]): string[] {
  const applied = given.flatMap(([award, ...all]) => all.map((each) => ({ award, each })));
  const nominees = applied.map(({ award }, index) => {
    const [nominee] = listNominees(award, { row: index + 2, application: `A${index}` });
    if (!nominee) throw new Error('nobody applies');
    return nominee;
  });
  const expertScores = nominees.flatMap(({ row, application }, index) => {
    const [, ...all] = applied[index]?.each ?? ['yes'];
    return all.map((points, expert) => ({ row, application, expert: '甲乙丙'.charAt(expert), points }));
  });
  const experts = Array.from('甲乙丙', (name) => ({ row: 2, name, employer: '研究院', unitNumber: '' }));
  const index = makeIndex(scheme, { nominees, experts, expertScores });
  const eligibilities = nominees.map((nominee, position): Eligibility => {
    const { award, each } = applied[position] ?? { award: COLLECTIVE, each: ['yes'] };
    return { nominee, award, unit: null, answer: each[0], reasons: [] };
  });
  return rankPanels(index, eligibilities).map(({ mean, proposal }) => {
    const points = mean ? formatMean(mean) : '–';
    return proposal ? `${points} ${proposal.rank} ${proposal.place}` : `${points} –`;
  });
}

it.each<[string, Given[], string[]]>([
  [
    'as many as the award has are inside, in the order of their means',
    [
      ['yes', 70],
      ['yes', 90],
      ['yes', 80],
    ],
    ['70.00 3 outside', '90.00 1 inside', '80.00 2 inside'],
  ],
  [
    'equal means share a rank, from however many scores, and the next counts them all',
    [
      ['yes', 90, 80],
      ['yes', 85],
      ['yes', 86, 84, 85],
      ['yes', 84.99],
    ],
    ['85.00 1 tied', '85.00 1 tied', '85.00 1 tied', '84.99 4 outside'],
  ],
  [
    'what looks equal when rounded is not',
    [
      ['yes', 85.33, 85.33, 85.34],
      ['yes', 85.33],
      ['yes', 85.34, 85.33, 85.33],
    ],
    ['85.33 1 inside', '85.33 3 outside', '85.33 1 inside'],
  ],
  [
    'a tie inside is no question',
    [
      ['yes', 80],
      ['yes', 80],
      ['yes', 70],
    ],
    ['80.00 1 inside', '80.00 1 inside', '70.00 3 outside'],
  ],
  [
    'who shares the last place with too many is inside no more than the others',
    [
      ['yes', 90],
      ['yes', 80],
      ['yes', 80],
    ],
    ['90.00 1 inside', '80.00 2 tied', '80.00 2 tied'],
  ],
  [
    'who is not surely eligible shows a mean, and takes nobody’s rank or place',
    [
      ['no', 99],
      ['unknown', 98],
      ['yes', 80],
      ['yes', 70],
      ['no', 80],
      ['unknown', 70],
    ],
    ['99.00 –', '98.00 –', '80.00 1 inside', '70.00 2 inside', '80.00 –', '70.00 –'],
  ],
  ['without a score there is no rank', [['yes'], ['yes', 0], ['no']], ['– –', '0.00 1 inside', '– –']],
])('%s', (_, given, wanted) => {
  expect(rank([COLLECTIVE, ...given])).toEqual(wanted);
});

it('each award ranks its own, and of one without a number everybody is inside', () => {
  expect(rank([PERSON, ['yes', 70], ['yes', 90]], [COLLECTIVE, ['yes', 80]], [PERSON, ['yes', 70]])).toEqual([
    '70.00 2 inside',
    '90.00 1 inside',
    '80.00 1 inside',
    '70.00 2 inside',
  ]);
});

it('a scheme without a panel ranks nobody', () => {
  expect(rankPanels(makeIndex(makeScheme([COLLECTIVE]), {}), [])).toEqual([]);
});
