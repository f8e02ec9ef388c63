import type { ChannelGroup, ChannelRule, ClickIdRule } from './channel-rules.ts';

/** What each click id proves. The first that a landing URL carries is taken. */
export const STANDARD_CLICK_IDS: readonly ClickIdRule[] = [
  { name: 'gclid', source: 'google', medium: 'cpc' },
  { name: 'gbraid', source: 'google', medium: 'cpc' },
  { name: 'wbraid', source: 'google', medium: 'cpc' },
  { name: 'dclid', source: 'dv360', medium: 'cpm' },
  { name: 'gclsrc', source: 'google', medium: 'cpc' },
  { name: 'gad_source', source: 'google', medium: 'cpc' },
  { name: 'gad_campaignid', source: 'google', medium: 'cpc' },
  { name: 'msclkid', source: 'bing', medium: 'cpc' },
  { name: 'bd_vid', source: 'baidu', medium: 'cpc' },
  { name: 'gdt_vid', source: 'wechat', medium: 'cpc' },
  { name: 'qz_gdt', source: 'tencent-ads', medium: 'cpc' },
  { name: 'yclid', source: 'yandex', medium: 'cpc' },
  { name: 'li_fat_id', source: 'linkedin', medium: 'cpc' },
  { name: 'twclid', source: 'x', medium: 'cpc' },
  { name: 'ttclid', source: 'tiktok', medium: 'cpc' },
  { name: 'qclid', source: 'quora', medium: 'cpc' },
  { name: 'rdt_cid', source: 'reddit', medium: 'cpc' },
  { name: 'ScCid', source: 'snapchat', medium: 'cpc' },
  { name: 'epik', source: 'pinterest', medium: 'cpc' },
  { name: 'irclid', source: 'impact', medium: 'affiliate' },
  { name: 'mc_cid', source: 'mailchimp', medium: 'email' },
  // Meta adds these to every link out, paid or not.
  { name: 'igshid', source: 'instagram' },
  { name: 'fbclid', source: 'facebook' },
];

/** Pages a visitor passes to pay or to log in: they return from there, they don't come from there. */
export const STANDARD_IGNORED_HOSTS: readonly string[] = [
  'alipay.com',
  'alipaydev.com',
  'tenpay.com',
  'pay.weixin.qq.com',
  'open.weixin.qq.com',
  'open.work.weixin.qq.com',
  'login.work.weixin.qq.com',
  'graph.qq.com',
  'ptlogin2.qq.com',
  'api.weibo.com',
  'passport.weibo.com',
  'passport.weibo.cn',
  'passport.baidu.com',
  'login.taobao.com',
  'login.dingtalk.com',
  'passport.feishu.cn',
  'accounts.feishu.cn',
  '95516.com',
  'unionpay.com',
  'unionpaysecure.com',
  'paypal.com',
  'stripe.com',
  'adyen.com',
  'klarna.com',
  'pay.google.com',
  'accounts.google.com',
  'login.microsoftonline.com',
  'login.microsoft.com',
  'login.live.com',
  'appleid.apple.com',
  'auth0.com',
  'okta.com',
];

/** `^(.*cp.*|ppc|retargeting|paid.*)$`, GA4's paid media. */
const PAID = ['*cp*', 'ppc', 'retargeting', 'paid*'];

/** Campaigns that name shopping; GA4 has a pattern for it, this is the same in words. */
const SHOPPING = ['shop*', '*eshop*', '*-shop*', '*_shop*', '* shop*', '*shopping*'];

const MAIL = ['email', 'e-mail', 'e_mail', 'e mail'];

/** A channel of ours that is tried only when its group is switched on. */
export type StandardChannel = ChannelRule & { readonly group?: ChannelGroup | undefined };

/**
 * The channels in the order they are tried. Source: GA4 "Default channel group" and Plausible "Channels", which agree
 * on order and conditions; a link that is tagged and fits nothing is a referral, as with Plausible.
 */
export const STANDARD_CHANNELS: readonly StandardChannel[] = [
  channel('cross-network', ['跨网络广告', 'Cross-network'], [{ campaign: ['*cross-network*'] }]),
  channel(
    'paid-shopping',
    ['付费购物', 'Paid Shopping'],
    [
      { kind: ['shopping'], medium: PAID },
      { campaign: SHOPPING, medium: PAID },
    ],
  ),
  channel(
    'paid-search',
    ['付费搜索', 'Paid Search'],
    [
      { kind: ['search'], medium: PAID },
      { source: ['google'], clickId: ['gclid', 'gbraid', 'wbraid'] },
      { source: ['bing'], clickId: ['msclkid'] },
      { source: ['baidu'], clickId: ['bd_vid'] },
      { source: ['yandex'], clickId: ['yclid'] },
    ],
  ),
  channel('paid-social', ['付费社交', 'Paid Social'], [{ kind: ['social'], medium: PAID }]),
  channel('paid-video', ['付费视频', 'Paid Video'], [{ kind: ['video'], medium: PAID }]),
  channel(
    'display',
    ['展示广告', 'Display'],
    [{ medium: ['display', 'banner', 'expandable', 'interstitial', 'cpm'] }],
  ),
  channel('paid-other', ['其他付费渠道', 'Paid Other'], [{ medium: PAID }]),
  {
    ...channel(
      'person-link',
      ['个人链接', 'Person Link'],
      [{ medium: ['person-link'] }, { landingPath: ['/s/*'] }],
    ),
    group: 'person-link',
  },
  { ...channel('wechat', ['微信', 'WeChat'], [{ source: ['wechat', 'wecom'] }]), group: 'wechat' },
  channel(
    'organic-shopping',
    ['自然购物', 'Organic Shopping'],
    [{ kind: ['shopping'] }, { campaign: SHOPPING }],
  ),
  channel(
    'organic-social',
    ['自然社交', 'Organic Social'],
    [
      { kind: ['social'] },
      { medium: ['social', 'social-network', 'social-media', 'sm', 'social network', 'social media'] },
    ],
  ),
  channel('organic-video', ['自然视频', 'Organic Video'], [{ kind: ['video'] }, { medium: ['*video*'] }]),
  channel('ai-assistants', ['AI 助手', 'AI Assistants'], [{ kind: ['ai'] }]),
  channel('organic-search', ['自然搜索', 'Organic Search'], [{ kind: ['search'] }, { medium: ['organic'] }]),
  channel('email', ['邮件', 'Email'], [{ kind: ['email'] }, { source: MAIL }, { medium: MAIL }]),
  channel('affiliates', ['联盟推广', 'Affiliates'], [{ medium: ['affiliate', 'affiliates'] }]),
  channel('audio', ['音频', 'Audio'], [{ medium: ['audio'] }]),
  channel('sms', ['短信', 'SMS'], [{ source: ['sms'] }, { medium: ['sms'] }]),
  channel(
    'mobile-push',
    ['移动推送', 'Mobile Push'],
    [{ medium: ['*push', '*mobile*', '*notification*'] }, { source: ['firebase'] }],
  ),
  channel('referral', ['外部链接', 'Referral'], [{ medium: ['referral', 'app', 'link'] }, { source: ['*'] }]),
  channel('direct', ['直接访问', 'Direct'], [{}]),
];

function channel(
  id: string,
  [zh, en]: readonly [zh: string, en: string],
  when: ChannelRule['when'],
): ChannelRule {
  return { id, name: { zh, en }, when };
}
