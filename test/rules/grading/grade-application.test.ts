import { describe, expect, it } from 'vitest';
import { explainResult } from '../../../rules/grading/explain.ts';
import { groupReasons } from '../../../rules/grading/group-reasons.ts';
import { listScales, readPoints } from '../../../rules/grading/points.ts';
import { gradeOne, showGrade, SMALL_SCHEME } from '../../support/small-scheme.ts';

describe('a new application', () => {
  it.each([
    ['below the lowest line', { 自报: 29.5 }, {}, '达到无 可能无 结果无 -'],
    ['at the lowest line', { 自报: 30 }, {}, '达到铜 可能无 结果铜 new'],
    ['just below the highest', { 自报: 89.5 }, {}, '达到银 可能无 结果银 new'],
    ['at the highest', { 自报: 90 }, {}, '达到金 可能无 结果金 new'],
    ['one person short', {}, { 人员: 8 }, '达到银 可能无 结果银 new'],
    ['with points of both sides', { 自报: 44.5, 平台: 45.5 }, {}, '达到金 可能无 结果金 new'],
    ['with an unknown number of people', {}, { 人员: null }, '达到无 可能金 结果无? -'],
    ['with points of one side unknown', { 自报: 60, 平台: null }, {}, '达到银 可能金 结果银? new'],
    ['with a question that only a worse grade has', { 自报: 20, 平台: 5 }, { 人员: null }, '达到无 可能无 结果无 -'],
    ['that is late', { 按时: false }, {}, '达到金 可能无 结果无 -'],
    ['of which nobody knows whether it is late', { 按时: null }, {}, '达到金 可能无 结果无? -'],
  ])('for gold %s', (_, nominee, unit, wanted) => {
    expect(showGrade(gradeOne('金', nominee, unit))).toBe(wanted);
  });

  it('gives no more than it asks for', () => {
    const result = gradeOne('铜');
    expect(showGrade(result)).toBe('达到金 可能无 结果铜 new');
    expect(explainResult(result)).toBe('已达到金的标准，可以改报');
  });

  it('for no grade at all is not settled', () => {
    const result = gradeOne('木');
    expect([result.applied, showGrade(result)]).toEqual([null, '达到金 可能无 结果无? -']);
    expect(explainResult(result)).toBe('申报的不是等级，不能评定');
  });
});

describe('a promotion', () => {
  const promote = { 事项: '晋级', 原等级: '银' };

  it.each([
    ['that reaches its grade', '金', {}, '达到金 可能无 结果金 up'],
    ['that fails and would reach only a worse grade than is held', '金', { 自报: 30 }, '达到铜 可能无 结果银 same'],
    ['that fails altogether', '金', { 自报: 0 }, '达到无 可能无 结果银 same'],
    ['that is open', '金', { 自报: 60, 平台: null }, '达到银 可能金 结果银? same'],
  ])('%s never takes away what is held', (_, applied, nominee, wanted) => {
    expect(showGrade(gradeOne(applied, { ...promote, ...nominee }))).toBe(wanted);
  });
});

describe('an annual report', () => {
  const report = (held: string | null, nominee = {}, unit = {}) =>
    showGrade(gradeOne(held ?? '银', { 事项: '年报', 原等级: held, ...nominee }, unit));

  it.each([
    [
      'keeps its grade at the line, whatever else changed',
      '银',
      { 自报: 60 },
      { 人员: 0 },
      '达到银 可能无 结果银 same',
    ],
    ['goes down below it', '银', { 自报: 59.5 }, {}, '达到铜 可能无 结果铜 down'],
    ['goes down by as many as it takes', '金', { 自报: 30 }, {}, '达到铜 可能无 结果铜 down'],
    ['loses the lowest grade', '铜', { 自报: 29.5 }, {}, '达到无 可能无 结果无 lost'],
    ['goes up when the standards of a promotion are met', '银', { 自报: 90 }, {}, '达到金 可能无 结果金 up'],
    ['does not go up by points alone', '银', { 自报: 90 }, { 人员: 8 }, '达到银 可能无 结果银 same'],
    ['stays while the way up is open', '银', { 自报: 90 }, { 人员: null }, '达到银 可能金 结果银 same'],
    ['loses nothing while points are missing', '金', { 自报: 60, 平台: null }, {}, '达到银 可能金 结果金? same'],
    ['loses nothing when it is late', '金', { 自报: 30, 按时: false }, {}, '达到铜 可能无 结果金 same'],
  ])('%s', (_, held, nominee, unit, wanted) => {
    expect(report(held, nominee, unit)).toBe(wanted);
  });

  it('of a grade that nobody wrote down has no change', () => {
    expect(report(null)).toBe('达到金 可能无 结果金 -');
  });
});

