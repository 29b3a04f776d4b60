import { useState } from 'react';
import type { FileHost } from '../host/file/file-host.ts';
import { nameCopy, saveCopy } from './save-copy.ts';

/** Saves the copy of a file: whether it is being saved, and the act, which tells whether it was. */
export function useSave(host: FileHost, fileName: string, onFault: (fault: unknown) => void) {
  const [isSaving, setSaving] = useState(false);
  const save = async (): Promise<boolean> => {
    setSaving(true);
    try {
      return await host.save(async (bytes) => (await saveCopy(new Uint8Array(bytes), nameCopy(fileName))) !== null);
    } catch (error) {
      onFault(error);
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { isSaving, save };
}
