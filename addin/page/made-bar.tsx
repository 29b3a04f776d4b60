import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { IntoView } from './into-view.tsx';
import { draftsFirst, type Made, type Told } from './made.ts';
import { sayCounts } from './preview/folder-words.ts';

const useStyles = makeStyles({
  told: { margin: '4px 0 0', paddingLeft: '1.4em' },
  more: { marginTop: '4px', cursor: 'pointer' },
});

/** Lines of what a job said that stand there at once. */
const FIRST_LINES = 3;

/** What was made and saved, and what the job said of it. */
export function MadeBar({ made }: { readonly made: Made }) {
  const isDraft = made.told.some(({ about }) => about === 'draft');
  const isStopped = (made.inFolder?.left ?? 0) > 0;
  const { title, rest } = tellMade(made);
  return (
    <IntoView role="status">
      <MessageBar intent={isDraft || isStopped ? 'warning' : 'success'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle>
          {rest}
          {!isStopped && <ToldLines told={made.told} />}
        </MessageBarBody>
      </MessageBar>
    </IntoView>
  );
}

function tellMade({ name, file, files, inFolder }: Made): { readonly title: string; readonly rest: string } {
  if (file || !inFolder) return { title: `已保存“${name}”`, rest: files > 1 ? `，${files} 个文件。` : '。' };
  const { counts, left } = inFolder;
  if (left > 0) {
    return {
      title: `停下了：已写入文件夹“${name}”`,
      rest: `，${files} 个文件，都是完整的；还有 ${left} 个没有写，再取一次就接着写完。`,
    };
  }
  const { same, ...others } = counts;
  if (Object.values(others).every((count) => count === 0)) {
    return { title: `文件夹“${name}”里已经是这样`, rest: `：${same} 个文件都没有变，没有要写的。` };
  }
  return { title: `已写入文件夹“${name}”`, rest: `，${files} 个文件：${sayCounts(counts)}。` };
}

/** What a job said; the first lines stand there at once. */
export function ToldLines({ told }: { readonly told: readonly Told[] }) {
  const styles = useStyles();
  const lines = draftsFirst(told);
  const rest = lines.slice(FIRST_LINES);
  return (
    <>
      {lines.length > 0 && <Lines lines={lines.slice(0, FIRST_LINES)} />}
      {rest.length > 0 && (
        <details>
          <summary className={styles.more}>还有 {rest.length} 条说明</summary>
          <Lines lines={rest} />
        </details>
      )}
    </>
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
