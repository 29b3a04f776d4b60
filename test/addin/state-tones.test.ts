/** One colour for each state, which can be read wherever it stands. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { expect, it } from 'vitest';
import { REJECTED, STATES, WAITING } from '../../addin/desk/nomination-state.ts';
import {
  ANSWER_TONES,
  GROUP_TONES,
  LIST_TONES,
  NOMINATION_TONES,
  SEVERITY_TONES,
  UNIT_TONES,
  type StateTone,
} from '../../addin/desk/state-tones.ts';
import { GROUP_WORDS } from '../../addin/page/returns/group-looks.ts';
import { LIST_STATE_WORDS } from '../../workbook/tally/nomination-tables.ts';
import { TONE_TOKENS } from '../../addin/shell/state-looks.tsx';
import { SEVERITY_WORDS } from '../../rules/name-rule.ts';
import { ANSWER_WORDS, FAULTY_WORD } from '../../rules/state-words.ts';
import { STATE_WORDS } from '../../rules/tally/unit-tally.ts';

const pair = (words: Readonly<Record<string, string>>, tones: Readonly<Record<string, StateTone>>) =>
  Object.entries(words).map(([state, word]): [string, StateTone | undefined] => [word, tones[state]]);

const SHOWN: readonly [string, StateTone | undefined][] = [
  ...pair(ANSWER_WORDS, ANSWER_TONES),
  ...pair(SEVERITY_WORDS, SEVERITY_TONES),
  ...pair(STATE_WORDS, UNIT_TONES),
  ...pair(GROUP_WORDS, GROUP_TONES),
  ...pair(LIST_STATE_WORDS, LIST_TONES),
  ...[...Object.values(STATES), REJECTED, WAITING].map(({ word, tone }): [string, StateTone] => [word, tone]),
  [FAULTY_WORD, NOMINATION_TONES.faulty],
];

it('every state has a colour, and a word that stands for two states the same one', () => {
  const tones = new Map<string, Set<StateTone | undefined>>();
  for (const [word, tone] of SHOWN) tones.set(word, (tones.get(word) ?? new Set()).add(tone));
  expect([...tones].filter(([, own]) => own.size !== 1 || own.has(undefined))).toEqual([]);
  expect(tones.size).toBeGreaterThan(15);
});

/** Of two colours `#RRGGBB`, as WCAG counts it. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const THEMES: readonly [string, Theme][] = [
  ['light', webLightTheme],
  ['dark', webDarkTheme],
];

it.each(THEMES)('can be read on the page, on a card and on its badge, when it is %s', (_, theme) => {
  const weak = Object.entries(TONE_TOKENS).flatMap(([tone, { ink, ground }]) =>
    (['colorNeutralBackground1', 'colorNeutralBackground2', ground] as const)
      .map((behind) => ({ tone, behind, contrast: contrast(theme[ink], theme[behind]) }))
      .filter((each) => each.contrast < 4.5),
  );
  expect(weak).toEqual([]);
});

it('no view has a colour of a state of its own', () => {
  const files = readdirSync('addin', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
  const own = files.filter((name) => {
    const text = readFileSync(path.join('addin', name), 'utf8');
    return (
      /SEVERITY_WORDS|ANSWER_WORDS|STATE_WORDS|GROUP_WORDS|badge\.word|QUALIFICATION_WORDS/.test(text) &&
      /colorStatus|<Badge/.test(text)
    );
  });
  expect(files.length).toBeGreaterThan(50);
  expect(own).toEqual([]);
});
