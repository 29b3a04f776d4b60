/** A number in a sentence for users is one of the words cited, of the figures beside it, or of the names of its own awards. */
import * as z from 'zod';
import type { CitedWords, Figure } from '../figures/list-cited.ts';
import { listStrange } from '../figures/prove.ts';
import { valueAt, type Part } from '../read-shape.ts';
import type { Unproved } from './choice-proofs.ts';

/** By the id of the award. */
export type AwardNames = ReadonlyMap<string, readonly string[]>;

export function judgeSentence(
  { path, value, reading }: Figure,
  words: CitedWords,
  part: Part<unknown>,
  awardNames: AwardNames,
): Unproved | null {
  const sentence = String(value);
  const known = [...whatIsBeside(words), ...namesFor(path, part, awardNames)].map((text) => `${text}。\n`).join('');
  const strange = listStrange(sentence, known);
  if (strange.length === 0) return null;
  return {
    isRead: reading !== null && listStrange(sentence, reading.text).length === 0,
    message: `句中的 ${strange.join('、')} 既不在引文“${words.quote}”里，也不是这里写明的数，请照原文更正`,
  };
}

/** The words, the figures under them and the readings of those. What passes a condition is proved by the words as they are. */
function whatIsBeside({ quote, figures }: CitedWords): string[] {
  const others = figures.filter(({ mark }) => mark.reads !== 'sentence' && mark.reads !== 'choices');
  return [quote, ...others.flatMap((figure) => [...describeFigure(figure), figure.reading?.text ?? ''])];
}

/** With the things that it counts: 2 of 项 does not prove 二年. */
function describeFigure({ mark, value }: Figure): string[] {
  const units = mark.reads === 'number' ? mark.units : undefined;
  return units ? units.map((unit) => `${String(value)}${unit}`) : [String(value)];
}

const ofAwards = z.object({ awards: z.array(z.string()) });

/** A condition may name the grade that it is for; what mends it may be another award. */
function namesFor(path: Figure['path'], part: Part<unknown>, awardNames: AwardNames): readonly string[] {
  if (path.at(-1) === 'mend') return [...awardNames.values()].flat();
  const holder = ofAwards.safeParse(valueAt(part.data, path.slice(0, -1)));
  return holder.success ? holder.data.awards.flatMap((id) => awardNames.get(id) ?? []) : [];
}
