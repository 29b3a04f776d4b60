import { Button, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { StateBadge } from '../../shell/state-looks.tsx';
import { PagedList } from '../paged-list.tsx';
import type { Opened } from './district-board.tsx';
import { GROUP_WORDS } from './group-looks.ts';
import { OpenChoiceItem } from './open-choice.tsx';
import type { OpenChoice, RefusedFile } from './open-files.ts';
import type { ReturnedUnit, ReturnsBoard } from './returns-board.ts';
import type { ReturnAnswer } from './returns-desk.ts';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase500 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', marginBottom: '12px' },
  soft: { color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 12px' },
  asked: { margin: '4px 0 0', paddingLeft: '1.4em', color: tokens.colorNeutralForeground2 },
});

interface ReturnedListProps {
  readonly board: ReturnsBoard;
  readonly opened: Opened;
  readonly isBusy: boolean;
  readonly onOpen: (opened: Opened) => void;
  readonly onAnswer: (answer: ReturnAnswer) => void;
}

/** What a number of the board counts. */
export function ReturnedList({ board, opened, isBusy, onOpen, onAnswer }: ReturnedListProps) {
  const styles = useStyles();
  const { group, district } = opened;
  return (
    <section aria-labelledby="returned">
      <div className={styles.head}>
        <Title3 as="h2" id="returned" className={styles.heading}>
          {HEADINGS[group]}
          {district !== null && `：${district}`}
        </Title3>
        {district !== null && (
          <Button
            size="small"
            onClick={() => {
              onOpen({ group, district: null });
            }}
          >
            看各区的
          </Button>
        )}
      </div>
      <Listed key={`${group} ${district ?? ''}`} {...{ board, opened, isBusy, onAnswer }} />
    </section>
  );
}

const HEADINGS: Readonly<Record<Opened['group'], string>> = {
  ...GROUP_WORDS,
  refused: '退回的文件',
  ignored: '没有读取的文件',
};

function Listed({ board, opened, isBusy, onAnswer }: Omit<ReturnedListProps, 'onOpen'>) {
  const styles = useStyles();
  const { group, district } = opened;
  const isHere = (each: { readonly district: string }) => district === null || each.district === district;
  const units = useMemo(
    () => board.units.filter((unit) => unit.group === group && (district === null || unit.district === district)),
    [board, group, district],
  );
  if (group === 'decide') {
    const choices = board.choices.filter(isHere);
    return (
      <PagedList
        items={choices}
        placeholder="查找单位"
        label="查找待您决定的单位"
        textOf={textOfChoice}
        keyOf={keyOfChoice}
      >
        {(choice) => <OpenChoiceItem choice={choice} isBusy={isBusy} onAnswer={onAnswer} />}
      </PagedList>
    );
  }
  if (group === 'refused') {
    return (
      <PagedList
        items={board.refused}
        placeholder="查找文件、单位"
        label="查找退回的文件"
        textOf={textOfRefused}
        keyOf={({ path }, index) => `${index} ${path}`}
      >
        {({ path, whose, isKnown, reasons }) => (
          <>
            <div className={styles.line}>
              <Text weight="semibold">{path}</Text>
              <Text size={200} className={styles.soft}>
                {isKnown ? whose : `不知是谁的：${whose}`}
              </Text>
            </div>
            <Asked lines={reasons} />
          </>
        )}
      </PagedList>
    );
  }
  if (group === 'ignored') {
    return (
      <PagedList
        items={board.ignored}
        placeholder="查找文件"
        label="查找没有读取的文件"
        textOf={({ path }) => path}
        keyOf={({ path }, index) => `${index} ${path}`}
      >
        {({ path, why }) => (
          <Text>
            {path}：{why}。
          </Text>
        )}
      </PagedList>
    );
  }
  return (
    <PagedList
      items={units}
      placeholder="查找单位、编号"
      label="查找单位"
      textOf={textOfUnit}
      keyOf={({ label }, index) => `${index} ${label}`}
    >
      {({ label, district: place, state, tone, result, asked }) => (
        <>
          <div className={styles.line}>
            <Text weight="semibold">{label}</Text>
            {group === 'mend' && <StateBadge tone={tone}>{state}</StateBadge>}
          </div>
          <Text size={200} className={styles.soft}>
            {[place, result].filter((part) => part !== '').join('，')}
          </Text>
          {group !== 'missing' && <Asked lines={asked} />}
        </>
      )}
    </PagedList>
  );
}

function Asked({ lines }: { readonly lines: readonly string[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <ul className={styles.asked}>
      {lines.map((line, index) => (
        // Two cells of a sheet may be asked for in the same words.
        <li key={`${index} ${line}`}>{line}</li>
      ))}
    </ul>
  );
}

const textOfUnit = ({ label, asked }: ReturnedUnit) => `${label} ${asked.join(' ')}`;
const textOfRefused = ({ path, whose, reasons }: RefusedFile) => `${path} ${whose} ${reasons.join(' ')}`;
const textOfChoice = ({ unit }: OpenChoice) => unit;
const keyOfChoice = ({ files, why }: OpenChoice) => `${files.map(({ sha256 }) => sha256).join(' ')} ${why}`;
