import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { describeFault } from './describe-fault.ts';

interface FaultBarProps {
  readonly fault: unknown;
  /** What follows from it for what the page shows. */
  readonly consequence?: string | undefined;
  readonly onDismiss?: () => void;
  /** A way on. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** An error with what to do about it. */
export function FaultBar({ fault, consequence, onDismiss, action }: FaultBarProps) {
  const { title, message } = describeFault(fault);
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
