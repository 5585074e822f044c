/** How a URL is wrong, and the URL that was meant where that is sure. */
export interface MalformedUrl {
  readonly message: string;
  readonly meant: string | undefined;
}

const SCHEME = /^(h{0,2}t{1,3}p{1,2}s{0,2})([:;]?)(\/*)(?=[\p{L}\p{N}])/iu;

/** Looks at one URL as written; undefined for a sound one and for what is no web address at all. */
export function findMalformedUrl(url: string): MalformedUrl | undefined {
  const bracketed = /^\(+(https?:\/\/[^()]*)\)*$/i.exec(url);
  if (bracketed)
    return { message: 'The URL stands in a second pair of parentheses. Expected one.', meant: bracketed[1] };
  const doubled = /^https?:\/\/(https?)(?::\/\/|\/\/|:\/)(?=[\p{L}\p{N}])/iu.exec(url);
  if (doubled)
    return {
      message: 'The URL begins with two schemes. Expected one.',
      meant: url.slice(url.indexOf(doubled[1] ?? '', 4)),
    };
  return wrongScheme(url) ?? wrongAddress(url);
}

/** `htp://x`, `http//x`, `https:/x`, `https:///x` */
function wrongScheme(url: string): MalformedUrl | undefined {
  const match = SCHEME.exec(url);
  if (!match) return undefined;
  const [whole, scheme = '', colon = '', slashes = ''] = match;
  const sound = /^https?$/i.test(scheme) && colon === ':' && slashes === '//';
  const meantAsUrl = colon === ':' ? slashes.length > 0 || scheme.length > 3 : slashes.length > 1;
  if (sound || !meantAsUrl) return undefined;
  const meant = `${/s/i.test(scheme) ? 'https' : 'http'}://${url.slice(whole.length)}`;
  return { message: `The URL begins with “${whole}”. Expected “https://”.`, meant };
}

function wrongAddress(url: string): MalformedUrl | undefined {
  const address = /^https?:\/\/([^/?#]*)/i.exec(url);
  if (!address) return undefined;
  const host = address[1] ?? '';
  if (host === '')
    return { message: 'The URL names no host. Expected one such as https://example.com.', meant: undefined };
  if (/\s/.test(url)) return { message: 'The URL holds a blank. Expected %20 instead, or none.', meant: undefined };
  if (!/^[\p{L}\p{N}._~:@%[\]-]+$/u.test(host))
    return { message: `The URL’s host “${host}” is not sound.`, meant: undefined };
  return undefined;
}

/** Endings of domains people forget the scheme of. Not those that are also common file endings. */
const DOMAINS = new Set(
  'com org net io dev app edu gov mil int co us uk de fr nl eu ch at se no fi dk it es pt pl cz be ca au nz jp in br info biz me tv fm ly ai cloud xyz tech site online blog news live space world wiki page link ninja rocks gg so to cc ws'.split(
    ' ',
  ),
);
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+([a-z]{2,})(?::\d+)?(?:[/?#]|$)/iu;

/** `kubeweekly.io`, `tgik.io/077`: a domain without a scheme, which Markdown reads as a file. */
export function looksLikeDomain(url: string): boolean {
  const ending = DOMAIN.exec(url)?.[1]?.toLowerCase();
  return ending !== undefined && (DOMAINS.has(ending) || /^www\./i.test(url));
}
