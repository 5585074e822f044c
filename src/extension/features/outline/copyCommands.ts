import * as vscode from 'vscode';
import type { NoteLink } from '../../../core/episode/episode.js';
import { resolveTarget } from '../../../core/episode/relativeTargets.js';
import { itemLinks } from '../../../core/outline/itemLinks.js';
import { asMarkdown, asPlainText } from '../../../core/outline/writeItem.js';
import { showInformation } from '../../adapters/messages.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import { targetOf } from './itemTarget.js';
import type { OutlineContext } from './outlineContext.js';

/** `tgik.copyAsMarkdown`, `tgik.copyAsText`: an item with all below it. */
export async function copyItem(context: OutlineContext, given: unknown, as: 'markdown' | 'text'): Promise<void> {
  const target = await targetOf(context, given);
  if (!target) return;
  const text = target.document.getText();
  await vscode.env.clipboard.writeText(
    as === 'markdown' ? asMarkdown(text, target.item) : asPlainText(text, target.item),
  );
}

/** `tgik.openLinks`: the link of an item; of several, the one picked. */
export async function openLinks(context: OutlineContext, given: unknown): Promise<void> {
  const { shows, episodes } = context.services;
  const target = await targetOf(context, given);
  const folder = target && (await shows.showFor(target.document.uri));
  if (!target || !folder) return;
  const episode = await episodes.read(target.document, folder.show);
  const item = target.find(episode);
  const path = shows.pathIn(folder, target.document.uri);
  const places = (item ? itemLinks(episode, item) : []).flatMap((link) => placeOf(link, path, folder) ?? []);
  if (places.length === 0) {
    void showInformation(vscode.l10n.t('This item has no link that can be opened.'));
    return;
  }
  const place = places.length === 1 ? places[0] : await pick(places);
  if (place) await vscode.commands.executeCommand('vscode.open', place.uri);
}

interface Place {
  readonly link: NoteLink;
  readonly uri: vscode.Uri;
}

async function pick(places: readonly Place[]): Promise<Place | undefined> {
  const items = places.map((place) => ({
    label: place.link.label?.plain || place.link.url,
    description: place.link.url,
    place,
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Open Link') }))?.place;
}

/** Web pages, mail addresses and files of the show: a note is not trusted with other schemes. */
function placeOf(link: NoteLink, path: string | null, { folder }: ShowFolder): Place | undefined {
  const { url, episode } = link;
  if (/^(?:https?|mailto):/i.test(url)) return { link, uri: vscode.Uri.parse(url) };
  if (episode !== null) return { link, uri: vscode.Uri.parse(`https://${url}`) };
  const file = path === null ? null : resolveTarget(url, path);
  if (file === null) return undefined;
  return { link, uri: vscode.Uri.joinPath(folder.uri, file).with({ fragment: url.split('#')[1] ?? '' }) };
}
