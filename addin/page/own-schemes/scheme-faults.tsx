import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { CopyRegular, PrintRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { describeSchemeFault } from '../../../schemes/fault.ts';
import { printCard } from '../find/print-card.ts';
import type { CheckedScheme } from './own-schemes.ts';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: '8px',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: '4px 8px 4px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { whiteSpace: 'nowrap' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Shown; whoever has more mends these first. */
const MOST = 300;

interface SchemeFaultsProps {
  readonly checked: CheckedScheme;
  /** Of the same id, from an earlier time. */
  readonly isUsed: boolean;
  readonly onFault: (fault: unknown) => void;
  /** Null where it is not remembered. */
  readonly onForget: (() => void) | null;
}

/** What is wrong with a scheme, for whoever wrote it: to be read, copied and printed. */
export function SchemeFaults({ checked: { id, faults }, isUsed, onFault, onForget }: SchemeFaultsProps) {
  const styles = useStyles();
  const part = useRef<HTMLElement>(null);
  const [isCopied, setCopied] = useState(false);
  const heading = `scheme-faults-${id}`;
  const copy = () => {
    const lines = faults.map((fault) => `${describeSchemeFault(fault)}。`);
    navigator.clipboard.writeText(lines.join('\n')).then(() => {
      setCopied(true);
    }, onFault);
  };
  return (
    <div className={styles.card}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>
            评选方案“{id}”有 {faults.length} 处错误，没有用上
          </MessageBarTitle>
          {isUsed && '先前带来的那一份照常使用。'}
          请把下面的清单交给编写方案的人，改好后再拖入一次。
        </MessageBarBody>
      </MessageBar>
      <section ref={part} aria-labelledby={heading}>
        <h3 id={heading} className={styles.heading}>
          评选方案“{id}”的错误
        </h3>
        <table className={styles.table}>
          <thead>
            <tr>
              {['文件', '行', '字段', '错在哪里，怎样改'].map((name) => (
                <th key={name} scope="col" className={styles.cell}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, MOST).map(({ file, line, field, message }, index) => (
              <tr key={index}>
                <td className={styles.cell}>{file}</td>
                <td className={`${styles.cell} ${styles.line}`}>{line ?? ''}</td>
                <td className={styles.cell}>{field}</td>
                <td className={styles.cell}>{message}。</td>
              </tr>
            ))}
          </tbody>
        </table>
        {faults.length > MOST && <p>另有 {faults.length - MOST} 处，改好以上各处后再看。</p>}
      </section>
      <div className={styles.buttons}>
        <Button
          icon={<CopyRegular />}
          aria-label={`${isCopied ? '已复制' : '复制'}评选方案“${id}”的错误`}
          onClick={copy}
        >
          {isCopied ? '已复制' : '复制'}
        </Button>
        <Button
          icon={<PrintRegular />}
          aria-label={`打印评选方案“${id}”的错误`}
          onClick={() => {
            if (part.current) printCard(part.current);
          }}
        >
          打印
        </Button>
        {onForget && (
          <Button aria-label={`忘掉评选方案“${id}”`} onClick={onForget}>
            忘掉这个方案
          </Button>
        )}
      </div>
    </div>
  );
}
