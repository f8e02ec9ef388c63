import { isbot } from 'isbot';

export type Visitor =
  | 'person'
  /** Fetches pages for itself: search engines, monitors, scripts. */
  | 'bot'
  /** Draws the card of a link that somebody shared. */
  | 'preview'
  /** A browser that gets a page ready before anybody asked for it. */
  | 'prefetch';

export interface VisitorSigns {
  readonly userAgent: string | null;
  readonly method: string;
  readonly headers: Pick<Headers, 'get'>;
}

/** Tells people from what only looks at pages: counted apart, never as people. */
export function classifyVisitor({ userAgent, method, headers }: VisitorSigns): Visitor {
  const agent = userAgent?.slice(0, MAX_AGENT_LENGTH).trim() ?? '';
  if (PREVIEWS.test(agent)) return 'preview';
  if (agent === '' || BOTS.test(agent) || isbot(agent.replace(MISTAKEN, ''))) return 'bot';
  // Browsers of people ask for the body, too.
  if (method === 'HEAD') return 'bot';
  return PREFETCH_HEADERS.some((name) => PREFETCHES.test(headers.get(name) ?? '')) ? 'prefetch' : 'person';
}

/** More says nothing further, and takes time. */
const MAX_AGENT_LENGTH = 1000;

/** What chats and networks send when a link is shared, by their own documentation where they have any. */
const PREVIEWS = new RegExp(
  [
    'Slackbot|Slack-ImgProxy',
    'LinkedInBot',
    'facebookexternalhit|Facebot|meta-externalfetcher',
    'Twitterbot',
    'TelegramBot',
    '^WhatsApp/',
    'Discordbot',
    'SkypeUriPreview|MicrosoftPreview|BingPreview',
    'DingTalkBot',
    'mpcrawler',
    'Pinterestbot|Pinterest/0',
    'redditbot',
    'vkShare',
    'ViberUrlDownloader',
    'Snap URL Preview',
    'kakaotalk-scrap',
    'Iframely|Embedly|LinkArchiver|BufferLinkPreviewBot|EvernoteRichLinkBot|Mastodon/|Bluesky Cardyb',
    // A chat that calls itself a robot is no browser: WeChat, WeCom, Feishu and DingTalk have not written theirs down.
    '(?:micromessenger|weixin|wxwork|wecom|feishu|lark|dingtalk)[^;)]{0,20}(?:bot|spider|crawler|link|preview)',
  ].join('|'),
  'i',
);

/** Known to fetch by themselves, some of which call themselves browsers. */
const BOTS =
  /spider|crawl|headless|phantomjs|lighthouse|^curl\/|^wget\/|python-|^java\/|go-http-client|okhttp|axios|node-fetch|undici|postman/i;

/** Apps of people that isbot takes for readers of news or for Sogou's spider. */
const MISTAKEN = /\b(?:NewsArticle|SmartNews|NewsSuite|Sogou(?:MSE|MobileBrowser|Search))\b/g;

const PREFETCH_HEADERS = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];
const PREFETCHES = /\b(?:prefetch|prerender|preview)\b/i;
