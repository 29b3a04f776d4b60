import type { Mutant } from './mutant-list.ts';

/** The broken text of the mutant's file, or in words why it cannot be made. */
export function applyMutant(
  text: string,
  { before, after }: Mutant,
): { readonly broken: string } | { readonly why: string } {
  const [ahead, behind, more] = text.split(before);
  if (`${before}${after}`.includes('\n')) return { why: 'is more than one line' };
  if (ahead === undefined || behind === undefined) return { why: 'is found nowhere' };
  if (more !== undefined) return { why: 'is found more than once' };
  return { broken: `${ahead}${after}${behind}` };
}
