import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, DismissCircleRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import type { Citation } from '../../../rules/citation.ts';
import type { ScoreVerdict, VerdictReason } from '../../../rules/score-verdict.ts';
import { ANSWER_WORDS } from '../../../rules/state-words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  reason: { display: 'flex', gap: '6px' },
  icon: { flexShrink: 0, fontSize: '18px', marginTop: '1px' },
  yes: { color: tokens.colorPaletteGreenForeground1 },
  no: { color: tokens.colorPaletteRedForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
  words: { display: 'grid', gap: '2px', justifyItems: 'start' },
  cite: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

const ICONS = { yes: CheckmarkCircleRegular, no: DismissCircleRegular, unknown: QuestionCircleRegular } as const;

interface ReasonsProps {
  readonly verdict: ScoreVerdict;
  readonly cite: (citation: Citation) => string;
  readonly onGo: (itemId: string) => void;
}

/** Every reason of a verdict with its clause, and a way to the first item that it is about. */
export function Reasons({ verdict, cite, onGo }: ReasonsProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="结论的理由">
      {[verdict.basic, ...verdict.vetoes].map((reason) => (
        <Reason key={reason.message} reason={reason} cite={cite} onGo={onGo} />
      ))}
    </ul>
  );
}

function Reason({ reason, cite, onGo }: Pick<ReasonsProps, 'cite' | 'onGo'> & { reason: VerdictReason }) {
  const styles = useStyles();
  const { answer, message, itemIds } = reason;
  const Icon = ICONS[answer];
  const [first] = itemIds;
  return (
    <li className={styles.reason}>
      <Icon className={mergeClasses(styles.icon, styles[answer])} aria-label={ANSWER_WORDS[answer]} role="img" />
      <div className={styles.words}>
        <Text>{message}</Text>
        <Text size={200} className={styles.cite}>
          依据：{cite(reason.cite)}
        </Text>
        {answer !== 'yes' && first !== undefined && (
          <Link
            as="button"
            onClick={() => {
              onGo(first);
            }}
          >
            {itemIds.length > 1 ? '到第一项' : '到这一项'}
          </Link>
        )}
      </div>
    </li>
  );
}
