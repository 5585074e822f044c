import * as vscode from 'vscode';
import type { Episode } from '../../../core/episode/episode.js';
import { finalTarget } from '../../../core/links/finalTarget.js';
import { webLinks } from '../../../core/links/webLinks.js';
import { writeTarget } from '../../../core/links/writeTarget.js';
import type { TextEdit } from '../../../core/text/span.js';
import { archivedCopyQuestion, parseArchivedCopy } from '../../../links/archivedCopy.js';
import { findCiting } from '../../../links/findCiting.js';
import { DEFAULT_POLICY } from '../../../links/policy.js';
import { requestUrl } from '../../../links/requestUrl.js';
import { Breath } from '../../adapters/breath.js';
import { toTextEdits } from '../../adapters/convert.js';
import { showInformation } from '../../adapters/messages.js';
import { isReadOnly } from '../../adapters/noteEdits.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import type { Services } from '../../services.js';

/** Every link of a note to `url` leads to what `target` gives for it, its other bytes as they were. */
const replaceEdits = (episode: Episode, url: string, target: (link: string) => string): TextEdit[] =>
  webLinks(episode)
    .filter((link) => requestUrl(link.url) === url)
    .map((link) => ({ span: link.target, newText: writeTarget(target(link.url), link.form) }));

/** One undoable edit over all notes of the show; nothing is saved. */
export async function replaceEverywhere(services: Services, showFolder: ShowFolder, url: string): Promise<void> {
  const verdict = services.verdicts.of(url, showFolder);
  if (verdict?.verdict !== 'moved')
    throw new Error(vscode.l10n.t('This link is not known to have moved. Check it again.'));
  const { episodes } = await services.shows.freshArchiveOf(showFolder);
  const notes = (await new Breath().finish(findCiting(episodes, new Set([url])))).get(url) ?? [];
  const documents = await Promise.all(
    notes.map(({ path }) => vscode.workspace.openTextDocument(vscode.Uri.joinPath(showFolder.folder.uri, path))),
  );
  for (const document of documents)
    if (await isReadOnly(document))
      throw new Error(
        vscode.l10n.t('{0} is read-only. Nothing was changed.', vscode.workspace.asRelativePath(document.uri)),
      );
  const edit = new vscode.WorkspaceEdit();
  for (const document of documents) {
    const edits = replaceEdits(services.episodes.of(document, showFolder.show), url, (link) =>
      finalTarget(verdict, link),
    );
    edit.set(document.uri, toTextEdits(document, edits));
  }
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(vscode.l10n.t('The notes have changed meanwhile. Try again.'));
  void showInformation(vscode.l10n.t('Replaced in {0} notes. None was saved yet.', documents.length));
}

/** Asks the Internet Archive for its copy nearest to the episode's date. */
export async function replaceByArchived(services: Services, note: vscode.Uri, url: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(note);
  const folder = await services.shows.showFor(note);
  if (!folder) return;
  const answer = await ask(
    archivedCopyQuestion(url, (await services.episodes.read(document, folder.show)).date?.iso ?? null),
    services.log,
  );
  const copy = answer === undefined ? undefined : parseArchivedCopy(answer);
  if (copy !== undefined) {
    await services.edits.apply(document, (episode) => replaceEdits(episode, url, () => copy));
    return;
  }
  void showInformation(
    answer === undefined
      ? vscode.l10n.t('The Internet Archive does not answer. Try again later.')
      : vscode.l10n.t('The Internet Archive has no copy of {0}.', url),
  );
}

/** The answer's text; undefined where there is none. */
async function ask(question: string, log: vscode.LogOutputChannel): Promise<string | undefined> {
  log.trace(`GET ${question}`);
  try {
    const response = await fetch(question, {
      signal: AbortSignal.timeout(DEFAULT_POLICY.timeout),
      credentials: 'omit',
      headers: { 'user-agent': DEFAULT_POLICY.userAgent },
    });
    return response.ok ? await response.text() : undefined;
  } catch (error) {
    log.info(`${question}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
