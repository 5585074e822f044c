import type { LinkPolicy } from './policy.js';
import type { LinkPorts, LookUp } from './ports.js';
import { isAddress, isPrivateAddress, isPrivateName } from './privateAddresses.js';
import { untilCancelled } from './untilCancelled.js';

/** A host's addresses, where it may be asked and they are known here; else why it is not asked. */
export type Judged =
  | { readonly addresses: readonly string[] | undefined }
  | { readonly refused: 'private' | 'missing-host' | 'look-up' };

/** Looks each host up once and judges it. What is judged here is what requests connect to. */
export class Addresses {
  readonly #ports: Pick<LinkPorts, 'lookUp'>;
  readonly #policy: Pick<LinkPolicy, 'allowPrivate'>;
  readonly #known = new Map<string, Promise<Judged>>();
  readonly #cancelled: Promise<never>;

  constructor(ports: Pick<LinkPorts, 'lookUp'>, policy: Pick<LinkPolicy, 'allowPrivate'>, signal: AbortSignal) {
    this.#ports = ports;
    this.#policy = policy;
    this.#cancelled = untilCancelled(signal);
  }

  /** Rejects with `Cancelled` when the check is called off, however long an answer takes. A host not found is looked up again. */
  judge(host: string): Promise<Judged> {
    const known = this.#known.get(host);
    if (known) return known;
    const judged = Promise.race([this.#judge(host), this.#cancelled]);
    this.#known.set(host, judged);
    return judged;
  }

  async #judge(host: string): Promise<Judged> {
    const { allowPrivate } = this.#policy;
    if (isPrivateName(host) && !allowPrivate) return { refused: 'private' };
    const found: LookUp = isAddress(host) ? [host.replace(/^\[|\]$/g, '')] : await this.#ports.lookUp(host);
    if (found === 'unknown') return { addresses: undefined };
    if (found === 'missing' || found === 'failed') {
      this.#known.delete(host);
      return { refused: found === 'missing' ? 'missing-host' : 'look-up' };
    }
    return found.some(isPrivateAddress) && !allowPrivate ? { refused: 'private' } : { addresses: found };
  }
}
