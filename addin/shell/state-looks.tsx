/** What the colours of states look like: `desk/state-tones.ts` says which state has which. */
import { Badge, makeStyles, mergeClasses, tokens, type BadgeProps } from '@fluentui/react-components';
import type { StateTone } from '../desk/state-tones.ts';

type Token = keyof typeof tokens;

interface ToneTokens {
  /** Of words and numbers, on the page and on `ground`. */
  readonly ink: Token;
  /** Of a badge. */
  readonly ground: Token;
  readonly line: Token;
  /** Of a bar. */
  readonly bar: Token;
}

export const TONE_TOKENS = {
  fine: {
    ink: 'colorStatusSuccessForeground1',
    ground: 'colorStatusSuccessBackground1',
    line: 'colorStatusSuccessBorder1',
    bar: 'colorStatusSuccessBackground3',
  },
  refused: {
    ink: 'colorPaletteRedForeground1',
    ground: 'colorStatusDangerBackground1',
    line: 'colorStatusDangerBorder1',
    bar: 'colorStatusDangerBackground3',
  },
  asked: {
    ink: 'colorStatusWarningForeground3',
    ground: 'colorStatusWarningBackground1',
    line: 'colorStatusWarningBorder1',
    bar: 'colorStatusWarningBackground3',
  },
  waiting: {
    ink: 'colorPaletteBerryForeground1',
    ground: 'colorPaletteBerryBackground1',
    line: 'colorPaletteBerryBorder1',
    bar: 'colorPaletteBerryBackground3',
  },
  plain: {
    ink: 'colorNeutralForeground2',
    ground: 'colorNeutralBackground4',
    line: 'colorNeutralStroke2',
    bar: 'colorNeutralStroke1',
  },
} as const satisfies Readonly<Record<StateTone, ToneTokens>>;

const ink = (tone: StateTone) => ({ color: tokens[TONE_TOKENS[tone].ink] });

/** Of words and numbers. */
export const useToneInk = makeStyles({
  fine: ink('fine'),
  refused: ink('refused'),
  asked: ink('asked'),
  waiting: ink('waiting'),
  plain: ink('plain'),
});

const bar = (tone: StateTone) => ({ backgroundColor: tokens[TONE_TOKENS[tone].bar] });

/** Of a bar. */
export const useToneBar = makeStyles({
  fine: bar('fine'),
  refused: bar('refused'),
  asked: bar('asked'),
  waiting: bar('waiting'),
  plain: bar('plain'),
});

const badge = (tone: StateTone) => {
  const { ink: color, ground, line } = TONE_TOKENS[tone];
  return {
    color: tokens[color],
    backgroundColor: tokens[ground],
    // The border of a badge is drawn by what stands behind it.
    '::after': {
      borderTopColor: tokens[line],
      borderRightColor: tokens[line],
      borderBottomColor: tokens[line],
      borderLeftColor: tokens[line],
    },
  };
};

const useBadge = makeStyles({
  fine: badge('fine'),
  refused: badge('refused'),
  asked: badge('asked'),
  waiting: badge('waiting'),
  plain: badge('plain'),
  whole: { flexShrink: 0, whiteSpace: 'nowrap' },
});

interface StateBadgeProps extends Pick<BadgeProps, 'size' | 'children'> {
  readonly tone: StateTone;
}

/** A state in a word. */
export function StateBadge({ tone, ...rest }: StateBadgeProps) {
  const styles = useBadge();
  return <Badge appearance="tint" className={mergeClasses(styles.whole, styles[tone])} {...rest} />;
}
