import { beforeAll, describe, expect, it } from 'vitest';
import { composePublicNotice, periodOf } from '../../rules/public-notice.ts';
import { AWARDS_2024, GRADING, sampleScheme, SIXTH, type SchemeSample } from '../support/scheme-sample.ts';

describe('the period of a notice', () => {
  it('begins on the day after publication and takes all its days', () => {
    expect(periodOf('2024-12-10', 3)).toEqual({ published: '2024-12-10', first: '2024-12-11', last: '2024-12-13' });
    expect(periodOf('2024-12-10', 1)).toEqual({ published: '2024-12-10', first: '2024-12-11', last: '2024-12-11' });
  });

  it('goes over the ends of months, years and Februaries', () => {
    expect(periodOf('2024-02-27', 3)).toMatchObject({ first: '2024-02-28', last: '2024-03-01' });
    expect(periodOf('2023-02-27', 3)).toMatchObject({ first: '2023-02-28', last: '2023-03-02' });
    expect(periodOf('2024-12-31', 5)).toMatchObject({ first: '2025-01-01', last: '2025-01-05' });
  });

  it('is so many days of the calendar, first and last counted', () => {
    for (let days = 1; days <= 99; days += 1) {
      const { first, last } = periodOf('2024-01-31', days);
      expect((Date.parse(last) - Date.parse(first)) / 86_400_000 + 1).toBe(days);
    }
  });

  it('is not made of what is no day', () => {
    expect(() => periodOf('2024-02-30', 3)).toThrow(RangeError);
  });
});

describe('who stands in the notice', () => {
  let grading: SchemeSample;
  beforeAll(async () => {
    grading = await sampleScheme(GRADING);
  });

  it('is not who asks for nothing but a changed or lost certificate: no grade is given', () => {
    const kept = grading.scheme.grading?.matter.keeps.value ?? [];
    const byMatter = (isKept: boolean) =>
      grading.roster.nominees.filter(({ facts }) => kept.includes(String(facts.get('事项'))) === isKept).length;
    const published = composePublicNotice(grading.check).flatMap(({ entries }) => entries);
    expect(byMatter(true)).toBeGreaterThan(0);
    expect(published).toHaveLength(byMatter(false));
  });

  it('is everybody whom the body has shortlisted; units stand alone where no body within them is honoured', async () => {
    const { check, roster } = await sampleScheme(AWARDS_2024);
    const groups = composePublicNotice(check);
    const shortlisted = roster.decisions.filter(({ word }) => word === 'shortlisted');
    expect(shortlisted.length).toBeLessThan(roster.nominees.length);
    expect(groups.flatMap(({ entries }) => entries)).toHaveLength(shortlisted.length);
    for (const { recipient, entries } of groups) {
      expect(entries.every(({ name }) => (name === '') === (recipient === 'collective'))).toBe(true);
    }
  });

  it('is named by the body where it is one', async () => {
    const { check } = await sampleScheme(SIXTH);
    const crews = composePublicNotice(check).find(({ awardName }) => awardName === '安心班组')?.entries ?? [];
    expect(crews.length).toBeGreaterThan(0);
    expect(crews.every(({ name }) => name !== '')).toBe(true);
  });
});
