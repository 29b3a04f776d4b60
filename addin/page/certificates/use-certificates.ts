import type { OutputsUse } from '../use-outputs.ts';
import type { WorkshopUse } from '../use-workshop.ts';
import { useKey } from './use-key.ts';
import { useVerify } from './use-verify.ts';

interface CertificatesWork extends Pick<WorkshopUse, 'run'>, Pick<OutputsUse, 'begin' | 'keep'> {}

/** The key of certificates, and the certificates that are asked about. */
export function useCertificates({ run, begin, keep }: CertificatesWork) {
  const key = useKey({ run, begin, keep });
  const verify = useVerify({ run, begin, key });
  return { key, verify };
}

export type CertificatesUse = ReturnType<typeof useCertificates>;
