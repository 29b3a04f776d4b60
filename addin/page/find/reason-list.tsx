import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReasonView } from './reason-view.ts';

const useStyles = makeStyles({
  list: { margin: '6px 0 0', padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  reason: { display: 'grid', gridTemplateColumns: '4em minmax(0, 1fr)', gap: '0 8px' },
  yes: { color: tokens.colorStatusSuccessForeground1 },
  no: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorStatusWarningForeground3 },
  soft: { color: tokens.colorNeutralForeground2 },
});

const WORDS = { yes: '符合', no: '不符合', unknown: '待定' } as const;

/** Every reason with what would mend it and its clause, in the order that they come in. */
export function ReasonList({ reasons }: { readonly reasons: readonly ReasonView[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {reasons.map(({ answer, message, mend, citation }, index) => (
        <li key={`${index} ${message}`} className={styles.reason}>
          <Text weight="semibold" className={styles[answer]}>
            {WORDS[answer]}
          </Text>
          <div>
            <Text block>
              {message}
              {mend !== '' && `；${mend}`}。
            </Text>
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
