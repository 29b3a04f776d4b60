/** 回复: a page for each district that was to nominate. */
import { hasLists, type GatheredNominations } from '../../rules/nominations/gather-nominations.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { nameDistrictAnswer, writeDistrictAnswer } from '../../workbook/tally/write-district-answer.ts';
import type { InputFile, JobContext, MadeFile, OutputPlace } from '../job.ts';
import { listLeftFiles } from '../left-files.ts';
import { OutputFolder } from '../output-folder.ts';
import { setAside } from '../set-aside.ts';
import type { ExpectedUnits } from './expected-units.ts';

interface AnswersInput {
  readonly expected: Pick<ExpectedUnits, 'scheme' | 'nominations'>;
  readonly gathered: GatheredNominations | null;
  /** Districts that get theirs; null for all, those without a single member too. */
  readonly districts: ReadonlySet<string> | null;
}

/**
 * Writes nothing where no list of nominations came. The answers of districts that have no places any more are set aside.
 * @throws UnusableInput where a file of other origin stands at the place of an answer
 */
export async function writeAnswers(
  place: OutputPlace,
  { expected, gathered, districts }: AnswersInput,
  { context, sources }: { readonly context: JobContext; readonly sources: readonly InputFile[] },
): Promise<readonly MadeFile[]> {
  const { nominations } = expected;
  if (!gathered || !nominations || !hasLists(gathered)) return [];
  const scheme: Scheme = expected.scheme;
  const scope = { job: 'answers', scheme: scheme.id };
  const folder = await OutputFolder.open(place, context, sources, scope);
  const names = gathered.districts.map(({ district }) => nameDistrictAnswer(district));
  const { gone } = await listLeftFiles(folder, scope, names);
  await setAside(folder, gone);
  const own = gathered.districts.filter(({ district }) => districts?.has(district) ?? true);
  for (const lists of own) {
    const bytes = await writeDistrictAnswer(scheme, lists, { gathered, places: nominations.places });
    await folder.write(nameDistrictAnswer(lists.district), bytes);
  }
  context.tell(
    `已在 ${folder.folder.show('')} 给 ${own.length} 个区各写了一页推荐表回复；联系电话和日期是空的，请发出以前填上。`,
    'made',
  );
  return await folder.close();
}
