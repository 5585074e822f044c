import { decodePath, leadsElsewhere } from '../text/paths.js';
import type { Episode } from './episode.js';
import { perPart } from './perPart.js';

/**
 * The file a relative link asks for, from the show's root: `../077/README.md#top` in `episodes/078/README.md` →
 * `episodes/077/README.md`. A leading `/` means the show's root. Null for what is no file of the show: URLs with a
 * scheme, `//host`, bare fragments, and paths that climb out.
 */
export function resolveTarget(url: string, notePath: string): string | null {
  if (!isFile(url)) return null;
  const path = decodePath(url.split(/[?#]/)[0] ?? '');
  if (leadsElsewhere(path)) return null;
  const parts = path.startsWith('/') ? [] : notePath.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length > 0 ? parts.join('/') : null;
}

const isFile = (url: string): boolean => url !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?)/i.test(url);

/** Every file of the show that a note's links ask for, once each. */
export const relativeTargets = (episode: Episode, notePath: string): string[] => [
  ...new Set(fileUrls(episode).flatMap((url) => resolveTarget(url, notePath) ?? [])),
];

const fileUrls = perPart(
  ({ links }) =>
    links
      .filter(({ form }) => form !== 'reference' && form !== 'imageReference' && form !== 'crossReference')
      .flatMap(({ url }) => (isFile(url) ? url : [])),
  (urls) => urls,
);
