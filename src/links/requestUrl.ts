/** What is asked for when a link is followed: http or https only, no fragment, no credentials. Undefined for all else. */
export function requestUrl(link: string, base?: string): string | undefined {
  const url = parseUrl(link.startsWith('//') && base === undefined ? `https:${link}` : link, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** `Location` as its server means it: a header is read byte by byte, and most write UTF-8 into it. */
export function locationText(value: string): string {
  if (!/[\u0080-\u00ff]/.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(value, (byte) => byte.charCodeAt(0)));
  } catch {
    return value;
  }
}

/** Which server a request burdens: the host's name, whatever the port. */
export const hostOf = (url: string): string => new URL(url).hostname;
