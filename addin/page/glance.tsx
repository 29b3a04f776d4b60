import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { OpenedRoster } from './opened-roster.ts';

/** What the list below shows. */
export type Shown = 'violation' | 'question' | 'note' | 'nominees' | 'cleared' | 'held';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', gap: '12px' },
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
  violation: { color: tokens.colorStatusDangerForeground1 },
  question: { color: tokens.colorStatusWarningForeground3 },
  cleared: { color: tokens.colorStatusSuccessForeground1 },
  label: { color: tokens.colorNeutralForeground2 },
});

interface GlanceProps {
  readonly opened: OpenedRoster;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

/** The roster in figures; each that counts something opens it. */
export function Glance({ opened, shown, onShow }: GlanceProps) {
  const styles = useStyles();
  const { report, nominees, members } = opened;
  const count = (severity: Shown) => report.findings.filter((each) => each.severity === severity).length;
  const cleared = nominees.filter(({ state }) => state === 'cleared').length;
  const facts = [
    { label: '会员单位', value: members },
    ...(report.quota ? [{ label: '名额', value: report.quota.totals.places }] : []),
  ];
  const cards: readonly { readonly label: string; readonly value: number; readonly shows: Shown }[] = [
    { label: '推荐', value: nominees.length, shows: 'nominees' },
    { label: '通过审查', value: cleared, shows: 'cleared' },
    { label: '没有通过', value: nominees.length - cleared, shows: 'held' },
    { label: '违规', value: count('violation'), shows: 'violation' },
    { label: '待确认', value: count('question'), shows: 'question' },
    { label: '提示', value: count('note'), shows: 'note' },
  ];
  const tone = (shows: Shown, value: number) =>
    value > 0 && (shows === 'violation' || shows === 'question' || shows === 'cleared') ? styles[shows] : undefined;
  return (
    <div className={styles.row} role="group" aria-label="总名册一览">
      {facts.map(({ label, value }) => (
        <div key={label} className={styles.card}>
          <span className={styles.number}>{value.toLocaleString('zh-CN')}</span>
          <span className={styles.label}>{label}</span>
        </div>
      ))}
      {cards.map(({ label, value, shows }) => (
        <Button
          key={label}
          className={mergeClasses(styles.card, shown === shows && styles.chosen)}
          aria-pressed={shown === shows}
          onClick={() => {
            onShow(shows);
          }}
        >
          <span className={mergeClasses(styles.number, tone(shows, value))}>{value.toLocaleString('zh-CN')}</span>
          <span className={styles.label}>{label}</span>
        </Button>
      ))}
    </div>
  );
}
