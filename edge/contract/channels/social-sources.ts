import type { SourceRule } from './channel-rules.ts';
import { rowsOf } from './source-row.ts';

const social = rowsOf('social');

/**
 * Chat, networks and communities. Inside an app the user agent often says what no referrer does; user agents are tried
 * in this order, since WeCom calls itself WeChat, too, and Messenger Facebook.
 */
export const SOCIAL_SOURCES: readonly SourceRule[] = [
  social('wecom', 'work.weixin.qq.com com.tencent.wework', {
    aliases: ['wxwork', 'wework', 'qywx', '企业微信', '企微'],
    userAgents: ['wxwork'],
  }),
  social(
    'wechat',
    'weixin.qq.com weixin.com wx.qq.com wx2.qq.com weixin110.qq.com servicewechat.com weixinbridge.com wechat.com com.tencent.mm',
    {
      aliases: [
        'weixin',
        'wx',
        'wechat-mp',
        'wechat_mp',
        'moments',
        'gongzhonghao',
        '微信',
        '公众号',
        '微信公众号',
        '朋友圈',
        '视频号',
      ],
      userAgents: ['MicroMessenger'],
    },
  ),
  social('dingtalk', 'dingtalk.com com.alibaba.android.rimet', {
    aliases: ['dingding', 'ding', '钉钉'],
    userAgents: ['DingTalk'],
  }),
  social('feishu', 'feishu.cn larksuite.com larkoffice.com com.ss.android.lark com.larksuite.suite', {
    aliases: ['lark', '飞书'],
    userAgents: ['Feishu', 'Lark/', 'LarkLocale'],
  }),
  social('weibo', 'weibo.com weibo.cn t.cn sinaurl.cn com.sina.weibo', {
    aliases: ['sina-weibo', 'sinaweibo', 'wb', '微博', '新浪微博'],
    userAgents: ['Weibo'],
  }),
  social('zhihu', 'zhihu.com com.zhihu.android', { aliases: ['知乎'], userAgents: ['ZhihuHybrid'] }),
  social('xiaohongshu', 'xiaohongshu.com xhslink.com rednote.com com.xingin.xhs', {
    aliases: ['xhs', 'rednote', 'little-red-book', 'redbook', '小红书'],
    userAgents: ['xhsdiscover', 'XiaoHongShu'],
  }),
  social('douyin', 'douyin.com iesdouyin.com snssdk.com com.ss.android.ugc.aweme', {
    aliases: ['dy', '抖音'],
    userAgents: ['aweme'],
  }),
  social('bilibili', 'bilibili.com b23.tv tv.danmaku.bili', {
    aliases: ['bili', 'b站', '哔哩哔哩'],
    userAgents: ['BiliApp'],
  }),
  social('toutiao', 'toutiao.com toutiaocdn.com com.ss.android.article.news', {
    aliases: ['jinritoutiao', '今日头条', '头条'],
    userAgents: ['NewsArticle'],
  }),
  social('kuaishou', 'kuaishou.com gifshow.com kwai.com com.smile.gifmaker', {
    aliases: ['kwai', '快手'],
    userAgents: ['Kwai'],
  }),
  social('qzone', 'qzone.qq.com url.cn', { aliases: ['qq空间'], userAgents: ['Qzone'] }),
  social('qq', 'im.qq.com qun.qq.com com.tencent.mobileqq', { aliases: ['mobileqq'], userAgents: ['QQ/'] }),
  social('tencent-ads', 'e.qq.com gdt.qq.com', {
    aliases: ['gdt', 'guangdiantong', 'tencentads', '广点通', '腾讯广告'],
  }),
  social('douban', 'douban.com com.douban.frodo', { aliases: ['豆瓣'], userAgents: ['com.douban.frodo'] }),
  social('baidu-tieba', 'tieba.baidu.com', {
    aliases: ['tieba', '贴吧', '百度贴吧'],
    userAgents: ['tieba/'],
  }),
  social('baidu-zhidao', 'zhidao.baidu.com', { aliases: ['zhidao', '百度知道'] }),
  social('csdn', 'csdn.net'),
  social('juejin', 'juejin.cn', { aliases: ['掘金'] }),
  social('maimai', 'maimai.cn com.taou.maimai', { aliases: ['脉脉'] }),
  social('linkedin', 'linkedin.com lnkd.in linkedin.cn com.linkedin.android', {
    aliases: ['li', 'linked-in', 'linked_in', 'linkedin-ads', 'linkedin_ads', '领英'],
    userAgents: ['LinkedInApp'],
  }),
  social('instagram', 'instagram.com com.instagram.android', {
    aliases: ['ig', 'insta'],
    userAgents: ['Instagram'],
  }),
  social('messenger', 'messenger.com m.me com.facebook.orca', {
    userAgents: ['FBAN/Messenger', 'FB_IAB/MESSENGER'],
  }),
  social('facebook', 'facebook.com fb.com fb.me fb.watch com.facebook.katana com.facebook.lite', {
    aliases: ['fb', 'meta', 'facebook-ads', 'facebook_ads', 'meta-ads'],
    userAgents: ['FBAN', 'FBAV', 'FB_IAB'],
  }),
  social('threads', 'threads.net threads.com com.instagram.barcelona', { userAgents: ['Barcelona'] }),
  social('x', 'x.com t.co twitter.com com.twitter.android', {
    aliases: ['twitter', 'tw', 'twitter-ads', 'x-ads'],
    userAgents: ['Twitter for', 'TwitterAndroid'],
  }),
  social('reddit', 'reddit.com redd.it com.reddit.frontpage', { userAgents: ['Reddit/'] }),
  social('xing', 'xing.com com.xing.android'),
  social('tiktok', 'tiktok.com com.zhiliaoapp.musically com.ss.android.ugc.trill', {
    aliases: ['tik-tok', 'tiktok-ads'],
    userAgents: ['musical_ly', 'BytedanceWebview', 'TikTok'],
  }),
  social('pinterest', 'pinterest.* pin.it com.pinterest', { userAgents: ['Pinterest'] }),
  social('snapchat', 'snapchat.com com.snapchat.android', { aliases: ['snap'], userAgents: ['Snapchat'] }),
  social('quora', 'quora.com com.quora.android'),
  social('telegram', 't.me telegram.org telegram.me org.telegram.messenger', {
    aliases: ['tg'],
    userAgents: ['Telegram'],
  }),
  social('whatsapp', 'whatsapp.com wa.me com.whatsapp', { aliases: ['wa'] }),
  social('line', 'line.me lin.ee jp.naver.line.android', { userAgents: ['Line/'] }),
  social('kakaotalk', 'kakao.com com.kakao.talk', { aliases: ['kakao'], userAgents: ['KAKAOTALK'] }),
  social('slack', 'slack.com com.slack', { userAgents: ['Slack/'] }),
  social('teams', 'teams.microsoft.com teams.live.com statics.teams.cdn.office.net com.microsoft.teams', {
    aliases: ['microsoft-teams', 'msteams'],
    userAgents: ['Teams/'],
  }),
  social('discord', 'discord.com discordapp.com discord.gg com.discord'),
  social('vk', 'vk.com vk.ru vkontakte.ru com.vkontakte.android', { aliases: ['vkontakte'] }),
  social('hacker-news', 'news.ycombinator.com', { aliases: ['hackernews', 'hn'] }),
  social('github', 'github.com'),
  social('stackoverflow', 'stackoverflow.com stackexchange.com'),
  social('medium', 'medium.com'),
  social('mastodon', 'mastodon.social org.joinmastodon.android'),
  social('bluesky', 'bsky.app go.bsky.app', { aliases: ['bsky'] }),
];
