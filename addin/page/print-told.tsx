import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Laid } from './lay-output.ts';
import { isWarned } from './made.ts';
import { ToldLines } from './told-lines.tsx';

const useStyles = makeStyles({
  told: { padding: '8px 24px 0' },
});

/** Names that are listed; whoever has more finds them in the folder. */
const MOST_NAMED = 10;

/** What is to be known of the pages before they are printed. */
export function PrintTold({ laid: { told, hasDrawings, since }, isEmpty }: { laid: Laid; isEmpty: boolean }) {
  const styles = useStyles();
  const isVoid = since !== null && since.void.length > 0;
  if (told.length === 0 && !hasDrawings && !isVoid && !isEmpty) return null;
  return (
    <div className={styles.told}>
      <MessageBar intent={isWarned(told) || hasDrawings || isVoid ? 'warning' : 'info'} layout="multiline">
        <MessageBarBody>
          {isEmpty && <div>与文件夹里的比，没有新的，也没有变了的。</div>}
          {hasDrawings && <div>表里的图片不在这些页上，请取出表格，用 Excel 或 WPS 打印。</div>}
          {isVoid && (
            <div>
              文件夹“{since.folder}”里的 {since.void.length} 份现在已作废，印过的请抽出：
              {since.void.slice(0, MOST_NAMED).join('、')}
              {since.void.length > MOST_NAMED && '等'}。
            </div>
          )}
          <ToldLines told={told} />
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
