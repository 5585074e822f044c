import type { NoteLinkForm } from '../episode/episode.js';

/** A URL as it is written where a link of this form has its target. */
export function writeTarget(url: string, form: NoteLinkForm): string {
  if (form === 'html') return url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
  return url.replace(/[()<>\s]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
