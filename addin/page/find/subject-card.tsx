import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissRegular, PrintRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { CardNomination } from './card-nomination.tsx';
import { CardReturned } from './card-returned.tsx';
import type { CardView } from './card-view.ts';
import { printCard } from './print-card.ts';

const useStyles = makeStyles({
  card: {
    position: 'fixed',
    zIndex: 3,
    top: '53px',
    right: 0,
    // Over what the page says at the bottom.
    bottom: 'var(--dock, 0px)',
    width: 'min(600px, 100%)',
    boxSizing: 'border-box',
    overflowY: 'auto',
    padding: '16px 24px 32px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow28,
    '@media (max-width: 640px), (max-height: 480px)': { top: 0, padding: '12px 16px 24px' },
  },
  bar: { display: 'flex', justifyContent: 'flex-end', gap: '8px' },
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px', overflowWrap: 'anywhere' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    // Only a script gives it the keyboard, for whoever hears the page.
    outlineStyle: 'none',
  },
  soft: { color: tokens.colorNeutralForeground2 },
  facts: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '4px 16px' },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  part: { margin: '0 0 6px', fontSize: tokens.fontSizeBase400 },
});

interface SubjectCardProps {
  readonly card: CardView;
  readonly onClose: () => void;
}

/** A unit or a nominee at the side, and on a page of paper for whoever asks why. */
export function SubjectCard({ card, onClose }: SubjectCardProps) {
  const styles = useStyles();
  const sheet = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const { scheme, title, about, scores, nominations, places, returned } = card;
  const otherNames = nominations.flatMap((nomination) => nomination.otherNames);
  return (
    <aside
      className={styles.card}
      aria-label={`${title}的情况`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.bar}>
        <Button
          size="small"
          icon={<PrintRegular />}
          onClick={() => {
            if (sheet.current) printCard(sheet.current, otherNames);
          }}
        >
          打印这一页
        </Button>
        <Button size="small" icon={<DismissRegular />} onClick={onClose}>
          关闭
        </Button>
      </div>
      <article ref={sheet} className={styles.sheet}>
        <header>
          <Text size={200} className={styles.soft}>
            {scheme}
          </Text>
          <h2 ref={heading} tabIndex={-1} className={styles.heading}>
            {title}
          </h2>
          <Text>{about}</Text>
        </header>
        {nominations.map((nomination) => (
          <CardNomination key={nomination.row} nomination={nomination} />
        ))}
        {card.unnominated !== '' && <Text>{card.unnominated}</Text>}
        {places.length > 0 && (
          <section>
            <h3 className={styles.part}>本区名额</h3>
            {places.map((line) => (
              <Text key={line} block>
                {line}
              </Text>
            ))}
          </section>
        )}
        {scores.length > 0 && (
          <section>
            <h3 className={styles.part}>总名册里的评分</h3>
            <dl className={styles.facts}>
              {scores.map(({ label, value }) => (
                <Fact key={label} label={label} value={value} />
              ))}
            </dl>
          </section>
        )}
        {returned && <CardReturned returned={returned} />}
      </article>
    </aside>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
