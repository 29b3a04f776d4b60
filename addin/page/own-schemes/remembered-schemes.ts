/**
 * Schemes of the user's own in the storage that the browser keeps for the page's own address. A page from a disk has none that is its own: every
 * other page from a disk would read it.
 */
import { UnusableInput } from '../../../rules/unusable-input.ts';
import { refuseTooMuch, type SchemeBundle } from './scheme-bundle.ts';

const DATABASE = 'pingyou';
const STORE = 'own-schemes';

export function canRemember(): boolean {
  return /^https?:$/.test(location.protocol) && isSecureContext && 'indexedDB' in globalThis;
}

/**
 * What is remembered; as hostile as what is dropped.
 * @throws UnusableInput where it cannot be read
 */
export async function readRemembered(): Promise<SchemeBundle[]> {
  const found: unknown[] = await inStore('readonly', (store) => store.getAll(), '读不出来，请再拖入一次');
  const bundles = found.filter(isBundle);
  for (const { id, files } of bundles) {
    refuseTooMuch({ id, files: files.map(({ name, bytes }) => ({ name, size: bytes.length })) });
  }
  return bundles;
}

/** Remembers one, in place of what was remembered under its id. */
export async function rememberScheme({ id, files }: SchemeBundle): Promise<void> {
  await inStore('readwrite', (store) => store.put({ id, files }), '没有记住，这一次照常使用，下次打开时请再拖入一次');
}

export async function forgetScheme(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id), '没有忘掉，请再试一次');
}

/**
 * Does one thing with what is remembered, whole or not at all.
 * @param otherwise what follows where the browser refuses
 */
async function inStore<Found>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Found>,
  otherwise: string,
): Promise<Found> {
  let database: IDBDatabase | null = null;
  try {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(STORE, { keyPath: 'id' });
    };
    database = await resultOf(opening);
    const transaction = database.transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => {
        resolve();
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
      };
    });
    return request.result;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const why = error.name === 'QuotaExceededError' ? '浏览器的存储空间不够' : '浏览器不让用它的存储';
    throw new UnusableInput(`自带的评选方案${otherwise}（${why}）。`, { cause: error });
  } finally {
    database?.close();
  }
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new DOMException('failed', 'UnknownError'));
    };
  });
}

function isBundle(value: unknown): value is SchemeBundle {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'files' in value &&
    Array.isArray(value.files) &&
    value.files.every(isNamedBytes)
  );
}

function isNamedBytes(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'bytes' in value &&
    value.bytes instanceof Uint8Array
  );
}
