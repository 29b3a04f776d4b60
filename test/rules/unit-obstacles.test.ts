/** What is against nominating a unit, against the words of the document: 85 points and a veto, 独立法人 for a unit's own award. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { MemberUnit } from '../../rules/master-roster.ts';
import { indexRoster } from '../../rules/roster-index.ts';
import { describeObstacles, makeObstacleLister } from '../../rules/unit-obstacles.ts';
import { sampleScheme, type SchemeSample } from '../support/scheme-sample.ts';
import { TEMPLATES_FOLDER } from '../support/templates.ts';

let sample: SchemeSample;
/** Nobody is nominated of it, and nothing is against it. */
let unit: MemberUnit;
beforeAll(async () => {
  sample = await sampleScheme({ id: 'shanghai-security-2024', folder: TEMPLATES_FOLDER });
  const { roster, check, scheme } = sample;
  const nominated = new Set(roster.nominees.map(({ unitNumber }) => unitNumber));
  const list = makeObstacleLister(check.index);
  const found = roster.memberUnits.find(
    (each) => !nominated.has(each.number) && list(each, scheme.awards).size === 0 && each.district === '浦东',
  );
  if (!found) throw new Error('the sample has no such unit');
  unit = found;
});

/** Of the unit with other points, in a roster that is otherwise the same. */
function listWith(basic: number | null, facts: Readonly<Record<string, string | boolean>> = {}) {
  const { roster, scheme } = sample;
  const other = { ...unit, facts: new Map([...unit.facts, ...Object.entries(facts)]) };
  const index = indexRoster(scheme, {
    ...roster,
    memberUnits: roster.memberUnits.map((each) => (each === unit ? other : each)),
    scores: roster.scores.map((each) =>
      each.unitNumber === unit.number ? { ...each, associationBasic: basic } : each,
    ),
  });
  return makeObstacleLister(index)(other, scheme.awards);
}

describe('what is against a unit', () => {
  it('is fewer than 85 points, below and not at the line, and points that are not known yet are nothing against it', () => {
    expect(listWith(86).size).toBe(0);
    expect(listWith(85).size).toBe(0);
    expect(listWith(null).size).toBe(0);
    const below = listWith(84);
    expect([...below.values()].flat().every((reason) => reason.includes('84') && reason.includes('85'))).toBe(true);
    expect(describeObstacles(below, sample.scheme.awards)).toMatch(/^暂不能推荐.*：.*84.*85/);
  });

  it('is said once for the awards that it stands in the way of', () => {
    const { awards } = sample.scheme;
    const own = describeObstacles(listWith(90, { 独立法人: false }), awards);
    expect(own).toContain('先进单位');
    expect(own.split('独立法人资格')).toHaveLength(2);
  });

  it('is nothing in a sentence where nothing is', () => {
    expect(describeObstacles(new Map(), sample.scheme.awards)).toBe('');
  });
});
