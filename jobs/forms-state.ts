/** The forms of a folder as the state of one job: what it made there before, against what it makes now. */
import { UnusableInput } from '../rules/unusable-input.ts';
import { compareForms, markForms, type FormChanges } from './form-changes.ts';
import { isOfScope, type JobScope } from './job-scope.ts';
import type { OutputFolder } from './output-folder.ts';
import { makerOf, type RecordedFile } from './output-record.ts';
import type { FormPlan } from './plan-forms.ts';
import { setAside, type SetAside } from './set-aside.ts';
import { give } from './way.ts';

interface BegunForms {
  readonly changes: FormChanges;
  readonly aside: SetAside;
  /** Workbooks that held forms which are void now, and others that are not: they are made anew, and the earlier one is kept. */
  readonly holdVoid: ReadonlySet<string>;
  /**
   * To be called when all is written: the next run compares with it. A run that is killed before leaves the old state, and the next one tells all
   * that this one would have told.
   * @returns files of another division that hold forms which are void
   */
  readonly finish: () => Promise<readonly string[]>;
}

/** Compares, and takes out of the way first what is void: whatever happens then, it does not stand among those to print. */
export async function beginForms({
  plan,
  folder,
  scope,
}: {
  readonly plan: FormPlan;
  readonly folder: OutputFolder;
  readonly scope: JobScope;
}): Promise<BegunForms> {
  const own = folder.recorded.filter((file) => isOfScope(makerOf(file), scope, folder.force));
  const keysOf = (names: Iterable<string>) => new Set([...names].map((name) => folder.folder.keyOf(name)));
  const [planned, asked] = [keysOf(plan.fileNames), keysOf(plan.files.map(({ name }) => name))];
  const isAsked = ({ name }: RecordedFile) => asked.has(folder.folder.keyOf(name));
  const gone = own.filter(({ name }) => !planned.has(folder.folder.keyOf(workbookOf(name))));
  const before = await Promise.all(
    folder.recorded
      .filter((file) => isAsked(file) || gone.includes(file))
      .map(async ({ name, forms }) => ({ name, forms, stands: await stands(folder, name) })),
  );
  const marks = await markForms(plan);
  const changes = compareForms(before, marks, plan.formNames);
  const aside = await setAside(
    folder,
    gone.map(({ name }) => name),
  );
  const finish = async () => {
    const cleared = gone.filter(({ name }) => !aside.kept.includes(name));
    await folder.rememberForms(new Map([...cleared.map(({ name }) => [name, []] as const), ...marks]));
    const others = folder.recorded.filter((file) => !isAsked(file) && !gone.includes(file));
    return await listStale(folder, others, plan.formNames);
  };
  const holdVoid = new Set(
    folder.recorded.flatMap((file) =>
      isAsked(file) && holdsVoid(file, plan.formNames) ? [folder.folder.keyOf(file.name)] : [],
    ),
  );
  return { changes, aside, holdVoid, finish };
}

/**
 * A selection goes into files of the same names as all do.
 * @throws UnusableInput where a file of the folder holds other forms, which are not void and would be lost
 */
export async function refuseToLoseForms(
  { files, isPart, formNames }: FormPlan,
  { recorded, folder }: OutputFolder,
): Promise<void> {
  if (!isPart) return;
  const recordedForms = new Map(recorded.map(({ name, forms }) => [folder.keyOf(name), forms]));
  for (const { name, forms } of files) {
    const made = new Set(forms.map(({ id }) => id));
    const before = recordedForms.get(folder.keyOf(name)) ?? [];
    const lost = before.filter(({ form }) => formNames.has(form) && !made.has(form)).length;
    if (lost === 0 || (await folder.kindOf(name)) !== 'file') continue;
    throw new UnusableInput(
      `“${folder.show(name)}”里还有 ${lost} 份表格这一次没有选上，写入就没有了；请换一个输出位置，或${give('force')} 覆盖。`,
    );
  }
}

function workbookOf(name: string): string {
  return name.replace(/\.pdf$/, '.xlsx');
}

function holdsVoid({ forms }: RecordedFile, formNames: ReadonlySet<string>): boolean {
  return forms.some(({ form }) => !formNames.has(form));
}

async function stands({ folder }: OutputFolder, name: string): Promise<boolean> {
  return (await folder.kindOf(name)) === 'file';
}

async function listStale(
  folder: OutputFolder,
  files: readonly RecordedFile[],
  formNames: ReadonlySet<string>,
): Promise<string[]> {
  const stale: string[] = [];
  for (const file of files) {
    if (holdsVoid(file, formNames) && (await stands(folder, file.name))) stale.push(file.name);
  }
  return stale;
}
