import { Button, Checkbox, makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import { DocumentRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { useRef, useState, type DragEvent } from 'react';
import { listDropped, listPicked, type Dropped } from './list-dropped.ts';
import type { ReceiveChoices } from './returns-desk.ts';

const useStyles = makeStyles({
  zone: {
    display: 'grid',
    gap: '10px',
    padding: '16px',
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500 },
  soft: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  name: { overflowWrap: 'anywhere' },
});

interface ReceiveZoneProps {
  readonly isBusy: boolean;
  readonly onReceive: (list: () => Promise<Dropped>, choices: ReceiveChoices) => void;
  readonly onFault: (fault: unknown) => void;
}

/** Where returned score sheets are dropped or picked: a folder, a zip, or many files. */
export function ReceiveZone({ isBusy, onReceive, onFault }: ReceiveZoneProps) {
  const styles = useStyles();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const earlier = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [previous, setPrevious] = useState<ReceiveChoices['previous']>(null);
  const [preferNewest, setPreferNewest] = useState(false);
  const receive = (list: () => Promise<Dropped>) => {
    onReceive(list, { previous, preferNewest });
  };
  const drop = (event: DragEvent) => {
    // The rest of the page would take it for a roster.
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    if (isBusy) return;
    const listing = listDropped(event.dataTransfer);
    receive(() => listing);
  };
  const take = ({ files: picked }: { readonly files: FileList | null }) => {
    const list = listPicked(picked ?? []);
    if (list.files.length > 0) receive(() => Promise.resolve(list));
  };
  return (
    <section
      aria-labelledby="receive"
      className={mergeClasses(styles.zone, isOver && styles.over)}
      onDragOver={() => {
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
    >
      <Title3 as="h2" id="receive" className={styles.heading}>
        收评分表
      </Title3>
      <Text>把收到的评分表拖到这里：整个文件夹、压缩包，或许多文件一起。每次都把已经收到的全部拖进来。</Text>
      <div className={styles.row}>
        <input
          ref={folder}
          type="file"
          hidden
          aria-label="收到的评分表所在的文件夹"
          {...{ webkitdirectory: '' }}
          onChange={({ target }) => {
            take(target);
            target.value = '';
          }}
        />
        <input
          ref={files}
          type="file"
          hidden
          multiple
          aria-label="收到的评分表文件"
          onChange={({ target }) => {
            take(target);
            target.value = '';
          }}
        />
        <Button
          appearance="primary"
          icon={<FolderOpenRegular />}
          disabled={isBusy}
          onClick={() => folder.current?.click()}
        >
          选文件夹
        </Button>
        <Button icon={<DocumentRegular />} disabled={isBusy} onClick={() => files.current?.click()}>
          选文件或压缩包
        </Button>
      </div>
      <div className={styles.row}>
        <input
          ref={earlier}
          type="file"
          hidden
          aria-label="上一次的汇总"
          accept=".xlsx"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) {
              file.arrayBuffer().then((bytes) => {
                setPrevious({ name: file.name, bytes: new Uint8Array(bytes) });
              }, onFault);
            }
            target.value = '';
          }}
        />
        {previous ? (
          <>
            <Text className={styles.name}>接着上一次的汇总“{previous.name}”</Text>
            <Button
              size="small"
              onClick={() => {
                setPrevious(null);
              }}
            >
              不用它
            </Button>
          </>
        ) : (
          <Button size="small" disabled={isBusy} onClick={() => earlier.current?.click()}>
            接着上一次的汇总
          </Button>
        )}
        <Checkbox
          label="同一单位报来几份不同的，取最后保存的一份"
          checked={preferNewest}
          onChange={(_, { checked }) => {
            setPreferNewest(checked === true);
          }}
        />
      </div>
    </section>
  );
}
