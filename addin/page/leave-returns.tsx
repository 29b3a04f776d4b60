import { Button, Text } from '@fluentui/react-components';
import { AskDialog } from '../shell/ask-dialog.tsx';
import type { LeaveQuestion } from './use-leave.ts';

/** Asks before what came in is left with the roster that it came in for. */
export function LeaveReturns({ what, received, answer }: LeaveQuestion) {
  return (
    <AskDialog
      title={`${what}？`}
      actions={
        <>
          <Button
            onClick={() => {
              answer(true);
            }}
          >
            {what}
          </Button>
          <Button
            appearance="primary"
            onClick={() => {
              answer(false);
            }}
          >
            先不
          </Button>
        </>
      }
      onCancel={() => {
        answer(false);
      }}
    >
      <Text>
        收到的 {received}{' '}
        个能用的文件（评分表、推荐表、意见表）和您在其中选定的不会带过去，要重新拖入。先在“收评分表”里取一份“评分汇总”，下次可以接着用它，选定的都还算数。
      </Text>
    </AskDialog>
  );
}
