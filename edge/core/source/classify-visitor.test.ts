import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyVisitor } from './classify-visitor.ts';
import { USER_AGENTS } from './user-agents.suite.ts';

const classify = (userAgent: string | null, { method = 'GET', headers = {} } = {}) =>
  classifyVisitor({ userAgent, method, headers: new Headers(headers) });

describe('a visitor', () => {
  test.each(Object.entries(USER_AGENTS))('with %s is a person', (_, userAgent) => {
    expect(classify(userAgent)).toBe('person');
    expect(classify(userAgent, { method: 'POST' })).toBe('person');
  });

  test.each([
    ['Slack', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
    ['Slack', 'Slackbot 1.0 (+https://api.slack.com/robots)'],
    ['Slack', 'Slack-ImgProxy (+https://api.slack.com/robots)'],
    ['LinkedIn', 'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)'],
    ['Facebook', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
    ['Facebook', 'facebookexternalhit/1.1'],
    [
      'Facebook',
      'meta-externalfetcher/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)',
    ],
    [
      'Messages on iPhone',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
    ],
    ['X', 'Twitterbot/1.0'],
    ['Telegram', 'TelegramBot (like TwitterBot)'],
    ['WhatsApp', 'WhatsApp/2.23.20.0 A'],
    ['Discord', 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)'],
    [
      'Skype and Teams',
      'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
    ],
    ['Bing', 'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b'],
    ['DingTalk', 'DingTalkBot-LinkService/1.0 (+https://open-doc.dingtalk.com/microapp/faquestions/ftpfeu)'],
    [
      'DingTalk',
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/63.0 Safari/537.36 DingTalkBot-LinkService/1.0',
    ],
    [
      'WeChat',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 10_3_1 like Mac OS X) AppleWebKit/603.1.3 (KHTML, like Gecko) Version/10.0 Mobile/14E304 Safari/602.1 MicroMessenger/7.0.1 Language/zh_CN webview/ mpcrawler',
    ],
    ['WeCom, should it name itself', 'Mozilla/5.0 (compatible; wxwork-linkpreview/1.0)'],
    ['Feishu, should it name itself', 'Mozilla/5.0 (compatible; FeishuBot/1.0)'],
    ['Lark, should it name itself', 'Mozilla/5.0 (compatible; Lark-LinkPreview/1.0)'],
    ['Pinterest', 'Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)'],
    ['Reddit', 'Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)'],
    ['VK', 'Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)'],
    [
      'Snapchat',
      'Mozilla/5.0 (compatible; Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots)',
    ],
    ['KakaoTalk', 'facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984'],
    ['Mastodon', 'http.rb/5.1.1 (Mastodon/4.2.1; +https://mastodon.social/)'],
    ['Iframely', 'Iframely/1.3.1 (+https://iframely.com/docs/about)'],
  ])('that draws the card of a link for %s is a preview: %s', (_, userAgent) => {
    expect(classify(userAgent)).toBe('preview');
    expect(classify(userAgent, { method: 'HEAD' })).toBe('preview');
  });

  test.each([
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 9_1 like Mac OS X) AppleWebKit/601.1.46 (KHTML, like Gecko) Version/9.0 Mobile/13B143 Safari/601.1 (compatible; Baiduspider-render/2.0; +http://www.baidu.com/search/spider.html)',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.6478.126 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'AdsBot-Google (+http://www.google.com/adsbot.html)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.1938.76 Safari/537.36',
    'Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/69.0.3497.81 YisouSpider/5.0 Safari/537.36',
    'Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)',
    'Mozilla/5.0 (compatible; 360Spider/1.0; +http://www.so.com/help/help_3_2.html)',
    'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
    'DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.1 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ChatGPT-User/1.0; +https://openai.com/bot',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; PerplexityBot/1.0; +https://perplexity.ai/perplexitybot)',
    'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
    'Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)',
    'Mozilla/5.0 (compatible; PetalBot;+https://webmaster.petalsearch.com/site/petalbot)',
    'meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0.0.0 Safari/537.36',
    'Mozilla/5.0 (Linux; Android 11; moto g power (2022)) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36 Chrome-Lighthouse',
    'curl/8.7.1',
    'Wget/1.24.5',
    'python-requests/2.32.3',
    'Go-http-client/2.0',
    'Java/17.0.11',
    'okhttp/4.12.0',
    'axios/1.7.2',
    'node-fetch/1.0 (+https://github.com/bitinn/node-fetch)',
    'PostmanRuntime/7.39.0',
    'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
    'node',
    '',
    '   ',
  ])('that fetches for itself is a bot: %j', (userAgent) => {
    expect(classify(userAgent)).toBe('bot');
  });

  test('that says nothing of itself, or asks for no body, is a bot', () => {
    expect(classify(null)).toBe('bot');
    expect(classify(USER_AGENTS.chrome, { method: 'HEAD' })).toBe('bot');
  });

  test.each([
    ['Sec-Purpose', 'prefetch'],
    ['Sec-Purpose', 'prefetch;prerender'],
    ['Purpose', 'prefetch'],
    ['X-Purpose', 'preview'],
    ['X-Moz', 'prefetch'],
  ])('whose browser makes a page ready ahead (%s: %s) is none yet', (name, value) => {
    expect(classify(USER_AGENTS.chrome, { headers: { [name]: value } })).toBe('prefetch');
    expect(classify('curl/8.7.1', { headers: { [name]: value } })).toBe('bot');
  });

  test('is told from any signs, in bounded time', () => {
    const word = fc.constantFrom(
      'lark',
      'wxwork',
      'bot',
      'link',
      ' ',
      ';',
      'Mozilla/5.0',
      'spider',
      'a',
      '(',
      '+',
    );
    const agent = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 400 }).map((all) => all.join('')),
    );
    const started = performance.now();
    fc.assert(
      fc.property(agent, fc.constantFrom('GET', 'HEAD', 'POST'), (userAgent, method) => {
        const found = classify(userAgent, { method });
        expect(['person', 'bot', 'preview', 'prefetch']).toContain(found);
        expect(classify(userAgent, { method })).toBe(found);
      }),
    );
    expect(classify('lark'.repeat(50_000))).not.toBe('preview');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
