import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DistrictView, RosterReport } from '../../desk/roster-report.ts';
import type { Target } from '../../desk/finding-view.ts';
import { OpeningCard } from '../opening-card.tsx';
import { PlaceBar } from './place-bar.tsx';
import { PlaceDetails } from './place-details.tsx';

const useStyles = makeStyles({
  headText: { display: 'flex', flexGrow: 1, alignItems: 'center', gap: '8px' },
  members: { marginLeft: 'auto', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  bars: { display: 'grid', gap: '6px', padding: '0 12px 12px' },
  details: { display: 'grid', gap: '12px', padding: '0 12px 12px' },
});

interface DistrictCardProps {
  readonly district: DistrictView;
  readonly awards: RosterReport['awards'];
  readonly onJump: (target: Target) => void;
}

/** One district: a bar for each award, and behind it who is nominated. */
export function DistrictCard({ district, awards, onJump }: DistrictCardProps) {
  const styles = useStyles();
  const over = district.places.reduce((sum, { places, nominees }) => sum + Math.max(0, nominees.length - places), 0);
  const refused = district.places
    .flatMap(({ nominees }) => nominees)
    .filter(({ state }) => state === 'not-eligible' || state === 'faulty').length;
  const shortNames = new Map(awards.map(({ id, shortName }) => [id, shortName]));
  return (
    <OpeningCard
      closedHeight={150}
      head={
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
      }
      always={
        <div className={styles.bars}>
          {district.places.map((place) => (
            <PlaceBar key={place.awardId} place={place} name={shortNames.get(place.awardId) ?? place.award} />
          ))}
        </div>
      }
    >
      {() => (
        <div className={styles.details}>
          {district.places.map((place) => (
            <PlaceDetails key={place.awardId} place={place} onJump={onJump} />
          ))}
        </div>
      )}
    </OpeningCard>
  );
}
