/** A folder that the page's user picks: the private one of its address, for the dialog for a folder cannot be driven. */
import type { Page } from 'playwright-core';

export const FOLDER = '评优2024';

/** Whoever asks for a folder from now on picks this one, which is made where it is not there. */
export async function letPick(page: Page): Promise<void> {
  await page.evaluate((name) => {
    const pick = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
    Object.assign(globalThis, { showDirectoryPicker: pick });
  }, FOLDER);
}

/** Picks the folder. */
export async function pickFolder(page: Page): Promise<void> {
  await letPick(page);
  await page.getByRole('button', { name: '都存到一个文件夹' }).first().click();
  await page.getByText(`存到文件夹“${FOLDER}”`).first().waitFor();
}

/** Its files, by their paths in it. */
export async function readFolder(page: Page): Promise<Map<string, Uint8Array>> {
  const files = await page.evaluate(async (name) => {
    const found: [string, string][] = [];
    const walk = async (folder: FileSystemDirectoryHandle, inside: string): Promise<void> => {
      for await (const [entry, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle, `${inside}${entry}/`);
        else {
          const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
          found.push([`${inside}${entry}`, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))]);
        }
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true }), '');
    return found;
  }, FOLDER);
  return new Map(files.map(([name, text]) => [name, new Uint8Array(Buffer.from(text, 'base64'))]));
}

/** The paths of its files, where there are too many to be read. */
export function listFolder(page: Page): Promise<string[]> {
  return page.evaluate(async (name) => {
    const found: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, inside: string): Promise<void> => {
      for await (const [entry, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle, `${inside}${entry}/`);
        else found.push(`${inside}${entry}`);
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true }), '');
    return found;
  }, FOLDER);
}

/** Somebody takes away all that stands in it. */
export async function clearFolder(page: Page): Promise<void> {
  await page.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
    const names: string[] = [];
    for await (const entry of folder.keys()) names.push(entry);
    for (const entry of names) await folder.removeEntry(entry, { recursive: true });
  }, FOLDER);
}

/** What somebody else does in it: a file of this text stands there. */
export async function putFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    async ([folder, file, content]) => {
      const place = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
      const writable = await (await place.getFileHandle(file, { create: true })).createWritable();
      await writable.write(content);
      await writable.close();
    },
    [FOLDER, name, text] as const,
  );
}

/** Asks for an output to be put into it. */
export async function ask(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `取${title}`, exact: true }).click();
}
