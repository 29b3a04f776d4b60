/** 专家评审: applications that the panel has not scored, or scored less than others, and a tie where the award's number ends. */
import type { Eligibility } from '../eligibility.ts';
import { compareMeans, judgePanel } from '../expert-panel.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import { rankPanels } from '../panel-proposal.ts';
import { concludeSteps } from '../review.ts';
import type { RosterIndex } from '../roster-index.ts';
import { largestOf } from '../largest.ts';

/** One question an award, with the applications that it is about. What fails a condition needs no panel. */
export function* checkPanels(index: RosterIndex, eligibilities: readonly Eligibility[]): Iterable<Finding> {
  const { expertReview } = index.scheme;
  if (!expertReview) return;
  const { cite } = expertReview.maximum;
  // Without a number nobody can score an application, and the missing number is said by itself.
  const eligible = eligibilities.filter(({ nominee, answer }) => answer === 'yes' && nominee.application !== '');
  for (const [award, group] of groupBy(eligible, (each) => each.award)) {
    const counted = group.map(({ nominee }) => ({ nominee, count: judgePanel(index, expertReview, nominee).count }));
    const usual = Math.max(0, largestOf(counted.map(({ count }) => count)));
    const pick = (isMeant: (count: number) => boolean) =>
      counted.filter(({ count }) => isMeant(count)).map(({ nominee }) => nominee);
    const missing = pick((count) => count === 0);
    if (missing.length > 0) {
      const message = `${award.name}有 ${missing.length} 项申报没有算数的专家评分`;
      yield question({
        rule: 'panel-missing',
        cite,
        nominations: missing,
        message,
        mend: '请专家评分后填写专家评分表',
      });
    }
    const fewer = pick((count) => count > 0 && count < usual);
    if (fewer.length > 0) {
      const message = `${award.name}有 ${fewer.length} 项申报算数的专家评分不足 ${usual} 个，比同一奖项的其他申报少`;
      yield question({
        rule: 'panel-incomplete',
        cite,
        nominations: fewer,
        message,
        mend: '补齐评分；按现有评分计算的，由评审的单位写入“决定”表',
      });
    }
  }
  yield* findTies(index, eligibilities);
}

/** Nobody but the body that concludes can say which of them go in. */
function* findTies(index: RosterIndex, eligibilities: readonly Eligibility[]): Iterable<Finding> {
  const panels = rankPanels(index, eligibilities);
  const tied = panels.flatMap(({ nominee, mean, proposal }) =>
    mean && proposal?.place === 'tied' ? [{ ...proposal, mean, nominee }] : [],
  );
  const unsure = new Set(eligibilities.filter(({ answer }) => answer === 'unknown').map(({ nominee }) => nominee));
  for (const [award, group] of groupBy(tied, ({ nominee }) => nominee.award)) {
    const open = group.filter(({ nominee }) =>
      concludeSteps(index, nominee).some(({ conclusion }) => conclusion === null),
    );
    const [first] = open;
    if (!first?.most) continue;
    const ahead = panels.filter(
      ({ nominee, mean }) =>
        nominee.award === award && unsure.has(nominee) && mean && compareMeans(mean, first.mean) <= 0,
    ).length;
    const provisional = ahead > 0 ? `；另有 ${ahead} 项待确认的平均分不低于它们，确认以后名次会变` : '';
    yield question({
      rule: 'tie-at-line',
      cite: first.most.cite,
      nominations: open.map(({ nominee }) => nominee),
      message: `${award}有 ${group.length} 项申报并列第 ${first.rank} 名，而只有 ${first.most.value} 个名额${provisional}`,
      mend: '由评审的单位逐项作出结论，写入“决定”表',
    });
  }
}

type Asked = Pick<Finding, 'cite' | 'nominations' | 'message' | 'mend'> & {
  readonly rule: 'panel-missing' | 'panel-incomplete' | 'tie-at-line';
};

function question({ rule, cite, nominations, message, mend }: Asked): Finding {
  const listed = nominations.slice(0, MOST_LISTED).map(({ application }) => application);
  return {
    rule,
    severity: 'question',
    cite,
    where: [{ sheet: 'nominees', row: null, heading: '申报编号' }],
    nominations,
    // A word about one application says nothing of the others.
    agreements: nominations.length,
    message,
    found: `${listed.join('、')}${nominations.length > MOST_LISTED ? '等' : ''}`,
    mend,
  };
}

/** Numbers that a reader takes in. */
const MOST_LISTED = 10;
