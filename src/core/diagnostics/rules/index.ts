import type { Rule } from '../rule.js';
import { chapterMalformedTime } from './chapterMalformedTime.js';
import { episodeDateInvalid } from './episodeDateInvalid.js';
import { episodeDateOrder } from './episodeDateOrder.js';
import { episodeNumberDiffers } from './episodeNumberDiffers.js';
import { episodeTitleMissing } from './episodeTitleMissing.js';
import { linkBlocked } from './linkBlocked.js';
import { linkDead } from './linkDead.js';
import { linkDoubledTarget } from './linkDoubledTarget.js';
import { linkEmptyTarget } from './linkEmptyTarget.js';
import { linkMalformedUrl } from './linkMalformedUrl.js';
import { linkMissingBracket } from './linkMissingBracket.js';
import { linkMissingDefinition } from './linkMissingDefinition.js';
import { linkMissingFile } from './linkMissingFile.js';
import { linkMissingScheme } from './linkMissingScheme.js';
import { linkMoved } from './linkMoved.js';
import { linkUnknownEpisode } from './linkUnknownEpisode.js';
import { linkUnreachable } from './linkUnreachable.js';
import { outlineEmptyItem } from './outlineEmptyItem.js';
import { videoIdMissing } from './videoIdMissing.js';
import { videoIdReused } from './videoIdReused.js';
import { videoIdsDiffer } from './videoIdsDiffer.js';

/** Every rule, once. */
export const rules: readonly Rule[] = [
  linkEmptyTarget,
  linkMissingBracket,
  linkDoubledTarget,
  linkMalformedUrl,
  linkMissingScheme,
  linkMissingFile,
  linkMissingDefinition,
  linkUnknownEpisode,
  linkDead,
  linkMoved,
  linkBlocked,
  linkUnreachable,
  videoIdMissing,
  videoIdsDiffer,
  videoIdReused,
  episodeNumberDiffers,
  episodeTitleMissing,
  episodeDateInvalid,
  episodeDateOrder,
  chapterMalformedTime,
  outlineEmptyItem,
];
