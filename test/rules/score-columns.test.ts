/** The score columns are called as the document heads them: the headings are read here from the document's own text. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnsOf } from '../../rules/roster-columns.ts';
import { explainScoreColumns, nameScoreColumn } from '../../rules/score-columns.ts';
import { findShanghai, type FullScheme } from '../support/full-scheme.ts';

const SOURCE = readFileSync(new URL('../../templates/shanghai-security-2024/source.md', import.meta.url), 'utf8');
const HEADS = SOURCE.split('\n').flatMap((line) => (line.startsWith('类型\t') ? [line.split('\t').slice(3)] : []));
const [[self = '', association = ''] = []] = HEADS;
const [selfBonus = '', associationBonus = ''] = HEADS.at(-1) ?? [];

let scheme: FullScheme;
beforeAll(async () => {
  scheme = await findShanghai();
});

describe('a score column', () => {
  it('has the headings of 附件3, that of the bonus items beside that of the basic ones', () => {
    expect([self, association]).toEqual(['自评分', '内保处/科评分']);
    expect(nameScoreColumn(scheme.scoreSheet, 'self')).toBe(`“${self}”（加分项“${selfBonus}”）`);
    expect(nameScoreColumn(scheme.scoreSheet, 'association')).toBe(`“${association}”（加分项“${associationBonus}”）`);
  });

  it('has one name where both parts have one heading', () => {
    const heads = { self: '自评', association: '复评' };
    expect(nameScoreColumn({ columns: { basic: heads, bonus: heads } }, 'association')).toBe('“复评”');
    expect(explainScoreColumns({ columns: { basic: heads, bonus: heads } })).toBe(
      '“自评”指评分表的“自评”一栏，“评分”指“复评”一栏',
    );
  });

  it('is named in what the roster says of its own columns', () => {
    const abouts = new Map(columnsOf('scores', scheme).map(({ heading, about }) => [heading, about]));
    expect(abouts.get('基本得分（自评）')).toContain(`“${self}”一栏`);
    expect(abouts.get('加分（自评）')).toContain(`“${selfBonus}”一栏`);
    expect(abouts.get('基本得分（协会）')).toContain(`“${association}”一栏`);
    expect(abouts.get('加分（协会）')).toContain(`“${associationBonus}”一栏`);
  });
});
