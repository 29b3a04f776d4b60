import { makeStyles } from '@fluentui/react-components';
import { draftsFirst, type Told } from './made.ts';

const useStyles = makeStyles({
  told: { margin: '4px 0 0', paddingLeft: '1.4em' },
  more: { marginTop: '4px', cursor: 'pointer' },
});

/** Lines of what a job said that stand there at once. */
const FIRST_LINES = 3;

/** What a job said; the first lines stand there at once. */
export function ToldLines({ told }: { readonly told: readonly Told[] }) {
  const styles = useStyles();
  const lines = draftsFirst(told).map(({ sentence }) => sentence);
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
