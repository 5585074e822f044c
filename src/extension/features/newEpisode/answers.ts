import type { NewEpisodeChoices } from '../../../core/newEpisode/choices.js';

/** What the wizard was told so far. */
export type Answers = { -readonly [Key in keyof NewEpisodeChoices]: NewEpisodeChoices[Key] };
