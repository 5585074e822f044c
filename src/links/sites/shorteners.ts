import { hostOf } from '../requestUrl.js';
import type { Site } from './site.js';

/**
 * Hosts whose every page stands for another one, whatever status they say it with. Those whose short links are meant
 * to be shared and to change, such as `aka.ms`, are left out.
 */
const SHORTENERS: ReadonlySet<string> = new Set(
  (
    't.co bit.ly goo.gl tinyurl.com ow.ly buff.ly is.gd v.gd dlvr.it lnkd.in fb.me amzn.to git.io ' +
    'rebrand.ly tiny.cc cutt.ly shorturl.at trib.al ift.tt j.mp bitly.com red.ht rb.gy t.ly'
  ).split(' '),
);

export const shorteners: Site = {
  name: 'Shorteners',
  isLasting: (from) => SHORTENERS.has(hostOf(from)),
};
