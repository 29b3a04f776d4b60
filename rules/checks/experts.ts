/**
 * 评审专家 and 专家评分: experts who cannot be told apart or placed, and scores that do not count, each with its reason. They stop nobody; the mean
 * is made of the others.
 */
import { hasEmployer, judgePanel, type ExpertScoreFault } from '../expert-panel.ts';
import type { ExpertReview } from '../scheme-parts.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { ExpertScore, Nominee } from '../master-roster.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import type { RosterIndex } from '../roster-index.ts';
import { textKey } from '../same-text.ts';

export function* checkExperts(index: RosterIndex): Iterable<Finding> {
  const { expertReview } = index.scheme;
  if (!expertReview) return;
  yield* checkExpertRows(index, expertReview);
  for (const nominee of index.roster.nominees) {
    const { scores } = judgePanel(index, expertReview, nominee);
    for (const { score, fault } of scores) if (fault) yield* describe(expertReview, nominee, score, fault);
    const repeated = scores.flatMap(({ score, fault }) => (fault === 'twice' ? [score] : []));
    for (const rows of groupBy(repeated, ({ expert }) => textKey(expert)).values())
      yield* describeRepeats(nominee, rows);
  }
}

function* checkExpertRows({ roster, experts }: RosterIndex, { ownEmployer }: ExpertReview): Iterable<Finding> {
  for (const expert of roster.experts) {
    const at = (heading: string): CellRef => cellOf('experts', expert, heading);
    const [first = expert] = experts.all(expert.name);
    if (first !== expert) {
      yield {
        rule: 'expert-namesake',
        severity: 'violation',
        cite: null,
        where: [at('姓名'), { ...at('姓名'), row: first.row }],
        nominations: [],
        message: `评审专家“${expert.name}”与第 ${first.row} 行同名，分不清的得分都没有计入`,
        found: expert.name || '空白',
        mend: '同一人只留一行；确是两人的，在姓名后加注区别，专家评分表照写',
      };
    }
    if (hasEmployer(expert)) continue;
    yield {
      rule: 'expert-employer-blank',
      severity: 'question',
      cite: ownEmployer,
      where: [at('工作单位')],
      nominations: [],
      message: `没有填写“${expert.name}”的工作单位，不知应回避哪些申报，其得分没有计入`,
      found: '空白',
      mend: '补填工作单位；没有工作单位的填“无”',
    };
  }
}

function* describe(
  { maximum, ownEmployer }: ExpertReview,
  nominee: Nominee,
  score: ExpertScore,
  fault: ExpertScoreFault,
): Iterable<Finding> {
  const at = (heading: string): CellRef => cellOf('expertScores', score, heading);
  const name = `“${score.expert}”`;
  switch (fault) {
    case 'namesake':
    case 'employer-blank':
    case 'twice':
      // Said once: of the expert's own row, or of all rows of that expert together.
      return;
    case 'unknown-expert':
      yield {
        rule: 'expert-unknown',
        severity: 'violation',
        cite: null,
        where: [at('专家')],
        nominations: [nominee],
        message: `${name}不在评审专家表中，这个得分没有计入`,
        found: score.expert || '空白',
        mend: '更正姓名，或把这位专家补入评审专家表',
      };
      return;
    case 'own-employer':
      yield {
        rule: 'expert-own-employer',
        severity: 'violation',
        cite: ownEmployer,
        where: [at('专家')],
        nominations: [nominee],
        message: `${name}给本单位的申报打分，这个得分没有计入`,
        found: score.expert,
        mend: '删去这一行，由其他专家评分；不是同一单位的，在评审专家表写明单位编号',
      };
      return;
    case 'blank':
      yield {
        rule: 'expert-score-blank',
        severity: 'question',
        cite: maximum.cite,
        where: [at('得分')],
        nominations: [nominee],
        message: `${name}尚未打分`,
        found: '空白',
        mend: '请专家评分后填写',
      };
      return;
    case 'out-of-range':
      yield {
        rule: 'expert-score-out-of-range',
        severity: 'violation',
        cite: maximum.cite,
        where: [at('得分')],
        nominations: [nominee],
        message: `得分 ${score.points ?? ''} 不是 0 到 ${maximum.value} 之间、至多两位小数的数，没有计入`,
        found: String(score.points),
        mend: '对照评分表更正',
      };
  }
}

/** The last row stands for all: it is the one that came too many. */
function* describeRepeats(nominee: Nominee, rows: readonly ExpertScore[]): Iterable<Finding> {
  const at = ({ row }: ExpertScore): CellRef => ({ sheet: 'expertScores', row, heading: '专家' });
  const last = rows.at(-1);
  if (!last) return;
  yield {
    rule: 'expert-score-twice',
    severity: 'violation',
    cite: null,
    where: [at(last), ...rows.slice(0, -1).map(at)],
    nominations: [nominee],
    message: `“${last.expert}”对同一申报有 ${rows.length} 行打分，都没有计入`,
    found: last.expert,
    mend: '确定以哪一行为准，删去其余各行',
  };
}
