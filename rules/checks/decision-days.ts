/** 决定日期: whoever typed another year has decided all the same, but at what time nobody knows. Conclusions and consents alike. */
import { showDay } from '../calendar.ts';
import type { Decision } from '../decision.ts';
import type { Finding } from '../finding.ts';
import { findStep } from '../find-step.ts';
import type { RosterIndex } from '../roster-index.ts';
import { seasonOf } from '../season.ts';

/** @param findings all others: a date that contradicts another is told there */
export function* checkDecisionDays(index: RosterIndex, findings: readonly Finding[]): Iterable<Finding> {
  const season = seasonOf(index.scheme);
  if (!season) return;
  const told = new Set(
    findings
      .filter(({ rule }) => rule === 'dates-contradict')
      .flatMap(({ where }) => where.map(({ sheet, row }) => (sheet === 'decisions' ? row : null))),
  );
  for (const row of index.roster.decisions) {
    const what = nameDecision(index, row);
    if (what === null || row.on === '' || told.has(row.row)) continue;
    const isEarly = season.first !== null && row.on < season.first;
    if (!isEarly && row.on <= season.last) continue;
    const bound = isEarly
      ? `早于评选开始（${showDay(season.first)}）`
      : `晚于办法写明的最后一天一年以上（${showDay(season.last)}以后）`;
    const cell = { sheet: 'decisions', row: row.row, heading: '决定日期' } as const;
    yield {
      rule: 'decision-day-odd',
      severity: 'question',
      cite: null,
      where: [cell],
      nominations: nominationsOf(index, row),
      message: `${what}的日期${showDay(row.on)}${bound}`,
      found: row.on,
      mend: '核对后更正“决定日期”；确实是这一天的，写入“决定”表',
    };
  }
}

/** Null of a row that says nothing yet: its day decides nothing. */
function nameDecision({ scheme }: RosterIndex, row: Decision): string | null {
  const step = findStep(scheme, row);
  if (step) return step.name;
  return row.word === 'agreed' || row.word === 'refused' ? `“${row.matter}”的决定` : null;
}

function nominationsOf(index: RosterIndex, row: Decision) {
  const subject = index.decisions.subjectOf(row);
  if (subject.kind === 'nomination') return [subject.nomination];
  return subject.kind === 'unit' ? index.nomineesByUnit.all(subject.unit.number) : [];
}
