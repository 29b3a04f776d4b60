import type { ButtonProps } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons';
import { PickButton } from '../pick-button.tsx';
import { canPickFolder, pickFolder } from '../pick-folder.ts';
import { listPicked, listPickedFolder, type Dropped } from './list-dropped.ts';

interface FolderButtonProps extends Pick<ButtonProps, 'appearance' | 'size' | 'disabledFocusable'> {
  /** What is picked: `收到的评分表所在的文件夹`. */
  readonly label: string;
  readonly onPick: (picked: Dropped) => void;
  readonly onFault: (fault: unknown) => void;
}

/** Picks a folder to be read: as one where the browser can, else as the list of its files, which the page has to take one by one. */
export function FolderButton({ onPick, onFault, ...button }: FolderButtonProps) {
  const ask = async () => {
    try {
      const handle = await pickFolder('read');
      if (handle) onPick(listPickedFolder(handle));
    } catch (error) {
      onFault(error);
    }
  };
  return (
    <PickButton
      {...button}
      icon={<FolderOpenRegular />}
      picks="folder"
      {...(canPickFolder() ? { onAsk: () => void ask() } : {})}
      onPick={(files) => {
        onPick(listPicked(files));
      }}
    >
      选文件夹
    </PickButton>
  );
}
