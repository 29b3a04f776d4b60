/** 评审结论: against a condition it says why, no step takes back a no, and it stays within the number that an award bears in itself. */
import { isConclusion } from '../decision.ts';
import type { Eligibility } from '../eligibility.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { Nominee } from '../master-roster.ts';
import type { CellRef } from '../roster-cell.ts';
import { findStep } from '../find-step.ts';
import { concludeSteps, listUnreasoned } from '../review.ts';
import type { RosterIndex } from '../roster-index.ts';
import { textKey } from '../same-text.ts';

export function* checkConclusions(index: RosterIndex, eligibilities: readonly Eligibility[]): Iterable<Finding> {
  yield* findUnreasoned(index, eligibilities);
  yield* findAfterRejection(index);
  yield* findOtherBodies(index);
  yield* findTooMany(index);
}

/**
 * The body decides, and says why where a condition speaks against it. Whose unit is not known is no matter of conditions: nothing that a body
 * writes lets it out.
 */
function* findUnreasoned(index: RosterIndex, eligibilities: readonly Eligibility[]): Iterable<Finding> {
  for (const { nominee, answer, unit } of eligibilities) {
    if (answer === 'yes' || unit === null) continue;
    const silent = listUnreasoned(concludeSteps(index, nominee));
    const [first, ...others] = silent.flatMap(({ decision }) => (decision ? [at(decision.row, '理由')] : []));
    const step = silent[0]?.step;
    if (!first || !step) continue;
    yield {
      rule: 'conclusion-unreasoned',
      severity: 'violation',
      cite: step.cite,
      where: [first, ...others],
      nominations: [nominee],
      message: `${silent.map(({ step: { name } }) => name).join('、')}为“入围”，而条件尚未全部符合，没有写明理由`,
      found: '空白',
      mend: `由${step.body}写明理由，或改变结论；条件其实符合的，更正总名册`,
    };
  }
}

/** A later yes does not undo an earlier no, but one of the two rows is a slip. */
function* findAfterRejection(index: RosterIndex): Iterable<Finding> {
  if (!index.scheme.review) return;
  for (const nominee of index.roster.nominees) {
    const conclusions = concludeSteps(index, nominee);
    const no = conclusions.findIndex(({ conclusion }) => conclusion === 'rejected');
    const yes = conclusions.findIndex(
      ({ conclusion, decision }, at) => at > no && conclusion === 'shortlisted' && decision !== null,
    );
    const [earlier, later] = [conclusions[no], conclusions[yes]];
    if (no < 0 || !earlier?.decision || !later?.decision) continue;
    yield {
      rule: 'conclusion-after-rejection',
      severity: 'question',
      cite: later.step.cite,
      where: [at(later.decision.row, '决定'), at(earlier.decision.row, '决定')],
      nominations: [nominee],
      message: `${earlier.step.name}已是“不入围”，而${later.step.name}又是“入围”，仍按不入围处理`,
      found: '入围',
      mend: `核对两行：${earlier.step.name}其实入围的更正那一行；确实不入围的删去后面各步的结论`,
    };
  }
}

/** The body that the document names concludes; whoever else signs may be the same under another name. One question for each name. */
function* findOtherBodies(index: RosterIndex): Iterable<Finding> {
  const rows = index.roster.decisions.flatMap((row) => {
    const step = findStep(index.scheme, row);
    const isOther = step !== null && row.by !== '' && !namesBody(row.by, step.body, index.scheme.issuer);
    return isOther && isConclusion(row.word) ? [{ row, step }] : [];
  });
  for (const group of groupBy(rows, ({ row, step }) => `${step.id} ${textKey(row.by)}`).values()) {
    const [first, ...others] = group;
    if (!first) continue;
    const nominations = group.flatMap(({ row }): Nominee[] => {
      const subject = index.decisions.subjectOf(row);
      return subject.kind === 'nomination' ? [subject.nomination] : [];
    });
    yield {
      rule: 'conclusion-body-differs',
      severity: 'question',
      cite: first.step.cite,
      where: [at(first.row.row, '决定单位'), ...others.map(({ row }) => at(row.row, '决定单位'))],
      nominations,
      agreements: nominations.length,
      message: `${first.step.name}的决定单位填的是“${first.row.by}”，应由“${first.step.body}”作出`,
      found: first.row.by,
      mend: `核对是谁作出的结论，填“${first.step.body}”；结论不是它作出的，等它作出后再填`,
    };
  }
}

/** By the document's name for it, or, where that is short for the issuer (市企保协会 of 上海市企事业单位治安保卫协会), by the issuer's full name. */
function namesBody(written: string, body: string, issuer: string): boolean {
  const key = textKey(written);
  const names = [textKey(body), ...(isShortFor(textKey(body), textKey(issuer)) ? [textKey(issuer)] : [])];
  return names.some((name) => key.includes(name) && !BRANCH.test(key.slice(key.indexOf(name) + name.length)));
}

/** What a body has set up in a district or a trade is a body of its own: …协会浦东分会 does not conclude for the association. */
const BRANCH = /分会|支会|办事处|工作站|联络站/;

/** A short name is made of characters of the full one in their order, and ends as it does: 市企保协会, but not 协会 alone. */
function isShortFor(short: string, full: string): boolean {
  if (short.length < FEWEST_OF_SHORT || !full.endsWith(short.slice(-2))) return false;
  let at = 0;
  return Array.from(short).every((character) => {
    at = full.indexOf(character, at) + 1;
    return at > 0;
  });
}

/** Two characters are the kind of body, which many have. */
const FEWEST_OF_SHORT = 3;

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
