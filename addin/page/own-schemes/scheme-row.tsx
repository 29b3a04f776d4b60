import { Badge, Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { InventedKind, SchemeView } from '../workshop.ts';

const useStyles = makeStyles({
  scheme: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    padding: '10px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 'min(260px, 100%)',
    display: 'grid',
    gap: '2px',
    justifyItems: 'start',
  },
  soft: { color: tokens.colorNeutralForeground2 },
});

interface SchemeRowProps {
  readonly scheme: SchemeView;
  readonly isBusy: boolean;
  readonly isKept: boolean;
  readonly onInvent: (scheme: SchemeView, kind: InventedKind) => void;
  readonly onRemove: () => void;
}

/** A scheme with what can be had of it without a roster. */
export function SchemeRow({ scheme, isBusy, isKept, onInvent, onRemove }: SchemeRowProps) {
  const styles = useStyles();
  const { title, isOwn, replaces } = scheme;
  const invent = (kind: InventedKind) => () => {
    onInvent(scheme, kind);
  };
  const away = isKept ? '忘掉' : '移除';
  return (
    <li className={styles.scheme}>
      <div className={styles.title}>
        {isOwn && <Badge appearance="tint">自带</Badge>}
        <Text>{title}</Text>
        {replaces && (
          <Text size={200} className={styles.soft}>
            代替了程序里编号相同的方案；{away}后改回。
          </Text>
        )}
      </div>
      <Button size="small" disabledFocusable={isBusy} aria-label={`空白总名册：${title}`} onClick={invent('empty')}>
        空白总名册
      </Button>
      <Button
        size="small"
        disabledFocusable={isBusy}
        aria-label={`用虚构名册试一遍：${title}`}
        onClick={invent('clean')}
      >
        试一遍
      </Button>
      <Link as="button" disabledFocusable={isBusy} aria-label={`看有错的虚构名册：${title}`} onClick={invent('flawed')}>
        看有错的
      </Link>
      {isOwn && (
        <Link as="button" disabledFocusable={isBusy} aria-label={`${away}自带的方案：${title}`} onClick={onRemove}>
          {away}
        </Link>
      )}
    </li>
  );
}
