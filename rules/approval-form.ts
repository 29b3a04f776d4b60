/** 审批表: what stands in each field of a nominee's form. */
import type { MemberUnit, Nominee } from './master-roster.ts';
import type { FactValue } from './roster-column.ts';
import type { ApprovalForm } from './scheme.ts';

/**
 * The text of one placeholder: the nominee's own column of that heading, else the unit's. A field that is not filled in is empty, as on paper.
 * @returns null when no column of the roster has the heading
 */
export function fillField(
  form: ApprovalForm,
  placeholder: string,
  nominee: Nominee,
  unit: MemberUnit | null,
): string | null {
  const heading = form.fields[placeholder] ?? placeholder;
  const holder = [nominee.facts, unit?.facts].find((facts) => facts?.has(heading));
  return holder ? showFact(holder.get(heading) ?? null) : null;
}

/** `1975-03` is written as the form asks for it, `1975年3月`. */
function showFact(value: FactValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const month = /^(\d{4})-(\d{2})$/.exec(String(value));
  return month ? `${month[1]}年${Number(month[2])}月` : String(value);
}
