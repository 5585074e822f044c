import { perPart } from '../../episode/perPart.js';
import { moved } from '../../markdown/shift.js';
import type { Rule } from '../rule.js';

const code = 'episode.duplicate-section';

export const episodeDuplicateSection: Rule = {
  code,
  severity: 'warning',
  description: 'A section that a note has once is there twice.',
  examples: [
    { text: '# T\n\n## Show Notes\n\n- a\n\n## ⟦Show Notes⟧\n\n- b' },
    { text: '# T\n\n## Reference Links\n\n- a\n\n## ⟦reference links⟧\n' },
    { text: '# T\n\n## Show Notes\n\n### Notes on etcd\n\n## Reference Links\n\n### Links to blogs' },
    { text: '# T\n\n## Show Notes\n\n## Notes from the chat\n' },
    { text: '# T\n\n## Q&A\n\n## Q&A\n' },
  ],
  check: ({ episode: { parts } }) => {
    const seen = new Set<string>();
    return parts.flatMap(({ start, episode }) =>
      namedSections(episode).flatMap(({ name, plain, span }) => {
        const again = seen.has(name);
        seen.add(name);
        if (!again || !span) return [];
        return [{ code, span: moved(span, start), message: `There is a section “${plain}” above. Expected one.` }];
      }),
    );
  },
};

const namedSections = perPart(({ sections }) =>
  sections
    .filter(({ kind }) => kind !== 'other')
    .map(({ kind, heading: { depth, plain, inlines, end } }) => {
      const words = plain.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
      const [first, last] = [inlines[0], inlines.at(-1)];
      return {
        name: `${kind} ${depth} ${words.trim()}`,
        plain,
        span: first && { start: first.start, end: last?.end ?? end },
      };
    }),
);
