import type { Episode, NoteLink } from '../episode/episode.js';
import { bodiesOf, perPlaces } from '../episode/perPart.js';
import { oncePer } from '../text/oncePer.js';
import { contains } from '../text/span.js';
import { parseWebUrl, queryParts, type WebUrl } from '../text/webUrl.js';

/** A link to a web page, with its URL read. */
export interface WebLink {
  readonly link: NoteLink;
  readonly url: WebUrl;
}

/** The links of a note that a reader clicks: no pictures, no stamps, not the places of the episode's own video. */
export const webLinks = oncePer(({ links, video }: Episode): readonly WebLink[] =>
  links.flatMap((link) => {
    if (link.form === 'image' || link.form === 'crossReference' || link.form === 'reference') return [];
    if (link.attribute !== null && link.attribute !== 'a href') return [];
    if (video && contains(video.span, link.target)) return [];
    const url = parseWebUrl(link.url);
    return url ? [{ link, url }] : [];
  }),
);

/** What a note's week shares: pages, not mere sites. */
export const newsOf = (episode: Episode): readonly PageLink[] => newsIn(episode, bodiesOf(episode, 'week'));

/** A web link and the name of its page. */
export interface PageLink extends WebLink {
  readonly page: string;
}

export const pagesOf = oncePer((episode: Episode): readonly PageLink[] =>
  webLinks(episode).map(({ link, url }) => ({ link, url, page: pageOf(url) })),
);

const newsIn = perPlaces((part, places) =>
  pagesOf(part).filter(
    ({ link, url }) => (url.path.length > 1 || url.query !== '') && places.some((place) => contains(place, link.span)),
  ),
);

/** The same page under one name: no scheme, `www.`, fragment or slash at the end; tracking left out. */
export function pageOf({ host, path, query }: WebUrl): string {
  const parts = queryParts(query).filter(({ name }) => !isTracking(name));
  const kept = parts.map(({ written }) => written).sort();
  return `${host.replace(/^www\./, '')}${path.replace(/(?<!\/)\/+$/, '')}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}

/** Parameters that say where a reader came from, and nothing of the page. */
export const isTracking = (name: string): boolean =>
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs(?:enc|mi)|vero_id|ref_src|ref_url)$/i.test(name);
