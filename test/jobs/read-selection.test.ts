import { beforeAll, describe, expect, it } from 'vitest';
import { BY_DISTRICT, BY_NOMINATION, BY_ROW, selectOf } from '../../jobs/load-part.ts';
import type { NomineeCheck } from '../../rules/nominee-check.ts';
import { isSelected, topicOfNominee } from '../../rules/selection.ts';
import { sampleScheme, type SchemeSample } from '../support/scheme-sample.ts';
import { TEMPLATES_FOLDER } from '../support/templates.ts';

let sample: SchemeSample;
let checks: readonly NomineeCheck[];
beforeAll(async () => {
  sample = await sampleScheme({ id: 'shanghai-security-2024', folder: TEMPLATES_FOLDER });
  checks = sample.check.nominees;
});

function find(only?: readonly string[]): NomineeCheck[] {
  const selection = selectOf(sample, only, BY_NOMINATION);
  return checks.filter(({ nominee }) => isSelected(selection, topicOfNominee(sample.check.index, nominee)));
}

const districtOf = ({ unit }: NomineeCheck) => unit?.district ?? '';

describe('what is asked for by name', () => {
  it('is everything where no name is given', () => {
    expect(find()).toEqual(checks);
    expect(selectOf(sample, undefined, BY_ROW)).toBeNull();
  });

  it.each(['浦东', '浦东新区', ' 浦东 ', '上海市浦东新区'])(
    'may be a district, written as people write it: %s',
    (name) => {
      expect(find([name])).toEqual(checks.filter((each) => districtOf(each) === '浦东'));
      expect(find([name]).length).toBeGreaterThan(1);
    },
  );

  it('may be an award, an application, a unit by number, with or without its zeros, or by name', () => {
    const [one] = checks;
    if (!one) throw new Error('the sample has no nominations');
    const { unitNumber, unitName, application } = one.nominee;
    const ofUnit = checks.filter(({ nominee }) => nominee.unitNumber === unitNumber);
    expect(find([one.award.name])).toEqual(checks.filter(({ award }) => award === one.award));
    expect(find([application])).toEqual([one]);
    for (const name of [unitNumber, unitNumber.replace(/^0+/, ''), unitName, ` ${unitName}`]) {
      expect(find([name]), name).toEqual(ofUnit);
    }
  });

  const AWARD = '先进单位';
  const OTHER_AWARD = '先进保卫干部';
  it.each<[readonly string[], (district: string, award: string) => boolean]>([
    [['浦东', '黄浦'], (district) => ['浦东', '黄浦'].includes(district)],
    [[AWARD, OTHER_AWARD], (_, award) => [AWARD, OTHER_AWARD].includes(award)],
    [['浦东', AWARD], (district, award) => district === '浦东' && award === AWARD],
    [
      ['浦东', AWARD, '黄浦', OTHER_AWARD, '浦东'],
      (district, award) => ['浦东', '黄浦'].includes(district) && [AWARD, OTHER_AWARD].includes(award),
    ],
  ])('is or within a kind and and between kinds: %j', (only, fits) => {
    const wanted = checks.filter((each) => fits(districtOf(each), each.award.name));
    expect(wanted.length).toBeGreaterThan(0);
    expect(find(only)).toEqual(wanted);
  });

  it('is refused where a name fits nothing, with that name alone, however many others fit', () => {
    expect(() => find(['浦东', '没有这一家'])).toThrow(/指定的“没有这一家”没有对应的推荐；请填区、奖项、申报编号/);
    expect(() => find(['没有', '浦东', '也没有'])).toThrow(/“没有、也没有”/);
    expect(() => find([''])).toThrow(/没有对应的推荐/);
    expect(() => find([])).toThrow(/没有对应的推荐/);
  });

  it('is refused where nothing is of all kinds that are named', () => {
    const elsewhere = checks.find((each) => districtOf(each) === '黄浦')?.nominee.unitName ?? '';
    expect(() => find(['浦东', elsewhere])).toThrow(/没有同时是“浦东”和“.*”的推荐/);
  });

  it('is a district alone where nothing else divides the output, and the sentence lists them', () => {
    expect(selectOf(sample, ['浦东新区'], BY_DISTRICT)?.districts).toEqual(new Set(['浦东']));
    expect(() => selectOf(sample, ['先进单位'], BY_DISTRICT)).toThrow(/没有对应的名额；可填：浦东、黄浦、/);
  });

  it('is asked about where it is the number of a unit and of a nomination of another one', async () => {
    const twice = await sampleScheme(
      { id: 'shanghai-security-2024', folder: TEMPLATES_FOLDER },
      {
        change: ({ nominees, memberUnits }) => {
          nominees[0]?.set('申报编号', memberUnits.at(-1)?.get('编号') ?? '');
        },
      },
    );
    const number = twice.roster.memberUnits.at(-1)?.number ?? '';
    expect(() => selectOf(twice, [number], BY_ROW)).toThrow(/既是申报编号，又是单位|既是单位，又是申报编号/);
  });

  it('shows no number of a person in its sentence', () => {
    expect(() => find(['310101199001011234'])).toThrow(/^(?!.*310101)/);
  });
});
