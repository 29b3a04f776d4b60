import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { OtherScore } from './other-score.tsx';
import { useRovingFocus } from './use-roving-focus.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'center' },
  choice: {
    minWidth: '32px',
    minHeight: '32px',
    padding: '0 8px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontVariantNumeric: 'tabular-nums',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    ':disabled': {
      color: tokens.colorNeutralForegroundDisabled,
      border: `1px solid ${tokens.colorNeutralStrokeDisabled}`,
      cursor: 'not-allowed',
    },
  },
  plain: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '24px',
    padding: 0,
    border: '1px solid transparent',
    color: tokens.colorNeutralForeground2,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  chosen: {
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
    },
  },
  warned: {
    backgroundColor: tokens.colorPaletteRedBackground3,
    border: `1px solid ${tokens.colorPaletteRedBackground3}`,
    ':hover': { backgroundColor: tokens.colorPaletteRedBackground3 },
  },
});

export interface Choice {
  readonly key: string;
  readonly label: string;
  /** What it stands for, for a screen reader and as a tip. */
  readonly about: string;
  readonly isWarned?: boolean;
}

interface ChoiceRowProps {
  readonly labelledBy: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly isDisabled: boolean;
  readonly onChoose: (key: string) => void;
  /** Takes the choice back; absent where nothing is chosen. */
  readonly onClear?: (() => void) | undefined;
  /** Reads another value than the choices: a sentence when it is none. Absent where the choices are all there is. */
  readonly onOther?: ((text: string) => string | null) | undefined;
}

/** One-tap choices in a row: one stop for Tab, arrows between them, Enter takes one. */
export function ChoiceRow({ labelledBy, choices, chosen, isDisabled, onChoose, onClear, onOther }: ChoiceRowProps) {
  const styles = useStyles();
  const [isOther, setOther] = useState(false);
  /** Set when the input is left by key: the focus then stays in the group. */
  const comesBack = useRef(false);
  const start = Math.max(
    0,
    choices.findIndex(({ key }) => key === chosen),
  );
  const { group, groupProps, tabIndexOf } = useRovingFocus(start);
  useEffect(() => {
    if (isOther || !comesBack.current) return;
    comesBack.current = false;
    group.current?.querySelector<HTMLElement>('[aria-pressed="true"], button')?.focus();
  }, [isOther, group]);
  const afterChoices = choices.length + (onOther && !isOther ? 1 : 0);
  return (
    <div ref={group} role="group" aria-labelledby={labelledBy} className={styles.row} {...groupProps}>
      {choices.map(({ key, label, about, isWarned }, index) => (
        <button
          key={key}
          type="button"
          aria-pressed={key === chosen}
          aria-label={about}
          title={about}
          disabled={isDisabled}
          tabIndex={tabIndexOf(index)}
          className={mergeClasses(
            styles.choice,
            key === chosen && styles.chosen,
            key === chosen && isWarned && styles.warned,
          )}
          onClick={() => {
            onChoose(key);
          }}
        >
          {label}
        </button>
      ))}
      {onOther && !isOther && (
        <button
          type="button"
          disabled={isDisabled}
          tabIndex={tabIndexOf(choices.length)}
          className={mergeClasses(styles.choice, styles.quiet)}
          onClick={() => {
            setOther(true);
          }}
        >
          其他
        </button>
      )}
      {onClear && (
        <button
          type="button"
          aria-label="清空此项"
          title="清空此项"
          disabled={isDisabled}
          tabIndex={tabIndexOf(afterChoices)}
          className={mergeClasses(styles.choice, styles.plain)}
          onClick={onClear}
        >
          <DismissRegular aria-hidden />
        </button>
      )}
      {onOther && isOther && (
        <OtherScore
          labelledBy={labelledBy}
          onScore={onOther}
          onDone={(isByKey) => {
            comesBack.current = isByKey;
            setOther(false);
          }}
        />
      )}
    </div>
  );
}
