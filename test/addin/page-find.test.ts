/** A card says what the rules say: the same verdict and reasons as the report, what decided first, and nothing private. */
import { beforeAll, describe, expect, it } from 'vitest';
import { findSubjects, type FindEntry } from '../../addin/page/find/find-entries.ts';
import { Workshop } from '../../addin/page/workshop.ts';
import { loadRoster, type LoadedRoster } from '../../jobs/load-roster.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
import { messageFor } from '../../rules/message-for.ts';
import { withoutNames } from '../../rules/told-to-units.ts';
import { describeScores, proveVerdict } from '../../rules/verdict.ts';
import { makeRoster } from './sample-workbooks.ts';

const schemes = openSchemeFolder(TEMPLATES_FOLDER);
const workshop = new Workshop(schemes, () => undefined);

describe('the card of a unit or a nominee', () => {
  let entries: readonly FindEntry[];
  let loaded: LoadedRoster;

  beforeAll(async () => {
    const bytes = await makeRoster({ flawed: true });
    ({ entries } = await workshop.open(bytes, '总名册.xlsx'));
    loaded = await loadRoster({ name: '总名册.xlsx', bytes }, schemes);
  }, 60_000);

  it('gives every nominee its verdict with all reasons, what is against it first', () => {
    const { check } = loaded;
    let refused = 0;
    for (const judged of check.nominees) {
      const card = workshop.viewCard({ sheet: 'nominees', row: judged.nominee.row });
      const [view] = card?.nominations ?? [];
      // The points come after what decides, in a part of their own.
      const points = describeScores(check.index, judged);
      expect(`${points}：${view?.verdict ?? ''}`).toBe(proveVerdict(check.index, judged));
      const messages = view?.reasons.map(({ message }) => message) ?? [];
      for (const { message } of judged.reasons) expect(messages).toContain(message);
      for (const finding of judged.findings)
        if (finding.severity === 'violation') expect(messages).toContain(messageFor(finding, judged.nominee));
      const ranks = view?.reasons.map(({ answer }) => ['no', 'wrong', 'unknown', 'yes'].indexOf(answer)) ?? [];
      expect(ranks).toEqual([...ranks].sort());
      if (judged.answer === 'no') {
        refused += 1;
        expect(view?.reasons[0]).toMatchObject({ answer: 'no', citation: expect.stringMatching(/：“.+”$/) as string });
      }
    }
    expect(refused).toBeGreaterThan(3);
  });

  it('says of too many of a district how many go and who says which, and who the others are to the office alone', () => {
    const crowded = loaded.check.places.filter(({ nominees, places }) => nominees.length > places);
    expect(crowded.length).toBeGreaterThan(0);
    for (const { district, award, nominees, places } of crowded) {
      for (const { row } of nominees) {
        const [view] = workshop.viewCard({ sheet: 'nominees', row })?.nominations ?? [];
        const { together = '', others = '' } = view?.reasons.find((reason) => reason.together !== '') ?? {};
        expect(together).toContain(`${district.name}${award.name}名额 ${places} 个，推荐 ${nominees.length} 个`);
        expect(together).toContain(`要撤下 ${nominees.length - places} 个`);
        expect(together).toContain('由推荐单位决定');
        const wanted = nominees.filter((each) => each.row !== row);
        expect(others).toContain(`另 ${wanted.length} 个是：`);
        for (const { unitName } of wanted) expect(others).toContain(unitName);
      }
    }
  });

  it('shows who was refused by a body as refused, though nothing stood against it in the check', () => {
    const words = loaded.check.nominees.map(({ nominee, cleared, reviewed }) => {
      const [view] = workshop.viewCard({ sheet: 'nominees', row: nominee.row })?.nominations ?? [];
      return { word: view?.badge.word, isRefused: cleared && reviewed === 'rejected', cleared };
    });
    expect(words.filter(({ isRefused }) => isRefused).length).toBeGreaterThan(0);
    for (const { word, isRefused, cleared } of words) {
      expect([word === '不入围', word === '通过']).toEqual([isRefused, cleared && !isRefused]);
    }
  });

  it('tells a unit that nobody nominates what is against it, or that nothing is', () => {
    const nominated = new Set(loaded.roster.nominees.map(({ unitNumber }) => unitNumber));
    // Of a unit that is scored twice the first row counts until somebody has mended it.
    const rows = loaded.roster.scores.toReversed();
    const scores = new Map(rows.map((score) => [score.unitNumber, score.associationBasic]));
    let low = 0;
    for (const { row, number } of loaded.roster.memberUnits.filter((unit) => !nominated.has(unit.number))) {
      const told = workshop.viewCard({ sheet: 'memberUnits', row })?.unnominated ?? '';
      const points = scores.get(number) ?? null;
      if (points === null || points >= 85) continue;
      low += 1;
      // 附件3: 85 分及以上的单位有参评资格.
      expect(told).toMatch(new RegExp(`^推荐名单里没有它。暂不能推荐.*${points} 分.*85 分`));
    }
    expect(low).toBeGreaterThan(10);
    const [row] = loaded.roster.nominees.map((nominee) => nominee.row);
    expect(workshop.viewCard({ sheet: 'nominees', row: row ?? 0 })?.unnominated).toBe('');
  });

  it('names nobody else in what is printed for a unit', () => {
    const names = new Set(loaded.roster.nominees.flatMap(({ name, unitName }) => [name, unitName]));
    let hidden = 0;
    for (const { row, name, unitName } of loaded.roster.nominees) {
      const [view] = workshop.viewCard({ sheet: 'nominees', row })?.nominations ?? [];
      if (!view) throw new Error(`no card of row ${row}`);
      const shown = [view.verdict, ...view.reasons.flatMap(({ message, mend, together }) => [message, mend, together])];
      const printed = shown.map((text) => withoutNames(text, view.otherNames));
      hidden += printed.filter((text, index) => text !== shown[index]).length;
      // What is part of one's own name, or of a member unit that one may be, is nobody else's.
      const foreign = [...names].filter((each) => each.length > 1 && !`${unitName} ${name}`.includes(each));
      for (const text of printed) expect([row, foreign.filter((each) => text.includes(each))]).toEqual([row, []]);
    }
    expect(hidden).toBeGreaterThan(3);
  });

  it('never tells a nominee that it is like itself', () => {
    let pairs = 0;
    for (const judged of loaded.check.nominees) {
      const { row } = judged.nominee;
      const [view] = workshop.viewCard({ sheet: 'nominees', row })?.nominations ?? [];
      const told = [view?.verdict ?? '', ...(view?.reasons.map(({ message }) => message) ?? [])];
      const ofItself = told.filter((text) => new RegExp(`[与于]第 ${row} 行`).test(text));
      pairs += ofItself.length;
      // The other row stands before it, and is another one.
      for (const text of ofItself) {
        const [, other] = /推荐名单第 (\d+) 行“.+”：/.exec(text) ?? [];
        expect(other, text).toBeDefined();
        expect(Number(other)).not.toBe(row);
      }
    }
    expect(pairs).toBeGreaterThan(3);
  });

  it('shows no ID number of anybody', () => {
    const cards = entries.map(({ card }) => workshop.viewCard(card));
    const text = JSON.stringify([entries, cards]);
    const numbers = loaded.roster.nominees.map(({ idNumber }) => idNumber).filter((number) => number.length > 14);
    expect(numbers.length).toBeGreaterThan(10);
    for (const number of numbers) expect(text).not.toContain(number);
  });

  it('is found by a name, a number, or parts of both; what begins with the words comes first', () => {
    const unit = loaded.roster.memberUnits[20];
    if (!unit) throw new Error('the sample has no such unit');
    const first = (text: string) => findSubjects(entries, text).entries[0];
    expect(first(unit.number)?.card).toEqual({ sheet: 'memberUnits', row: unit.row });
    expect(first(`${unit.district} ${unit.name.slice(2, 8)} ${unit.number}`)?.card.row).toBe(unit.row);
    expect(findSubjects(entries, '  ')).toEqual({ entries: [], left: 0 });
    expect(findSubjects(entries, '没有这样的单位')).toEqual({ entries: [], left: 0 });
    const many = findSubjects(entries, unit.district);
    expect(many.entries).toHaveLength(20);
    expect(many.left).toBeGreaterThan(0);
    expect(workshop.viewCard({ sheet: 'nominees', row: 1_000_000 })).toBeNull();
  });
});
