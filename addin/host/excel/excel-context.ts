import { makeHostError, toHostError } from './excel-error.ts';

/** What Office.js puts into the page. */
export interface OfficeLibrary {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
}

/** Of whatever event: for its removal that does not matter. */
export type EventHandler = Pick<OfficeExtension.EventHandlerResult<unknown>, 'context' | 'remove'>;

/** Runs work in Excel, waiting for a cell that is being edited, and turns every error of Office.js into a `HostError`. */
export class ExcelContext {
  constructor(private readonly library: OfficeLibrary) {}

  has(version: string): boolean {
    return this.library.Office.context.requirements.isSetSupported('ExcelApi', version);
  }

  async run<Result>(work: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
    try {
      return await this.library.Excel.run({ delayForCellEdit: true }, work);
    } catch (error) {
      const fault = toHostError(error);
      if (fault.code === 'protected' && (await this.isReadOnly())) throw makeHostError('read-only', error);
      throw fault;
    }
  }

  /** Ends an event handler in the context that it was made in. */
  async remove(handler: EventHandler): Promise<void> {
    try {
      await this.library.Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
    } catch (error) {
      throw toHostError(error);
    }
  }

  /** Excel refuses a write to a read-only workbook and to a locked cell with the same code. */
  private async isReadOnly(): Promise<boolean> {
    if (!this.has('1.8')) return false;
    return this.library.Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.load('readOnly');
      await context.sync();
      return context.workbook.readOnly;
    });
  }
}
