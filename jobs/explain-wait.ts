/** Why a form waits: what the check, the review or the certificate still lacks. */
import { describeOwnGaps, type Gap } from '../rules/incomplete-base.ts';
import type { NomineeCheck } from '../rules/nominee-check.ts';
import { isRejected } from '../rules/review.ts';
import type { ApprovalForm } from '../rules/scheme.ts';
import { describeParent } from '../rules/verdict.ts';
import type { Certify } from './certify.ts';
import { give, run } from './way.ts';

/** What is open about the rows that a form rests on, by its stage: what is handed in rests on none, and what is signed after the check on no conclusion. */
export type GapsByStage = Readonly<Record<ApprovalForm['stage'], readonly Gap[]>>;

/**
 * Why a form of a nominee is still a draft; null where it may be printed. What the applicant hands in comes before any review; what the
 * association signs after the check; a certificate when it has been concluded, and can be proved where it shows a code.
 */
export function explainWait(
  { stage }: ApprovalForm,
  nominee: NomineeCheck,
  certificate: ReturnType<Certify> | undefined,
  gaps: GapsByStage,
): string | null {
  const { cleared, standing, reviewed } = nominee;
  switch (stage) {
    case 'application':
      return null;
    case 'approval':
      if (reviewed === 'rejected') return explainRejected(nominee);
      return cleared || standing.roster === 'against' ? null : UNCLEARED;
    case 'certificate':
      if (standing.certificate !== 'chosen' && standing.certificate !== 'against') {
        const waiting = explainWaiting(nominee);
        return { held: UNCLEARED, waiting, rejected: explainRejected(nominee) }[standing.certificate];
      }
      if (gaps[stage].length > 0) return `要先处理${describeOwnGaps(gaps[stage])}`;
      return typeof certificate === 'string' ? certificate : null;
  }
}

/** Its own conclusion, or its unit's. */
function explainRejected(nominee: NomineeCheck): string {
  return isRejected(nominee) ? '评审结论为不入围' : nominee.lacksParents.map(describeParent).join('，');
}

function explainWaiting({ conclusions, lacksParents }: NomineeCheck): string {
  const faulty = conclusions.filter(({ faults }) => faults.length > 0).map(({ step }) => step.name);
  if (faulty.length > 0) return `${faulty.join('、')}的结论填写有误，请${run('check')} 查看原因并更正`;
  const isOpen = conclusions.some(({ conclusion }) => conclusion !== 'shortlisted');
  return isOpen ? '尚无评审结论，请在“决定”表写明' : lacksParents.map(describeParent).join('，');
}

const UNCLEARED = `未通过审查，请${run('check')} 查看原因并更正，或${run('forms')} ${give('draft')} 先出草稿`;
