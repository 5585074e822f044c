/** Where the Internet Archive tells of its copy of a page nearest to a day, `YYYY-MM-DD`. https://archive.org/help/wayback_api.php */
export const archivedCopyQuestion = (url: string, date: string | null): string =>
  `https://archive.org/wayback/available?url=${encodeURIComponent(url)}${date === null ? '' : `&timestamp=${date.replaceAll('-', '')}`}`;

/** The copy's address, by https; undefined where there is none or the answer is no such thing. */
export function parseArchivedCopy(text: string): string | undefined {
  try {
    const json = JSON.parse(text) as { archived_snapshots?: { closest?: { available?: unknown; url?: unknown } } };
    const { available, url } = json.archived_snapshots?.closest ?? {};
    if (available !== true || typeof url !== 'string') return undefined;
    return /^https?:\/\/web\.archive\.org\/web\/\d+/.test(url) ? url.replace(/^http:/, 'https:') : undefined;
  } catch {
    return undefined;
  }
}
