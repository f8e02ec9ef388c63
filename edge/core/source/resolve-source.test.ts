import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChannelChanges } from '../../contract/channels/channel-rules.ts';
import { composeChannelRules } from '../../contract/channels/compose-channel-rules.ts';
import { CLICK_IDS, type Touch } from '../../contract/touch.ts';
import { compileChannelRules } from './compile-channel-rules.ts';
import { deriveTouches } from './derive-touches.ts';
import { parseTouch } from './parse-touch.ts';
import { resolveSource, type SourceQuestion } from './resolve-source.ts';
import { attribute } from './resolve-touch.ts';
import { USER_AGENTS } from './user-agents.suite.ts';

const PAGE = 'https://www.northlake.example/zh/';
const OWN_HOSTS = ['www.northlake.example'];
const STANDARD = composeChannelRules();
const RULES = compileChannelRules(STANDARD);
const NAMES = STANDARD.sources.flatMap(({ id, aliases }) => [id, ...aliases]);
const HOSTS = STANDARD.sources.flatMap(({ hosts }) => hosts);

const resolve = (question: Partial<SourceQuestion>) =>
  resolveSource({
    landingUrl: PAGE,
    referrer: null,
    userAgent: null,
    rules: RULES,
    ownHosts: OWN_HOSTS,
    ...question,
  });

const rulesWith = (changes: Partial<ChannelChanges>) =>
  compileChannelRules(
    composeChannelRules({
      version: 1,
      ownHosts: [],
      ignoredHosts: [],
      groups: [],
      sources: [],
      clickIds: [],
      channels: [],
      ...changes,
    }),
  );

