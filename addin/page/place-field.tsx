import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { FolderRegular } from '@fluentui/react-icons';
import { canPickFolder, pickFolder } from './pick-folder.ts';
import type { Place } from './job-runner.ts';

const useStyles = makeStyles({
  field: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', marginTop: '8px' },
  name: { overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground2 },
});

interface PlaceFieldProps {
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  readonly onFault: (fault: unknown) => void;
}

/** Where outputs go. Nothing where the browser cannot write into folders: then each is saved by itself. */
export function PlaceField({ place, onPlace, onFault }: PlaceFieldProps) {
  const styles = useStyles();
  if (!canPickFolder()) return null;
  const pick = async () => {
    try {
      const handle = await pickFolder('readwrite');
      if (handle) onPlace({ handle, force: false });
    } catch (error) {
      onFault(error);
    }
  };
  return (
    <div className={styles.field}>
      {place ? (
        <>
          <Text className={styles.name}>存到文件夹“{place.handle.name}”</Text>
          <Checkbox
            label="覆盖"
            title="同名的文件不是评优台做的，或者做好以后被改过，也覆盖；写入之前会先列出来"
            checked={place.force}
            onChange={(_, { checked }) => {
              onPlace({ ...place, force: checked === true });
            }}
          />
          <Button
            size="small"
            onClick={() => {
              onPlace(null);
            }}
          >
            改为不存到文件夹
          </Button>
        </>
      ) : (
        <>
          <Button size="small" icon={<FolderRegular />} onClick={() => void pick()}>
            都存到一个文件夹
          </Button>
          <Text size={200} className={styles.soft}>
            不选文件夹，就取一样存一样；一样有几个文件的，打成一个压缩包（.zip）。
          </Text>
        </>
      )}
    </div>
  );
}
