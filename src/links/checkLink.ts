import type { LinkVerdict } from '../core/links/linkVerdict.js';
import type { Answer } from './answer.js';
import { type Judgement, judgeAnswer, judgeEnding, OWN_FILE } from './describe.js';
import { follow } from './follow.js';
import type { LinkPolicy } from './policy.js';
import type { LinkPorts } from './ports.js';
import type { Prober } from './prober.js';
import { hostOf } from './requestUrl.js';
import { isLastingRedirect, siteQuestion } from './sites/index.js';
import type { SiteQuestion } from './sites/site.js';

/** Asks about one link. `url` is as `requestUrl` gives it. Undefined where this machine is offline. */
export class LinkChecker {
  readonly #prober: Prober;
  readonly #ports: LinkPorts;
  readonly #policy: LinkPolicy;
  /** Hosts whose redirects are their purpose: the show's own short links. */
  readonly #ownHosts: ReadonlySet<string>;

  constructor(prober: Prober, ports: LinkPorts, policy: LinkPolicy, ownHosts: readonly string[] = []) {
    this.#prober = prober;
    this.#ports = ports;
    this.#policy = policy;
    this.#ownHosts = new Set(ownHosts);
  }

  async check(url: string, again = false): Promise<LinkVerdict | undefined> {
    if ((await this.#ports.ownFile?.(url)) === true) return this.#verdict(url, OWN_FILE, {});
    const question = siteQuestion(url);
    return question ? this.#checkSite(url, question, again) : this.#checkPage(url, again);
  }

  async #checkPage(url: string, again: boolean): Promise<LinkVerdict | undefined> {
    const { redirects } = this.#policy;
    const options = { redirects, isLasting: isLastingRedirect, again };
    let ending = await follow(this.#prober, url, options);
    let { attempts } = ending;
    if (ending.endless && !again) {
      ending = await follow(this.#prober, url, { ...options, again: true });
      attempts += ending.attempts;
    }
    const judged = judgeEnding(ending, url);
    if (!judged) return undefined;
    const own = judged.verdict === 'moved' && this.#ownHosts.has(hostOf(url));
    const moved = ending.lasting !== url && !own;
    const last = ending.url === url ? null : ending.url;
    return this.#verdict(url, own ? { ...judged, verdict: 'ok' } : judged, {
      status: statusOf(ending.answer),
      finalUrl: judged.verdict === 'moved' && moved ? ending.lasting : last,
      permanent: moved,
      attempts,
    });
  }

  async #checkSite(
    url: string,
    { url: asked, gone, second }: SiteQuestion,
    again: boolean,
  ): Promise<LinkVerdict | undefined> {
    const { answer, attempts } = await this.#prober.probe(asked, { read: true, again });
    const judged = judgeAnswer(answer);
    const status = statusOf(answer);
    if (judged?.verdict === 'ok') return this.#verdict(url, judged, { status, attempts, title: titleOf(answer) });
    if (status !== null && gone.includes(status))
      return this.#verdict(url, { verdict: 'dead', reason: 'the video is not there any more' }, { status, attempts });
    const other = await this.#prober.probe(second, { again });
    const otherJudged = judgeAnswer(other.answer);
    const certain = otherJudged?.verdict === 'ok' || otherJudged?.verdict === 'dead';
    const all = { status: certain ? statusOf(other.answer) : status, attempts: attempts + other.attempts };
    const found = certain ? otherJudged : judged;
    return found && this.#verdict(url, found, all);
  }

  #verdict(url: string, judged: Judgement, known: Partial<LinkVerdict>): LinkVerdict {
    return {
      url,
      status: null,
      finalUrl: null,
      permanent: false,
      attempts: 0,
      title: null,
      checkedAt: this.#ports.clock.now(),
      ...known,
      ...judged,
    };
  }
}

const statusOf = (answer: Answer): number | null => (answer.kind === 'status' ? answer.status : null);

function titleOf(answer: Answer): string | null {
  try {
    const json: unknown = answer.kind === 'status' && answer.text !== null ? JSON.parse(answer.text) : null;
    const title = typeof json === 'object' && json !== null ? (json as Record<string, unknown>).title : null;
    return typeof title === 'string' ? title : null;
  } catch {
    return null;
  }
}
