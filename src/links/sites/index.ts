import { gitHub } from './gitHub.js';
import { shorteners } from './shorteners.js';
import { signIn } from './signIn.js';
import type { Site, SiteQuestion } from './site.js';
import { youTube } from './youTube.js';

/** Every site, once. */
export const sites: readonly Site[] = [youTube, gitHub, shorteners, signIn];

export function siteQuestion(url: string): SiteQuestion | undefined {
  for (const site of sites) {
    const question = site.question?.(url);
    if (question) return question;
  }
  return undefined;
}

export const isLastingRedirect = (from: string, to: string): boolean =>
  sites.some((site) => site.isLasting?.(from, to) === true);

export const isSignInPage = (url: string): boolean => sites.some((site) => site.isSignIn?.(url) === true);
