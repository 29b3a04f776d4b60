import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MaterialRow, MaterialState } from '../../rules/master-roster.ts';
import {
  findChecklist,
  headPages,
  listItemStates,
  listPrintedForms,
  numberPages,
  type ItemState,
} from '../../rules/materials.ts';
import type { MaterialItem } from '../../rules/scheme-parts.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { findScheme } from '../support/templates.ts';
import { AWARDS_2024, SIXTH } from '../support/scheme-sample.ts';

const cite = { document: 'notice', clause: '一', quote: '一' };

/** An item whose row is registered with so many pages; `undefined` is not registered at all. */
function state(
  position: number,
  pages: number | null | undefined,
  given: { state?: MaterialState; provider?: MaterialItem['provider'] } = {},
): ItemState {
  const item: MaterialItem = { position, text: `材料${position}`, provider: given.provider ?? 'applicant', cite };
  if (pages === undefined) return { item, state: null, row: null };
  const row: MaterialRow = {
    row: position + 1,
    application: 'N1',
    position,
    state: given.state ?? 'present',
    pages,
    remark: '',
  };
  return { item, state: row.state, row };
}

const number = (states: readonly ItemState[]) => numberPages(states, 2).map(({ item, page }) => [item.position, page]);

describe('page numbers', () => {
  it('begin with the contents, which is page 1; the cover before it bears none', () => {
    expect(number([state(1, 1), state(2, 1), state(3, 4), state(4, 2), state(5, 1)])).toEqual([
      [3, 2],
      [4, 6],
      [5, 8],
    ]);
  });

  it('take a longer contents as it is registered, and one of unknown length for the page that we print', () => {
    expect(number([state(1, 3), state(2, 2), state(3, 1)])).toEqual([[3, 3]]);
    expect(number([state(1, 1), state(2, null), state(3, 1)])).toEqual([[3, 2]]);
    expect(number([state(1, 1), state(2, undefined), state(3, 1)])).toEqual([[3, 2]]);
  });

  it('are not known behind an item of unknown length', () => {
    for (const pages of [null, undefined, 0, -3]) {
      expect(number([state(1, 1), state(2, 1), state(3, 2), state(4, pages), state(5, 1), state(6, 1)])).toEqual([
        [3, 2],
        [4, 4],
        [5, null],
        [6, null],
      ]);
    }
  });

  it('are not known behind an item that is missing, whatever was registered of it before', () => {
    expect(number([state(1, 1), state(2, 1), state(3, 2, { state: 'missing' }), state(4, 1)])).toEqual([
      [3, 2],
      [4, null],
    ]);
    expect(number([state(1, 1), state(2, 1), state(3, 2, { state: 'faulty' }), state(4, 1)])).toEqual([
      [3, 2],
      [4, 4],
    ]);
  });

  it('pass over what is waived, and what the association looks up without handing in a page', () => {
    const association = { provider: 'association' } as const;
    expect(
      number([
        state(1, 1),
        state(2, 1),
        state(3, 5, { state: 'waived' }),
        state(4, null, association),
        state(5, 2, association),
        state(6, 1),
      ]),
    ).toEqual([
      [5, 2],
      [6, 4],
    ]);
  });
});

describe('the checklists of schemes', () => {
  let scheme: Scheme;
  let sixth: Scheme;
  beforeAll(async () => {
    scheme = await findScheme(AWARDS_2024.id, AWARDS_2024.folder);
    sixth = await findScheme(SIXTH.id, SIXTH.folder);
  });

  const checklistOf = (of: Scheme, award: string, facts: readonly (readonly [string, string])[] = []) =>
    findChecklist(of.materials, of.awards.find(({ shortName }) => shortName === award)?.id, new Map(facts));

  it('are those of 附件三, item by item', () => {
    const source = readFileSync(`${AWARDS_2024.folder}/${AWARDS_2024.id}/source.md`, 'utf8');
    const annex = source.slice(source.indexOf('2024 年度评优申报材料清单'));
    for (const award of scheme.awards) {
      const items = checklistOf(scheme, award.shortName)?.items ?? [];
      // In the document: the award's heading, then （一）, （二） … each on a line of its own.
      const start = annex.search(new RegExp(`[一二三四五六七八九]、${award.name}`));
      const printed = [...annex.slice(start).matchAll(/^(?:- )?[（(]([一二三四五六七八九十]+)[)）] ?(.+)$/gm)];
      expect(items.length).toBeGreaterThan(5);
      expect(items.map(({ text }) => squeeze(text))).toEqual(
        printed.slice(0, items.length).map(([, , text = '']) => squeeze(text)),
      );
      // The next numbered line begins the next award's list.
      expect(printed[items.length]?.[1] ?? '一').toBe('一');
    }
  });

  it('are asked of those whose own cell says so', () => {
    expect(checklistOf(sixth, '管家', [['管家类别', '专职']])?.items).toHaveLength(3);
    expect(checklistOf(sixth, '管家', [['管家类别', '兼职']])).toBeNull();
    expect(checklistOf(sixth, '管家')).toBeNull();
    expect(checklistOf(sixth, '班组')).toBeNull();
    expect(findChecklist(null, 'calmInn', new Map())).toBeNull();
  });

  it('name the forms that are printed for them, and no other', () => {
    const printed = (award: string) => {
      const found = scheme.awards.find(({ shortName }) => shortName === award);
      const checklist = checklistOf(scheme, award);
      return found && checklist ? listPrintedForms(scheme.forms, found, checklist).map(({ title }) => title) : null;
    };
    expect(printed('突出贡献奖')).toEqual(['封面']);
    expect(printed('优秀企业家')).toEqual(['封面', '在职证明', '个人承诺书']);
    expect(printed('优秀专家')).toEqual(['封面', '个人承诺书']);
    const unprinted = { awards: [], when: null, cite, items: [state(1, 1).item] };
    const [award] = scheme.awards;
    expect(award && listPrintedForms(scheme.forms, award, unprinted)).toEqual([]);
  });

  it('head each page as the document asks', () => {
    const { materials: rules, awards } = sixth;
    expect(rules && awards[0] && headPages(rules, awards[0])).toBe('安心评选 安心民宿');
    expect(rules && awards[0] && headPages({ ...rules, pageHeader: null }, awards[0])).toBe('');
  });

  it('find the row of each item by its number', () => {
    const checklist = checklistOf(sixth, '民宿');
    const rows = [state(3, 7).row, state(1, 2).row].flatMap((row) => row ?? []);
    expect(checklist && listItemStates(checklist, rows).map(({ row }) => row?.pages ?? null)).toEqual([
      2,
      null,
      7,
      null,
    ]);
  });
});

/** White space and the width of brackets and commas differ within the document itself. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
