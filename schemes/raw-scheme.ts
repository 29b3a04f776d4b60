/** All files of a scheme, each of the right shape; not yet checked against one another. */
import type { z } from 'zod';
import type { SchemeFault } from './fault.ts';
import { readShape, type Part } from './read-shape.ts';
import { awardsShape, type AwardsShape } from './shapes/awards.ts';
import { expertReviewShape, type ExpertReviewShape } from './shapes/expert-review.ts';
import { formsShape, type FormsShape } from './shapes/forms.ts';
import { gradingShape, type GradingShape } from './shapes/grading.ts';
import { limitsShape, type LimitsShape } from './shapes/limits.ts';
import { materialsShape, type MaterialsShape } from './shapes/materials.ts';
import { prizeShape, type PrizeShape } from './shapes/prize.ts';
import { quotaShape, type QuotaShape } from './shapes/quota.ts';
import { reviewShape, type ReviewShape } from './shapes/review.ts';
import { rosterShape, type RosterShape } from './shapes/roster.ts';
import { schemeShape, type SchemeShape } from './shapes/scheme.ts';
import { scoreSheetShape, type ScoreSheetShape } from './shapes/score-sheet.ts';
import { describeLength } from './text-bounds.ts';
import { readYamlFile } from './yaml-file.ts';

export interface RawScheme {
  readonly scheme: Part<SchemeShape>;
  readonly roster: Part<RosterShape>;
  readonly awards: Part<AwardsShape>;
  readonly forms: Part<FormsShape>;
  // Null where the folder has no such file: the document does not rule this.
  readonly quota: Part<QuotaShape> | null;
  readonly scoreSheet: Part<ScoreSheetShape> | null;
  readonly prize: Part<PrizeShape> | null;
  readonly limits: Part<LimitsShape> | null;
  readonly materials: Part<MaterialsShape> | null;
  readonly expertReview: Part<ExpertReviewShape> | null;
  readonly grading: Part<GradingShape> | null;
  readonly review: Part<ReviewShape> | null;
}

/** Every part that is there. */
export function listParts(raw: RawScheme): Part<unknown>[] {
  return Object.values(raw).filter((part: Part<unknown> | null) => part !== null);
}

/** Read by others: the worked cases of the tests. */
const OTHER_FILES = new Set(['cases.yaml']);

/**
 * Null when a file that every scheme has is missing, when one is too long, unknown or not of its shape; the faults are put into `faults`.
 */
export function readRawScheme(files: ReadonlyMap<string, string>, faults: SchemeFault[]): RawScheme | null {
  const wanted = new Set<string>(OTHER_FILES);
  const before = faults.length;
  for (const [name, text] of files) {
    const message = describeLength(text);
    if (message !== null) faults.push({ file: name, line: null, field: '', message });
  }
  if (faults.length > before) return null;
  const readOptional = <Shape extends z.ZodType>(name: string, shape: Shape): Part<z.infer<Shape>> | null => {
    wanted.add(name);
    const text = files.get(name);
    const file = text === undefined ? null : readYamlFile(name, text, faults);
    return file && readShape(file, shape);
  };
  const read = <Shape extends z.ZodType>(name: string, shape: Shape): Part<z.infer<Shape>> | null => {
    if (!files.has(name)) {
      faults.push({ file: name, line: null, field: '', message: `方案缺少 ${name}，请补上这个文件` });
    }
    return readOptional(name, shape);
  };
  const scheme = read('scheme.yaml', schemeShape);
  const roster = read('roster.yaml', rosterShape);
  const awards = read('awards.yaml', awardsShape);
  const forms = read('forms.yaml', formsShape);
  const parts = {
    quota: readOptional('quota.yaml', quotaShape),
    scoreSheet: readOptional('score-sheet.yaml', scoreSheetShape),
    prize: readOptional('prize.yaml', prizeShape),
    limits: readOptional('limits.yaml', limitsShape),
    materials: readOptional('materials.yaml', materialsShape),
    expertReview: readOptional('expert-review.yaml', expertReviewShape),
    grading: readOptional('grading.yaml', gradingShape),
    review: readOptional('review.yaml', reviewShape),
  };
  for (const name of files.keys()) {
    if (!name.endsWith('.yaml') || wanted.has(name)) continue;
    faults.push({ file: name, line: null, field: '', message: `方案里不应有 ${name}，请核对文件名或删去` });
  }
  if (!scheme || !roster || !awards || !forms || faults.length > before) return null;
  return { scheme, roster, awards, forms, ...parts };
}
