import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { WAITING } from '../desk/nomination-state.ts';
import { StateBadge } from '../shell/state-looks.tsx';
import type { CardKey } from './find/find-entries.ts';
import type { NominationLine } from './nomination-lines.ts';
import { PagedList } from './paged-list.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'start', justifyContent: 'space-between', gap: '2px 12px' },
  // Its words stand where those of the line below stand.
  name: { margin: '-4px -8px', padding: '4px 8px', minWidth: 0, textAlign: 'left', overflowWrap: 'anywhere' },
  badges: { display: 'flex', flexShrink: 0, gap: '4px' },
  soft: { display: 'block', color: tokens.colorNeutralForeground2 },
  reasons: { margin: '2px 0', paddingLeft: '1.2em' },
});

interface NomineeListProps {
  readonly nominees: readonly NominationLine[];
  readonly onOpen: (card: CardKey) => void;
}

/** Nominations with what became of them, what stands in their way first. */
export function NomineeList({ nominees, onOpen }: NomineeListProps) {
  const styles = useStyles();
  return (
    <PagedList
      items={nominees}
      placeholder="在下面的名单里查找"
      label="查找推荐"
      textOf={textOf}
      keyOf={({ card }) => String(card.row)}
    >
      {({ card, label, award, badge, obstacles, scores, waitsFor }) => (
        <>
          <div className={styles.line}>
            <Button
              appearance="transparent"
              className={styles.name}
              onClick={() => {
                onOpen(card);
              }}
            >
              {label}
            </Button>
            <span className={styles.badges}>
              <StateBadge tone={badge.tone}>{badge.word}</StateBadge>
              {waitsFor.length > 0 && <StateBadge tone={WAITING.tone}>{WAITING.word}</StateBadge>}
            </span>
          </div>
          {obstacles.length > 1 ? (
            <ul className={styles.reasons}>
              {obstacles.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          ) : (
            obstacles.map((reason) => (
              <Text key={reason} block>
                {reason}
              </Text>
            ))
          )}
          <Text size={200} className={styles.soft}>
            {[award, scores, waitsFor.length > 0 ? `待结论：${waitsFor.join('、')}` : '']
              .filter((part) => part !== '')
              .join('。')}
          </Text>
        </>
      )}
    </PagedList>
  );
}

const textOf = ({ label, award, obstacles }: NominationLine) => `${label} ${award} ${obstacles.join(' ')}`;
