import { episodeAt } from '../archive/lookUp.js';
import { anchorsOf } from '../episode/anchors.js';
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
    const anchors = file === '' ? anchorsOf(episode) : archive && episodeAt(archive, target)?.details.anchors;
    const near = anchors && nearest(rest.join('#').toLowerCase(), anchors);
    return near === undefined ? [] : [{ ...replace(`Change to #${near}`, problem, `${file}#${near}`), byHand: true }];
  },
};
