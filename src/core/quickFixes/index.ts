import type { Facts, Problem, QuickFix } from '../diagnostics/rule.js';
import { addIndexLines } from './addIndexLines.js';
import { addScheme } from './addScheme.js';
import { closeBracket } from './closeBracket.js';
import { correctDate } from './correctDate.js';
import { correctTime } from './correctTime.js';
import { dropTracking } from './dropTracking.js';
import { fillVideoId } from './fillVideoId.js';
import { followMove } from './followMove.js';
import { mendBox } from './mendBox.js';
import { orderIndexLine } from './orderIndexLine.js';
import { pointToHeading } from './pointToHeading.js';
import { pointToNote } from './pointToNote.js';
import type { Fixer } from './quickFix.js';
import { removeEmptyItem } from './removeEmptyItem.js';
import { removeEmptyLink } from './removeEmptyLink.js';
import { removeSecondTarget } from './removeSecondTarget.js';
import { removeSuppression } from './removeSuppression.js';
import { renumberIndexLine } from './renumberIndexLine.js';
import { renumberTitle } from './renumberTitle.js';
import { repairUrl } from './repairUrl.js';
import { sortChapters } from './sortChapters.js';
import { startAtZero } from './startAtZero.js';
import { useHttps } from './useHttps.js';
import { useIsoDate } from './useIsoDate.js';
import { useOneVideoId } from './useOneVideoId.js';

/** Every fixer, once. */
export const fixers: readonly Fixer[] = [
  removeEmptyLink,
  closeBracket,
  removeSecondTarget,
  repairUrl,
  addScheme,
  fillVideoId,
  useOneVideoId,
  renumberTitle,
  correctDate,
  correctTime,
  removeEmptyItem,
  dropTracking,
  useHttps,
  useIsoDate,
  mendBox,
  startAtZero,
  sortChapters,
  pointToHeading,
  addIndexLines,
  orderIndexLine,
  renumberIndexLine,
  pointToNote,
  followMove,
  removeSuppression,
];

/** All fixes for one problem, preferred ones first. */
export const computeFixes = (facts: Facts, problem: Problem): readonly QuickFix[] =>
  fixers
    .filter(({ code }) => code === problem.code)
    .flatMap((fixer) => fixer.compute(facts, problem))
    .sort((a, b) => Number(b.preferred) - Number(a.preferred));