describe('the table of cases', () => {
  const cases = readFileSync(new URL('./source-cases.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => ({ line, cells: line.split(' | ') }));

  test('is whole', () => {
    expect(cases.length).toBeGreaterThan(430);
    expect(cases.filter(({ cells }) => cells.length !== 6)).toEqual([]);
    expect(cases.length - new Set(cases.map(({ line }) => line)).size).toBe(0);
    const clickIds = cases.map(({ cells }) => /^\?(\w+)=[^&]/.exec(cells[0] ?? '')?.[1]);
    expect(CLICK_IDS.filter((id) => !clickIds.includes(id))).toEqual([]);
    const agents = new Set(cases.map(({ cells }) => cells[2]));
    expect(Object.keys(USER_AGENTS).filter((name) => !agents.has(name))).toEqual(['firefox']);
  });

  test.each(cases)('$line', ({ cells: [landing, referrer, agent, ...expected] }) => {
    const { source, medium, channel } = resolve({
      landingUrl: landingOf(landing ?? '-'),
      referrer: referrerOf(referrer ?? '-'),
      userAgent: agent === '-' ? null : USER_AGENTS[agent as keyof typeof USER_AGENTS],
    });
    expect([source, medium, channel]).toEqual(expected);
  });

  function landingOf(cell: string): string | null {
    if (cell === '-') return null;
    return /^[?#]/.test(cell) ? PAGE + cell : cell;
  }

  function referrerOf(cell: string): string | null {
    if (cell === '-') return null;
    return /^[a-z-]+:|^not a url$/i.test(cell) ? cell : `https://${cell}`;
  }
});

describe('besides source, medium and channel', () => {
  test('campaign, term and content are told, in lower case', () => {
    const tags = 'utm_source=Baidu&utm_medium=CPC&utm_campaign=Q4+Fair&utm_term=LG-40&utm_content=Top';
    expect(resolve({ landingUrl: `${PAGE}?${tags}` })).toMatchObject({
      campaign: 'q4 fair',
      term: 'lg-40',
      content: 'top',
    });
  });

  test('the words searched for are told where the search engine still says them', () => {
    const referrer = 'https://www.sogou.com/web?query=%E5%9C%A8%E7%BA%BF+%E6%B5%8B%E5%8E%9A';
    expect(resolve({ referrer }).term).toBe('在线 测厚');
    expect(resolve({ referrer: 'https://www.sogou.com/web?q=x' }).term).toBeNull();
    expect(resolve({ referrer, landingUrl: `${PAGE}?utm_source=x` }).term).toBeNull();
  });

  test('the steps are told in plain words', () => {
    const why = (question: Partial<SourceQuestion>) => resolve(question).why;
    expect([
      why({ landingUrl: `${PAGE}?utm_source=BD&utm_medium=cpc`, referrer: 'https://www.paypal.com/x' }),
      why({ referrer: 'https://partner.example/a' }),
      why({ landingUrl: `${PAGE}?bd_vid=1` }),
      why({ landingUrl: `${PAGE}?fbclid=1`, referrer: 'https://www.northlake.example/en/' }),
      why({ userAgent: USER_AGENTS['wecom-ios'], referrer: 'nonsense' }),
      why({ landingUrl: `${PAGE}?ref=chatgpt.com` }),
      why({ landingUrl: `${PAGE}?utm_campaign=spring` }),
      why({}),
    ]).toMatchInlineSnapshot(`
      [
        [
          "The page before on www.paypal.com is our own, or one where people pay or log in, so it is not counted.",
          "The link is tagged. It says utm_source=BD, which means baidu.",
          "The link says utm_medium=cpc.",
          "The first channel that fits is paid-search (rule paid-search.1): the kind of source is search, and the medium is one of *cp*, ppc, retargeting, paid*.",
        ],
        [
          "The link has no utm_source. The page before was on partner.example, which is none of the known sources.",
          "No medium is given; a link from elsewhere is a referral.",
          "The first channel that fits is referral (rule referral.1): the medium is one of referral, app, link.",
        ],
        [
          "The link has no utm_source. It carries bd_vid, which is put there by baidu.",
          "The click id bd_vid makes the medium cpc.",
          "The first channel that fits is paid-search (rule paid-search.1): the kind of source is search, and the medium is one of *cp*, ppc, retargeting, paid*.",
        ],
        [
          "The page before on www.northlake.example is one of our own, so it is not counted.",
          "The link has no utm_source. It carries fbclid, which facebook adds to all links, paid or not.",
          "No medium is given; facebook is a social network or chat, so it is social.",
          "The first channel that fits is organic-social (rule organic-social.1): the kind of source is social.",
        ],
        [
          "The page before is no web address, so it is not counted.",
          "The link has no utm_source. No page is known that led here, but the browser is the one inside wecom ("wxwork").",
          "No medium is given; wecom is a social network or chat, so it is social.",
          "The first channel that fits is organic-social (rule organic-social.1): the kind of source is social.",
        ],
        [
          "The link has no utm_source. It says ref=chatgpt.com, which means chatgpt.",
          "No medium is given; chatgpt is an AI assistant, so it is referral.",
          "The first channel that fits is ai-assistants (rule ai-assistants.1): the kind of source is ai.",
        ],
        [
          "The link is tagged, but neither the tags nor anything else names a source.",
          "No medium is given, so it stays (not set).",
          "The first channel that fits is referral (rule referral.2): the source is known.",
        ],
        [
          "No tag, no click id, no page before and no app tell where the visit came from: it was direct.",
          "A direct visit has no medium.",
          "No other channel fits, so it is direct (rule direct.1).",
        ],
      ]
    `);
  });
});

describe('rules of a company', () => {
  test('add hosts, names and apps to known sources, and new sources', () => {
    const rules = rulesWith({
      sources: [
        { id: 'baidu', hosts: ['bd.example'], aliases: ['BD-Pinpai'], userAgents: [], words: [] },
        {
          id: 'portal',
          kind: 'social',
          hosts: ['portal.example'],
          aliases: [],
          userAgents: ['PortalApp'],
          words: [],
        },
      ],
    });
    const sourceOf = (question: Partial<SourceQuestion>) => resolve({ rules, ...question }).source;
    expect(sourceOf({ landingUrl: `${PAGE}?utm_source=bd-pinpai` })).toBe('baidu');
    expect(sourceOf({ referrer: 'https://a.bd.example/' })).toBe('baidu');
    expect(sourceOf({ referrer: 'https://m.baidu.com/' })).toBe('baidu');
    expect(resolve({ rules, userAgent: `${USER_AGENTS.iphone} portalapp/3` })).toMatchObject({
      source: 'portal',
      channel: 'organic-social',
    });
  });

  test('name hosts that never refer anybody, sub-domains included', () => {
    const rules = rulesWith({ ownHosts: ['sister.example'], ignoredHosts: ['pay.example'] });
    for (const host of ['sister.example', 'shop.sister.example', 'pay.example']) {
      expect(resolve({ rules, referrer: `https://${host}/` }).source).toBe('(direct)');
    }
    expect(resolve({ rules, referrer: 'https://nosister.example/' }).source).toBe('nosister.example');
  });

  test('switch on WeChat and person links, which leave ads to theirs', () => {
    const rules = rulesWith({ groups: ['wechat', 'person-link'] });
    const channelOf = (question: Partial<SourceQuestion>) => resolve({ rules, ...question }).channel;
    expect(channelOf({ referrer: 'https://mp.weixin.qq.com/s/1' })).toBe('wechat');
    expect(channelOf({ userAgent: USER_AGENTS['wecom-ios'] })).toBe('wechat');
    expect(channelOf({ landingUrl: `${PAGE}?gdt_vid=1` })).toBe('paid-social');
    expect(channelOf({ userAgent: USER_AGENTS['dingtalk-ios'] })).toBe('organic-social');
    expect(channelOf({ landingUrl: `${PAGE}?utm_source=lin-yue&utm_medium=person-link` })).toBe(
      'person-link',
    );
    const link = 'https://www.northlake.example/s/lin-yue/inline-gauging';
    expect(channelOf({ landingUrl: link, userAgent: USER_AGENTS['wechat-ios'] })).toBe('person-link');
    expect(resolve({ landingUrl: link, userAgent: USER_AGENTS['wechat-ios'] }).channel).toBe(
      'organic-social',
    );
    expect(channelOf({ landingUrl: `${link}?bd_vid=1` })).toBe('paid-search');
  });

  test('come before the standard ones, and may add to them', () => {
    const rules = rulesWith({
      channels: [
        { id: 'fairs', name: { zh: '展会', en: 'Fairs' }, when: [{ medium: ['Fair*', 'qr'] }] },
        { id: 'email', when: [{ source: ['partner'], landingPath: ['/*/landing/*'] }] },
      ],
    });
    const ruleOf = (url: string) => resolve({ rules, landingUrl: url }).rule;
    expect(ruleOf(`${PAGE}?utm_medium=FAIR-2026`)).toBe('fairs.1');
    expect(ruleOf('https://www.northlake.example/zh/landing/x/?utm_source=Partner')).toBe('email.1');
    expect(ruleOf(`${PAGE}?utm_source=partner`)).toBe('referral.2');
    expect(ruleOf(`${PAGE}?utm_medium=email`)).toBe('email.4');
  });

  test('say what a click id means to them', () => {
    const rules = rulesWith({ clickIds: [{ name: 'fbclid', source: 'facebook', medium: 'cpc' }] });
    expect(resolve({ rules, landingUrl: `${PAGE}?fbclid=1` }).channel).toBe('paid-social');
  });

  test('have a version of their number and a digest of all that they are', () => {
    const version = (changes: Partial<ChannelChanges>): string => rulesWith(changes).version;
    expect(version({})).toMatch(/^1-[0-9a-f]{8}$/);
    expect(version({})).toBe(version({}));
    expect(version({ version: 2 }).slice(1)).toBe(version({}).slice(1));
    const versions = [{}, { ownHosts: ['a.example'] }, { groups: ['wechat'] as const }].map(version);
    expect(new Set(versions).size).toBe(3);
  });
});

describe('whatever comes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom('%', '2', '5', '@', '.', '&', '=', '+', '?', '#', '/', ':', 'a', 'Z'),
    }),
    fc.constantFrom(
      '(direct)',
      '(none)',
      '(not set)',
      'direct',
      'www.',
      'ig',
      'baidu',
      'CPC',
      'İ',
      '百度',
      '',
    ),
    fc.constantFrom(...NAMES),
  );
  const query = fc
    .array(
      fc.tuple(
        fc.constantFrom('utm_source', 'utm_medium', 'utm_campaign', 'source', 'ref', ...CLICK_IDS),
        text,
      ),
      { maxLength: 5 },
    )
    .map((pairs) =>
      pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&'),
    );
  const landingUrl = fc.oneof(
    fc.constant(null),
    query.map((part) => `${PAGE}?${part}`),
    text.map((part) => `${PAGE}?utm_source=${part}`),
    text,
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
  );
  const referrer = fc.oneof(
    fc.constant(null),
    text,
    text.map((part) => `https://${part}/`),
    fc.webUrl(),
    fc.constantFrom(...HOSTS).map((host) => `https://www.${host}/x`),
  );
  const userAgent = fc.oneof(fc.constant(null), text, fc.constantFrom(...Object.values(USER_AGENTS)));
  const question = fc.record({ landingUrl, referrer, userAgent });

  test('an answer is found, always the same and whole', () => {
    const channels = new Set(composeChannelRules().channels.map(({ id }) => id));
    fc.assert(
      fc.property(question, (asked) => {
        const found = resolve(asked);
        expect(resolve(asked)).toEqual(found);
        expect(resolve({ ...asked, rules: compileChannelRules(composeChannelRules()) })).toEqual(found);
        expect(channels).toContain(found.channel);
        expect(found.rule.startsWith(`${found.channel}.`)).toBe(true);
        expect(found.source).not.toBe('');
        expect(found.medium).not.toBe('');
        expect(found.source === '(direct)').toBe(found.medium === '(none)');
        expect(found.why.length).toBeGreaterThan(2);
        expect(found.why.join('\n')).not.toContain('undefined');
      }),
      { numRuns: 2000 },
    );
  });

  test('a link tagged with the answer has the same answer', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { source, medium, campaign, channel } = resolve(asked);
        const landing =
          asked.landingUrl !== null && URL.canParse(asked.landingUrl) ? new URL(asked.landingUrl) : null;
        fc.pre(landing?.protocol === 'https:' && landing.href === new URL(landing.href).href);
        landing.searchParams.set('utm_source', source);
        landing.searchParams.set('utm_medium', medium);
        if (campaign !== null) landing.searchParams.set('utm_campaign', campaign);
        expect(resolve({ ...asked, landingUrl: landing.href })).toMatchObject({
          source,
          medium,
          campaign,
          channel,
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('the case of tags does not matter, that of click ids is kept', () => {
    const word = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', 'z', '-', '.', '1', '百') }),
      fc.constantFrom(...NAMES),
    );
    fc.assert(
      fc.property(
        fc.tuple(word, word, word, fc.constantFrom(...CLICK_IDS)),
        ([source, medium, campaign, id]) => {
          const asked = (change: (tag: string) => string) => {
            const tags = { utm_source: source, utm_medium: medium, utm_campaign: campaign };
            const changed = Object.entries(tags).map(([name, tag]) => [name, change(tag)]);
            return `${PAGE}?${new URLSearchParams(Object.fromEntries(changed) as Record<string, string>)}&${id}=aBc`;
          };
          const { why: _, ...lower } = resolve({ landingUrl: asked((tag) => tag.toLowerCase()) });
          expect(resolve({ landingUrl: asked((tag) => tag.toUpperCase()) })).toMatchObject(lower);
          expect(
            parseTouch(
              { landingUrl: asked(String), referrer: undefined, landedMsAgo: 0 },
              { now: 0, ownHosts: [] },
            ).clickIds,
          ).toEqual({ [id]: 'aBc' });
        },
      ),
    );
  });

  test('a touch of the ledger has the answer of its capture', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const touch = parseTouch(
          {
            landingUrl: asked.landingUrl ?? undefined,
            referrer: asked.referrer ?? undefined,
            landedMsAgo: undefined,
          },
          { now: 0, ownHosts: OWN_HOSTS, app: RULES.appIn(asked.userAgent) },
        );
        const stored = JSON.parse(JSON.stringify(touch)) as Touch;
        const { source, medium, campaign, channel, rule, rulesVersion } = resolve(asked);
        expect(attribute(stored, RULES)).toEqual({ source, medium, campaign, channel, rule, rulesVersion });
      }),
      { numRuns: 1000 },
    );
  });

  test('hostile input is read in bounded time', () => {
    const hostile = [
      'a.'.repeat(30_000),
      '*'.repeat(60_000),
      '&ref='.repeat(12_000),
      'utm_source=&'.repeat(5000),
    ];
    const started = performance.now();
    for (const part of hostile) {
      resolve({
        landingUrl: `${PAGE}?utm_medium=${part}&utm_campaign=${part}`,
        referrer: `https://${part}/`,
        userAgent: part,
      });
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('a journey', () => {
  const touch = (day: number, changes: Partial<Touch>): Touch => ({
    at: Date.UTC(2026, 10, day),
    landingUrl: PAGE,
    referrer: null,
    utm: {},
    clickIds: {},
    variant: null,
    ...changes,
  });
  const ad = touch(23, { clickIds: { bd_vid: 'x' }, utm: { utm_campaign: 'q4' } });
  const direct = touch(25, {});
  const share = touch(27, {
    landingUrl: 'https://www.northlake.example/s/lin-yue/inline-gauging',
    app: 'MicroMessenger',
  });

  test('has a first, a last and a last touch that somebody sent; a colleague’s link erases no campaign', () => {
    const { first, last, lastNonDirect, lastPersonLink } = deriveTouches([share, ad, direct], RULES);
    expect(first?.touch).toBe(ad);
    expect(last?.touch).toBe(share);
    expect(last?.attribution.source).toBe('wechat');
    expect(lastNonDirect?.touch).toBe(ad);
    expect(lastNonDirect?.attribution).toMatchObject({ channel: 'paid-search', campaign: 'q4' });
    expect(lastPersonLink?.touch).toBe(share);
  });

  test('may be known by a colleague’s link alone, or by nothing', () => {
    expect(deriveTouches([direct, share], RULES)).toMatchObject({
      first: { touch: direct },
      lastNonDirect: { touch: share },
    });
    expect(deriveTouches([direct], RULES)).toMatchObject({ lastNonDirect: null, lastPersonLink: null });
    expect(deriveTouches([], RULES)).toEqual({
      first: null,
      last: null,
      lastNonDirect: null,
      lastPersonLink: null,
    });
  });

  test('of any touches has touches of its own, whatever their order', () => {
    const sign = fc.constantFrom<Partial<Touch>>(ad, direct, share, { utm: { utm_source: 'x' } });
    const journey = fc
      .uniqueArray(fc.nat(100), { maxLength: 8 })
      .chain((days) =>
        fc.tuple(...days.map((day) => sign.map((changes): Touch => ({ ...touch(1, changes), at: day })))),
      );
    fc.assert(
      fc.property(journey, (touches) => {
        const derived = deriveTouches(touches, RULES);
        expect(deriveTouches(touches.toReversed(), RULES)).toEqual(derived);
        const times = touches.map(({ at }) => at);
        expect(derived.first?.touch.at).toBe(times.length === 0 ? undefined : Math.min(...times));
        expect(derived.last?.touch.at).toBe(times.length === 0 ? undefined : Math.max(...times));
        expect(derived.lastNonDirect?.attribution.source).not.toBe('(direct)');
      }),
    );
  });
});
