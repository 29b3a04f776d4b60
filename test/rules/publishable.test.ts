import { expect, it } from 'vitest';
import { checkRoster } from '../../rules/check-roster.ts';
import type { Decision } from '../../rules/decision.ts';
import { listChosen } from '../../rules/review.ts';
import { isPublishable, listUnpublishableUnits, showName } from '../../rules/publishable.ts';
import { makeAward, makeIndex, makeNominee, makeScheme, makeUnit } from '../support/small-scheme.ts';

const PHONE = '13800000001';
const SCHEME = makeScheme([makeAward('gold', '金', []), makeAward('silver', '银', [])]);

/** Two units with nominations and one without; one unit and one person have a telephone in their names, and so has the idle unit. */
function checkWith(...decisions: readonly Pick<Decision, 'subject'>[]) {
  const { roster } = makeIndex(SCHEME, {
    memberUnits: [
      makeUnit(),
      { ...makeUnit(), row: 3, number: '2', name: `虚构乙公司${PHONE}` },
      { ...makeUnit(), row: 4, number: '3', name: `虚构丙公司${PHONE}` },
    ],
    nominees: [
      { ...makeNominee('金等级', { 姓名: `虚构${PHONE}` }), application: 'A1', row: 2 },
      { ...makeNominee('银等级'), application: 'A2', row: 3 },
      { ...makeNominee('金等级', { 姓名: `虚构${PHONE}` }), application: 'A3', row: 4, unitNumber: '2' },
    ],
    decisions: decisions.map(({ subject }, at) => ({
      row: at + 2,
      matter: '名称不能公开',
      subject,
      word: 'agreed',
      by: '秘书处',
      on: '2030-01-01',
      tally: '',
      reason: '名称如此',
    })),
  });
  return checkRoster(SCHEME, roster);
}

const publishable = (check: ReturnType<typeof checkWith>) => check.nominees.map((each) => isPublishable(each));
const keptBack = (check: ReturnType<typeof checkWith>) =>
  [...listUnpublishableUnits(check)].map(({ number }) => number);

it('keeps back whoever has a telephone in the name, or whose unit has, and the units', () => {
  const check = checkWith();
  expect(publishable(check)).toEqual([false, true, false]);
  expect(keptBack(check)).toEqual(['2', '3']);
  expect(listChosen(check.nominees, 'notice').map(({ nominee }) => nominee.application)).toEqual(['A2']);
});

it('lets go what somebody has decided, each name by itself', () => {
  const unit = checkWith({ subject: '2' });
  expect(publishable(unit)).toEqual([false, true, false]);
  expect(keptBack(unit)).toEqual(['3']);
  expect(publishable(checkWith({ subject: 'A3' }))).toEqual([false, true, false]);
  expect(publishable(checkWith({ subject: '2' }, { subject: 'A3' }))).toEqual([false, true, true]);
  expect(publishable(checkWith({ subject: 'A1' }))).toEqual([true, true, false]);
  expect(keptBack(checkWith({ subject: '003' }))).toEqual(['2']);
});

it('shows names without their private parts until then, and in no remark with them', () => {
  const { nominees, remarks } = checkWith();
  const [first] = nominees;
  const [decided] = checkWith({ subject: 'A1' }).nominees;
  expect(showName(`虚构${PHONE}`, first)).toBe('虚构（号码不显示）');
  expect(showName(`虚构${PHONE}`, undefined)).toBe('虚构（号码不显示）');
  expect(showName(`虚构${PHONE}`, decided)).toBe(`虚构${PHONE}`);
  const all = remarks.map(({ message, found, mend }) => message + found + mend).join('');
  expect(all).toContain('（号码不显示）');
  expect(all).not.toContain(PHONE);
});
