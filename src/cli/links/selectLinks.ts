import { isIgnored } from '../../core/links/ignoredLinks.js';
import { webLinks } from '../../core/links/webLinks.js';
import { Lines } from '../../core/text/lines.js';
import { requestUrl } from '../../links/requestUrl.js';
import type { LoadedShow } from '../../node/loadShow.js';
import type { SelectedNote } from '../check/selectNotes.js';

/** A place of a note. */
export interface LinkPlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Every distinct URL of some notes and where it stands; those the show ignores today left out. */
export function selectLinks(
  notes: readonly SelectedNote[],
  { ignoredLinks }: LoadedShow,
  today: string,
): Map<string, LinkPlace[]> {
  const places = new Map<string, LinkPlace[]>();
  for (const { file, episode } of notes) {
    const lines = new Lines(episode.syntax.text);
    for (const link of webLinks(episode)) {
      const url = requestUrl(link.url);
      if (url === undefined || isIgnored(ignoredLinks, url, today)) continue;
      const all = places.get(url) ?? [];
      places.set(url, all);
      const line = lines.positionAt(link.target.start).line + 1;
      if (!all.some((one) => one.file === file && one.line === line)) all.push({ file, line });
    }
  }
  return places;
}
