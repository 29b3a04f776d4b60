/** What a field shows of a fault of its own: it is marked, and says it below itself. Nothing where it has none. */
export function fieldFault(fault: string | undefined) {
  return fault === undefined || fault === '' ? {} : ({ validationState: 'error', validationMessage: fault } as const);
}
