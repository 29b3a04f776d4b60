import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { DistrictView, NomineeView, PlaceView, RosterReport, Target } from '../../desk/roster-report.ts';

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 150px',
  },
  head: { width: '100%', justifyContent: 'flex-start', minHeight: '40px', padding: '4px 8px' },
  headText: { display: 'flex', flexGrow: 1, alignItems: 'center', gap: '8px' },
  members: { marginLeft: 'auto', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  bars: { display: 'grid', gap: '6px', padding: '0 12px 12px' },
  bar: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr) 84px',
    alignItems: 'center',
    gap: '8px',
  },
  figures: { display: 'flex', justifyContent: 'space-between', gap: '4px', fontVariantNumeric: 'tabular-nums' },
  over: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  track: {
    height: '8px',
    borderRadius: '4px',
    overflow: 'hidden',
    display: 'flex',
    backgroundColor: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { border: '1px solid CanvasText', forcedColorAdjust: 'none' },
  },
  used: {
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  excess: {
    backgroundColor: tokens.colorPaletteRedBackground3,
    '@media (forced-colors: active)': { backgroundColor: 'Mark' },
  },
  details: { display: 'grid', gap: '12px', padding: '0 12px 12px' },
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

export interface DistrictCardProps {
  readonly district: DistrictView;
  readonly awards: RosterReport['awards'];
  readonly onJump: (target: Target) => void;
}

/** One district: a bar for each award, and behind it who is nominated. */
export function DistrictCard({ district, awards, onJump }: DistrictCardProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  const over = district.places.reduce((sum, { places, nominees }) => sum + Math.max(0, nominees.length - places), 0);
  const refused = district.places
    .flatMap(({ nominees }) => nominees)
    .filter(({ state }) => state === 'not-eligible' || state === 'faulty').length;
  const shortNames = new Map(awards.map(({ id, shortName }) => [id, shortName]));
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>
        <Button
          appearance="transparent"
          className={styles.head}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <span className={styles.headText}>
            {district.name}
            {over > 0 && (
              <Badge color="danger" appearance="tint">
                超出 {over}
              </Badge>
            )}
            {refused > 0 && (
              <Badge color="danger" appearance="outline">
                未通过 {refused}
              </Badge>
            )}
            <Text size={200} className={styles.members}>
              {district.members === null ? '不计会员数' : `会员 ${district.members}`}
            </Text>
          </span>
        </Button>
      </h2>
      <div className={styles.bars}>
        {district.places.map((place) => (
          <PlaceBar key={place.awardId} place={place} name={shortNames.get(place.awardId) ?? place.award} />
        ))}
      </div>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen && (
          <div className={styles.details}>
            {district.places.map((place) => (
              <PlaceDetails key={place.awardId} place={place} onJump={onJump} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

function PlaceBar({ place: { places, nominees, override }, name }: { place: PlaceView; name: string }) {
  const styles = useStyles();
  const used = nominees.length;
  const isOver = used > places;
  const whole = Math.max(used, places, 1);
  const left = isOver ? `超出 ${used - places}` : used === places ? '已满' : `余 ${places - used}`;
  return (
    <div className={styles.bar}>
      <Text size={200}>
        {name}
        {override !== null && <span title={`名额由人工调整：${override}`}>＊</span>}
      </Text>
      <div className={styles.track} aria-hidden>
        <div className={styles.used} style={{ width: `${(100 * Math.min(used, places)) / whole}%` }} />
        {isOver && <div className={styles.excess} style={{ width: `${(100 * (used - places)) / whole}%` }} />}
      </div>
      <Text size={200} className={mergeClasses(styles.figures, isOver && styles.over)}>
        <span>
          {used}/{places}
        </span>
        <span>{left}</span>
      </Text>
    </div>
  );
}

function PlaceDetails({ place, onJump }: { place: PlaceView; onJump: (target: Target) => void }) {
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
                  <StateBadge state={nominee.state} />
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

const STATES = {
  'not-eligible': { word: '不符合条件', color: 'danger' },
  open: { word: '待确认', color: 'warning' },
  faulty: { word: '推荐有误', color: 'danger' },
} as const;

function StateBadge({ state }: { state: NomineeView['state'] }) {
  if (state === 'cleared') return null;
  const { word, color } = STATES[state];
  return (
    <Badge size="small" color={color} appearance="tint">
      {word}
    </Badge>
  );
}
