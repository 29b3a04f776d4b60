/** All files of a scheme, each of the right shape; not yet checked against one another. */
import type { z } from 'zod';
import type { SchemeFault } from './fault.ts';
import { readShape, type Part } from './read-shape.ts';
import { awardsShape, type AwardsShape } from './shapes/awards.ts';
import { formsShape, type FormsShape } from './shapes/forms.ts';
import { prizeShape, type PrizeShape } from './shapes/prize.ts';
import { quotaShape, type QuotaShape } from './shapes/quota.ts';
import { rosterShape, type RosterShape } from './shapes/roster.ts';
import { schemeShape, type SchemeShape } from './shapes/scheme.ts';
import { scoreSheetShape, type ScoreSheetShape } from './shapes/score-sheet.ts';
import { readYamlFile } from './yaml-file.ts';

export interface RawScheme {
  readonly scheme: Part<SchemeShape>;
  readonly roster: Part<RosterShape>;
  readonly quota: Part<QuotaShape>;
  readonly scoreSheet: Part<ScoreSheetShape>;
  readonly awards: Part<AwardsShape>;
  readonly prize: Part<PrizeShape>;
  readonly forms: Part<FormsShape>;
}

/** Read by others: the worked cases of the tests. */
const OTHER_FILES = new Set(['cases.yaml']);

/** Null when a file is missing, unknown or not of its shape; the faults are put into `faults`. */
export function readRawScheme(files: ReadonlyMap<string, string>, faults: SchemeFault[]): RawScheme | null {
  const wanted = new Set<string>(OTHER_FILES);
  const read = <Shape extends z.ZodType>(name: string, shape: Shape): Part<z.infer<Shape>> | null => {
    wanted.add(name);
    const text = files.get(name);
    if (text === undefined) {
      faults.push({ file: name, line: null, field: '', message: `方案缺少 ${name}，请补上这个文件` });
      return null;
    }
    const file = readYamlFile(name, text, faults);
    return file && readShape(file, shape);
  };
  const scheme = read('scheme.yaml', schemeShape);
  const roster = read('roster.yaml', rosterShape);
  const quota = read('quota.yaml', quotaShape);
  const scoreSheet = read('score-sheet.yaml', scoreSheetShape);
  const awards = read('awards.yaml', awardsShape);
  const prize = read('prize.yaml', prizeShape);
  const forms = read('forms.yaml', formsShape);
  for (const name of files.keys()) {
    if (!name.endsWith('.yaml') || wanted.has(name)) continue;
    faults.push({ file: name, line: null, field: '', message: `方案里不应有 ${name}，请核对文件名或删去` });
  }
  if (!scheme || !roster || !quota || !scoreSheet || !awards || !prize || !forms) return null;
  return { scheme, roster, quota, scoreSheet, awards, prize, forms };
}
