/** 征求意见: a body that does not consent holds a nomination until somebody concludes, and an answer of whoever was not asked is none. */
import { askAbout, isOpinion } from '../asked-opinions.ts';
import type { Decision } from '../decision.ts';
import { findStep } from '../find-step.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { Nominee } from '../master-roster.ts';
import { concludeSteps } from '../review.ts';
import type { CellRef } from '../roster-cell.ts';
import type { RosterIndex } from '../roster-index.ts';
import { textKey } from '../same-text.ts';
import type { AskedBodies, ReviewStep } from '../scheme-parts.ts';

export function* checkOpinions(index: RosterIndex): Iterable<Finding> {
  if (!index.scheme.review?.steps.some(({ asks }) => asks !== null)) return;
  yield* findAdverse(index);
  yield* findStrangers(index);
}

/** Whoever concludes the step decides about it; a consent to the finding would say nothing of the nomination. */
function* findAdverse(index: RosterIndex): Iterable<Finding> {
  for (const nominee of index.roster.nominees) {
    for (const { step, sought, decision } of concludeSteps(index, nominee)) {
      const opinion = sought?.opinion ?? null;
      if (opinion?.word !== 'refused' || decision) continue;
      yield {
        rule: 'opinion-adverse',
        severity: 'question',
        cite: step.cite,
        where: [at(opinion, '决定')],
        nominations: [nominee],
        message: `${opinion.by}不同意，理由：${opinion.reason}；作出结论以前不列入公示和以后的名单`,
        found: '不同意',
        mend: `由${step.body}在“决定”表另加一行，事项“${step.name}”，决定填“入围”并写明理由，或填“不入围”；这一行意见留着`,
      };
    }
  }
}

/** One question for each name. */
function* findStrangers(index: RosterIndex): Iterable<Finding> {
  const rows = index.roster.decisions.flatMap((row) => {
    const step = findStep(index.scheme, row);
    const subject = index.decisions.subjectOf(row);
    if (!step?.asks || !isOpinion(row) || row.by === '' || subject.kind !== 'nomination') return [];
    const wanted = nameAsked(index, step.asks, subject.nomination);
    return wanted !== null && textKey(wanted) === textKey(row.by)
      ? []
      : [{ row, step, wanted, nominee: subject.nomination }];
  });
  for (const group of groupBy(rows, ({ row, step, wanted }) => `${step.id} ${row.by} ${wanted ?? ''}`).values()) {
    const [first, ...others] = group;
    if (first) yield tellStranger(first, others);
  }
}

interface StrangerRow {
  readonly row: Decision;
  readonly step: ReviewStep;
  readonly wanted: string | null;
  readonly nominee: Nominee;
}

function tellStranger(first: StrangerRow, others: readonly StrangerRow[]): Finding {
  const { row, step, wanted } = first;
  const heading = step.asks?.heading ?? '';
  return {
    rule: 'opinion-body-differs',
    severity: 'question',
    cite: step.cite,
    where: [at(row, '决定单位'), ...others.map((each) => at(each.row, '决定单位'))],
    nominations: [first, ...others].map(({ nominee }) => nominee),
    message:
      wanted === null
        ? `${step.name}的决定单位是“${row.by}”，而这项推荐的单位没有填“${heading}”，意见不算数`
        : `${step.name}的决定单位是“${row.by}”，征求的是“${wanted}”，意见不算数`,
    found: row.by,
    mend:
      wanted === null
        ? `核对会员单位的“${heading}”；不向它征求意见的，删去这一行`
        : `同一个单位的，改写成“${wanted}”；确实不是它答复的，删去这一行，或更正会员单位的“${heading}”`,
  };
}

function nameAsked(index: RosterIndex, asks: AskedBodies, nominee: Nominee): string | null {
  const asked = askAbout(index, asks, nominee);
  return asked.kind === 'body' ? asked.body : null;
}

function at({ row }: Decision, heading: string): CellRef {
  return { sheet: 'decisions', row, heading };
}
