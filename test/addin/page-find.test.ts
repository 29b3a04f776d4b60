/** A card says what the rules say: the same verdict and reasons as the report, what decided first, and nothing private. */
import { beforeAll, describe, expect, it } from 'vitest';
import { findSubjects, type FindEntry } from '../../addin/page/find/find-entries.ts';
import { Workshop } from '../../addin/page/workshop.ts';
import { loadRoster, type LoadedRoster } from '../../jobs/load-roster.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
import { proveVerdict } from '../../rules/verdict.ts';
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
      expect(view?.verdict).toBe(proveVerdict(check.index, judged));
      const messages = view?.reasons.map(({ message }) => message) ?? [];
      for (const { message } of judged.reasons) expect(messages).toContain(message);
      for (const { message, severity } of judged.findings)
        if (severity === 'violation') expect(messages).toContain(message);
      const ranks = view?.reasons.map(({ answer }) => ['no', 'unknown', 'yes'].indexOf(answer)) ?? [];
      expect(ranks).toEqual([...ranks].sort());
      if (judged.answer === 'no') {
        refused += 1;
        expect(view?.reasons[0]).toMatchObject({ answer: 'no', citation: expect.stringMatching(/：“.+”$/) as string });
      }
    }
    expect(refused).toBeGreaterThan(3);
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
