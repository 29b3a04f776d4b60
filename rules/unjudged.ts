/** Nominations that no condition can be asked of, because the scheme does not know their award: they are held up, and the findings say why. */
import type { RosterCheck } from './check-roster.ts';
import { holdsUp, type Finding } from './finding.ts';
import type { Nominee } from './master-roster.ts';
import { messageFor } from './message-for.ts';

/** What stands in the way of each of them; those of a known award are left out. */
export function findUnjudged({ index, nominees, remarks }: Pick<RosterCheck, 'index' | 'nominees' | 'remarks'>) {
  const judged = new Set(nominees.map(({ nominee }) => nominee));
  const found = new Map<Nominee, Finding[]>();
  for (const nominee of index.roster.nominees) if (!judged.has(nominee)) found.set(nominee, []);
  if (found.size === 0) return found;
  for (const finding of remarks.flatMap(({ findings }) => findings)) {
    if (holdsUp(finding)) for (const nominee of finding.nominations) found.get(nominee)?.push(finding);
  }
  return found;
}

/** In sentences, each once: the award, which decides, before all else. */
export function describeUnjudged(findings: readonly Finding[], nominee: Nominee): string[] {
  const isAward = ({ rule }: Finding) => rule === 'unknown-award';
  const sorted = [...findings.filter(isAward), ...findings.filter((each) => !isAward(each))];
  return [...new Set(sorted.map((finding) => messageFor(finding, nominee).replace(/。$/, '')))];
}
