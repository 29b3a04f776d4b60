import { describe, expect, it } from 'vitest';
import type { VetoState } from '../../rules/master-roster.ts';
import { listItems } from '../../rules/score-sheet.ts';
import { judgeBasicPoints, judgeScoreSheet } from '../../rules/score-verdict.ts';
import { mustLoad, shanghaiFiles } from '../schemes/shanghai-files.ts';

const sheet = mustLoad(shanghaiFiles).scoreSheet;
const ALL_CLEAR: readonly VetoState[] = sheet.vetoItems.map(() => 'clear');

/** Full marks in every item but those named here. */
function scoresBut(changes: Readonly<Record<string, number | null>>): Map<string, number | null> {
  return new Map([...listItems(sheet).map(({ id, maximum }) => [id, maximum] as const), ...Object.entries(changes)]);
}

function vetoesBut(position: number, state: VetoState): VetoState[] {
  return ALL_CLEAR.map((clear, index) => (index === position - 1 ? state : clear));
}

describe('the verdict of a score sheet', () => {
  it('lets a unit pass with full marks and all veto items clear', () => {
    const verdict = judgeScoreSheet(sheet, scoresBut({}), ALL_CLEAR);
    expect(verdict.answer).toBe('yes');
    expect(verdict.sums).toMatchObject({ basicPoints: 100, bonusPoints: 30, totalPoints: 130 });
    expect(verdict.summary).toBe('基本得分 100 分，达到 85 分；否决项均未发生');
    expect(verdict.vetoes.map(({ message }) => message)).toEqual(['5 项否决项均确认未发生']);
  });

  it.each([
    [84, 'no', '基本得分 84 分，低于 85 分'],
    [85, 'yes', '基本得分 85 分，达到 85 分'],
    [86, 'yes', '基本得分 86 分，达到 85 分'],
  ] as const)('answers %i basic points with %s', (points, answer, message) => {
    expect(judgeBasicPoints(sheet, points)).toEqual({ answer, message });
    // 15, 16 or 14 of the 100 points are taken away.
    const taken = 100 - points;
    const scores = scoresBut({
      'independent-security-office': 0,
      'full-time-security-staff': 5 - (taken - 8 - 5),
      'security-rules-complete': 0,
    });
    const verdict = judgeScoreSheet(sheet, scores, ALL_CLEAR);
    expect(verdict.sums.basicPoints).toBe(points);
    expect(verdict).toMatchObject({ answer, basic: { answer, message } });
  });

  it('does not count bonus points towards the threshold', () => {
    const scores = scoresBut({
      'independent-security-office': 0,
      'full-time-security-staff': 0,
      'security-rules-complete': 2,
    });
    const verdict = judgeScoreSheet(sheet, scores, ALL_CLEAR);
    expect(verdict.sums.totalPoints).toBe(114);
    expect(verdict.answer).toBe('no');
  });

  it('leaves the answer open while a basic item is blank, however many points there are, and names the item', () => {
    const verdict = judgeScoreSheet(sheet, scoresBut({ 'security-training': null }), ALL_CLEAR);
    expect(verdict.sums.basicPoints).toBe(98);
    expect(verdict).toMatchObject({ answer: 'unknown', basic: { itemIds: ['security-training'] } });
    expect(verdict.basic.message).toBe('基本得分项 1 项未填');
  });

  it('takes 0 for a score and a blank bonus item for nothing claimed', () => {
    const scores = scoresBut({ 'security-training': 0, 'association-supported': null });
    expect(judgeScoreSheet(sheet, scores, ALL_CLEAR)).toMatchObject({ answer: 'yes', sums: { totalPoints: 122 } });
  });

  it.each([-1, 9])('leaves the answer open for the impossible score %i of 8', (score) => {
    const verdict = judgeScoreSheet(sheet, scoresBut({ 'independent-security-office': score }), ALL_CLEAR);
    expect(verdict).toMatchObject({ answer: 'unknown', basic: { message: '基本得分项 1 项有误' } });
  });

  it('counts a credit that the text does not name', () => {
    const verdict = judgeScoreSheet(sheet, scoresBut({ 'independent-security-office': 3 }), ALL_CLEAR);
    expect(verdict).toMatchObject({ answer: 'yes', sums: { basicPoints: 95 } });
  });

  it('fails a unit for one veto item that occurred, with the item and its clause, whatever its points', () => {
    const verdict = judgeScoreSheet(sheet, scoresBut({}), vetoesBut(3, 'occurred'));
    expect(verdict.answer).toBe('no');
    expect(verdict.summary).toBe('基本得分 100 分，达到 85 分；否决项 3 发生');
    const [reason, ...others] = verdict.vetoes;
    expect(others).toEqual([]);
    expect(reason).toMatchObject({ answer: 'no', itemIds: ['employee-crime-or-fraud-victim'] });
    expect(reason?.message).toContain('本年度内单位员工涉嫌严重刑事犯罪或被较大金额的电信网络诈骗');
    expect(reason?.cite.clause).toContain('附件3');
  });

  it('leaves the answer open for a veto item that is not confirmed, and for states that are missing', () => {
    expect(judgeScoreSheet(sheet, scoresBut({}), vetoesBut(5, 'open')).answer).toBe('unknown');
    const verdict = judgeScoreSheet(sheet, scoresBut({}), []);
    expect(verdict.answer).toBe('unknown');
    expect(verdict.summary).toBe('基本得分 100 分，达到 85 分；否决项 1、2、3、4、5 未确认');
  });

  it('gives every reason at once', () => {
    const scores = scoresBut({ 'security-training': null, 'perimeter-alarm': 4 });
    const verdict = judgeScoreSheet(sheet, scores, ['occurred', 'clear', 'open', 'occurred', 'open']);
    expect(verdict.answer).toBe('no');
    expect(verdict.summary).toBe('基本得分项 1 项未填，1 项有误；否决项 1、4 发生，否决项 3、5 未确认');
    expect(verdict.basic.itemIds).toEqual(['security-training', 'perimeter-alarm']);
    expect(verdict.vetoes).toHaveLength(4);
  });
});
