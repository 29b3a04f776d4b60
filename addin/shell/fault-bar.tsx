import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { tellUserFault } from '../../workbook/user-fault.ts';
import { HostError } from '../host/host-error.ts';
import { WorkerGone } from '../worker/messages.ts';
import { tellNoRoom } from '../worker/out-of-memory.ts';

interface FaultBarProps {
  readonly fault: unknown;
  /** Over a sentence that is made for users. */
  readonly title?: string;
  /** What follows from it for what the page shows. */
  readonly consequence?: string | undefined;
  readonly onDismiss?: () => void;
  /** A way on. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** An error with what to do about it. */
export function FaultBar({
  fault,
  title: ownTitle = '不能使用这份内容',
  consequence,
  onDismiss,
  action,
}: FaultBarProps) {
  const { title, message } = describeFault(fault, ownTitle);
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {message}
        {consequence}
      </MessageBarBody>
      {(action ?? onDismiss) && (
        <MessageBarActions
          containerAction={
            onDismiss && (
              <Button aria-label="关闭提示" appearance="transparent" icon={<DismissRegular />} onClick={onDismiss} />
            )
          }
        >
          {action && <Button onClick={action.run}>{action.label}</Button>}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** What a message bar says of an error. Those made for users carry their sentence; any other is a fault of the program, and shown as one. */
function describeFault(error: unknown, ownTitle: string): { readonly title: string; readonly message: string } {
  const sentence = tellUserFault(error) ?? tellNoRoom(error) ?? (error instanceof WorkerGone ? error.message : null);
  if (sentence !== null) return { title: ownTitle, message: sentence };
  if (error instanceof HostError) return { title: TITLES[error.code], message: error.message };
  const detail = error instanceof Error ? error.message : String(error);
  return { title: '程序出错', message: `请关闭后重新打开再试；仍不行时请把这句话告诉协会：${detail}` };
}

const TITLES: Readonly<Record<HostError['code'], string>> = {
  protected: '工作表受保护',
  editing: '单元格正在编辑',
  'read-only': '工作簿只读',
  gone: '找不到了',
  unsupported: '这里用不了',
  busy: '请稍等',
  unsaved: '没有存成',
  other: 'Excel 没有完成',
};
