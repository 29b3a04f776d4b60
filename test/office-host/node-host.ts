import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { ExcelHost, type HostReply } from './excel-host.ts';
import { loadWorkbook } from './load-workbook.ts';
import { makeOffice, type Theme } from './node-office.ts';
import type { WorkbookSnapshot } from './snapshot.ts';
import { CELL_EDIT_OFFICE_ERROR } from './wire.ts';

interface NodeHostOptions {
  /** `1.7` (Excel 2019), `1.14` (2021) or `1.17` (2024). */
  apiSet: string;
  /** The bytes of an .xlsx file, or a snapshot. */
  workbook: Uint8Array | WorkbookSnapshot;
  theme?: Theme;
}

export interface NodeHost {
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
  host: ExcelHost;
}

/** The parts of the client library that are not in its public types and by which a host hooks in. */
interface ClientInternals {
  SessionBase: { new (): object; _overrideSession: object };
  GenericEventRegistration: { getGenericEventRegistration(controlId: string): unknown };
  CommonUtility: { _doApiNotSupportedCheck: boolean };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { entries: object[] }): void;
}

/** The category that marks an event among the messages of a host (`Constants.eventMessageCategory`). */
const EVENT_CATEGORY = 65536;

const CLIENT_FILE = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-win32-16.01.debug.js');
let compiled: vm.Script | undefined;

/** Runs the unmodified client library in a context of its own, with the little of a browser that it asks for at load time. */
function loadClient(office: object): vm.Context {
  compiled ??= new vm.Script(readFileSync(CLIENT_FILE, 'utf8'), { filename: CLIENT_FILE });
  const element = () => ({ setAttribute() {}, appendChild() {}, style: {}, href: '' });
  const window: vm.Context = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    URL,
    Event,
    Promise,
    navigator: { userAgent: 'node' },
    document: {
      createElement: element,
      getElementById: () => null,
      getElementsByTagName: () => [element()],
      addEventListener() {},
      domain: 'localhost',
    },
    location: {
      href: 'https://localhost/',
      search: '',
      hash: '',
      protocol: 'https:',
      hostname: 'localhost',
      origin: 'https://localhost',
    },
    addEventListener() {},
    removeEventListener() {},
    postMessage() {},
    name: '',
  };
  window['window'] = window['self'] = window['globalThis'] = window;
  vm.createContext(window);
  compiled.runInContext(window);
  const own = window['Office'] as object;
  // `Office.context` of the library cannot be redefined, so the stand-in lies in front of it.
  window['Office'] = Object.create(own, Object.getOwnPropertyDescriptors(office)) as unknown;
  return window;
}

/**
 * Excel in Node: the real client library, talking to an ExcelHost. Each call is apart from every other.
 * Requirement sets are enforced by the client itself: a member above `apiSet` throws ApiNotFound.
 */
export async function createNodeHost(options: NodeHostOptions): Promise<NodeHost> {
  const workbook = options.workbook instanceof Uint8Array ? await loadWorkbook(options.workbook) : options.workbook;
  const host = new ExcelHost({ workbook, apiSet: options.apiSet });
  const client = loadClient(makeOffice(options.apiSet, options.theme ?? 'light'));
  // The library comes out of its context untyped; its public types are those of @types/office-js.
  const library = client as unknown as Omit<NodeHost, 'host'> & { OfficeExtension: ClientInternals };
  connect(library.OfficeExtension, host);
  return { Excel: library.Excel, Office: library.Office, OfficeExtension: library.OfficeExtension, host };
}

function connect(client: ClientInternals, host: ExcelHost): void {
  class Session extends client.SessionBase {
    _resolveRequestUrlAndHeaderInfo() {
      return Promise.resolve({ url: '', headers: {} });
    }

    _createRequestExecutorOrNull() {
      return {
        executeAsync: async (_customData: unknown, flags: number, message: { Body: unknown }) =>
          asClientResponse(await host.handle(JSON.stringify(message.Body), flags)),
      };
    }

    getEventRegistration(controlId: string) {
      return client.GenericEventRegistration.getGenericEventRegistration(controlId);
    }
  }
  client.SessionBase._overrideSession = new Session();
  client.CommonUtility._doApiNotSupportedCheck = true;
  client._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  host.events.listen((messages) => {
    client._testTriggerRichApiMessageEvent({
      entries: messages.map((message) => ({ ...message, messageCategory: EVENT_CATEGORY })),
    });
  });
}

/** The form in which the library's own executors give a reply; a copy, because the library keeps what it gets. */
function asClientResponse(reply: HostReply): object {
  if ('response' in reply) {
    const Body: unknown = JSON.parse(JSON.stringify(reply.response));
    return { HttpStatusCode: 200, ErrorCode: '', ErrorMessage: '', Headers: null, Body };
  }
  const isEditing = reply.officeError === CELL_EDIT_OFFICE_ERROR;
  return {
    HttpStatusCode: 400,
    ErrorCode: isEditing ? 'InvalidOperationInCellEditMode' : 'RequestPayloadSizeLimitExceeded',
    ErrorMessage: isEditing ? 'Excel is in cell-editing mode.' : 'The request payload size has exceeded the limit.',
    Headers: null,
    Body: null,
  };
}
