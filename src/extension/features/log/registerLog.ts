import * as vscode from 'vscode';
import type { Services } from '../../services.js';

export const registerLog = ({ log }: Services): vscode.Disposable =>
  vscode.commands.registerCommand('tgik.showLog', () => log.show());
