import { beforeAll, expect, it } from 'vitest';
import { tellUnscored } from '../../../rules/tally/unscored.ts';
import { fillingOf, withoutAssociation, type Filling } from '../../support/filled-sheets.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import { makeFile, makeUnit, tallyOf } from '../../support/tally-files.ts';

let scheme: FullScheme;
beforeAll(async () => {
  scheme = await findShanghai();
});

/** The scorers have left one basic item blank. */
function allButOne(filling: Filling): Filling {
  const association = filling.scores.association.map((score, at) => (at === 0 ? null : score));
  return { ...filling, scores: { ...filling.scores, association } };
}

const tell = (fillings: readonly Filling[]) => {
  const units = fillings.map((_, at) => makeUnit(`20000${at + 1}`));
  return tellUnscored(
    tallyOf(
      scheme,
      units,
      units.map((unit, at) => makeFile(scheme, unit, fillings[at] ?? 0)),
    ),
  );
};

it('says nothing where every sheet has all its scores', () => {
  expect(tell([fillingOf(scheme, 90), fillingOf(scheme, 84)])).toBeNull();
});

it('counts a sheet with one score missing, and apart those without any', () => {
  const full = fillingOf(scheme, 90);
  expect(tell([full, allButOne(full)])).toMatch(
    /已计入的 2 家里有 1 家的“内保处\/科评分”.*还没有填全，.*请内保处\/科补填/,
  );
  expect(tell([full, allButOne(full), withoutAssociation(full)])).toMatch(/3 家里有 2 家.*其中 1 家一项也没有填/);
});
