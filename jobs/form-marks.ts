/** The forms of one file as the record of a folder keeps them, so that the next run can say which of them differ. */
import { textKey } from '../rules/same-text.ts';

export interface FormMark {
  /** The nomination and which of its forms, as `PlannedForm.id`. */
  readonly form: string;
  /** The unit's name, by which a roster is known again. */
  readonly unit: string;
  /** The name of its sheet. */
  readonly sheet: string;
  /** Of what is printed on it. */
  readonly digest: string;
}

export function writeFormsLine(file: string, forms: readonly FormMark[]): string {
  return JSON.stringify({ file, forms: forms.map(({ form, unit, sheet, digest }) => [form, unit, sheet, digest]) });
}

/** Null where a crash has cut the line short, or it says something else. */
export function parseFormsLine(line: string): { file: string; forms: FormMark[] } | null {
  const read = parseJson(line);
  if (typeof read !== 'object' || read === null || !('file' in read) || !('forms' in read)) return null;
  const { file, forms } = read;
  if (typeof file !== 'string' || !Array.isArray(forms)) return null;
  const marks = forms.flatMap((each: unknown) => readMark(each) ?? []);
  return marks.length === forms.length ? { file, forms: marks } : null;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function readMark(each: unknown): FormMark | null {
  if (!Array.isArray(each)) return null;
  const [form, unit, sheet, digest] = each.map((part: unknown) => (typeof part === 'string' ? part : null));
  // Former versions have written it as it stood in the roster.
  return form && typeof unit === 'string' && typeof sheet === 'string' && digest
    ? { form: textKey(form), unit, sheet, digest }
    : null;
}
