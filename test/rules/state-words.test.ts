/** One word for each state, wherever it is said: what is not settled yet has these words and no others. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ANSWER_WORDS, FAULTY_WORD, UNDECIDED_WORD } from '../../rules/state-words.ts';
import { STATES } from '../../addin/desk/nomination-state.ts';
import { STATE_WORDS } from '../../rules/tally/unit-tally.ts';
import { SEVERITY_WORDS } from '../../rules/name-rule.ts';

const ROOMS = ['rules', 'schemes', 'workbook', 'jobs', 'scripts', 'addin'];

/** Words for what is not settled, each of one thing; see the glossary. */
const WORDS = ['待确认', '待结论', '待评审结论', '待议', '待核实', '待您决定', '重复待定', '重复\\n待定', '未定稿'];

/** What somebody writes into a cell, which is read as it stands, and what a document calls its own cells. */
const READ = ['rules/spellings.ts', 'rules/checks/objections.ts', 'workbook/draw/quota-sheet.ts'];

/** Other ways to say that something is not settled. */
const OTHERS = /尚不能确定|尚不确定|尚无定论|尚待|未定(?!稿)|不能定论|待定|待决|待查|待核[实定查]|推荐有误/g;

/** What is printed and what is read about it; `source.md` is the document's own. */
const texts = ['templates', 'docs'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|yaml)$/.test(name) && path.basename(name) !== 'source.md')
    .map((name) => path.join(room, name)),
);

const sources = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(room, name)),
);

it('no source, template or manual has another', () => {
  expect(sources.length).toBeGreaterThan(500);
  expect(texts.length).toBeGreaterThan(50);
  const others = [...sources, ...texts]
    .filter((file) => !READ.includes(file))
    .flatMap((file) => {
      const text = WORDS.reduce((rest, word) => rest.replaceAll(word, ''), readFileSync(file, 'utf8'));
      return [...text.matchAll(OTHERS)].map(([word]) => `${file}: ${word}`);
    });
  expect(others).toEqual([]);
});

it('a state has one word, and no two states of one kind share it', () => {
  expect(STATES.open.word).toBe(ANSWER_WORDS.unknown);
  expect(STATES['not-eligible'].word).toBe(ANSWER_WORDS.no);
  expect(STATES.faulty.word).toBe(FAULTY_WORD);
  expect(SEVERITY_WORDS.question).toBe(ANSWER_WORDS.unknown);
  expect(WORDS).toContain(UNDECIDED_WORD);
  expect(STATE_WORDS.unconfirmed).toBe(ANSWER_WORDS.unknown);
  for (const words of [
    Object.values(ANSWER_WORDS),
    Object.values(STATE_WORDS),
    Object.values(SEVERITY_WORDS),
    Object.values(STATES).map(({ word }) => word),
  ])
    expect(new Set(words).size).toBe(words.length);
});
