import { makeStyles, SearchBox, Switch, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { DistrictView, QuotaView, RosterReport } from '../../desk/roster-report.ts';
import type { Target } from '../../desk/finding-view.ts';
import { DistrictCard } from './district-card.tsx';
import { CLEAR_SEARCH } from '../../shell/clear-search.ts';

const useStyles = makeStyles({
  panel: { padding: '12px', display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  totals: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    '@media (min-width: 400px)': { gridTemplateColumns: 'repeat(4, minmax(0, 1fr))' },
    gap: '8px',
    margin: 0,
  },
  total: {
    display: 'flex',
    flexDirection: 'column-reverse',
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  figure: { margin: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  caption: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  search: { flexGrow: 1, minWidth: '160px', maxWidth: '100%' },
  list: { display: 'grid', gap: '8px', margin: 0, padding: 0, listStyleType: 'none' },
});

interface QuotaPanelProps {
  readonly quota: QuotaView;
  readonly awards: RosterReport['awards'];
  readonly onJump: (target: Target) => void;
}

/** 名额: of each district and award the places, who has them, and how they came about. */
export function QuotaPanel({ quota, awards, onJump }: QuotaPanelProps) {
  const styles = useStyles();
  const [wanted, setWanted] = useState('');
  const [onlyTrouble, setOnlyTrouble] = useState(false);
  const shown = quota.districts.filter(
    (district) => district.name.includes(wanted.trim()) && (!onlyTrouble || isTroubled(district)),
  );
  const { members, places, nominated, cleared } = quota.totals;
  return (
    <div className={styles.panel}>
      <dl className={styles.totals}>
        <Total caption="会员单位" figure={members} />
        <Total caption="名额" figure={places} />
        <Total caption="推荐" figure={nominated} />
        <Total caption="审查通过" figure={cleared} />
      </dl>
      {quota.isPartial && <Text size={200}>总名册没有的区不列，合计也不含这些区。</Text>}
      {quota.unplaced > 0 && (
        <Text size={200}>另有 {quota.unplaced} 个推荐的单位、所属或奖项无法对应名额表，见“审查”。</Text>
      )}
      <div className={styles.tools}>
        <SearchBox
          dismiss={CLEAR_SEARCH}
          className={styles.search}
          size="small"
          placeholder="查找区（局）"
          aria-label="查找区（局）"
          value={wanted}
          onChange={(_, { value }) => {
            setWanted(value);
          }}
        />
        <Switch
          label="只看有问题的"
          checked={onlyTrouble}
          onChange={(_, { checked }) => {
            setOnlyTrouble(checked);
          }}
        />
      </div>
      {shown.length === 0 && <Text>没有符合条件的区（局）。</Text>}
      <ul className={styles.list}>
        {shown.map((district) => (
          <li key={district.name}>
            <DistrictCard district={district} awards={awards} onJump={onJump} />
          </li>
        ))}
      </ul>
    </div>
  );

  function Total({ caption, figure }: { caption: string; figure: number }) {
    return (
      <div className={styles.total}>
        <dt className={styles.caption}>{caption}</dt>
        <dd className={styles.figure}>{figure.toLocaleString('zh-CN')}</dd>
      </div>
    );
  }
}

function isTroubled({ places }: DistrictView): boolean {
  return places.some(
    ({ places: count, nominees }) => nominees.length > count || nominees.some(({ state }) => state !== 'cleared'),
  );
}
