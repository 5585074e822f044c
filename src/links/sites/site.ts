/** How a site's links are asked for where the plain page does not tell. */
export interface SiteQuestion {
  /** What is asked instead, its JSON read for a title. */
  readonly url: string;
  /** Statuses that mean the page is gone. */
  readonly gone: readonly number[];
  /** Asked where the first answer is neither good nor `gone`: 404 means gone, a good answer means ok. */
  readonly second: string;
}

/** What is known of a site. All of it is data and pure functions. */
export interface Site {
  readonly name: string;
  question?(url: string): SiteQuestion | undefined;
  /** Whether a redirect that does not say so is meant for good. */
  isLasting?(from: string, to: string): boolean;
  /** Whether a page that was redirected to only asks to sign in. */
  isSignIn?(url: string): boolean;
}
