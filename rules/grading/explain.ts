/** 说明: why an application has the outcome that it has. */
import { nameGrade } from '../certificate.ts';
import type { GradeResult, MatterKind } from './result.ts';
import type { GradeGround } from './grounds.ts';
import { ANSWER_WORDS } from '../state-words.ts';

/** In Chinese, without the full stop: `未达到申报的一级，已达到二级的标准；有降级的事由：……`. */
export function explainResult(result: GradeResult): string {
  const { kind, formalities, revocations, downgrades } = result;
  if (revocations.length > 0) return `有取消的事由：${nameGrounds(revocations)}`;
  const missed = formalities.reasons.filter(({ answer }) => answer !== 'yes').map(({ message }) => message);
  const parts = [
    EXPLAIN[kind](result),
    missed.length > 0 ? `手续${ANSWER_WORDS[formalities.answer]}：${missed.join('，')}` : '',
    downgrades.length > 0 ? `有降级的事由：${nameGrounds(downgrades)}` : '',
  ];
  return parts.filter((part) => part !== '').join('；');
}

const EXPLAIN: Readonly<Record<MatterKind, (result: GradeResult) => string>> = {
  applied: explainApplication,
  report: explainReport,
  kept: () => '不重新评定，保持原等级',
  open: () => '没有填写办理什么，不能评定',
};

function explainApplication({ applied, reached, steps }: GradeResult): string {
  if (!applied) return '申报的不是等级，不能评定';
  const answer = steps.find(({ grade }) => grade === applied)?.answer ?? 'unknown';
  const name = applied.shortName;
  if (answer === 'yes')
    return reached && reached !== applied ? `已达到${reached.shortName}的标准，可以改报` : `达到${name}的标准`;
  const sure = reached ? `，已达到${reached.shortName}的标准` : '';
  if (answer === 'unknown') return `${name}还有待确认的事项${sure}`;
  return `未达到申报的${name}${sure || '，也没有达到其他等级的标准'}`;
}

function explainReport({ held, reached, possible, settled, change, formalities }: GradeResult): string {
  if (formalities.answer === 'no') return '年报不能办理，保持原等级';
  if (!settled) return '还有待确认的事项，确认前保持原等级';
  const better = possible ? `，${possible.shortName}还有待确认的事项` : '';
  if (!reached) return '没有达到任何等级的标准';
  return change === 'same'
    ? `达到${reached.shortName}的标准${better}`
    : `由${nameGrade(held)}调整为${reached.shortName}${better}`;
}

function nameGrounds(grounds: readonly GradeGround[]): string {
  return grounds.map(({ heading, cite }) => `${heading}（${cite.clause}）`).join('、');
}
