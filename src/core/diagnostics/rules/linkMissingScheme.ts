import type { NoteLink } from '../../episode/episode.js';
import { resolveTarget } from '../../episode/relativeTargets.js';
import type { Facts, Rule } from '../rule.js';
import { looksLikeDomain } from '../urls.js';

const code = 'link.missing-scheme';

export const linkMissingScheme: Rule = {
  code,
  severity: 'error',
  description: 'A domain without https:// is read as a file beside the note.',
  examples: [
    { text: '- [the weekly](⟦kubeweekly.io⟧)' },
    { text: '<a href="⟦tgik.io/077⟧" target="_blank">watch</a>' },
    { text: '[the weekly]: ⟦www.kubeweekly.example⟧' },
    {
      text: '- [read me](README.md), [picture](./images/a.io/b.png), [script](run.sh), [page](index.html), tgik.io/001',
      others: { 'episodes/001/README.md': '# One' },
    },
    { text: '- [mail](mailto:a@example.com), [top](#top), [site](//example.com)' },
  ],
  check: (facts) =>
    facts.episode.links
      .filter((link) => lacksScheme(link, facts))
      .map(({ target, url }) => ({
        code,
        span: target,
        message: `“${url}” is read as a file. Expected https:// in front of a domain.`,
      })),
};

export function lacksScheme({ form, url }: NoteLink, { path, fileExists }: Facts): boolean {
  if (form !== 'inline' && form !== 'image' && form !== 'html' && form !== 'definition') return false;
  if (!looksLikeDomain(url)) return false;
  const file = path === null ? null : resolveTarget(url, path);
  return file === null || fileExists(file) !== true;
}
