/** The parts of a web address as written, host and scheme in lower case. */
export interface WebUrl {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** '' where none is written. */
  readonly port: string;
  readonly path: string;
  /** With its `?`; '' for none. */
  readonly query: string;
  /** With its `#`; '' for none. */
  readonly fragment: string;
}

/** https://www.rfc-editor.org/rfc/rfc3986#appendix-B; undefined for what is no http(s) URL with a host. */
export function parseWebUrl(text: string): WebUrl | undefined {
  const match =
    /^(https?):\/\/(?:[^/?#@\s]*@)?([^/?#@:\s]+)(?![^/?#@:\s])(?::(\d*)(?!\d))?([^?#\s]*)(\?[^#\s]*)?(#.*)?$/is.exec(
      text,
    );
  if (!match) return undefined;
  const [, scheme = '', host = '', port = '', path = '', query = '', fragment = ''] = match;
  if (path !== '' && !path.startsWith('/')) return undefined;
  return {
    scheme: scheme.toLowerCase() === 'https' ? 'https' : 'http',
    host: host.toLowerCase(),
    port,
    path,
    query,
    fragment,
  };
}

/** `a=1&b` of a query as names and what is written behind them. */
export const queryParts = (query: string): { readonly name: string; readonly written: string }[] =>
  query
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '')
    .map((written) => ({ name: decode(written.split('=')[0] ?? ''), written }));

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
