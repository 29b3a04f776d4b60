import { describe, expect, it } from 'vitest';
import { issueCertificate, nameGrade, validUntil } from '../../rules/certificate.ts';
import { gradeOne, SMALL_GRADING } from '../support/small-scheme.ts';

describe('certificates', () => {
  const issue = (nominee = {}, applied = '金') =>
    issueCertificate(SMALL_GRADING, gradeOne(applied, { 证书编号: 'X1', 发证日期: '2030-04-01', ...nominee }));

  it('say what was earned, until the year after', () => {
    const wanted = { number: 'X1', unitName: '虚构公司', grade: '金', issued: '2030-04-01', validUntil: '2031-05-31' };
    expect(issue()).toEqual(wanted);
  });

  it.each([
    ['a number', { 证书编号: null }, '没有填写证书编号'],
    ['a day of issue', { 发证日期: null }, '没有填写发证日期'],
    ['the points', { 自报: 60 }, '评定结果是银，与“奖项”的金不一致，请先更正“奖项”'],
    ['all answers', { 平台: null, 自报: 60 }, '评定结果还有待确认的事项'],
  ])('wait for %s', (_, nominee, reason) => {
    expect(issue(nominee)).toBe(reason);
  });

  it('end with the one whose place they take', () => {
    const kept = { 事项: '变更', 原等级: '金', 原有效期至: '2030-05-31' };
    expect(issue(kept)).toMatchObject({ issued: '2030-04-01', validUntil: '2030-05-31' });
    expect(issue({ ...kept, 发证日期: '2030-05-31' })).toMatchObject({ validUntil: '2030-05-31' });
    expect(issue({ ...kept, 发证日期: '2030-06-01' })).toBe('发证日期晚于有效期的最后一天2030年5月31日');
    expect(issue({ ...kept, 原有效期至: null })).toBe('没有填写原有效期至，补发、换发的证书到那一天为止');
    expect(issue({ 原有效期至: '2030-05-31' })).toMatchObject({ validUntil: '2031-05-31' });
  });

  it('are valid to the same day whenever in the year they were issued', () => {
    expect(validUntil(SMALL_GRADING.certificate, '2027-12-31')).toBe('2028-05-31');
    expect(validUntil(SMALL_GRADING.certificate, '2028-01-01')).toBe('2029-05-31');
    expect(validUntil(SMALL_GRADING.certificate, '2028-02-29')).toBe('2029-05-31');
    expect(validUntil(SMALL_GRADING.certificate, '2027-02-29')).toBeNull();
  });
});

it('no grade has a name too', () => {
  expect(nameGrade(null)).toBe('无等级');
});
