import * as vscode from 'vscode';
import { traceOf } from '../../core/text/traceOf.js';
import { showError } from './messages.js';

/** An entry point: what surprises is caught here once, logged with its trace, and told with what to do next. */
export const guarded =
  <Arguments extends unknown[], Result>(log: vscode.LogOutputChannel, run: (...args: Arguments) => Promise<Result>) =>
  async (...args: Arguments): Promise<Result | undefined> => {
    try {
      return await run(...args);
    } catch (error) {
      log.error(traceOf(error));
      void tell(error instanceof Error ? error.message : String(error), log);
      return undefined;
    }
  };

async function tell(message: string, log: vscode.LogOutputChannel): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  if ((await showError(message, showLog)) === showLog) log.show();
}
