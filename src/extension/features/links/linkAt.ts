import type * as vscode from 'vscode';
import type { NoteLink } from '../../../core/episode/episode.js';
import type { LinkVerdict } from '../../../core/links/linkVerdict.js';
import { webLinks } from '../../../core/links/webLinks.js';
import { toRange } from '../../adapters/convert.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import type { Services } from '../../services.js';

/** A link that leads to the web, and what is known of it. */
export interface KnownLink {
  readonly link: NoteLink;
  readonly verdict: LinkVerdict;
  /** Of its target. */
  readonly range: vscode.Range;
  readonly showFolder: ShowFolder;
}

/** The links in a range of a document of which something is known. */
export async function knownLinksAt(
  { shows, episodes, verdicts }: Services,
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<readonly KnownLink[]> {
  const showFolder = await shows.showFor(document.uri);
  if (!showFolder || !(await shows.isNote(document))) return [];
  return webLinks(await episodes.read(document, showFolder.show))
    .filter((link) => toRange(document, link.span).intersection(range) !== undefined)
    .flatMap((link) => {
      const verdict = verdicts.of(link.url, showFolder);
      return verdict ? [{ link, verdict, range: toRange(document, link.target), showFolder }] : [];
    });
}