describe('a matter that assesses nothing', () => {
  it('keeps the grade that is held, even where no standard is met', () => {
    const result = gradeOne('银', { 事项: '变更', 原等级: '银', 自报: null }, { 人员: null });
    expect(showGrade(result)).toBe('达到银 可能无 结果银 same');
    expect(result.steps.map(({ grade }) => grade.id)).toEqual(['silver']);
    expect(explainResult(result)).toBe('不重新评定，保持原等级');
  });

  it('that is blank grades nothing', () => {
    const result = gradeOne('金', { 事项: null, 原等级: '铜' });
    expect(showGrade(result)).toBe('达到无 可能无 结果铜? same');
    expect(explainResult(result)).toBe('没有填写办理什么，不能评定');
  });
});

describe('grounds', () => {
  it.each([
    ['one takes one grade', '金', {}, { 投诉: true }, '达到金 可能无 结果银 down'],
    ['two take two', '金', { 处分: '警告' }, { 投诉: true }, '达到金 可能无 结果铜 down'],
    ['blank and 否 take none', '金', { 处分: null }, { 投诉: false }, '达到金 可能无 结果金 same'],
    ['another word takes none', '金', { 处分: '提醒' }, {}, '达到金 可能无 结果金 same'],
    ['the points count where they are worse', '金', { 自报: 30 }, { 投诉: true }, '达到铜 可能无 结果铜 down'],
    ['what is reached is no way around', '银', {}, { 投诉: true }, '达到金 可能无 结果铜 down'],
    ['below the lowest there is none', '铜', { 自报: 30 }, { 投诉: true }, '达到铜 可能无 结果无 lost'],
    ['a revocation leaves nothing', '金', {}, { 违法: true }, '达到金 可能无 结果无 lost'],
  ])('at the annual report: %s', (_, held, nominee, unit, wanted) => {
    expect(showGrade(gradeOne(held, { 事项: '年报', 原等级: held, ...nominee }, unit))).toBe(wanted);
  });

  it('count for a certificate that is not issued yet', () => {
    expect(showGrade(gradeOne('金', {}, { 投诉: true }))).toBe('达到金 可能无 结果银 new');
    expect(showGrade(gradeOne('金', {}, { 违法: true }))).toBe('达到金 可能无 结果无 -');
  });

  it('are named with their clause', () => {
    expect(explainResult(gradeOne('金', {}, { 违法: true, 投诉: true }))).toBe('有取消的事由：违法（第一条）');
    expect(explainResult(gradeOne('金', {}, { 投诉: true }))).toBe('达到金的标准；有降级的事由：投诉（第一条）');
  });
});

describe('what the report shows', () => {
  it('keeps the points of both sides apart', () => {
    const scales = listScales(SMALL_SCHEME.awards);
    expect(scales.map(({ headings, lines }) => [headings, lines.map(({ atLeast }) => atLeast)])).toEqual([
      [
        ['自报', '平台'],
        [90, 60, 30],
      ],
    ]);
    const [scale] = scales;
    if (!scale) throw new Error('no scale');
    const row = readPoints(scale, gradeOne('金', { 自报: 52.1, 平台: 0.2 }));
    expect({ ...row, grade: row?.grade?.id }).toEqual({
      parts: [52.1, 0.2],
      total: 52.3,
      grade: 'bronze',
      gap: '还差 7.7',
    });
    expect(readPoints(scale, gradeOne('金', { 事项: '变更' }))).toBeNull();
  });

  it('says what is missing for each higher grade', () => {
    const { steps } = gradeOne('金', { 自报: 50 }, { 人员: 4 });
    const missing = steps.map(({ grade, reasons }) => [
      grade.id,
      ...reasons.filter(({ answer }) => answer !== 'yes').map(({ gap }) => gap),
    ]);
    expect(missing).toEqual([['gold', '还差 5', '还差 40'], ['silver', '还差 2', '还差 10'], ['bronze']]);
  });

  it('puts a reason that grades share once, and those that differ in words apart', () => {
    const { steps } = gradeOne('金', { 自报: 50 });
    const merged = groupReasons(steps).map(({ grades, reason }) => [reason.gap, ...grades.map(({ id }) => id)]);
    expect(merged).toEqual([
      ['', 'gold', 'silver', 'bronze'],
      ['还差 40', 'gold'],
      ['还差 10', 'silver'],
      ['', 'bronze'],
    ]);
  });
});
