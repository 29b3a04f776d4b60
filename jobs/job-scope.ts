/** Which job made a file: what a later run may set aside is what the same job made, and divided in the same way. */
export interface JobScope {
  /** `forms` */
  readonly job: string;
  /** The scheme, which is one edition of its document. */
  readonly scheme: string;
  /** How its outputs are divided into files, and which of them it makes where files hold less than all; empty where there is one way. */
  readonly division?: string;
}

/** As the record of a folder has it: `forms shanghai-security-2024 district`. */
export function writeScope({ job, scheme, division = '' }: JobScope): string {
  return [job, scheme, division].join(' ').trim();
}

/** @param written as `writeScope` has written it */
export function isOfScheme(written: string, scheme: string): boolean {
  return written.split(' ')[1] === scheme;
}

/** Whether a job of this scope made it; under any scheme, where that is to be taken for its own. */
export function isOfScope(written: string, { job, scheme, division = '' }: JobScope, anyScheme: boolean): boolean {
  const [ofJob, ofScheme = '', ...rest] = written.split(' ');
  return ofJob === job && rest.join(' ') === division && (anyScheme || ofScheme === scheme);
}
