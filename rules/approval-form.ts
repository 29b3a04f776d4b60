/** 审批表: what stands in each field of a nominee's form. */
import type { MemberUnit, Nominee } from './master-roster.ts';
import { isDay, isMonth, showDay, showMonth } from './calendar.ts';
import { certificateUntil } from './certificate.ts';
import { wordOf, type ColumnType, type FactValue } from './roster-column.ts';
import { columnOf } from './roster-columns.ts';
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
export function fillField({
  form,
  placeholder,
  nominee,
  unit,
  context,
}: {
  readonly form: ApprovalForm;
  readonly placeholder: string;
  readonly nominee: Nominee;
  readonly unit: MemberUnit | null;
  readonly context: FormContext;
}): string | null {
  const computed = form.computed[placeholder];
  if (computed) return computeField(computed, nominee, context);
  const heading = form.fields[placeholder] ?? placeholder;
  const own = columnOf('nominees', heading, context.scheme);
  const column = own ?? columnOf('memberUnits', heading, context.scheme);
  // A draft's unit may not stand in the roster.
  return column ? printFact((own ? nominee : unit)?.facts.get(heading) ?? null, column.type) : null;
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
      const day = scheme.grading && certificateUntil(scheme.grading, nominee);
      return day ? showDay(day) : '';
    }
    case 'verification-code':
      return code;
  }
}

/** Days and months are written as the forms ask for them, `1975年3月`. What merely looks like one, such as 2024-01 in a text, stays as typed. */
function printFact(value: FactValue, type: ColumnType): string {
  const text = wordOf(value);
  if (type === 'date' && isDay(text)) return showDay(text);
  return type === 'month' && isMonth(text) ? showMonth(text) : text;
}
