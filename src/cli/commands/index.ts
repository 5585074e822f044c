import type { RegisterCommand } from '../context.js';
import { registerCheck } from './check.js';
import { registerEpisodes } from './episodes.js';
import { registerLinks } from './links.js';
import { registerNew } from './new.js';
import { registerOutline } from './outline.js';

/** Every command, once. */
export const commands: readonly RegisterCommand[] = [
  registerOutline,
  registerEpisodes,
  registerNew,
  registerCheck,
  registerLinks,
];
