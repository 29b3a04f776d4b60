/** `check-schemes --coverage`: what of its document each scheme answers for. */
import { coverDocuments, type CoverageState, type DocumentCoverage } from '../schemes/coverage.ts';
import type { SchemeFolder } from './scheme-folder.ts';

export interface SchemeCoverage {
  readonly id: string;
  /** Empty where the scheme's files cannot be read; its faults say why. */
  readonly documents: readonly DocumentCoverage[];
}

export async function coverSchemes(schemes: SchemeFolder): Promise<SchemeCoverage[]> {
  const ids = await schemes.ids();
  return Promise.all(
    ids.map(async (id) => ({
      id,
      documents: coverDocuments(await schemes.texts(id)) ?? [],
    })),
  );
}

const WORDS: Readonly<Record<CoverageState, string>> = {
  cited: '引用',
  explained: '说明',
  heading: '标题',
  open: '没有着落',
};

/** One line for each sentence, what is open behind it, and the counts. */
export function describeCoverage({ id, documents }: SchemeCoverage): string {
  return documents
    .flatMap(({ source, sentences }) => [
      `${id}/${source}`,
      ...sentences.map(({ line, text, state, open }) => {
        const rest = open.length > 0 ? `\n        没有引用、README 也没有说明的：${open.join('；')}` : '';
        return `${String(line).padStart(5)}  ${WORDS[state]}  ${text}${rest}`;
      }),
      countStates(sentences.map(({ state }) => state)),
    ])
    .join('\n');
}

/** `共 194 句：引用 120，说明 67，标题 7，没有着落 0。` */
function countStates(states: readonly CoverageState[]): string {
  const all: readonly CoverageState[] = ['cited', 'explained', 'heading', 'open'];
  const counts = all.map((wanted) => `${WORDS[wanted]} ${states.filter((state) => state === wanted).length}`);
  return `共 ${states.length} 句：${counts.join('，')}。`;
}

/** Whether a sentence of the documents is answered for nowhere. */
export function hasOpen({ documents }: SchemeCoverage): boolean {
  return documents.some(({ sentences }) => sentences.some(({ state }) => state === 'open'));
}
