import { useState } from 'react';
import type { NamedBytes } from '../../../jobs/folder.ts';
import { today } from '../../../jobs/today.ts';
import type { OutputsUse } from '../use-outputs.ts';
import type { WorkshopUse } from '../use-workshop.ts';
import type { Verified } from './certificate-desk.ts';
import { checkReadOut, type ReadOut, type ReadOutFaults } from './read-out.ts';
import type { KeyUse } from './use-key.ts';

/** An answer holds for what was asked alone: any of it may change while it is worked on, or after. */
interface Answered {
  readonly verified: Verified;
  readonly fields: ReadOut;
  readonly file: KeyUse['file'];
}

const BLANK: ReadOut = { code: '', number: '', unit: '', grade: '', issued: '', until: '' };

interface VerifyWork extends Pick<WorkshopUse, 'run'>, Pick<OutputsUse, 'begin'> {
  readonly key: KeyUse;
}

/** Whether a certificate that somebody reads out is genuine: what is filled in, what is wrong with it, and the answer to it. */
export function useVerify({ run, begin, key }: VerifyWork) {
  const [fields, setFields] = useState(BLANK);
  const [faults, setFaults] = useState<ReadOutFaults>({});
  const [lacksKey, setLacksKey] = useState(false);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const fill = (id: keyof ReadOut, text: string): void => {
    setFields({ ...fields, [id]: text });
    setFaults({ ...faults, [id]: undefined });
  };
  /** Fills in what the open roster has of a certificate; the code is read out. @returns why there is nothing to fill in; else empty */
  const fillFrom = async (text: string): Promise<string> => {
    begin();
    const found = await run('正在查总名册', (workshop) => workshop.findCertificate(text));
    if (typeof found === 'string') return found;
    if (found === null) return '';
    setFields({ ...fields, ...found });
    setFaults({});
    return '';
  };
  /** Says what is wrong with the fields, and where nothing is, asks. */
  const ask = (): ReadOutFaults => {
    begin();
    setAnswered(null);
    const { file } = key;
    const found = checkReadOut(fields);
    setFaults(found);
    setLacksKey(!file);
    if (file && Object.keys(found).length === 0) void verifyWith(file);
    return found;
  };
  const verifyWith = async (file: NamedBytes): Promise<void> => {
    const input = { ...fields, key: file, on: today() };
    const verified = await run('正在核对证书', (workshop) => workshop.verify(input));
    setAnswered(verified && { verified, fields, file });
  };
  /** What was answered with one roster open does not hold for another. */
  const forget = (): void => {
    setAnswered(null);
  };
  const answer = answered?.fields === fields && answered.file === key.file ? answered.verified : null;
  return { fields, faults, lacksKey: lacksKey && !key.file, fill, fillFrom, ask, answer, forget };
}
