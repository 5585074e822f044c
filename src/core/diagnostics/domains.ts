/**
 * Endings that are a domain's and no file's. Short on purpose: what stands in neither list is taken for a file.
 */
const DOMAIN_ENDINGS: ReadonlySet<string> = new Set(
  (
    'com org net edu gov mil int info biz name pro mobi aero coop museum ' +
    'io dev app cloud tech site online blog page link live tv fm news media video show studio team tools wiki xyz ' +
    'run build codes software systems network digital company agency community academy events space world today ' +
    'ac ar at au be bg br by ca ch cl cn co cz de dk ee es eu fi fr gg gr hk hr hu id ie il im ir is it jp ke kr ' +
    'kz li lt lu lv ma mx my ng nl no nu nz pe ph pk pt ro ru sa se sg sk th tk to tw ua ug uk us uy uz vc ve vn za'
  ).split(' '),
);

/** Endings that are both: a domain only where a path follows, `brew.sh/x` but not `install.sh`. */
const FILE_AND_DOMAIN_ENDINGS: ReadonlySet<string> = new Set(
  'ai cc do gl in la ly md me ml mov ms pl ps pub py rs sh so st tf vi ws zip'.split(' '),
);

const HOST = /^((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+)(\p{L}{2,})(:\d+)?(?=[/?#]|$)/u;

/** Whether a target without a scheme begins with a domain: `kubeweekly.io`, `www.example.com/x`, `example.com:8080`. */
export function beginsWithDomain(target: string): boolean {
  const match = HOST.exec(target);
  const ending = match?.[2]?.toLowerCase();
  if (!match || ending === undefined) return false;
  if (/^www\./i.test(target) || DOMAIN_ENDINGS.has(ending)) return true;
  return FILE_AND_DOMAIN_ENDINGS.has(ending) && target[match[0].length] === '/';
}

/** `me@example.com` */
export function isMailAddress(target: string): boolean {
  const at = target.indexOf('@');
  return at > 0 && /^[\w.+-]+$/.test(target.slice(0, at)) && beginsWithDomain(target.slice(at + 1));
}
