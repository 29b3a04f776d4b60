import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useRowStyles } from './use-row-styles.ts';

const useStyles = makeStyles({
  section: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'clip',
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 480px',
  },
  head: { display: 'grid', gap: '6px', padding: '10px 8px', backgroundColor: tokens.colorNeutralBackground3 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0 8px' },
  heading: { margin: 0, flexGrow: 1 },
  figures: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
});

interface SectionProps {
  readonly title: string;
  readonly figures: string;
  readonly bar?: ReactNode;
  /** List items. */
  readonly children: ReactNode;
}

/** A category, or the veto items: heading, sums and rows. */
export function Section({ title, figures, bar, children }: SectionProps) {
  const styles = useStyles();
  const rows = useRowStyles();
  const headingId = useId();
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.head}>
        <div className={styles.line}>
          <Text as="h2" id={headingId} weight="semibold" className={styles.heading}>
            {title}
          </Text>
          <Text size={200} className={styles.figures}>
            {figures}
          </Text>
        </div>
        {bar}
      </div>
      <ol className={rows.list}>{children}</ol>
    </section>
  );
}
