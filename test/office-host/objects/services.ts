import type { ExcelHost } from '../excel-host.ts';
import { defineType, type HostObject } from '../host-object.ts';
import { HostGap } from '../wire.ts';

/** Objects beside the workbook that the client library itself makes when it starts. */
const SERVICES = new Map([
  [
    'Microsoft.InternalService.AddinInternalService',
    defineType<null>('AddinInternalService', { commands: { NotifyActionHandlerReady: () => undefined } }),
  ],
]);

/** @throws HostGap for a service that the host does not offer. */
export function serviceObject(name: string, host: ExcelHost): HostObject {
  const type = SERVICES.get(name);
  if (!type) throw new HostGap(`the service ${name}`);
  return type.make(null, host);
}
