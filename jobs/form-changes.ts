/** What a run's forms are against those that the last one made: which are new, which say something else, and which are void. */
import { hidePrivateParts } from '../rules/public-name.ts';
import { showName } from '../rules/publishable.ts';
import { textKey } from '../rules/same-text.ts';
import type { FormMark } from './form-marks.ts';
import type { SetAside } from './set-aside.ts';
import type { RecordedFile } from './output-record.ts';
import type { PlannedForm } from './form-files.ts';
import type { FormPlan } from './plan-forms.ts';
import { sha256 } from './sha-256.ts';

/** Where a form is: its file, and the name of its sheet. */
export interface FormPlace {
  readonly file: string;
  readonly sheet: string;
}

export interface FormChanges {
  readonly new: readonly FormPlace[];
  readonly changed: readonly FormPlace[];
  readonly void: readonly FormPlace[];
  readonly same: number;
}

/** All that a run has to say of a folder's forms. */
export interface FormsOutcome extends FormChanges, SetAside {
  /** Earlier workbooks that are kept aside, for forms in them are void: by their names there. */
  readonly earlier: readonly string[];
  /** Files of another division that hold void forms, and are not made again now. */
  readonly stale: readonly string[];
}

/** Digits of a digest that tell one content from another. */
const DIGEST_LENGTH = 16;

/** The forms of each file to stamp, as the record keeps them. */
export async function markForms({ files }: FormPlan): Promise<Map<string, readonly FormMark[]>> {
  const marks = new Map<string, readonly FormMark[]>();
  for (const { name, forms } of files) marks.set(name, await Promise.all(forms.map(markForm)));
  return marks;
}

/** The name of a sheet tells where the form is, and is no part of what is printed. */
async function markForm({ id, nominee, template, page }: PlannedForm): Promise<FormMark> {
  const printed = JSON.stringify([
    template.fingerprint,
    page.sheet,
    page.mark ?? null,
    page.appendices,
    ...page.values,
  ]);
  const digest = await sha256(new TextEncoder().encode(printed));
  const unit = showName(nominee.unit?.name ?? nominee.nominee.unitName, nominee);
  return { form: id, unit, sheet: page.name, digest: digest.slice(0, DIGEST_LENGTH) };
}

/**
 * Compares by form, wherever it stands: one that has moved to another file is still the same.
 * @param before files of this division that are made again or have gone, with whether they still stand
 * @param formNames every form that there is: one of another file, which is not made now, is not void
 */
export function compareForms(
  before: readonly (Pick<RecordedFile, 'name' | 'forms'> & { readonly stands: boolean })[],
  now: ReadonlyMap<string, readonly FormMark[]>,
  formNames: ReadonlySet<string>,
): FormChanges {
  const known = new Map<string, FormPlace & { readonly digest: string | null }>();
  for (const { name, forms, stands } of before) {
    for (const { form, sheet, digest } of forms) known.set(form, { file: name, sheet, digest: stands ? digest : null });
  }
  const changes = { new: [] as FormPlace[], changed: [] as FormPlace[], void: [] as FormPlace[], same: 0 };
  for (const [file, marks] of now) {
    for (const { form, sheet, digest } of marks) {
      const last = known.get(form)?.digest ?? null;
      known.delete(form);
      if (last === digest) changes.same += 1;
      else changes[last === null ? 'new' : 'changed'].push({ file, sheet });
    }
  }
  for (const [form, { file, sheet }] of known) if (!formNames.has(form)) changes.void.push({ file, sheet });
  return changes;
}

/**
 * Whether a folder's forms are of another roster: fewer than half of them are of units that this one knows. Its path and its name say nothing,
 * for staff edit a roster between any two runs and save it under the next day's name; its units stay.
 */
export function isOfOtherRoster(forms: readonly FormMark[], unitNames: readonly string[]): boolean {
  const units = new Set(unitNames.flatMap((name) => [textKey(name), textKey(hidePrivateParts(name))]));
  const known = forms.filter(({ unit }) => units.has(textKey(unit))).length;
  return 2 * known < forms.length;
}
