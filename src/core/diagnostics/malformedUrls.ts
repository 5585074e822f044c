import { findVideoId, isVideoId, isVideoUrl } from '../episode/youTube.js';

/** How a URL is wrong, and the URL that was meant where that is sure. */
export interface MalformedUrl {
  readonly message: string;
  readonly meant?: string;
}

/** Looks at one URL as written; undefined for a sound one and for what is no web address at all. */
export function findMalformedUrl(url: string): MalformedUrl | undefined {
  return findWrapped(url) ?? findTwoSchemes(url) ?? findWrongScheme(url) ?? findWrongAddress(url);
}

/** `(https://…)`, `"https://…"` */
function findWrapped(url: string): MalformedUrl | undefined {
  const match = /^([("'“‘[<]+)\s*((?:https?:|www\.)(?:.*[^)"'”’\]>])?)[)"'”’\]>]*$/is.exec(url);
  if (!match) return undefined;
  const [, opening = '', inner = ''] = match;
  const message = `The URL begins with “${opening}”. Expected the URL alone between the parentheses.`;
  return /^https?:\/\/[^\s()]+$/i.test(inner) ? { message, meant: inner } : { message };
}

/** `https://https://x`; not `https://web.archive.org/web/https://x`. */
function findTwoSchemes(url: string): MalformedUrl | undefined {
  const second = /^https?:?\/\/[^/?#()\s]*?(https?):?\/\/(?=(.*))/is.exec(url);
  if (!second) return undefined;
  const message = 'The URL has two schemes. Expected one, at its start.';
  const [whole, scheme = '', rest = ''] = second;
  return /^https?:?\/\/https?:?\/\/$/i.test(whole) && rest !== ''
    ? { message, meant: `${scheme}://${rest}` }
    : { message };
}

/** `htp://x`, `http//x`, `https:/x`, `https:///x`, `https;//x`, `https:\\x` */
function findWrongScheme(url: string): MalformedUrl | undefined {
  if (/^https?:\/\/(?:[/\s]*(?:[?#]|$))/i.test(url))
    return { message: 'The URL has no host. Expected a domain behind “//”.' };
  const match = /^([a-z]{2,8})([:;]?[/\\]+|[:;](?=[^\d]))[:/\\]*/i.exec(url);
  const [whole = '', written = '', behind = ''] = match ?? [];
  const scheme = meantScheme(written.toLowerCase());
  // `http/` is a folder, `htop:` may be a scheme, `https:` is one
  if (scheme === undefined || whole === `${written}/` || /^https?:\/\/$/i.test(whole)) return undefined;
  if (written.toLowerCase() !== scheme && !/[/\\]{2}/.test(behind)) return undefined;
  const rest = url.slice(whole.length);
  const message = `The URL begins with “${whole}”. Expected “${scheme}://”.`;
  return /^[\p{L}\p{N}]/u.test(rest) ? { message, meant: `${scheme}://${rest}` } : { message };
}

function findWrongAddress(url: string): MalformedUrl | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined;
  if (/\s/.test(url)) return { message: 'The URL has a blank in it. Expected one URL, blanks written as %20.' };
  const host = (/^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '').replace(/^.*@/, '').replace(/:[^:\]]*$/, '');
  // placeholders such as `https://<host>/` are the author's
  if (/[<>{}$%*[\]]/.test(host) || !/^[.-]|\.\.|[,;"'`|\\^:!]/.test(host)) return undefined;
  return { message: `The URL has the host “${host}”. Expected a domain such as example.com.` };
}

/** A YouTube URL that asks for a video and does not say which: `watch?v=`, `watch?ID`, `youtu.be/`. */
export function findMissingId(url: string): MalformedUrl | undefined {
  if (!isVideoUrl(url)) return undefined;
  const id = findVideoId(url);
  if (id === '') return { message: 'The video URL has no id. Expected eleven characters.' };
  if (id !== undefined)
    return isVideoId(id) || /[<>{}$*]/.test(id)
      ? undefined
      : { message: `The video URL has the id “${id}”. Expected eleven characters.` };
  if (!/^(?:https?:)?\/\/[^/]*\/watch\/?(?:[?#]|$)/i.test(url) || /[?&]list=/i.test(url)) return undefined;
  const message = 'The video URL has no “v=”. Expected “watch?v=” and an id of eleven characters.';
  const bare = /^(.*\/watch)\?([\w-]{11})((?:[&#].*)?)$/is.exec(url);
  return bare ? { message, meant: `${bare[1]}?v=${bare[2]}${bare[3]}` } : { message };
}

/** `http` or `https` as meant by `scheme`: itself, or one slip of the keyboard away. */
function meantScheme(scheme: string): 'http' | 'https' | undefined {
  if (scheme === 'http' || scheme === 'https') return scheme;
  return isOneSlipAway(scheme, 'https') ? 'https' : isOneSlipAway(scheme, 'http') ? 'http' : undefined;
}

/** One letter too many, too few, wrong, or two swapped. */
function isOneSlipAway(written: string, meant: string): boolean {
  let same = 0;
  while (same < meant.length && written[same] === meant[same]) same += 1;
  const [rest, expected] = [written.slice(same), meant.slice(same)];
  return (
    rest.slice(1) === expected ||
    rest === expected.slice(1) ||
    rest.slice(1) === expected.slice(1) ||
    (rest[0] === expected[1] && rest[1] === expected[0] && rest.slice(2) === expected.slice(2))
  );
}
