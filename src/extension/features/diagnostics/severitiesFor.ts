import * as vscode from 'vscode';
import { readSeverities, type Severities } from '../../../core/diagnostics/severities.js';
import type { ShowFolder } from '../../adapters/showFolder.js';

/** What VS Code’s own Markdown validation reports too, by the setting that says how. */
const ALSO_VALIDATED: Readonly<Record<string, string>> = {
  'link.missing-file': 'fileLinks.enabled',
  'link.missing-definition': 'referenceLinks.enabled',
  'link.missing-anchor': 'fragmentLinks.enabled',
};

/** Settings of the editor, then those of the show's file. Nothing is reported that VS Code's own validation reports already. */
export function severitiesFor({ folder, severities }: ShowFolder): Severities {
  const own = vscode.workspace
    .getConfiguration('tgik', folder.uri)
    .get<Record<string, string>>('diagnostics.severity', {});
  return { ...readSeverities({ ...own, ...severities }), ...alreadyReported(folder.uri) };
}

function alreadyReported(uri: vscode.Uri): Severities {
  const validate = vscode.workspace.getConfiguration('markdown.validate', uri);
  if (!validate.get<boolean>('enabled', false)) return {};
  const reported = Object.entries(ALSO_VALIDATED).filter(
    ([, setting]) => validate.get<string>(setting, 'warning') !== 'ignore',
  );
  return Object.fromEntries(reported.map(([code]) => [code, 'off' as const]));
}
