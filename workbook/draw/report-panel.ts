/** 专家评审 in a check report: the exact mean of each application, the rank of each eligible one within the award, and every score that does not count. */
import { partOf, type RosterCheck } from '../../rules/check-roster.ts';
import { formatHundredths, formatMean, SCORE_FAULT_WORDS, type JudgedScore } from '../../rules/expert-panel.ts';
import type { ExpertReview } from '../../rules/scheme-parts.ts';
import type { PanelProposal, RankedPanel } from '../../rules/panel-proposal.ts';
import { hideIdNumbers } from '../../rules/id-number.ts';
import { showName } from '../../rules/publishable.ts';
import { LOOK, toned } from './cell-looks.ts';
import { center, drawList, text } from './draw-list.ts';
import { OUTCOMES, outcomeOf } from './report-outcome.ts';
import type { DrawnPage, PenCell } from './page.ts';

/** Only where an award has a number of its own. */
const PROPOSAL = '建议';

const COLUMNS = [
  { heading: '序号', min: 34, max: 34 },
  { heading: '奖项', min: 70, max: 150 },
  { heading: '名次', min: 34, max: 34 },
  { heading: '申报编号', min: 52, max: 70 },
  { heading: '单位', min: 110, max: 190 },
  { heading: '姓名', min: 40, max: 70 },
  { heading: '平均分', min: 48, max: 48 },
  { heading: '计入人数', min: 48, max: 48 },
  { heading: '最高减最低', min: 58, max: 58 },
  { heading: '审查结论', min: 50, max: 50 },
  { heading: PROPOSAL, min: 52, max: 70 },
  { heading: '没有计入的得分', min: 110, max: 260 },
] as const;

/** Award by award in the document's order, the first rank first; applications without a rank stand last. */
export function drawPanel(sheet: DrawnPage, check: RosterCheck, review: ExpertReview, warning: string): void {
  const { awardByName, scheme } = check.index;
  const checks = new Map(check.nominees.map((each) => [each.nominee, each]));
  const hasProposals = (scheme.review?.places.length ?? 0) > 0;
  const columns = COLUMNS.filter(({ heading }) => heading !== PROPOSAL || hasProposals);
  const awardOf = ({ nominee }: RankedPanel) => awardByName.get(nominee.award);
  const panels = check.panels
    .flatMap((panel) => {
      const award = awardOf(panel);
      return award ? [{ ...panel, award, order: scheme.awards.indexOf(award) }] : [];
    })
    .sort((a, b) => a.order - b.order || compareRanks(a.proposal, b.proposal) || a.nominee.row - b.nominee.row);
  const rows = panels.map(({ award, nominee, proposal, mean, count, spread, scores }, index): PenCell[] => {
    const checked = checks.get(nominee);
    const outcome = OUTCOMES.find(({ id }) => checked && id === outcomeOf(checked));
    return [
      center(index + 1),
      text(award.name),
      center(proposal?.rank ?? ''),
      center(hideIdNumbers(nominee.application)),
      text(showName(nominee.unitName, checked)),
      text(award.recipient === 'person' ? showName(nominee.name, checked) : ''),
      center(mean ? formatMean(mean) : ''),
      center(count),
      center(spread === null ? '' : formatHundredths(spread)),
      { value: outcome?.word ?? '', look: toned(LOOK.center, outcome?.tone) },
      ...(hasProposals ? [center(describeProposal(proposal))] : []),
      text(describeLeftOut(scores)),
    ];
  });
  const about = `满分 ${review.maximum.value} 分。平均分照计入的得分精确计算，四舍五入到两位小数；名次在同一奖项内符合全部条件的申报中，按四舍五入以前的平均分排，相同的并列；不符合和待确认的没有名次。${hasProposals ? '“建议”照名次排出，不超过奖项名称写明的个数，由评审的单位作出结论。' : ''}`;
  drawList(sheet, { title: '专家评审', about, part: partOf(check), warning }, columns, rows);
}

/** What the means propose; the body decides. Nothing where the award has no number of its own, or the application is not eligible. */
function describeProposal(proposal: PanelProposal | null): string {
  if (!proposal?.most) return '';
  return { inside: '名额之内', tied: '末位并列', outside: '名额之外' }[proposal.place];
}

/** Without a rank last. */
function compareRanks(a: PanelProposal | null, b: PanelProposal | null): number {
  return (a?.rank ?? Number.MAX_SAFE_INTEGER) - (b?.rank ?? Number.MAX_SAFE_INTEGER);
}

/** `张三（给本单位的申报打分）；李四（尚未打分）` */
function describeLeftOut(scores: readonly JudgedScore[]): string {
  return scores
    .flatMap(({ score, fault }) => (fault ? [`${score.expert || '空白'}（${SCORE_FAULT_WORDS[fault]}）`] : []))
    .join('；');
}
