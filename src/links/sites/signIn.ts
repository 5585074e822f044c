import type { Site } from './site.js';

/** Pages that only ask who you are: the page behind them cannot be known. */
const SIGN_IN: readonly RegExp[] = [
  /^https:\/\/accounts\.google\.com\//,
  /^https:\/\/login\.(?:microsoftonline|live)\.com\//,
  /^https:\/\/consent\.(?:google|youtube|yahoo)\.com\//,
  /^https:\/\/(?:www\.)?(?:linkedin|facebook|instagram)\.com\/(?:authwall|login|accounts\/login|checkpoint)/,
  /^https:\/\/(?:x|twitter)\.com\/(?:i\/flow\/)?login/,
  /^https?:\/\/[^/]+\/(?:users\/)?(?:login|log-in|signin|sign-in|sign_in)(?:[/?]|$)/,
];

export const signIn: Site = {
  name: 'Sign-in pages',
  isSignIn: (url) => SIGN_IN.some((pattern) => pattern.test(url)),
};
