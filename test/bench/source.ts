import { composeChannelRules } from '../../edge/contract/channels/compose-channel-rules.ts';
import { compileChannelRules } from '../../edge/core/source/compile-channel-rules.ts';
import { parseTouch } from '../../edge/core/source/parse-touch.ts';
import { resolveSource } from '../../edge/core/source/resolve-source.ts';
import { attribute } from '../../edge/core/source/resolve-touch.ts';
import { compare, printTable } from './lib/report.ts';
import { takeTurns } from './lib/take-turns.ts';

/**
 * Resolutions of source, medium and channel against the least that could be done with a referrer: `new URL()` and one
 * look-up of its host, turn by turn in one process. What a capture pays for its channel has a budget of 3 µs.
 */
const ROUNDS = 9;
const CALLS_A_ROUND = 200_000;
const BUDGET_MICROS = 3;

const PAGE = 'https://www.northlake.example/zh/whitepapers/inline-gauging/';
const OWN_HOSTS = ['www.northlake.example'];
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50(0x18003237) NetType/WIFI Language/zh_CN';

/** Landing page, referrer and user agent, in the mix of a B2B site in China. */
const VISITS = [
  [
    `${PAGE}?utm_source=baidu&utm_medium=cpc&utm_campaign=q4&utm_term=在线测厚&bd_vid=8237412`,
    'https://www.baidu.com/baidu.php',
    CHROME,
  ],
  [`${PAGE}?bd_vid=11223344556677`, 'https://m.baidu.com/', CHROME],
  [PAGE, 'https://www.baidu.com/link?url=Ab1', CHROME],
  [PAGE, 'https://cn.bing.com/', CHROME],
  [PAGE, 'https://www.google.com.hk/', CHROME],
  [PAGE, '', WECHAT],
  [PAGE, 'https://mp.weixin.qq.com/s/abc', WECHAT],
  [`${PAGE}?utm_source=gongzhonghao&utm_medium=article&utm_campaign=gauging-10`, '', WECHAT],
  [`${PAGE}?utm_source=newsletter&utm_medium=email&utm_campaign=2026-11`, 'https://mail.163.com/', CHROME],
  [PAGE, 'https://chat.deepseek.com/', CHROME],
  [PAGE, 'https://blog.partner.example/2026/11/review', CHROME],
  [PAGE, '', CHROME],
] as const;

const rules = compileChannelRules(composeChannelRules());
const hosts = new Map(VISITS.map(([, referrer], index) => [referrer.split('/')[2] ?? '', index]));
const parse = ([landingUrl, referrer, userAgent]: (typeof VISITS)[number]) =>
  parseTouch(
    { landingUrl, referrer, landedMsAgo: 0 },
    { now: 0, ownHosts: OWN_HOSTS, app: rules.appIn(userAgent) },
  );
const touches = VISITS.map(parse);

const contenders = {
  bare: (n: number) => hosts.get(new URL(visit(n)[1] || visit(n)[0]).host),
  resolve: (n: number) => attribute(touches[n % touches.length]!, rules).channel,
  capture(n: number) {
    const app = rules.appIn(visit(n)[2]);
    return app === '' ? undefined : attribute(touches[n % touches.length]!, rules).channel;
  },
  parseAndResolve: (n: number) => attribute(parse(visit(n)), rules).channel,
  explain(n: number) {
    const [landingUrl, referrer, userAgent] = visit(n);
    return resolveSource({ landingUrl, referrer, userAgent, rules, ownHosts: OWN_HOSTS }).why;
  },
} satisfies Record<string, (n: number) => unknown>;

const micros = takeTurns(contenders, { rounds: ROUNDS, measure });
const perSecond = (name: keyof typeof contenders): number => 1e6 / micros(name);
printTable('source resolution, per second', [
  compare('resolve a touch', perSecond('resolve'), perSecond('bare'), '≥ 0.1'),
  compare('parse, redact and resolve', perSecond('parseAndResolve'), perSecond('bare')),
  compare('… and say why', perSecond('explain'), perSecond('bare')),
]);
printTable(
  'what a capture pays',
  [compare('µs for app and channel', micros('capture'), BUDGET_MICROS, '≤ 1')],
  'budget',
);

function visit(n: number): (typeof VISITS)[number] {
  return VISITS[n % VISITS.length]!;
}

/** µs a call. */
function measure(call: (n: number) => unknown): number {
  let results = 0;
  const started = performance.now();
  for (let n = 0; n < CALLS_A_ROUND; n += 1) if (call(n) !== undefined) results += 1;
  const elapsedMs = performance.now() - started;
  if (results > CALLS_A_ROUND) throw new Error('the calls were optimised away');
  return (elapsedMs * 1000) / CALLS_A_ROUND;
}
