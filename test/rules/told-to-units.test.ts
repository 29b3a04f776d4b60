import { describe, expect, it } from 'vitest';
import { describeTooMany, listOtherNames, listOthers, withoutNames } from '../../rules/told-to-units.ts';
import { sampleScheme } from '../support/scheme-sample.ts';
import { TEMPLATES_FOLDER } from '../support/templates.ts';

const SHANGHAI = { id: 'shanghai-security-2024', folder: TEMPLATES_FOLDER };

describe('too many for the places of a district', async () => {
  const { check } = await sampleScheme(SHANGHAI);
  const usage = check.places.find(({ nominees }) => nominees.length > 3);
  if (!usage) throw new Error('the sample has no such district');
  const [nominee] = usage.nominees;
  if (!nominee) throw new Error('nobody is nominated');
  const count = usage.nominees.length;
  const told = (places: number) => describeTooMany([{ ...usage, places }], nominee);

  it('says how many go and who says which, without a name', () => {
    const { district, award } = usage;
    expect(told(count - 1)).toBe(
      `${district.name}${award.name}名额 ${count - 1} 个，推荐 ${count} 个，要撤下 1 个；撤下哪一个由推荐单位决定，没有决定以前，包括这一个在内都不通过。`,
    );
    expect(told(count - 2)).toContain('要撤下 2 个；撤下哪几个由推荐单位决定');
    for (const { unitName } of usage.nominees) expect(told(count - 2)).not.toContain(unitName);
  });

  it('says nothing where there are places for all', () => {
    expect(told(count)).toBe('');
    expect(told(count + 1)).toBe('');
  });
});

describe('others in what is said of a nomination', async () => {
  const { check } = await sampleScheme(SHANGHAI, { flawed: true });
  const judged = check.nominees.find(({ findings }) => findings.some(({ nominations }) => nominations.length > 1));
  if (!judged) throw new Error('the sample has nothing that is shared');
  const { nominee } = judged;

  it('are all that its findings are about but itself', () => {
    const others = judged.findings.flatMap((finding) => listOthers(finding, nominee));
    expect(others.length).toBeGreaterThan(0);
    expect(others).not.toContain(nominee);
    const names = listOtherNames(judged);
    for (const name of names) expect(others.some((each) => [each.unitName, each.name].includes(name))).toBe(true);
    expect(names).not.toContain(nominee.unitName);
  });

  it('are told as others', () => {
    expect(withoutNames('与第 3 行“某厂分公司”的相同', ['某厂分公司', '某厂'])).toBe('与第 3 行“另一推荐”的相同');
    expect(withoutNames('与第 3 行“某厂”的相同', [])).toBe('与第 3 行“某厂”的相同');
  });
});
