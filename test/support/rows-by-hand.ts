/** Rows of a master roster written by hand, for rules that look at a row or two. */
import type { RuleCitation } from '../../rules/citation.ts';
import type { NomineeCheck } from '../../rules/nominee-check.ts';
import type { Finding } from '../../rules/finding.ts';
import type { MasterRoster, MemberUnit, Nominee } from '../../rules/master-roster.ts';
import type { RosterIndex } from '../../rules/roster-index.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { CITE, makeAward, makeIndex, makeNominee, makeScheme, makeUnit } from './small-scheme.ts';

/** A collective award, 先进奖, and one of persons, 标兵奖. Neither has conditions. */
export const COLLECTIVE: Award = { ...makeAward('collective', '先进', []), name: '先进奖' };
export const PERSON: Award = {
  ...makeAward('person', '标兵', []),
  name: '标兵奖',
  recipient: 'person',
  rosterOrder: 2,
};

/** One clause for all awards and scopes. */
export const COMMON: RuleCitation = { common: CITE, others: [] };

/** A scheme of the two awards, with every rule that a notice can give cause for. */
export const CITED_SCHEME: Scheme = {
  ...makeScheme([COLLECTIVE, PERSON]),
  checks: {
    'over-quota': COMMON,
    'unused-places': COMMON,
    'unit-name-differs': COMMON,
    'same-unit-two-names': COMMON,
    'field-missing': COMMON,
    'deeds-empty': COMMON,
    'deeds-copied': COMMON,
    'id-number-malformed': COMMON,
    'id-number-birth': COMMON,
    'id-number-sex': COMMON,
    'score-out-of-range': COMMON,
  },
};

/** Rows 2, 3, 4 … of 推荐名单: each of an award, a unit and an application of its own but for what is said. */
export function listNominees(award: Award, ...changes: readonly Partial<Nominee>[]): Nominee[] {
  return changes.map((change, index) => ({
    ...makeNominee(award.name),
    row: index + 2,
    application: `A${index + 2}`,
    unitNumber: `U${index + 2}`,
    unitName: `虚构公司${index + 2}`,
    ...change,
  }));
}

/** Rows 2, 3, 4 … of 会员单位, U2, U3, U4 … */
export function listUnits(...changes: readonly Partial<MemberUnit>[]): MemberUnit[] {
  return changes.map((change, index) => ({
    ...makeUnit(),
    row: index + 2,
    number: `U${index + 2}`,
    name: `虚构公司${index + 2}`,
    ...change,
  }));
}

/** `rule 4:姓名 2:姓名 (2 4)`: the rule, its cells, and the rows of the nominations that it is about; a question mark behind what is no violation. */
export function showFindings(
  check: (index: RosterIndex) => Iterable<Finding>,
  rows: Partial<MasterRoster>,
  scheme: Scheme = CITED_SCHEME,
): string[] {
  return [...check(makeIndex(scheme, rows))].map(({ rule, severity, where, nominations }) =>
    [
      severity === 'violation' ? rule : `${rule}?`,
      ...where.map(({ row, heading }) => `${row ?? '列'}:${heading}`),
      `(${nominations.map(({ row }) => row).join(' ')})`,
    ].join(' '),
  );
}

/** Of a scheme without a review: whoever is cleared goes out. */
export function unreviewed(
  cleared: boolean,
): Pick<NomineeCheck, 'cleared' | 'conclusions' | 'standing' | 'reviewed' | 'lacksParents'> {
  const own = cleared ? 'chosen' : 'held';
  return {
    cleared,
    conclusions: [],
    reviewed: own,
    lacksParents: [],
    standing: { roster: own, notice: own, prize: own, certificate: own },
  };
}
