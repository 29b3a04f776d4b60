import type { Nominee } from '../master-roster.ts';
import type { Scheme } from '../scheme.ts';

/**
 * True where nothing is assessed and the grade that is held stays, such as for a lost certificate that is issued again: there is nothing to
 * object to, and the certificate takes the place of the old one.
 */
export function keepsGrade({ grading }: Pick<Scheme, 'grading'>, { facts }: Nominee): boolean {
  return grading !== null && grading.matter.keeps.value.includes(String(facts.get(grading.matter.heading) ?? ''));
}
