import { Badge, Button, makeStyles, Text } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  caption: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', minHeight: '32px' },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  button: { flexShrink: 0 },
});

interface PageCaptionProps {
  /** Of the form or list that the page belongs to. */
  readonly name: string;
  /** What the button says. */
  readonly word: string;
  readonly isFound: boolean;
  /** Prints the form or list alone; null where that is not to be had. */
  readonly onPrint: (() => void) | null;
}

/** Whose page it is, and the way to print it alone. */
export function PageCaption({ name, word, isFound, onPrint }: PageCaptionProps) {
  const styles = useStyles();
  return (
    <div className={styles.caption}>
      <Text weight="semibold" className={styles.name}>
        {name} {isFound && <Badge color="brand">找到的</Badge>}
      </Text>
      {onPrint && (
        <Button
          className={styles.button}
          size="small"
          icon={<PrintRegular />}
          aria-label={`${word}：${name}`}
          onClick={onPrint}
        >
          {word}
        </Button>
      )}
    </div>
  );
}
