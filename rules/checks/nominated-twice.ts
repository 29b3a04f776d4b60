/** The same person, or the same collective, nominated twice. */
import type { Finding } from '../finding.ts';
import type { Nominee } from '../master-roster.ts';
import { nominationKey, type RosterIndex } from '../roster-index.ts';
import { textKey } from '../same-text.ts';
import type { Award } from '../scheme.ts';
import { whenCited } from './cited.ts';

/**
 * Findings about nominees that stand in 推荐名单 more than once: at all, or, where one may stand for several awards, for the same award. A scheme
 * cites one of the two rules.
 */
export function* checkNominatedTwice(index: RosterIndex): Iterable<Finding> {
  yield* findTwice(index, 'nominated-twice', () => '');
  yield* findTwice(index, 'applied-twice', ({ id }) => id);
}

/** @param scopeOf within what a person may stand only once */
function* findTwice(
  index: RosterIndex,
  listed: 'nominated-twice' | 'applied-twice',
  scopeOf: (award: Award) => string,
): Iterable<Finding> {
  yield* whenCited(index, listed, function* (cite, rule) {
    const seen = new Map<string, Nominee>();
    for (const nominee of index.roster.nominees) {
      const award = index.awardByName.get(nominee.award);
      if (!award) continue;
      const isPerson = award.recipient === 'person';
      const first = isPerson
        ? claimPerson(seen, nominee, scopeOf(award))
        : claim(seen, `collective ${nominationKey(award.id, nominee.unitNumber)}`, nominee);
      if (!first) continue;
      const heading = isPerson ? '姓名' : '单位名称';
      yield {
        rule,
        severity: 'violation',
        cite,
        where: [
          { sheet: 'nominees', row: nominee.row, heading },
          { sheet: 'nominees', row: first.row, heading },
        ],
        message: `“${nominee.name}”（${nominee.unitName}，${nominee.award}）与第 ${first.row} 行（${first.unitName}，${first.award}）重复推荐`,
        found: nominee.name,
        mend: '同一人或同一集体只保留一项推荐，删去另一行',
      };
    }
  });
}

/** A person is known by the ID number; where one of two rows lacks it, by name, sex and month of birth together. */
function claimPerson(seen: Map<string, Nominee>, nominee: Nominee, scope: string): Nominee | undefined {
  const byNumber = nominee.idNumber ? claim(seen, `id ${scope} ${textKey(nominee.idNumber)}`, nominee) : undefined;
  const isKnown = nominee.name && nominee.sex && nominee.birthMonth;
  const personKey = `person ${scope} ${textKey(nominee.name)} ${nominee.sex} ${nominee.birthMonth}`;
  const byName = isKnown ? claim(seen, personKey, nominee) : undefined;
  return byNumber ?? (byName && !(byName.idNumber && nominee.idNumber) ? byName : undefined);
}

/** The nominee that held the key before, if any; the first keeps it. */
function claim(seen: Map<string, Nominee>, key: string, nominee: Nominee): Nominee | undefined {
  const holder = seen.get(key);
  if (!holder) seen.set(key, nominee);
  return holder;
}
