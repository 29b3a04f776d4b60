import { Button, Checkbox, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { OnlyField } from '../only-field.tsx';
import type { ReturnsBoard } from './returns-board.ts';
import type { ReturnsOutput, TakeChoices } from './returns-desk.ts';

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
  fields: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: '8px 16px' },
  soft: { color: tokens.colorNeutralForeground2 },
});

interface TakeReturnsProps {
  readonly board: ReturnsBoard;
  readonly isBusy: boolean;
  readonly onTake: (output: ReturnsOutput, title: string, choices: TakeChoices) => void;
}

/** What is made of what came in, and what it will hold. */
export function TakeReturns({ board, isBusy, onTake }: TakeReturnsProps) {
  const styles = useStyles();
  const [clears, setClears] = useState(false);
  /** For whom alone notes are made; none for all. */
  const [only, setOnly] = useState<readonly string[]>([]);
  /** `YYYY-MM-DD` as it is chosen; empty for the document's. */
  const [replyBy, setReplyBy] = useState('');
  const choices: TakeChoices = {
    allowClearing: clears,
    ...(only.length > 0 ? { only } : {}),
    ...(replyBy === '' ? {} : { replyBy }),
  };
  const { writes, notes, nominations, decisions } = board;
  const others = [...(nominations ? ['推荐'] : []), ...(decisions === null ? [] : ['意见'])];
  const take = (output: ReturnsOutput, title: string) => (
    <Button
      icon={<ArrowDownloadRegular />}
      appearance={output === 'tally' ? 'primary' : 'secondary'}
      disabledFocusable={isBusy}
      onClick={() => {
        onTake(output, title, choices);
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
          各单位得分与名次、要补正的、没有收到的{others.length > 0 && `，${others.join('、')}的出处和处理`}
          ，下次接着用。
        </Text>
      </div>
      <div className={styles.item}>
        {writes ? (
          <>
            {take('roster', others.length > 0 ? '填好的总名册' : '填入得分的总名册')}
            <Text size={200} className={styles.soft}>
              {nominations && `推荐名单填入、更改 ${nominations.cells} 格。`}
              {decisions !== null && `“决定”表写入意见 ${decisions} 项。`}
              {others.length > 0 && '评分：'}
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
      {((board.asksUnits && notes.units > 0) || nominations) && (
        <div className={styles.item}>
          {take('notes', nominations ? '通知单和回复' : '通知单')}
          <Text size={200} className={styles.soft}>
            {[
              ...(board.asksUnits ? [`${notes.units} 家还有事要办，每家一页，写明要做什么。`] : []),
              ...(nominations ? ['各区推荐表的回复，每区一页。'] : []),
            ].join('')}
          </Text>
          <div className={styles.fields}>
            <Field
              label="报送截止"
              size="small"
              hint={notes.ruledDay === '' ? '不填就留空，发出以前填上' : `不填就按办法：${notes.ruledDay}`}
            >
              <Input
                size="small"
                type="date"
                value={replyBy}
                onChange={(_, { value }) => {
                  setReplyBy(value);
                }}
              />
            </Field>
            {notes.offer && <OnlyField of="通知单" offer={notes.offer} chosen={only} onChoose={setOnly} />}
          </div>
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
