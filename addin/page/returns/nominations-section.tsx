import { makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { LIST_TONES } from '../../desk/state-tones.ts';
import { StateBadge } from '../../shell/state-looks.tsx';
import { FigureRow, type ShownFigure } from '../figure-row.tsx';
import { PagedList } from '../paged-list.tsx';
import { CollisionList } from './collision-list.tsx';
import type { CollisionAnswer } from './collision-view.ts';
import {
  NOMINATION_GROUPS,
  type DistrictNominations,
  type NominationGroup,
  type GatheredLine,
  type NominationsBoard,
} from './nominations-board.ts';
import { OpenChoiceItem } from './open-choice.tsx';
import type { ReturnAnswer } from './returns-desk.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)',
    gap: '24px',
    alignItems: 'start',
    '@media (max-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { whiteSpace: 'nowrap' },
  cell: { padding: '5px 12px', textAlign: 'left', verticalAlign: 'top', fontWeight: tokens.fontWeightRegular },
  head: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  soft: { color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 12px' },
  choices: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  choice: {
    padding: '10px 14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

const WORDS: Readonly<Record<NominationGroup, string>> = {
  ask: '要看的推荐',
  new: '新推荐',
  changed: '更改',
  same: '与总名册一致',
};

interface NominationsSectionProps {
  readonly board: NominationsBoard;
  readonly isBusy: boolean;
  readonly onAnswer: (answer: ReturnAnswer) => void;
  readonly onDecide: (answer: CollisionAnswer) => void;
}

/** The districts' lists of nominations: which came, how many places they use, and what becomes of each nomination. */
export function NominationsSection({ board, isBusy, onAnswer, onDecide }: NominationsSectionProps) {
  const styles = useStyles();
  const { counts, districts, choices, refused, lines, collisions } = board;
  const [opened, open] = useState(() => NOMINATION_GROUPS.find((group) => counts[group] > 0) ?? 'same');
  const received = districts.filter(({ state }) => state === 'received').length;
  const undecided = collisions.filter(({ answered }) => answered === null).length;
  const late = districts.filter((each) => each.late !== '').length;
  const figures: readonly ShownFigure[] = [
    { label: `已收（共 ${districts.length} 个区）`, value: received },
    ...(undecided > 0 ? [{ label: '要决定的冲突', value: undecided }] : []),
    ...(late > 0 ? [{ label: '逾期收到的区', value: late }] : []),
    ...NOMINATION_GROUPS.map((group) => ({
      label: WORDS[group],
      value: counts[group],
      isChosen: opened === group,
      onOpen: () => {
        open(group);
      },
    })),
  ];
  return (
    <section aria-labelledby="nominations" className={styles.section}>
      <Title3 as="h2" id="nominations" className={styles.heading}>
        推荐表
      </Title3>
      <FigureRow label="推荐表一览" figures={figures} />
      {choices.length + refused.length > 0 && (
        <ul className={styles.choices}>
          {choices.map((choice) => (
            <li key={choice.unit} className={styles.choice}>
              <OpenChoiceItem choice={choice} isBusy={isBusy} onAnswer={onAnswer} />
            </li>
          ))}
          {refused.map(({ path, whose, reasons }) => (
            <li key={path} className={styles.choice}>
              <div className={styles.line}>
                <Text weight="semibold">不能计入：{path}</Text>
                <Text size={200} className={styles.soft}>
                  {whose}
                </Text>
              </div>
              <Text size={200}>{reasons.join('')}</Text>
            </li>
          ))}
        </ul>
      )}
      {collisions.length > 0 && <CollisionList collisions={collisions} isBusy={isBusy} onDecide={onDecide} />}
      <div className={styles.columns}>
        <DistrictTable districts={districts} />
        <LineList key={opened} title={WORDS[opened]} lines={lines.filter(({ group }) => group === opened)} />
      </div>
    </section>
  );
}

function DistrictTable({ districts }: { readonly districts: readonly DistrictNominations[] }) {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label="各区推荐表">
      <thead>
        <tr>
          {['区', '状态', '推荐/名额'].map((heading) => (
            <th key={heading} scope="col" className={mergeClasses(styles.cell, styles.head)}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {districts.map(({ name, state, word, used, about, late }) => (
          <tr key={name} className={styles.row}>
            <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
              {name}
            </th>
            <td className={mergeClasses(styles.cell, styles.name)}>
              <StateBadge tone={LIST_TONES[state]}>{word}</StateBadge>
              {late !== '' && (
                <>
                  {' '}
                  <StateBadge tone="waiting">{late}</StateBadge>
                </>
              )}
            </td>
            <td className={styles.cell}>
              <Text size={200}>{used}</Text>
              {about !== '' && (
                <Text block size={200} className={styles.soft}>
                  {about}
                </Text>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LineList({ title, lines }: { readonly title: string; readonly lines: readonly GatheredLine[] }) {
  const styles = useStyles();
  return (
    <div>
      <Title3 as="h3" className={styles.heading}>
        {title}
      </Title3>
      <PagedList
        items={lines}
        placeholder="查找编号、单位、姓名"
        label={`查找${title}`}
        textOf={textOfLine}
        keyOf={({ label, origin }) => `${label} ${origin}`}
      >
        {({ label, district, state, about, origin, group }) => (
          <>
            <div className={styles.line}>
              <Text weight="semibold">{label}</Text>
              {group === 'ask' && <StateBadge tone="waiting">{state}</StateBadge>}
            </div>
            {about !== '' && <Text size={200}>{about}</Text>}
            <Text block size={200} className={styles.soft}>
              {district}，{origin}
            </Text>
          </>
        )}
      </PagedList>
    </div>
  );
}

function textOfLine({ label, district, about }: GatheredLine): string {
  return `${label} ${district} ${about}`;
}
