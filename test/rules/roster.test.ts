import { describe, expect, it } from 'vitest';
import type { NomineeCheck, Standing } from '../../rules/nominee-check.ts';
import { listRosters } from '../../rules/roster.ts';
import type { Award } from '../../rules/scheme.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, listUnits, PERSON, unreviewed } from '../support/rows-by-hand.ts';
import { CITE, makeIndex } from '../support/small-scheme.ts';

const TEAM: Award = { ...COLLECTIVE, id: 'team', name: '班组奖', rosterOrder: 3 };
const scheme = {
  ...CITED_SCHEME,
  awards: [COLLECTIVE, PERSON, TEAM],
  districts: ['东区', '西区'].map((name) => ({ name, scope: 'district', countsMembers: true, cite: CITE })),
};

interface Entry {
  readonly award?: Award;
  readonly sequence?: string;
  readonly district?: string;
  readonly cleared?: boolean;
  readonly isStranger?: boolean;
  readonly standing?: Standing;
}

/** The rows of each list, for nominees of rows 2, 3, 4 … in that order. */
function list(...entries: readonly Entry[]) {
  const memberUnits = listUnits(
    ...entries.map(({ sequence = '制造业', district = '东区' }) => ({ sequence, district })),
  );
  const nominees = entries.map((entry, index): NomineeCheck => {
    const { award = COLLECTIVE, cleared = true, isStranger = false, standing } = entry;
    const [nominee] = listNominees(award, { row: index + 2 });
    if (!nominee) throw new Error('nobody is nominated');
    const unit = isStranger ? null : (memberUnits[index] ?? null);
    const stands = unreviewed(cleared);
    const reviewed = { ...stands, standing: { ...stands.standing, roster: standing ?? stands.standing.roster } };
    return { nominee, award, unit, answer: 'yes', reasons: [], ...reviewed, findings: [], heldUpBy: [] };
  });
  const index = makeIndex(scheme, { memberUnits, sequence: ['制造业', '物流业'] });
  const { collectives, persons, leftOut } = listRosters({
    index,
    quota: null,
    places: [],
    remarks: [],
    basis: [],
    panels: [],
    part: null,
    nominees,
  });
  const rows = (found: readonly { readonly nominee: { readonly row: number } }[]) =>
    found.map(({ nominee }) => nominee.row);
  return { collectives: rows(collectives), persons: rows(persons), leftOut: rows(leftOut) };
}

describe('the rosters', () => {
  it('hold who is cleared, collectives and persons apart; the others are left out and named', () => {
    expect(list({}, { award: PERSON }, { cleared: false }, { award: PERSON, cleared: false })).toEqual({
      collectives: [2],
      persons: [3],
      leftOut: [4, 5],
    });
    expect(list({ isStranger: true }).collectives).toEqual([]);
  });

  it('wait for the review: cleared is not yet chosen, and a body may choose whom the check holds up', () => {
    expect(list({ standing: 'waiting' }, { standing: 'rejected' }, { cleared: false, standing: 'against' })).toEqual({
      collectives: [4],
      persons: [],
      leftOut: [2, 3],
    });
  });

  it('put units before departments, whatever stands behind in the sequence', () => {
    expect(list({ award: TEAM }, { sequence: '物流业' }, {}).collectives).toEqual([4, 3, 2]);
  });

  it('follow the sequence of trades, an unknown one last, then the districts, an unknown one last, then the master roster', () => {
    expect(list({ sequence: '物流业' }, { sequence: '' }, {}, { sequence: '别的' }).collectives).toEqual([4, 2, 3, 5]);
    expect(list({ district: '西区' }, { district: '北区' }, {}, { district: '东区' }).collectives).toEqual([
      4, 5, 2, 3,
    ]);
    expect(list({ district: '西区' }, { sequence: '物流业' }).collectives).toEqual([2, 3]);
  });
});
