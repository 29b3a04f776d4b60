import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(104px, 1fr))', gap: '12px' },
  card: {
    display: 'grid',
    justifyContent: 'start',
    justifyItems: 'start',
    alignContent: 'start',
    gap: '2px',
    minWidth: 0,
    minHeight: '76px',
    boxSizing: 'border-box',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightRegular,
  },
  chosen: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  number: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  label: { color: tokens.colorNeutralForeground2 },
});

export interface ShownFigure {
  readonly label: string;
  /** Null where it is not known yet. */
  readonly value: number | null;
  /** A class with the colour of its kind. */
  readonly tone?: string | undefined;
  readonly isChosen?: boolean;
  /** Opens what the number counts; a figure without it opens nothing. */
  readonly onOpen?: () => void;
}

/** Figures in a row, each large over its name. */
export function FigureRow({ label, figures }: { readonly label: string; readonly figures: readonly ShownFigure[] }) {
  const styles = useStyles();
  return (
    <div className={styles.row} role="group" aria-label={label}>
      {figures.map((figure) => (
        <FigureCard key={figure.label} figure={figure} />
      ))}
    </div>
  );
}

function FigureCard({ figure: { label, value, tone, isChosen = false, onOpen } }: { readonly figure: ShownFigure }) {
  const styles = useStyles();
  const inside = (
    <>
      <span className={mergeClasses(styles.number, value !== null && value > 0 && tone)}>
        {value === null ? '–' : value.toLocaleString('zh-CN')}
      </span>
      <span className={styles.label}>{label}</span>
    </>
  );
  if (!onOpen) return <div className={styles.card}>{inside}</div>;
  return (
    <Button className={mergeClasses(styles.card, isChosen && styles.chosen)} aria-pressed={isChosen} onClick={onOpen}>
      {inside}
    </Button>
  );
}
