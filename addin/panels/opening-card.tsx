import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    contentVisibility: 'auto',
  },
  heading: { margin: 0 },
  head: { width: '100%', justifyContent: 'flex-start', minHeight: '40px', padding: '6px 8px', textAlign: 'left' },
});

interface OpeningCardProps {
  /** What the heading says, closed and open. */
  readonly head: ReactNode;
  /** Under the heading, closed too. */
  readonly always?: ReactNode;
  /** About how high it is while it is closed, in pixels: what is out of sight is not drawn. */
  readonly closedHeight: number;
  /** Drawn only while it is open. */
  readonly children: () => ReactNode;
}

/** A card that opens at its heading. */
export function OpeningCard({ head, always, closedHeight, children }: OpeningCardProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const bodyId = useId();
  return (
    <section className={styles.card} style={{ containIntrinsicSize: `auto ${closedHeight}px` }}>
      <h2 className={styles.heading}>
        <Button
          appearance="transparent"
          className={styles.head}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {head}
        </Button>
      </h2>
      {always}
      <div id={bodyId} hidden={!isOpen}>
        {isOpen && children()}
      </div>
    </section>
  );
}
