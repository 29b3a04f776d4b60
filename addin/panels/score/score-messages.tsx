import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { FaultBar } from '../../shell/fault-bar.tsx';

const useStyles = makeStyles({
  // It is there before it says something, so that screen readers hear it; empty, it takes no room.
  notice: { ':empty': { position: 'absolute' } },
});

/** Excel answers nothing while a cell is being typed into. */
const LONG_MS = 1_500;

interface ScoreMessagesProps {
  readonly fault: Error | null;
  readonly notice: string | null;
  readonly isWaiting: boolean;
  readonly isExcel: boolean;
  readonly formFaults: readonly string[];
  readonly isMoved: boolean;
  readonly onReread: () => void;
  readonly onDismiss: () => void;
}

/** What the user must know before she goes on, each with what to do. */
export function ScoreMessages(props: ScoreMessagesProps) {
  const { fault, notice, isWaiting, isExcel, formFaults, isMoved, onReread, onDismiss } = props;
  const styles = useStyles();
  return (
    <>
      {fault !== null && <FaultBar fault={fault} onDismiss={onDismiss} action={{ label: '再读一次', run: onReread }} />}
      {formFaults.length > 0 && (
        <MessageBar intent={isMoved ? 'error' : 'warning'} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{isMoved ? '评分表的行列动过' : '评分表的固定内容动过'}</MessageBarTitle>
            {formFaults.join('')}
            {isMoved && '如果刚插入或删除了行列，请按 Ctrl+Z 撤消，窗格随即恢复。'}
          </MessageBarBody>
          {isMoved && (
            <MessageBarActions>
              <Button onClick={onReread}>再读一次</Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
      {isWaiting && isExcel && <EditingHint />}
      <div role="status" className={styles.notice}>
        {notice !== null && (
          <MessageBar intent="info">
            <MessageBarBody>{notice}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </>
  );
}

function EditingHint() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLong(true);
    }, LONG_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isLong) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        Excel 还没有写入：如果有单元格正在编辑，请按回车（或 Esc）结束编辑，窗格随即写入。
      </MessageBarBody>
    </MessageBar>
  );
}
