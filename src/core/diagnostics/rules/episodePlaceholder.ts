import { walkTags } from '../../markdown/visit.js';
import { proseOf } from '../prose.js';
import type { Rule } from '../rule.js';

const code = 'episode.placeholder';

/** Words of templates and drafts, in capitals as people write them there. */
const LEFT = /\b(?:TODO|TBD|FIXME|XXX|BLAH|YYYY-MM-DD|IMAGE ALT TEXT HERE)\b|@twitterhandle\b|\$title\b/g;

export const episodePlaceholder: Rule = {
  code,
  looksAt: 'part',
  severity: 'hint',
  description: 'A word that was to be replaced: `TODO`, `TBD`, `YYYY-MM-DD`.',
  examples: [
    { text: '# T\n\n- Hosted by ⟦@twitterhandle⟧\n\n## Show Notes\n\n- links ⟦TBD⟧ (⟦TODO⟧: ask)' },
    { text: '# T\n\n<img src="a.png" alt="⟦IMAGE ALT TEXT HERE⟧">' },
    { text: '# T\n\n- a todo list, `TODO`, TODOS and [the TODO app](https://example.com/TODO)' },
    { text: '# T\n\n```\n# TODO\n```\n<!-- TODO -->' },
  ],
  check: ({ episode: { syntax } }) => {
    const prose = proseOf(syntax);
    const alts = walkTags(syntax.blocks)
      .flatMap(({ attributes }) => attributes)
      .filter(({ name }) => name === 'alt')
      .map(({ span }) => ({ start: span.start, text: syntax.text.slice(span.start, span.end) }));
    return [...prose, ...alts].flatMap(({ start, text }) =>
      [...text.matchAll(LEFT)].map(({ index, 0: word }) => ({
        code,
        span: { start: start + index, end: start + index + word.length },
        message: `“${word}” was to be replaced. Expected what it stands for.`,
      })),
    );
  },
};
