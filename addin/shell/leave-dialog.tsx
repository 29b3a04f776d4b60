import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { FileHost } from '../host/file/file-host.ts';
import { AskDialog } from './ask-dialog.tsx';
import { FaultBar } from './fault-bar.tsx';
import { useSave } from './use-save.ts';

/** What the user is about to leave: the file, whose changes would be gone, or one of its score sheets, whose undo would be. */
export type LeftThing = 'file' | 'sheet';

const WORDS = {
  file: {
    title: '改动还没有保存',
    content: (name: string) => `“${name}”改过的内容还没有存成副本，现在离开就没有了。`,
    leave: '不保存，离开',
  },
  sheet: {
    title: '这张表的改动还没有保存',
    content: (name: string) =>
      `“${name}”改过的内容还没有存成副本。换表以后改动仍在，保存副本时一并存入，但不能再撤消。`,
    leave: '不保存，换表',
  },
} as const;

interface LeaveDialogProps {
  readonly host: FileHost;
  readonly fileName: string;
  readonly what: LeftThing;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asks before unsaved changes are left. */
export function LeaveDialog({ host, fileName, what, onLeave, onStay }: LeaveDialogProps) {
  const [fault, setFault] = useState<unknown>(null);
  const { isSaving, save } = useSave(host, fileName, setFault);
  const saveAndLeave = async () => {
    setFault(null);
    // A tap that was still being written when the copy was made is not in it.
    if ((await save()) && host.getView().changes !== 'unsaved') onLeave();
  };
  const { title, content, leave } = WORDS[what];
  return (
    <AskDialog
      title={title}
      onCancel={onStay}
      actions={
        <>
          <Button appearance="primary" disabled={isSaving} onClick={() => void saveAndLeave()}>
            保存副本
          </Button>
          <Button onClick={onLeave}>{leave}</Button>
          <Button onClick={onStay}>取消</Button>
        </>
      }
    >
      <Text>{content(fileName)}</Text>
      {fault !== null && <FaultBar fault={fault} />}
    </AskDialog>
  );
}
