import { beforeAll, describe, expect, it } from 'vitest';
import { findWanted } from '../../jobs/find-wanted.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { NomineeCheck } from '../../rules/nominee-check.ts';
import { sampleScheme } from '../support/scheme-sample.ts';
import { TEMPLATES_FOLDER } from '../support/templates.ts';

let scheme: Scheme;
let checks: readonly NomineeCheck[];
beforeAll(async () => {
  const sample = await sampleScheme({ id: 'shanghai-security-2024', folder: TEMPLATES_FOLDER });
  ({ scheme } = sample);
  checks = sample.check.nominees;
});

const find = (only?: readonly string[]) => [...findWanted(scheme, checks, only, '推荐').checks];

describe('what is asked for by name', () => {
  it('is everything where no name is given', () => {
    expect(find()).toEqual(checks);
  });

  it.each(['浦东', '浦东新区', ' 浦东 '])('may be a district, written as people write it: %s', (name) => {
    expect(find([name])).toEqual(checks.filter(({ unit }) => unit?.district === '浦东'));
    expect(find([name]).length).toBeGreaterThan(1);
  });

  it('may be an award, an application, a unit by number or by name, and all of them together', () => {
    const [first, second, third, fourth] = checks;
    if (!first || !second || !third || !fourth) throw new Error('the sample has too few nominations');
    const wanted = find([first.nominee.application, second.nominee.unitNumber, third.nominee.unitName]);
    for (const each of [first, second, third]) expect(wanted).toContain(each);
    expect(find([fourth.award.name])).toEqual(checks.filter(({ award }) => award === fourth.award));
  });

  it('is refused where a name fits nothing, with that name alone, however many others fit', () => {
    expect(() => find(['浦东', '没有这一家'])).toThrow(/指定的“没有这一家”没有对应的推荐/);
    expect(() => find(['没有', '浦东', '也没有'])).toThrow(/“没有、也没有”/);
    expect(() => find([''])).toThrow(/没有对应的推荐/);
  });
});
