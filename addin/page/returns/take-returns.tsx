import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReturnsBoard } from './returns-board.ts';
import type { ReturnsOutput } from './returns-desk.ts';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: '12px',
  },
  item: {
    display: 'grid',
    alignContent: 'start',
    justifyItems: 'start',
    gap: '6px',
    padding: '12px 14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  soft: { color: tokens.colorNeutralForeground2 },
});

interface TakeReturnsProps {
  readonly board: ReturnsBoard;
  readonly isBusy: boolean;
  readonly onTake: (output: ReturnsOutput, title: string, allowClearing: boolean) => void;
}

/** What is made of what came in, and what it will hold. */
export function TakeReturns({ board, isBusy, onTake }: TakeReturnsProps) {
  const styles = useStyles();
  const [clears, setClears] = useState(false);
  const { writes, notes } = board;
  const take = (output: ReturnsOutput, title: string) => (
    <Button
      icon={<ArrowDownloadRegular />}
      appearance={output === 'tally' ? 'primary' : 'secondary'}
      disabled={isBusy}
      onClick={() => {
        onTake(output, title, clears);
      }}
    >
      取{title}
    </Button>
  );
  return (
    <div className={styles.bar} role="group" aria-label="取用">
      <div className={styles.item}>
        {take('tally', '评分汇总')}
        <Text size={200} className={styles.soft}>
          各单位得分与名次、要补正的、没有收到的，下次接着用。
        </Text>
      </div>
      <div className={styles.item}>
        {writes ? (
          <>
            {take('roster', '填入得分的总名册')}
            <Text size={200} className={styles.soft}>
              {tellWrites(writes, clears)}
            </Text>
            {writes.kept > 0 && (
              <Checkbox
                label={`也清除这 ${writes.kept} 格`}
                checked={clears}
                onChange={(_, { checked }) => {
                  setClears(checked === true);
                }}
              />
            )}
          </>
        ) : (
          <Text size={200} className={styles.soft}>
            这份总名册不是 .xlsx，得分填不进去：请用 Excel 或 WPS 另存为 .xlsx，再打开它、重新收一次。
          </Text>
        )}
      </div>
      {notes > 0 && (
        <div className={styles.item}>
          {take('notes', '通知单')}
          <Text size={200} className={styles.soft}>
            {notes} 家还有事要办，每家一页，写明要做什么。
          </Text>
        </div>
      )}
    </div>
  );
}

function tellWrites({ added, changed, cleared, kept }: NonNullable<ReturnsBoard['writes']>, clears: boolean): string {
  const parts = [`填入 ${added} 格`, `更改 ${changed} 格`];
  if (cleared > 0) parts.push(`清除 ${cleared} 格`);
  if (kept > 0) parts.push(`${kept} 格总名册有而评分表空白，${clears ? '一并清除' : '原样保留'}`);
  return `${parts.join('，')}。原来的总名册不动。`;
}
