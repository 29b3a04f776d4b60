/**
 * The host page in Chromium: acts as Excel on the web around a task pane in an iframe, by the messages that `office.js`
 * exchanges with its host window (`Microsoft.Office.Common.XdmCommunicationManager` in excel-web-16.00.debug.js).
 */
import { selectByHand, typeByHand } from './by-hand.ts';
import { EventNumber, type EventMessage } from './event-hub.ts';
import { ExcelHost, type HostSettings } from './excel-host.ts';
import { requirementSets } from './requirement-sets.ts';
import { wireText, type Wire } from './wire.ts';

interface PageHostSettings extends HostSettings {
  paneUrl: string;
}

declare global {
  interface Window {
    /** Called once by the test with `PageHostSettings` as JSON; makes the host and opens the pane. */
    startOfficeHost(settingsText: string): void;
    officeHost: ExcelHost;
    typeByHand: typeof typeByHand;
    selectByHand: typeof selectByHand;
  }
}

const CONVERSATION = 'conversation-1';
const ADD_IN = 'add-in-1';
const CORRELATION = 'correlation-1';
const LOCALE = 'zh-CN';
const EVENT_CATEGORY = 65536;
/** The dispatch id of a batch of the object model (`dispidExecuteRichApiRequestMethod`). */
const EXECUTE_BATCH = 93;

const MessageType = { Request: 0, Response: 1 } as const;
const ActionKind = { Invoke: 0, Register: 1, Unregister: 2 } as const;
const ResponseKind = { Calling: 0, Eventing: 1 } as const;

interface XdmRequest {
  _messageType: number;
  _actionType: number;
  _actionName: string;
  _correlationId: number;
  _data?: { DdaMethod?: { DispatchId: number }; ArrayData?: Wire[] };
}

window.startOfficeHost = (settingsText) => {
  const settings = JSON.parse(settingsText) as PageHostSettings;
  const host = new ExcelHost(settings);
  Object.assign(window, { officeHost: host, typeByHand, selectByHand });
  const registrations = new Map<string, XdmRequest>();
  const frame = openPane(settings.paneUrl);
  const paneOrigin = new URL(settings.paneUrl).origin;

  const post = (request: XdmRequest, kind: number, data: object): void => {
    const message = {
      _messageType: MessageType.Response,
      _actionName: request._actionName,
      _conversationId: CONVERSATION,
      _correlationId: request._correlationId,
      _origin: location.origin,
      _data: data,
      _errorCode: 0,
      _responseType: kind,
      _serializerVersion: 1,
    };
    frame.contentWindow?.postMessage(JSON.stringify(message), paneOrigin);
  };
  const answer = (request: XdmRequest, data: object) => {
    post(request, ResponseKind.Calling, data);
  };

  host.events.listen((messages) => {
    const ofTheModel = messages.filter((message) => message.messageType !== EventNumber.DocumentSelectionChanged);
    const batch = registrations.get('richApiMessage');
    if (batch && ofTheModel.length > 0) post(batch, ResponseKind.Eventing, { ArrayData: ofTheModel.map(asArray) });
    const selection = registrations.get('documentSelectionChanged');
    if (selection && messages.length > ofTheModel.length) post(selection, ResponseKind.Eventing, {});
  });

  async function invoke(request: XdmRequest): Promise<void> {
    if (request._actionName === 'ContextActivationManager_getAppContextAsync') {
      answer(request, appContext(settings.apiSet));
      return;
    }
    if (request._actionName === 'ContextActivationManager_notifyHost') return;
    const dispatchId = request._data?.DdaMethod?.DispatchId;
    if (request._actionName !== 'executeMethod' || dispatchId !== EXECUTE_BATCH) {
      host.gaps.push(`the message ${request._actionName} ${dispatchId ?? ''}`);
      answer(request, { Version: 1, Error: 5100 });
      return;
    }
    const parts = request._data?.ArrayData ?? [];
    const reply = await host.handle(wireText(parts[4]), Number(parts[6]));
    if ('officeError' in reply) answer(request, { Version: 1, Error: reply.officeError });
    else answer(request, { Version: 1, Error: 0, Data: [200, [], JSON.stringify(reply.response)] });
  }

  window.addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || typeof event.data !== 'string') return;
    const request = JSON.parse(event.data) as XdmRequest;
    if (request._messageType !== MessageType.Request) return;
    if (request._actionType === ActionKind.Register) registrations.set(request._actionName, request);
    else if (request._actionType === ActionKind.Unregister) registrations.delete(request._actionName);
    else {
      void invoke(request);
      return;
    }
    answer(request, { Error: 0 });
  });
};

/** The iframe's name tells `office.js` which host it is in and how to talk to it. */
function openPane(paneUrl: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = '任务窗格';
  frame.name = JSON.stringify({
    baseFrameName: `_xdm_${CONVERSATION}`,
    hostInfo: `Excel|Web|16.01|${LOCALE}|${CORRELATION}||disableLogging|0`,
    xdmInfo: `${CONVERSATION}|${ADD_IN}|${location.origin}`,
    serializerVersion: '1',
    flights: '[]',
  });
  frame.src = paneUrl;
  document.body.append(frame);
  return frame;
}

function appContext(apiSet: string): object {
  return {
    _id: ADD_IN,
    _appInstanceId: ADD_IN,
    _appName: 16,
    _appVersion: '16.01',
    _appMinorVersion: 1,
    _hostFullVersion: '16.0.18000.0',
    _appUILocale: LOCALE,
    _dataLocale: LOCALE,
    _docUrl: `${location.origin}/book.xlsx`,
    _clientMode: 1,
    _settings: [],
    _reason: 'Inserted',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: CORRELATION,
    _requirementMatrix: JSON.stringify(requirementSets(apiSet)),
    _addinName: '评优台',
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 0,
    _marketplaceType: '1',
  };
}

const asArray = (event: EventMessage) => [EVENT_CATEGORY, event.messageType, event.targetId, event.message, 0];
