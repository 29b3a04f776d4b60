/** 评审结论: against a condition it says why, and it stays within the number that an award bears in itself. */
import type { Eligibility } from '../eligibility.ts';
import type { Finding } from '../finding.ts';
import type { CellRef } from '../master-roster.ts';
import { concludeSteps } from '../review.ts';
import type { RosterIndex } from '../roster-index.ts';

export function* checkConclusions(index: RosterIndex, eligibilities: readonly Eligibility[]): Iterable<Finding> {
  yield* findUnreasoned(index, eligibilities);
  yield* findTooMany(index);
}

/** The body decides, and says why where a condition speaks against it. */
function* findUnreasoned(index: RosterIndex, eligibilities: readonly Eligibility[]): Iterable<Finding> {
  for (const { nominee, answer, reasons } of eligibilities) {
    if (answer === 'yes') continue;
    const conclusions = concludeSteps(index, nominee);
    const last = conclusions.findLast(({ conclusion }) => conclusion === 'shortlisted');
    if (!last?.decision || last.decision.reason !== '') continue;
    const failed = reasons.filter((each) => each.answer !== 'yes').map(({ message }) => message);
    yield {
      rule: 'conclusion-unreasoned',
      severity: 'violation',
      cite: last.step.cite,
      where: [at(last.decision.row, '理由')],
      nominations: [nominee],
      message: `${last.step.name}为“入围”，而条件尚未全部符合（${failed.join('；')}），没有写明理由`,
      found: '空白',
      mend: `由${last.step.body}写明理由，或改变结论；条件其实符合的，更正总名册`,
    };
  }
}

/** 十佳 is ten: more than the award's own number cannot be shortlisted. */
function* findTooMany(index: RosterIndex): Iterable<Finding> {
  const { review } = index.scheme;
  const last = review?.steps.at(-1);
  for (const { award, most } of review?.places ?? []) {
    const shortlisted = index.roster.nominees.flatMap((nominee) => {
      if (index.awardByName.get(nominee.award)?.id !== award) return [];
      const final = concludeSteps(index, nominee).find(({ step }) => step === last);
      return final?.conclusion === 'shortlisted' && final.decision ? [{ nominee, decision: final.decision }] : [];
    });
    const [over, ...rest] = shortlisted.slice(most.value);
    if (!over) continue;
    yield {
      rule: 'award-places-exceeded',
      severity: 'violation',
      cite: most.cite,
      where: [at(over.decision.row, '决定')],
      nominations: shortlisted.map(({ nominee }) => nominee),
      message: `${over.nominee.award}入围 ${shortlisted.length} 个，只有 ${most.value} 个，超出 ${rest.length + 1} 个`,
      found: String(shortlisted.length),
      mend: '由评审的单位确定哪些入围；在此之前这一组都不列入',
    };
  }
}

function at(row: number, heading: string): CellRef {
  return { sheet: 'decisions', row, heading };
}
