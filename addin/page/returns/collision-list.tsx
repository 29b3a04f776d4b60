import { Button, Field, Input, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { StateBadge } from '../../shell/state-looks.tsx';
import type { CollisionAnswer, CollisionView } from './collision-view.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gap: '12px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  soft: { color: tokens.colorNeutralForeground2 },
  fields: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px' },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  item: {
    display: 'grid',
    gap: '6px',
    padding: '10px 14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 12px' },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: '8px 16px',
    margin: 0,
    overflowWrap: 'anywhere',
  },
  side: { margin: 0 },
  answer: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px' },
  reason: { flexGrow: 1, minWidth: '200px' },
});

interface CollisionListProps {
  readonly collisions: readonly CollisionView[];
  readonly isBusy: boolean;
  readonly onDecide: (answer: CollisionAnswer) => void;
}

/** What lists and roster say otherwise, side by side, each with its two answers. Who decides, and when, is said once for all. */
export function CollisionList({ collisions, isBusy, onDecide }: CollisionListProps) {
  const styles = useStyles();
  const [by, setBy] = useState('');
  const [on, setOn] = useState('');
  return (
    <div className={styles.section} role="group" aria-labelledby="collisions">
      <Title3 as="h3" id="collisions" className={styles.heading}>
        推荐冲突
      </Title3>
      <Text size={200} className={styles.soft}>
        决定了的写进新总名册的“决定”表，照着办，以后不再问。
      </Text>
      <div className={styles.fields}>
        <Field label="决定单位" size="small">
          <Input
            size="small"
            value={by}
            onChange={(_, { value }) => {
              setBy(value);
            }}
          />
        </Field>
        <Field label="决定日期" size="small">
          <Input
            size="small"
            type="date"
            value={on}
            onChange={(_, { value }) => {
              setOn(value);
            }}
          />
        </Field>
      </div>
      <ul className={styles.list}>
        {collisions.map((collision) => (
          <li key={`${collision.matter} ${collision.subject} ${collision.about}`} className={styles.item}>
            <CollisionItem collision={collision} signed={{ by: by.trim(), on }} isBusy={isBusy} onDecide={onDecide} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface CollisionItemProps extends Pick<CollisionListProps, 'isBusy' | 'onDecide'> {
  readonly collision: CollisionView;
  readonly signed: Pick<CollisionAnswer, 'by' | 'on'>;
}

function CollisionItem({ collision, signed, isBusy, onDecide }: CollisionItemProps) {
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const [lacking, setLacking] = useState('');
  const { matter, subject, about, label, district, origin, inRoster, inList, effects, state, answered } = collision;
  const named = `${subject} ${label}`;
  const decide = (word: 'agreed' | 'refused') => {
    const lacks = [
      ...(signed.by === '' ? ['决定单位'] : []),
      ...(signed.on === '' ? ['决定日期'] : []),
      ...(word === 'agreed' && reason.trim() === '' ? ['理由'] : []),
    ];
    setLacking(lacks.length > 0 ? `请先填${lacks.join('、')}。` : '');
    if (lacks.length === 0) onDecide({ matter, subject, about, word, ...signed, reason: reason.trim() });
  };
  return (
    <>
      <div className={styles.line}>
        <Text weight="semibold">{named}</Text>
        <StateBadge tone={answered === null ? 'waiting' : 'fine'}>{matter}</StateBadge>
      </div>
      <dl className={styles.sides}>
        {[
          ['总名册', inRoster],
          ['推荐表', inList],
        ].map(([side, says]) => (
          <div key={side}>
            <dt>
              <Text size={200} className={styles.soft}>
                {side}
              </Text>
            </dt>
            <dd className={styles.side}>
              <Text size={200}>{says}</Text>
            </dd>
          </div>
        ))}
      </dl>
      <Text size={200} className={styles.soft}>
        {district}，{origin}。{state}
      </Text>
      {answered === 'now' && (
        <div>
          <Button
            size="small"
            disabledFocusable={isBusy}
            aria-label={`改回：${named}`}
            onClick={() => {
              onDecide({ matter, subject, about, word: null, by: '', on: '', reason: '' });
            }}
          >
            改回
          </Button>
        </div>
      )}
      {answered === null && (
        <div className={styles.answer}>
          <Field label="理由" size="small" className={styles.reason}>
            <Input
              size="small"
              value={reason}
              onChange={(_, { value }) => {
                setReason(value);
              }}
            />
          </Field>
          {(['agreed', 'refused'] as const).map((word) => (
            <Button
              key={word}
              size="small"
              disabledFocusable={isBusy}
              aria-label={`${effects[word]}：${named}`}
              onClick={() => {
                decide(word);
              }}
            >
              {effects[word]}
            </Button>
          ))}
        </div>
      )}
      {lacking !== '' && (
        <Text size={200} role="alert">
          {lacking}
        </Text>
      )}
    </>
  );
}
