import type { NoteLink } from '../episode/episode.js';
import { resolveTarget } from '../episode/relativeTargets.js';
import { oncePer } from '../text/oncePer.js';
import { contains, type Span } from '../text/span.js';
import { beginsWithDomain, isMailAddress } from './domains.js';
import { findMalformedUrl, findMissingId } from './malformedUrls.js';
import type { Facts, Problem } from './rule.js';

export type TargetFaultCode = 'link.empty-target' | 'link.malformed-url' | 'link.missing-scheme' | 'link.missing-file';

/** What is wrong with the targets of a note's links: at most one fault a link, so that no place is reported twice. */
export const findTargetFaults = (facts: Facts, code: TargetFaultCode): Problem[] =>
  allTargetFaults(facts).filter((problem) => problem.code === code);

const allTargetFaults = oncePer((facts: Facts): readonly Problem[] =>
  facts.episode.links.flatMap((link) => (WITHOUT_TARGET.has(link.form) ? [] : (judge(link, facts) ?? []))),
);

/** Forms that carry no target of their own. */
const WITHOUT_TARGET: ReadonlySet<NoteLink['form']> = new Set(['reference', 'imageReference', 'crossReference']);

function judge(link: NoteLink, facts: Facts): Problem | null {
  const { url } = link;
  if (url === '') return { code: 'link.empty-target', span: link.span, message: describeEmpty(link) };
  const span = trimmed(link.target, facts.episode.syntax.text);
  const malformed = findMalformedUrl(url) ?? (isOwnVideo(link, facts) ? undefined : findMissingId(url));
  if (malformed) return { code: 'link.malformed-url', span, message: malformed.message };
  const file = facts.path === null ? null : resolveTarget(url, facts.path);
  const exists = file === null ? undefined : facts.fileExists(file);
  const scheme = exists === true ? null : missingScheme(url, facts);
  if (scheme !== null) {
    const message = `“${url}” has no scheme and is read as a file. Expected “${scheme + url}”.`;
    return { code: 'link.missing-scheme', span, message };
  }
  if (exists !== false || /[{}<>]/.test(url)) return null;
  return { code: 'link.missing-file', span, message: `There is no file “${file}”. Expected a file of the show.` };
}

function describeEmpty({ form, attribute }: NoteLink): string {
  if (form === 'html') return `The attribute “${attribute?.split(' ')[1]}” is empty. Expected a URL or a file.`;
  if (form === 'definition') return 'The definition has no target. Expected a URL or a file.';
  return form === 'image'
    ? 'The image has no target. Expected a URL or a file between the parentheses.'
    : 'The link has no target. Expected a URL or a file between the parentheses.';
}

/** `https://` or `mailto:` where a target begins with a domain or is an address; null for all else. */
export function missingScheme(url: string, { show }: Facts): 'https://' | 'mailto:' | null {
  if (isMailAddress(url)) return 'mailto:';
  const short = show.shortLink.toLowerCase();
  const rest = url.toLowerCase().startsWith(short) ? url.slice(short.length) : undefined;
  const isShort = short !== '' && rest !== undefined && /^(?:[/?#]|$)/.test(rest);
  return isShort || beginsWithDomain(url) ? 'https://' : null;
}

/** The places of the episode's own video are judged by the rules for videos. */
function isOwnVideo({ span, target }: NoteLink, { episode: { video } }: Facts): boolean {
  if (!video) return false;
  return [video.link, video.thumbnail].some(
    (place) => place !== null && (contains(span, place.span) || contains(place.span, target)),
  );
}

/** Without the blanks and line breaks at both ends. */
export function trimmed({ start, end }: Span, text: string): Span {
  const written = text.slice(start, end);
  const from = start + (written.length - written.trimStart().length);
  return { start: from, end: Math.max(from, start + written.trimEnd().length) };
}
