import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    width: 'min(440px, calc(100vw - 32px))',
    padding: '20px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow64,
    outlineStyle: 'none',
    '::backdrop': { backgroundColor: 'rgba(0, 0, 0, 0.4)' },
  },
  body: { display: 'grid', gap: '12px' },
  heading: { margin: 0 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: '8px',
    marginTop: '4px',
    '@media (max-width: 400px)': { flexDirection: 'column' },
  },
});

interface AskDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons. */
  readonly actions: ReactNode;
  /** Called when Escape has closed it. */
  readonly onCancel: () => void;
}

/**
 * A question that is answered before anything else is done. It is the browser's own dialog, which makes the page inert, keeps the focus, and gives
 * it back; Fluent's hides the page from readers by timers, and those outlive a page that is left meanwhile. The focus begins on no button, so
 * that a key that is still held answers nothing.
 */
export function AskDialog({ title, children, actions, onCancel }: AskDialogProps) {
  const styles = useStyles();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} tabIndex={-1} aria-labelledby={titleId} className={styles.dialog} onClose={onCancel}>
      <div className={styles.body}>
        <Text as="h2" size={500} weight="semibold" id={titleId} className={styles.heading}>
          {title}
        </Text>
        {children}
        <div className={styles.actions}>{actions}</div>
      </div>
    </dialog>
  );
}
