/** The sample: a master roster of full size, all of it invented, that fills every place of a scheme. */
import { columnsOf } from '../../rules/roster-columns.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { meetCaps } from './caps.ts';
import { plantCitedFlaws } from './cited-flaws.ts';
import { plantConditionFlaws } from './condition-flaws.ts';
import { plantDecisionFlaws } from './decision-flaws.ts';
import { concludeSample } from './decisions.ts';
import { plantDateFlaws } from './date-flaws.ts';
import { numberFlaw, type PlantedFlaw, type Sample, type SampleLooks, type SampleTables } from './flaw.ts';
import { plantFormatFlaws, plantMagnitudes, plantUnseenParts } from './format-flaws.ts';
import { linkNomination, makeDismissedObjections, startLinkedTables } from './linked-rows.ts';
import { plantPartFlaws } from './part-flaws.ts';
import { shareName } from './namesakes.ts';
import { partTies } from './part-ties.ts';
import { nominate, withdraw } from './nominations.ts';
import { makeUnitMaker, planSample } from './plan.ts';
import { makeRandom } from './random.ts';
import { makeRowMaker } from './rows.ts';
import { coverageOf, tellThinned, thinDistrict } from './thin-district.ts';
import { SAMPLE_SEQUENCE } from './unit-names.ts';
import { findVictims } from './victims.ts';

export interface SampleRoster {
  readonly tables: SampleTables;
  readonly looks: SampleLooks;
  /** What 说明 says of 名册范围. */
  readonly coverage: string;
  /** Sentences for 说明, so that nobody takes the file for a real one. */
  readonly remarks: readonly string[];
  /** What the check must find in it, and nothing else; empty unless asked for. */
  readonly flaws: readonly PlantedFlaw[];
}

function sayInvented(scheme: Scheme): string {
  const hasIds = columnsOf('nominees', scheme).some(({ type }) => type === 'id-number');
  const ids = hasIds ? '身份证号用的是从未分配的地区代码 990000，' : '';
  return `本文件的单位、人员和全部内容都是虚构的样例：${ids}电话以无法拨通的 000 开头，不属于任何人。`;
}

const FLAWED = '本文件有意含有每一种违规，供试用资格审查。';

/**
 * Makes the sample. The same scheme, seed and `flawed` give the same rows.
 * @param options.flawed plants a breach of every rule and condition that the scheme has
 * @throws RangeError where the scheme's districts are too small for its places, or for the flaws
 */
export function makeSampleRoster(scheme: Scheme, options: { seed: number; flawed: boolean }): SampleRoster {
  const sample = makeSample(scheme, options);
  const { tables, looks } = sample;
  const coverage = coverageOf(sample);
  if (!options.flawed) return { tables, looks, coverage, remarks: [sayInvented(scheme)], flaws: [] };
  const victims = findVictims(sample);
  sample.tables.decisions.splice(0);
  const planted = [
    ...tellThinned(sample),
    ...plantConditionFlaws(sample, victims),
    ...plantFormatFlaws(sample, victims),
    ...plantCitedFlaws(sample, victims),
    ...plantDateFlaws(sample, victims),
    ...plantPartFlaws(sample, victims),
    ...plantMagnitudes(sample),
  ];
  const flaws = [...planted, ...plantDecisionFlaws(sample, victims, planted), ...plantUnseenParts(sample, victims)];
  return {
    tables: sample.tables,
    looks: sample.looks,
    coverage,
    remarks: [sayInvented(scheme), FLAWED],
    flaws: flaws.map((flaw) => numberFlaw(sample.tables, flaw)),
  };
}

function makeSample(scheme: Scheme, { seed, flawed }: { seed: number; flawed: boolean }): Sample {
  const random = makeRandom(seed);
  const make = makeRowMaker(scheme, random);
  const makeUnit = makeUnitMaker(scheme, random);
  const whole = planSample(scheme, random, makeUnit);
  const plan = flawed ? thinDistrict(scheme, whole) : { ...whole, thinned: null };
  const nominated = new Set(plan.nominations.map(({ unit }) => unit));
  const units = plan.units.map((unit) => ({
    unit,
    facts: make.memberUnit(unit),
    score: scheme.scoreSheet && make.score(unit, nominated.has(unit)),
  }));
  const factsOf = new Map(units.map(({ unit, facts }) => [unit, facts]));
  const linked = startLinkedTables(scheme, random);
  const nominees = plan.nominations.map(({ award, unit }) => {
    const facts = factsOf.get(unit);
    if (!facts) throw new RangeError(`no row of unit ${unit.number}`);
    const nominee = { award, unit, row: make.nominee(unit, award, facts) };
    linkNomination({ tables: linked, scheme, random, nominee, facts });
    return nominee;
  });
  meetCaps(scheme, units, nominees);
  partTies(scheme, nominees, linked.expertScores);
  shareName(scheme, nominees);
  const sample: Sample = {
    scheme,
    random,
    make,
    makeUnit,
    units,
    nominees,
    thinned: plan.thinned,
    tables: {
      ...linked,
      memberUnits: units.map(({ facts }) => facts),
      scores: units.flatMap(({ score }) => score ?? []),
      nominees: nominees.map(({ row }) => row),
      overrides: [],
      sequence: SAMPLE_SEQUENCE.map((name) => new Map([['行业序列', name]])),
      objections: makeDismissedObjections(scheme, random, nominees),
      decisions: concludeSample(scheme, nominees, {
        expertScores: linked.expertScores,
        memberUnits: units.map(({ facts }) => facts),
      }),
    },
    looks: { hiddenRows: new Set(), struckRows: new Set(), hiddenColumns: [], hiddenSheets: new Set() },
    nominate: (place, award) => nominate(sample, place, award),
    withdraw: (row) => {
      withdraw(sample, row);
    },
  };
  return sample;
}
