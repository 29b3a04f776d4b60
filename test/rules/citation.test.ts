import { describe, expect, test } from 'vitest';
import { citeFor, citeIn, type RuleCitation } from '../../rules/citation.ts';

const of = (clause: string) => ({ document: 'notice', clause, quote: clause });
const other = (clause: string, awards: string[] | null, scopes: string[] | null) => ({
  awards,
  scopes,
  cite: of(clause),
});

describe('citeFor', () => {
  const rule: RuleCitation = {
    common: of('common'),
    others: [
      other('unit of the city', ['unit'], ['city']),
      other('units', ['unit', 'department'], null),
      other('city', null, ['city']),
    ],
  };

  test.each([
    [{ award: 'unit', scope: 'city' }, 'unit of the city'],
    [{ award: 'unit', scope: 'district' }, 'units'],
    [{ award: 'unit' }, 'units'],
    [{ award: 'department', scope: 'city' }, 'units'],
    [{ award: 'cadre', scope: 'city' }, 'city'],
    [{ award: 'cadre', scope: 'district' }, 'common'],
    // a clause of some scopes is none for a unit whose scope nobody knows
    [{ award: 'cadre' }, 'common'],
    [{ scope: 'city' }, 'city'],
    [{}, 'common'],
  ])('%j: %s', (which, clause) => {
    expect(citeFor(rule, which).clause).toBe(clause);
  });
});

describe('citeIn', () => {
  const scoped = { cite: of('all'), citeByScope: new Map([['city', of('city')]]) };

  test.each([
    [scoped, 'city', 'city'],
    [scoped, 'district', 'all'],
    [scoped, undefined, 'all'],
    [{ cite: of('all') }, 'city', 'all'],
  ])('%#', (cited, scope, clause) => {
    expect(citeIn(cited, scope).clause).toBe(clause);
  });
});
