import type { Episode, NoteLink } from '../../core/episode/episode.js';
import { isIgnored } from '../../core/links/ignoredLinks.js';
import { webLinks } from '../../core/links/webLinks.js';
import { Lines } from '../../core/text/lines.js';
import { requestUrl } from '../../links/requestUrl.js';
import type { ShowSettings } from '../../node/readShow.js';
import type { SelectedNote } from '../check/selectNotes.js';

/** A place of a note. */
export interface LinkPlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** The links of a note that lead to the web and that the show does not ignore today, each with its URL. */
export const linksOf = (
  episode: Episode,
  { ignoredLinks }: Pick<ShowSettings, 'ignoredLinks'>,
  today: string,
): { readonly url: string; readonly link: NoteLink }[] =>
  webLinks(episode).flatMap((link) => {
    const url = requestUrl(link.url);
    return url === undefined || isIgnored(ignoredLinks, url, today) ? [] : [{ url, link }];
  });

/** Every distinct URL of some notes and where it stands. */
export function selectLinks(
  notes: readonly SelectedNote[],
  show: Pick<ShowSettings, 'ignoredLinks'>,
  today: string,
): Map<string, LinkPlace[]> {
  const places = new Map<string, LinkPlace[]>();
  for (const { file, episode } of notes) {
    const lines = new Lines(episode.syntax.text);
    for (const { url, link } of linksOf(episode, show, today)) {
      const all = places.get(url) ?? [];
      places.set(url, all);
      const line = lines.positionAt(link.target.start).line + 1;
      if (!all.some((one) => one.file === file && one.line === line)) all.push({ file, line });
    }
  }
  return places;
}
