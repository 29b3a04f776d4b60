import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular, WarningRegular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  remark: { display: 'flex', gap: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  icon: { flexShrink: 0, fontSize: '14px', marginTop: '1px' },
  fault: { color: tokens.colorPaletteRedForeground1 },
  question: { color: tokens.colorNeutralForeground2 },
});

/** What is wrong with a cell, or nothing. */
export function RemarkText({ severity, text }: { severity: 'fault' | 'question' | undefined; text: string | null }) {
  const styles = useStyles();
  if (severity === undefined || text === null) return null;
  const Icon = severity === 'fault' ? ErrorCircleRegular : WarningRegular;
  return (
    <div className={mergeClasses(styles.remark, styles[severity])}>
      <Icon className={styles.icon} aria-hidden />
      <span>{text}</span>
    </div>
  );
}
