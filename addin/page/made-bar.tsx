import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { IntoView } from './into-view.tsx';
import type { Made } from './made.ts';

const useStyles = makeStyles({
  told: { margin: '4px 0 0', paddingLeft: '1.4em' },
  more: { marginTop: '4px', cursor: 'pointer' },
});

/** Lines of what a job said that stand there at once. */
const FIRST_LINES = 3;

/** What was made and saved, and what the job said of it. */
export function MadeBar({ made: { name, bytes, files, changes, told } }: { readonly made: Made }) {
  const styles = useStyles();
  // What forbids putting it up stands first.
  const drafts = told.filter(({ isDraft }) => isDraft);
  const lines = [...drafts, ...told.filter(({ isDraft }) => !isDraft)].map(({ sentence }) => sentence);
  const rest = lines.slice(FIRST_LINES);
  return (
    <IntoView role="status">
      <MessageBar intent={drafts.length > 0 ? 'warning' : 'success'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{bytes ? `已保存“${name}”` : `已写入文件夹“${name}”`}</MessageBarTitle>
          {(files > 1 || changes) && `，${files} 个文件`}
          {changes && `：新的 ${changes.new}，变了的 ${changes.changed}，没有变的 ${changes.same}`}。
          {told.length > 0 && <Lines lines={lines.slice(0, FIRST_LINES)} />}
          {rest.length > 0 && (
            <details>
              <summary className={styles.more}>还有 {rest.length} 条说明</summary>
              <Lines lines={rest} />
            </details>
          )}
        </MessageBarBody>
      </MessageBar>
    </IntoView>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.told}>
      {lines.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
