import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ANSWER_WORDS, FAULTY_WORD } from '../../../rules/state-words.ts';
import { ANSWER_TONES, NOMINATION_TONES, type StateTone } from '../../desk/state-tones.ts';
import { useToneInk } from '../../shell/state-looks.tsx';
import type { ReasonKind, ReasonView } from './reason-view.ts';

const useStyles = makeStyles({
  list: { margin: '6px 0 0', padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  reason: { display: 'grid', gridTemplateColumns: '4em minmax(0, 1fr)', gap: '0 8px' },
  soft: { color: tokens.colorNeutralForeground2 },
});

const WORDS: Readonly<Record<ReasonKind, string>> = { ...ANSWER_WORDS, wrong: FAULTY_WORD };
const TONES: Readonly<Record<ReasonKind, StateTone>> = { ...ANSWER_TONES, wrong: NOMINATION_TONES.faulty };

/** Every reason with what would mend it and its clause, in the order that they come in. */
export function ReasonList({ reasons }: { readonly reasons: readonly ReasonView[] }) {
  const styles = useStyles();
  const inks = useToneInk();
  return (
    <ul className={styles.list}>
      {reasons.map(({ answer, message, mend, citation, together, others }, index) => (
        <li key={`${index} ${message}`} className={styles.reason}>
          <Text weight="semibold" className={inks[TONES[answer]]} data-answer={answer}>
            {WORDS[answer]}
          </Text>
          <div>
            <Text block>
              {message}
              {mend !== '' && `；${mend}`}。
            </Text>
            {together !== '' && <Text block>{together}</Text>}
            {others !== '' && (
              <Text block data-office-only>
                {others}
              </Text>
            )}
            {citation !== '' && (
              <Text block size={200} className={styles.soft}>
                依据：{citation}
              </Text>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
