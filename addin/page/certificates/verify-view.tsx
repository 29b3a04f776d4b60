import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { fieldFault } from '../field-fault.ts';
import { IntoView } from '../into-view.tsx';
import { KeyField } from './key-field.tsx';
import { FAULT_WORDS, READ_OUT } from './read-out.ts';
import type { CertificatesUse } from './use-certificates.ts';

const useStyles = makeStyles({
  view: { display: 'grid', gap: '12px', maxWidth: '760px' },
  form: { display: 'grid', gap: '12px' },
  fields: {
    display: 'grid',
    alignItems: 'start',
    gap: '12px',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
  },
  input: { minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px 12px' },
  sought: { flexGrow: 1, maxWidth: '380px' },
  ask: { justifySelf: 'start' },
  soft: { color: tokens.colorNeutralForeground2 },
});

interface VerifyViewProps {
  readonly certificates: CertificatesUse;
  readonly isBusy: boolean;
  /** Whether a roster with certificates is open, which fills in what it has. */
  readonly hasRoster: boolean;
}

/** Somebody calls and asks whether a certificate is genuine. */
export function VerifyView({ certificates: { key, verify }, isBusy, hasRoster }: VerifyViewProps) {
  const styles = useStyles();
  const { fields, faults, lacksKey, fill, ask, answer } = verify;
  const inputs = useRef(new Map<string, HTMLInputElement>());
  const blank = READ_OUT.filter(({ id }) => faults[id] === 'blank').map(({ label }) => label);
  return (
    <div className={styles.view}>
      <Text className={styles.soft}>
        有人来问证书真假：请对方照证书念，逐项填好再核对。验证码不分大小写，短横线可以不填。
      </Text>
      <KeyField
        keyUse={key}
        isBusy={isBusy}
        without={lacksKey ? '还没有密钥，请先选发证时用的密钥文件。' : '核对要用发证时的密钥文件。'}
        isAsked={lacksKey}
        canMake={false}
      />
      {hasRoster && <FillFrom verify={verify} isBusy={isBusy} />}
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const found = ask();
          const first = READ_OUT.find(({ id }) => found[id] !== undefined);
          if (first) inputs.current.get(first.id)?.focus();
        }}
      >
        <div className={styles.fields}>
          {READ_OUT.map(({ id, label, like }) => (
            <Field key={id} label={label} {...fieldFault(faults[id] && FAULT_WORDS[faults[id]])}>
              <Input
                ref={(input) => {
                  if (input) inputs.current.set(id, input);
                }}
                className={styles.input}
                autoComplete="off"
                placeholder={like === '' ? undefined : `如 ${like}`}
                value={fields[id]}
                onChange={(_, { value }) => {
                  fill(id, value);
                }}
              />
            </Field>
          ))}
        </div>
        {blank.length > 0 && <Text role="status">还没有填{blank.join('、')}，请对照证书填好。</Text>}
        <Button
          className={styles.ask}
          type="submit"
          appearance="primary"
          icon={<ShieldCheckmarkRegular />}
          disabledFocusable={isBusy}
        >
          核对
        </Button>
      </form>
      {answer && (
        <IntoView role="status">
          <MessageBar layout="multiline" intent={answer.validity === 'valid' ? 'success' : 'warning'}>
            <MessageBarBody>
              {answer.sentence}
              {answer.differing}
            </MessageBarBody>
          </MessageBar>
        </IntoView>
      )}
    </div>
  );
}

/** Fills in what the open roster has of a certificate. */
function FillFrom({ verify: { fillFrom }, isBusy }: { verify: CertificatesUse['verify']; isBusy: boolean }) {
  const styles = useStyles();
  const [sought, setSought] = useState('');
  /** Why nothing was filled in. */
  const [unfound, setUnfound] = useState('');
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault();
        if (sought.trim() !== '') void fillFrom(sought).then(setUnfound);
      }}
    >
      <Field className={styles.sought} label="申报编号、证书编号或单位全称" {...fieldFault(unfound)}>
        <Input
          className={styles.input}
          autoComplete="off"
          value={sought}
          onChange={(_, { value }) => {
            setSought(value);
          }}
        />
      </Field>
      <Button type="submit" disabledFocusable={isBusy}>
        照总名册填入
      </Button>
    </form>
  );
}
