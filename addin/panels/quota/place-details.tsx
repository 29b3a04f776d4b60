import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { STATES } from '../../desk/nomination-state.ts';
import { StateBadge } from '../../shell/state-looks.tsx';
import type { NomineeView, PlaceView } from '../../desk/roster-report.ts';
import type { Target } from '../../desk/finding-view.ts';

const useStyles = makeStyles({
  place: { display: 'grid', gap: '4px' },
  heading: { margin: 0 },
  explanation: { color: tokens.colorNeutralForeground2 },
  override: {
    padding: '4px 8px',
    borderLeft: `3px solid ${tokens.colorPaletteMarigoldBorderActive}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  nominees: { display: 'grid', gap: '2px', margin: 0, padding: 0, listStyleType: 'none' },
  nominee: {
    width: '100%',
    minHeight: '32px',
    height: 'auto',
    justifyContent: 'flex-start',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: '4px 6px',
  },
  nomineeText: { display: 'grid', gap: '2px' },
  verdict: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface PlaceDetailsProps {
  readonly place: PlaceView;
  readonly onJump: (target: Target) => void;
}

/** How the number of places came about, and who is nominated for them. */
export function PlaceDetails({ place, onJump }: PlaceDetailsProps) {
  const styles = useStyles();
  const { award, explanation, override, places, nominees } = place;
  return (
    <div className={styles.place}>
      <Text weight="semibold" as="h3" className={styles.heading}>
        {award}（{nominees.length}/{places}）
      </Text>
      <Text size={200} className={mergeClasses(styles.explanation, override !== null && styles.override)}>
        名额：{explanation}
      </Text>
      {nominees.length === 0 && <Text size={200}>还没有推荐。</Text>}
      <ul className={styles.nominees}>
        {nominees.map((nominee, index) => (
          <li key={nominee.target.address}>
            <Button
              appearance="subtle"
              size="small"
              className={styles.nominee}
              onClick={() => {
                onJump(nominee.target);
              }}
            >
              <span className={styles.nomineeText}>
                <span>
                  {index + 1}. {nominee.label}{' '}
                  {index >= places && (
                    <Badge size="small" color="danger" appearance="tint">
                      超出名额
                    </Badge>
                  )}{' '}
                  <NomineeBadge state={nominee.state} />
                </span>
                {nominee.verdict !== '' && <span className={styles.verdict}>{nominee.verdict}</span>}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NomineeBadge({ state }: { state: NomineeView['state'] }) {
  if (state === 'cleared') return null;
  const { word, tone } = STATES[state];
  return (
    <StateBadge size="small" tone={tone}>
      {word}
    </StateBadge>
  );
}
