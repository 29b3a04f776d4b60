import { makeStyles, Text } from '@fluentui/react-components';
import type { Scheme } from '../../../rules/scheme.ts';
import type { DeskClient } from '../../desk/desk.ts';
import type { WorkbookHost } from '../../host/port.ts';

const useStyles = makeStyles({ panel: { padding: '12px', display: 'grid', gap: '8px' } });

export interface ScorePanelProps {
  readonly host: WorkbookHost;
  readonly desk: DeskClient;
  readonly scheme: Scheme;
  /** The sheet that holds the score sheet. */
  readonly sheet: string;
  readonly onFault: (fault: unknown) => void;
}

/** 评分 of one unit's score sheet. */
export function ScorePanel({ scheme, sheet }: ScorePanelProps) {
  const styles = useStyles();
  return (
    <div className={styles.panel}>
      <Text>
        {scheme.title}：工作表“{sheet}”
      </Text>
    </div>
  );
}
