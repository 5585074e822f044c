import { anchorsOf } from '../diagnostics/rules/linkMissingAnchor.js';
import { resolveTarget } from '../episode/relativeTargets.js';
import { nearest } from '../text/nearest.js';
import { slice } from '../text/span.js';
import { type Fixer, replace } from './quickFix.js';

/** The heading whose anchor is nearest to the one asked for, where only few letters differ. */
export const pointToHeading: Fixer = {
  code: 'link.missing-anchor',
  compute({ episode, archive, path }, problem) {
    const written = slice(episode.syntax.text, problem.span);
    const [file = '', ...rest] = written.split('#');
    const target = file === '' || path === null ? null : resolveTarget(file, path);
    const note = file === '' ? episode : archive?.episodes.find((one) => one.path === target)?.episode;
    const near = note && nearest(rest.join('#').toLowerCase(), anchorsOf(note));
    return near === undefined ? [] : [{ ...replace(`Change to #${near}`, problem, `${file}#${near}`), byHand: true }];
  },
};
