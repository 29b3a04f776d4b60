import { Button, type ButtonProps } from '@fluentui/react-components';
import { useRef, type ReactNode, type Ref } from 'react';

interface PickButtonProps extends Pick<ButtonProps, 'appearance' | 'icon' | 'size' | 'disabledFocusable'> {
  /** Of the button. */
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
  /** What is picked, for those who do not see the page. */
  readonly label: string;
  readonly picks: 'file' | 'files' | 'folder';
  /** Kinds of files, as an input's `accept`. */
  readonly accept?: string;
  /** Asks in a better way than the dialog, where there is one. */
  readonly onAsk?: () => void;
  /** At least one. */
  readonly onPick: (files: readonly File[]) => void;
}

/** A button that opens the browser's dialog for files or for a folder. */
export function PickButton({ children, label, picks, accept, onAsk, onPick, ref, ...button }: PickButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        multiple={picks === 'files'}
        {...(accept === undefined ? {} : { accept })}
        {...(picks === 'folder' ? { webkitdirectory: '' } : {})}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same ones can be picked again.
          target.value = '';
          if (files.length > 0) onPick(files);
        }}
      />
      <Button {...button} {...(ref === undefined ? {} : { ref })} onClick={onAsk ?? (() => input.current?.click())}>
        {children}
      </Button>
    </>
  );
}
