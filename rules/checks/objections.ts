/** 异议: an objection holds a nomination up until it is looked into, and one that is upheld sends it back. */
import type { Finding } from '../finding.ts';
import { OBJECTION_WORDS } from '../master-roster.ts';
import { cellOf } from '../roster-cell.ts';
import type { RosterIndex } from '../roster-index.ts';

export function* checkObjections({ scheme, roster, nomineesByApplication }: RosterIndex): Iterable<Finding> {
  const cite = scheme.notice.objections;
  if (!cite) return;
  for (const { row, application, state } of roster.objections) {
    const nominee = nomineesByApplication.first(application);
    if (!nominee || state === 'dismissed') continue;
    yield {
      rule: state === 'upheld' ? 'objection-upheld' : 'objection-open',
      severity: 'violation',
      nominations: [nominee],
      cite,
      where: [{ sheet: 'objections', row, heading: '处理结果' }, cellOf('nominees', nominee, '申报编号')],
      message:
        state === 'upheld'
          ? `对“${nominee.name || nominee.unitName}”的异议成立，退回重新审核`
          : `对“${nominee.name || nominee.unitName}”的异议尚未核实，重新审核前不能通过`,
      found: OBJECTION_WORDS[state],
      mend:
        state === 'upheld' ? '撤下这项申报，或重新审核后更正处理结果' : '核实后填“成立”或“不成立”，并写明处理人和日期',
    };
  }
}
