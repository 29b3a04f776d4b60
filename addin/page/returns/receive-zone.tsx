import { Button, Checkbox, Field, Input, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons';
import type { DragEvent } from 'react';
import { holdsFiles } from '../../shell/dragged.ts';
import { tooEarly } from '../arrive/too-early.ts';
import { DropZone } from '../../shell/drop-zone.tsx';
import { PickButton } from '../pick-button.tsx';
import { FolderButton } from './folder-button.tsx';
import { listDropped, listPicked, type Dropped } from './list-dropped.ts';
import type { ReturnsUse } from './use-returns.ts';

const useStyles = makeStyles({
  zone: { padding: '16px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500 },
  soft: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  name: { overflowWrap: 'anywhere' },
  day: { maxWidth: '460px' },
});

interface ReceiveZoneProps {
  readonly isBusy: boolean;
  readonly returns: Pick<ReturnsUse, 'choices' | 'choose' | 'goOnFrom' | 'receive'>;
  readonly onFault: (fault: unknown) => void;
}

/** Where returned score sheets are dropped or picked: a folder, a zip, or many files. */
export function ReceiveZone({ isBusy, returns, onFault }: ReceiveZoneProps) {
  const styles = useStyles();
  const { choices, choose } = returns;
  const { previous, preferNewest, receivedOn } = choices;
  const drop = (event: DragEvent) => {
    if (!holdsFiles(event.dataTransfer)) return;
    // The rest of the page would take it for a roster.
    event.preventDefault();
    event.stopPropagation();
    if (isBusy) {
      onFault(tooEarly());
      return;
    }
    void returns.receive(listDropped(event.dataTransfer));
  };
  const receivePicked = (picked: Dropped) => {
    void returns.receive(Promise.resolve(picked));
  };
  return (
    <DropZone className={styles.zone} labelledBy="receive" onDrop={drop}>
      <Title3 as="h2" id="receive" className={styles.heading}>
        收评分表
      </Title3>
      <Text>
        把收到的评分表、推荐表、征求意见表拖到这里：整个文件夹、压缩包，或许多文件一起。每次都把已经收到的全部拖进来。
      </Text>
      <div className={styles.row}>
        <FolderButton
          appearance="primary"
          disabledFocusable={isBusy}
          label="收到的评分表所在的文件夹"
          onPick={receivePicked}
          onFault={onFault}
        />
        <PickButton
          icon={<DocumentRegular />}
          disabledFocusable={isBusy}
          label="收到的评分表文件"
          picks="files"
          onPick={(files) => {
            receivePicked(listPicked(files));
          }}
        >
          选文件或压缩包
        </PickButton>
      </div>
      <div className={styles.row}>
        {previous ? (
          <>
            <Text className={styles.name}>接着上一次的汇总“{previous.name}”</Text>
            <Button
              size="small"
              onClick={() => {
                choose({ ...choices, previous: null });
              }}
            >
              不用它
            </Button>
          </>
        ) : (
          <PickButton
            size="small"
            disabledFocusable={isBusy}
            label="上一次的汇总"
            picks="file"
            accept=".xlsx"
            onPick={([file]) => {
              if (file) void returns.goOnFrom(file);
            }}
          >
            接着上一次的汇总
          </PickButton>
        )}
        <Checkbox
          label="同一单位（或同一个区）报来几份不同的，取最后保存的一份"
          checked={preferNewest}
          onChange={(_, { checked }) => {
            choose({ ...choices, preferNewest: checked === true });
          }}
        />
      </div>
      <Field
        label="收件日期"
        size="small"
        orientation="horizontal"
        hint="新收到的推荐表是哪一天收到的；不填就按文件里记载的保存时间"
        className={styles.day}
      >
        <Input
          size="small"
          type="date"
          value={receivedOn ?? ''}
          onChange={(_, { value }) => {
            choose({ ...choices, receivedOn: value === '' ? null : value });
          }}
        />
      </Field>
    </DropZone>
  );
}
