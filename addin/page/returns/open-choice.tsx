import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import type { OpenChoice } from './open-files.ts';
import type { ReturnAnswer } from './returns-desk.ts';
import { showTime } from '../show-time.ts';

const useStyles = makeStyles({
  item: { display: 'grid', gap: '6px' },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 12px' },
  soft: { color: tokens.colorNeutralForeground2 },
  files: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '6px' },
  file: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: '4px 12px' },
  lines: { margin: 0, paddingLeft: '1.4em', color: tokens.colorNeutralForeground2 },
});

/** Lines of differences that stand there at once. */
const FIRST_LINES = 3;

interface OpenChoiceItemProps {
  readonly choice: OpenChoice;
  readonly isBusy: boolean;
  readonly onAnswer: (answer: ReturnAnswer) => void;
}

/** One unit of which somebody has to say which file counts. */
export function OpenChoiceItem({ choice, isBusy, onAnswer }: OpenChoiceItemProps) {
  const styles = useStyles();
  const { unit, why, files, differences } = choice;
  const takes = files.length > 1 ? '取这一份' : '按这一份计入';
  const rest = differences.slice(FIRST_LINES);
  return (
    <div className={styles.item}>
      <div className={styles.head}>
        <Text weight="semibold">{unit}</Text>
        {files.some(({ isTaken }) => isTaken) && (
          <Badge appearance="tint" color="success">
            已选定
          </Badge>
        )}
      </div>
      <Text size={200} className={styles.soft}>
        {why}
      </Text>
      <ol className={styles.files}>
        {files.map(({ path, sha256, savedAt, isTaken }, index) => (
          <li key={path} className={styles.file}>
            <span>
              <Text>{files.length > 1 ? `第 ${index + 1} 份：${path}` : path}</Text>
              {savedAt !== null && (
                <Text block size={200} className={styles.soft}>
                  保存于 {showTime(savedAt)}
                </Text>
              )}
            </span>
            {isTaken ? (
              <Button
                size="small"
                icon={<CheckmarkRegular />}
                disabledFocusable={isBusy}
                aria-label={`已取，改回：${path}`}
                onClick={() => {
                  onAnswer({ sha256, isTaken: false });
                }}
              >
                已取，改回
              </Button>
            ) : (
              <Button
                size="small"
                appearance="primary"
                disabledFocusable={isBusy}
                aria-label={`${takes}：${path}`}
                onClick={() => {
                  onAnswer({ sha256, isTaken: true });
                }}
              >
                {takes}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Lines lines={differences.slice(0, FIRST_LINES)} />
      {rest.length > 0 && (
        <details>
          <summary>还有 {rest.length} 处不同</summary>
          <Lines lines={rest} />
        </details>
      )}
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
