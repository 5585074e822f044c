import type { Rule } from '../rule.js';
import { chapterFirst } from './chapterFirst.js';
import { chapterLength } from './chapterLength.js';
import { chapterLink } from './chapterLink.js';
import { chapterMalformedTime } from './chapterMalformedTime.js';
import { chapterOrder } from './chapterOrder.js';
import { chapterTemplate } from './chapterTemplate.js';
import { episodeDateForm } from './episodeDateForm.js';
import { episodeDateInvalid } from './episodeDateInvalid.js';
import { episodeDateMissing } from './episodeDateMissing.js';
import { episodeDateOrder } from './episodeDateOrder.js';
import { episodeDuplicateSection } from './episodeDuplicateSection.js';
import { episodeHostMissing } from './episodeHostMissing.js';
import { episodeNumberDiffers } from './episodeNumberDiffers.js';
import { episodePlaceholder } from './episodePlaceholder.js';
import { episodeTitleMissing } from './episodeTitleMissing.js';
import { episodeTitlePlace } from './episodeTitlePlace.js';
import { episodeUnread } from './episodeUnread.js';
import { indexDeadTarget } from './indexDeadTarget.js';
import { indexMissingEpisode } from './indexMissingEpisode.js';
import { indexNumberDiffers } from './indexNumberDiffers.js';
import { indexOrder } from './indexOrder.js';
import { linkBlocked } from './linkBlocked.js';
import { linkDead } from './linkDead.js';
import { linkDoubledTarget } from './linkDoubledTarget.js';
import { linkDuplicate } from './linkDuplicate.js';
import { linkEmptyTarget } from './linkEmptyTarget.js';
import { linkEmptyText } from './linkEmptyText.js';
import { linkMalformedUrl } from './linkMalformedUrl.js';
import { linkMissingAnchor } from './linkMissingAnchor.js';
import { linkMissingBracket } from './linkMissingBracket.js';
import { linkMissingDefinition } from './linkMissingDefinition.js';
import { linkMissingFile } from './linkMissingFile.js';
import { linkMissingNote } from './linkMissingNote.js';
import { linkMissingScheme } from './linkMissingScheme.js';
import { linkMoved } from './linkMoved.js';
import { linkPlainHttp } from './linkPlainHttp.js';
import { linkPrivate } from './linkPrivate.js';
import { linkSharedEarlier } from './linkSharedEarlier.js';
import { linkShortener } from './linkShortener.js';
import { linkTracking } from './linkTracking.js';
import { linkUnknownEpisode } from './linkUnknownEpisode.js';
import { linkUnreachable } from './linkUnreachable.js';
import { outlineBrokenBox } from './outlineBrokenBox.js';
import { outlineEmptyItem } from './outlineEmptyItem.js';
import { outlineLooseChildren } from './outlineLooseChildren.js';
import { outlineNotAList } from './outlineNotAList.js';
import { outlineOpenUnderDone } from './outlineOpenUnderDone.js';
import { suppressionUnused } from './suppressionUnused.js';
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
  linkDuplicate,
  linkEmptyText,
  linkMissingAnchor,
  linkMissingNote,
  linkPlainHttp,
  linkPrivate,
  linkSharedEarlier,
  linkShortener,
  linkTracking,
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
  episodeDateForm,
  episodeDateMissing,
  episodeDuplicateSection,
  episodeHostMissing,
  episodeTitlePlace,
  episodePlaceholder,
  episodeUnread,
  chapterMalformedTime,
  chapterFirst,
  chapterLength,
  chapterLink,
  chapterOrder,
  chapterTemplate,
  outlineEmptyItem,
  outlineBrokenBox,
  outlineLooseChildren,
  outlineNotAList,
  outlineOpenUnderDone,
  indexDeadTarget,
  indexMissingEpisode,
  indexNumberDiffers,
  indexOrder,
  suppressionUnused,
];
