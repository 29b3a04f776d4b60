/** 审批表: what stands in each field of a nominee's form. */
import type { MemberUnit, Nominee } from './master-roster.ts';
import { columnsOf } from './roster-columns.ts';
import type { FactValue } from './roster-column.ts';
import { isDay, showDay } from './calendar.ts';
import { validUntil } from './certificate.ts';
import type { ApprovalForm, Award, ComputedField, Scheme } from './scheme.ts';

/** What `computed` fields are made of, beside the nominee. */
export interface FormContext {
  readonly scheme: Scheme;
  readonly award: Award;
  /** The code that proves a certificate; empty where there is none. */
  readonly code: string;
}

/**
 * The text of one placeholder: what the form computes, else the nominee's own column of that heading, else the unit's. A field that is not
 * filled in is empty, as on paper.
 * @returns null when no column of the roster has the heading
 */
export function fillField(
  form: ApprovalForm,
  placeholder: string,
  nominee: Nominee,
  unit: MemberUnit | null,
  context: FormContext,
): string | null {
  const computed = form.computed[placeholder];
  if (computed) return computeField(computed, nominee, context);
  const heading = form.fields[placeholder] ?? placeholder;
  const holder = [nominee.facts, unit?.facts].find((facts) => facts?.has(heading));
  if (holder) return showFact(holder.get(heading) ?? null);
  // The draft of a nominee whose unit is not in the roster.
  return columnsOf('memberUnits', context.scheme).some((column) => column.heading === heading) ? '' : null;
}

function computeField(field: ComputedField, nominee: Nominee, { scheme, award, code }: FormContext): string {
  switch (field) {
    case 'award':
      return award.name;
    case 'award-short':
      return award.shortName;
    case 'edition':
      return scheme.edition;
    case 'valid-until': {
      const { certificate } = scheme.grading ?? {};
      const day = certificate && validUntil(certificate, nominee.facts.get(certificate.issuedHeading) ?? null);
      return day ? showDay(day) : '';
    }
    case 'verification-code':
      return code;
  }
}

/** `1975-03` is written as the forms ask for it, `1975年3月`, and days likewise. */
function showFact(value: FactValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (isDay(String(value))) return showDay(String(value));
  const month = /^(\d{4})-(\d{2})$/.exec(String(value));
  return month ? `${month[1]}年${Number(month[2])}月` : String(value);
}
