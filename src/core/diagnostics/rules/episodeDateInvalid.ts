import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';

const code = 'episode.date-invalid';

export const episodeDateInvalid: Rule = {
  code,
  looksAt: 'header',
  severity: 'error',
  description: 'The recording date is missing, or no day of the calendar.',
  examples: [
    { text: '# T\n\n- ⟦Recording date⟧' },
    { text: '# T\n\n- Recording date: ⟦2019-02-30⟧' },
    { text: '# T\n\n- Recording date: ⟦YYYY-MM-DD⟧' },
    { text: '# T\n\n- Recording date: 2019-02-28' },
    { text: '# T\n\n- Date night with containers' },
    { text: '# T\n\n- Recorded on the moon' },
    { text: '# T\n\n- 08/09/2019\n\n## Notes\n\n- Recording date: soon' },
  ],
  check: ({ episode: { date, syntax } }) => {
    if (!date || date.iso !== null) return [];
    const written = slice(syntax.text, date.span).trim();
    const label = syntax.text.slice(date.line.start, date.span.start).trim();
    // “Date night with …” is no field
    if (/^(?:date|air\w*|recorded)\b[^:]*$/i.test(label) && /^\p{Ll}[^\d]*$/u.test(written)) return [];
    return written === ''
      ? [{ code, span: date.line, message: 'The recording date is missing. Expected one such as 2019-10-11.' }]
      : [{ code, span: date.span, message: `“${written}” is no date. Expected one such as 2019-10-11.` }];
  },
};
