/** Keys of certificates, and what is asked of a certificate, in the workshop; it keeps no key. */
import { readKey } from '../../../jobs/certificate-key.ts';
import type { NamedBytes } from '../../../jobs/folder.ts';
import { key } from '../../../jobs/key.ts';
import type { LoadedRoster } from '../../../jobs/load-roster.ts';
import { verify, type Validity, type VerifyInput } from '../../../jobs/verify.ts';
import type { JobRunner } from '../job-runner.ts';
import type { Made } from '../made.ts';
import { compareWithRoster } from './roster-certificates.ts';

/** Whether a certificate is genuine and valid, in a sentence. */
export interface Verified {
  readonly sentence: string;
  /** Null of one that is not genuine. */
  readonly validity: Validity | null;
  /** What of it the open roster has otherwise; empty of one that is genuine. */
  readonly differing: string;
}

export class CertificateDesk {
  constructor(private readonly jobs: JobRunner) {}

  /** A new key file, to be saved. @param day on which it is made, as its name has it */
  async makeKey(day: string): Promise<Made> {
    const name = `证书密钥（${day}）`;
    return await this.jobs.pack(name, (out, context) => key({ out: { ...out, name: `${name}.txt` } }, context));
  }

  /** @throws UnusableInput where it is no key file */
  async checkKey(file: NamedBytes): Promise<void> {
    await this.jobs.run(() => Promise.resolve(readKey(file)));
  }

  /**
   * @param loaded the open roster, which may know what was read out wrong
   * @throws UnusableInput where a day is no day
   */
  async verify(input: VerifyInput, loaded: LoadedRoster | null): Promise<Verified> {
    const { result, told } = await this.jobs.run((context) => verify(input, context));
    const { validity } = result.summary();
    return {
      sentence: told.map(({ sentence }) => sentence).join(''),
      validity,
      differing: validity === null ? compareWithRoster(loaded, input) : '',
    };
  }
}
