import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { KeyMultipleRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { PickButton } from '../pick-button.tsx';
import type { KeyUse } from './use-key.ts';

const useStyles = makeStyles({
  field: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', marginTop: '8px' },
  name: { overflowWrap: 'anywhere' },
  asked: { color: tokens.colorStatusDangerForeground1 },
  soft: { flexBasis: '100%', color: tokens.colorNeutralForeground2 },
});

/** Where the page first names it. */
const WHAT_IT_IS = '密钥是协会自己保管的一个小文件，证书上的验证码由它算出：没有它的人，编不出也核对不了验证码。';

interface KeyFieldProps {
  readonly keyUse: KeyUse;
  readonly isBusy: boolean;
  /** What follows where there is none. */
  readonly without: string;
  /** Whether something was asked that needs one. */
  readonly isAsked?: boolean;
  /** Whether a new one serves here. */
  readonly canMake: boolean;
}

/** The key file of certificates: chosen, or made anew. */
export function KeyField({
  keyUse: { file, handed, choose, make },
  isBusy,
  without,
  isAsked = false,
  canMake,
}: KeyFieldProps) {
  const styles = useStyles();
  const choice = useRef<HTMLButtonElement>(null);
  const makeOne = async () => {
    // The button that was pressed is gone then.
    if (await make()) choice.current?.focus();
  };
  return (
    <div className={styles.field} role="group" aria-label="证书密钥">
      {file && <Text className={styles.name}>证书密钥：“{file.name}”</Text>}
      <PickButton
        ref={choice}
        size="small"
        icon={<KeyMultipleRegular />}
        disabledFocusable={isBusy}
        label="密钥文件"
        picks="file"
        accept=".txt,text/plain"
        onPick={([picked]) => {
          if (picked) void choose(picked);
        }}
      >
        {file ? '换密钥文件' : '选密钥文件'}
      </PickButton>
      {!file && canMake && (
        <Button size="small" disabledFocusable={isBusy} onClick={() => void makeOne()}>
          新做一个密钥
        </Button>
      )}
      <Text
        size={200}
        className={mergeClasses(styles.soft, isAsked && styles.asked)}
        {...(isAsked ? { role: 'alert' } : {})}
      >
        {file
          ? '关掉网页就忘掉，不会存在浏览器里；密钥文件请像公章一样保管，不给任何人。'
          : handed === null
            ? `${WHAT_IT_IS}${without}`
            : `新的密钥“${handed}”已经交给浏览器下载，还没有用上；请到下载的文件夹里核对它已经存好，再点“选密钥文件”选它。`}
      </Text>
    </div>
  );
}
