import type { SourceRule } from './channel-rules.ts';
import { SOCIAL_SOURCES } from './social-sources.ts';
import { rowsOf } from './source-row.ts';

const ai = rowsOf('ai');
const search = rowsOf('search');
const video = rowsOf('video');
const shopping = rowsOf('shopping');
const email = rowsOf('email');
const site = rowsOf('site');

/**
 * Who sends visitors. Agrees with what the public lists of Matomo and Snowplow hold of them, and with the kinds of
 * GA4's channel groups.
 */
export const STANDARD_SOURCES: readonly SourceRule[] = [
  ...SOCIAL_SOURCES,

  ai('chatgpt', 'chatgpt.com chat.openai.com openai.com com.openai.chatgpt', {
    aliases: ['openai', 'chat-gpt'],
    userAgents: ['ChatGPT'],
  }),
  ai('perplexity', 'perplexity.ai ai.perplexity.app.android', { userAgents: ['Perplexity'] }),
  ai('claude', 'claude.ai claude.com anthropic.com com.anthropic.claude', { aliases: ['anthropic'] }),
  ai(
    'gemini',
    'gemini.google.com bard.google.com aistudio.google.com notebooklm.google.com com.google.android.apps.bard',
    { aliases: ['bard', 'google-gemini'] },
  ),
  ai(
    'copilot',
    'copilot.microsoft.com copilot.com copilot.cloud.microsoft m365.cloud.microsoft com.microsoft.copilot',
    { aliases: ['microsoft-copilot', 'bing-chat'] },
  ),
  ai('deepseek', 'deepseek.com com.deepseek.chat', { aliases: ['深度求索'], userAgents: ['DeepSeek'] }),
  ai('doubao', 'doubao.com com.larus.nova', { aliases: ['豆包'], userAgents: ['Doubao'] }),
  ai('kimi', 'kimi.com kimi.ai kimi.moonshot.cn moonshot.cn com.moonshot.kimichat', {
    aliases: ['moonshot', '月之暗面'],
  }),
  ai('yuanbao', 'yuanbao.tencent.com com.tencent.hunyuan.app.chat', {
    aliases: ['hunyuan', '元宝', '腾讯元宝'],
  }),
  ai(
    'qianwen',
    'tongyi.com tongyi.ai tongyi.aliyun.com qianwen.com qianwen.aliyun.com qwen.ai com.aliyun.tongyi',
    { aliases: ['tongyi', 'qwen', '通义', '通义千问', '千问'] },
  ),
  ai('metaso', 'metaso.cn com.metaso', { aliases: ['秘塔', '秘塔搜索'] }),
  ai('ernie', 'yiyan.baidu.com chat.baidu.com com.baidu.newapp', {
    aliases: ['yiyan', 'wenxin', '文心一言'],
  }),
  ai('chatglm', 'chatglm.cn z.ai bigmodel.cn', { aliases: ['zhipu', '智谱清言'] }),
  ai('minimax', 'hailuoai.com minimaxi.com minimax.io', { aliases: ['hailuo'] }),
  ai('nami', 'n.cn bot.n.cn', { aliases: ['纳米ai'] }),
  ai('grok', 'grok.com x.ai'),
  ai('mistral', 'mistral.ai', { aliases: ['le-chat'] }),
  ai('meta-ai', 'meta.ai'),
  ai('you', 'you.com'),
  ai('poe', 'poe.com'),
  ai('phind', 'phind.com'),
  ai('felo', 'felo.ai'),
  ai('duck-ai', 'duck.ai'),

  search('baidu', 'baidu.com com.baidu.searchbox', {
    aliases: ['bd', 'baidu-ads', 'baidu_ads', 'baidu-sem', 'baidusem', '百度'],
    userAgents: ['baiduboxapp'],
    words: ['wd', 'word'],
  }),
  search('360', 'so.com 360.cn haosou.com so.360.cn com.qihoo.haosou', {
    aliases: ['so', 'haosou', '360so', '360search'],
    words: ['q'],
  }),
  search('sogou', 'sogou.com com.sogou.activity.src', {
    aliases: ['搜狗'],
    userAgents: ['SogouSearch'],
    words: ['query', 'keyword'],
  }),
  search('shenma', 'sm.cn quark.cn com.quark.browser', {
    aliases: ['sm', 'quark', '神马', '夸克'],
    words: ['q'],
  }),
  search('toutiao-search', 'so.toutiao.com sou.toutiao.com', {
    aliases: ['toutiao_search', '头条搜索'],
    words: ['keyword'],
  }),
  search('google', 'google.* com.google.android.googlequicksearchbox', {
    aliases: ['adwords', 'googleads', 'google-ads', 'google_ads', 'google.com', '谷歌'],
    userAgents: ['GSA/'],
    words: ['q'],
  }),
  search('bing', 'bing.com com.microsoft.bing', {
    aliases: ['bingads', 'bing-ads', 'bing_ads', 'microsoft-ads', 'microsoft_ads', 'msn-ads', '必应'],
    userAgents: ['BingSapphire', 'bingapp'],
    words: ['q'],
  }),
  search('yahoo', 'search.yahoo.com search.yahoo.co.jp yahoo.co.jp r.search.yahoo.com', {
    aliases: ['yahoo.com'],
    words: ['p'],
  }),
  search('duckduckgo', 'duckduckgo.com com.duckduckgo.mobile.android', {
    aliases: ['ddg'],
    userAgents: ['DuckDuckGo/'],
    words: ['q'],
  }),
  search('yandex', 'yandex.* ya.ru com.yandex.browser ru.yandex.searchplugin', {
    aliases: ['yandex-direct'],
    userAgents: ['YaApp'],
    words: ['text'],
  }),
  search('naver', 'search.naver.com com.nhn.android.search', { userAgents: ['NAVER('], words: ['query'] }),
  search('daum', 'search.daum.net', { words: ['q'] }),
  search('seznam', 'search.seznam.cz', { words: ['q'] }),
  search('ecosia', 'ecosia.org com.ecosia.android', { words: ['q'] }),
  search('qwant', 'qwant.com com.qwant.liberty', { words: ['q'] }),
  search('startpage', 'startpage.com', { words: ['query', 'q'] }),
  search('brave', 'search.brave.com', { words: ['q'] }),
  search('aol', 'search.aol.com', { words: ['q'] }),
  search('ask', 'ask.com', { words: ['q'] }),
  search('kagi', 'kagi.com', { words: ['q'] }),
  search('petal', 'petalsearch.com com.huawei.hwsearch', { words: ['query'] }),
  search('chinaso', 'chinaso.com', { words: ['q'] }),

  video('youtube', 'youtube.com youtu.be youtube-nocookie.com com.google.android.youtube', {
    aliases: ['yt'],
  }),
  video('vimeo', 'vimeo.com'),
  video('youku', 'youku.com com.youku.phone', { aliases: ['优酷'] }),
  video('iqiyi', 'iqiyi.com com.qiyi.video', { aliases: ['爱奇艺'] }),
  video('tencent-video', 'v.qq.com', { aliases: ['腾讯视频'] }),
  video('xigua', 'ixigua.com', { aliases: ['西瓜视频'] }),
  video('haokan', 'haokan.baidu.com', { aliases: ['好看视频'] }),
  video('dailymotion', 'dailymotion.com dai.ly'),
  video('twitch', 'twitch.tv'),
  video('wistia', 'wistia.com wistia.net'),

  shopping('taobao', 'taobao.com com.taobao.taobao', { aliases: ['淘宝'], userAgents: ['AliApp(TB'] }),
  shopping('tmall', 'tmall.com tmall.hk', { aliases: ['天猫'] }),
  shopping('jd', 'jd.com jd.hk com.jingdong.app.mall', { aliases: ['京东'], userAgents: ['jdapp'] }),
  shopping('pinduoduo', 'pinduoduo.com yangkeduo.com', { aliases: ['pdd', '拼多多'] }),
  shopping('1688', '1688.com com.alibaba.wireless'),
  shopping('alibaba', 'alibaba.com'),
  shopping('aliexpress', 'aliexpress.com aliexpress.ru'),
  shopping('made-in-china', 'made-in-china.com'),
  shopping('amazon', 'amazon.*'),
  shopping('ebay', 'ebay.*'),
  shopping('etsy', 'etsy.com'),
  shopping('walmart', 'walmart.com'),
  shopping('google-shopping', 'shopping.google.com', { aliases: ['google_shopping'] }),

  email('gmail', 'mail.google.com inbox.google.com com.google.android.gm'),
  email(
    'outlook',
    'outlook.com outlook.live.com outlook.office.com outlook.office365.com safelinks.protection.outlook.com outlook.cloud.microsoft com.microsoft.office.outlook',
    { aliases: ['hotmail', 'office365'] },
  ),
  email('163-mail', 'mail.163.com mail.126.com mail.yeah.net mail.188.com com.netease.mail', {
    aliases: ['163', '126', 'netease-mail', '网易邮箱'],
  }),
  email('163-qiye', 'qiye.163.com', { aliases: ['网易企业邮'] }),
  email('qq-mail', 'mail.qq.com com.tencent.androidqqmail', {
    aliases: ['qqmail', 'qq邮箱'],
    userAgents: ['QQMail'],
  }),
  email('exmail', 'exmail.qq.com', { aliases: ['腾讯企业邮'] }),
  email('aliyun-mail', 'mail.aliyun.com qiye.aliyun.com mxhichina.com', { aliases: ['阿里邮箱'] }),
  email('sina-mail', 'mail.sina.com.cn mail.sina.cn mail.sina.com'),
  email('139-mail', 'mail.10086.cn mail.139.com'),
  email('yahoo-mail', 'mail.yahoo.com mail.yahoo.co.jp'),
  email('mail-ru', 'mail.ru'),
  email('yandex-mail', 'mail.yandex.ru mail.yandex.com'),
  email('naver-mail', 'mail.naver.com'),
  email('gmx', 'gmx.net gmx.de gmx.com'),
  email('web-de', 'web.de'),
  email('proton', 'mail.proton.me protonmail.com', { aliases: ['protonmail'] }),
  email('icloud-mail', 'icloud.com'),
  email('zoho-mail', 'mail.zoho.com mail.zoho.com.cn'),
  email('mailchimp', 'list-manage.com mailchi.mp campaign-archive.com'),

  // Pages of search companies that are no search: a link there is a referral.
  site(
    'google-pages',
    'docs.google.com drive.google.com sites.google.com groups.google.com support.google.com maps.google.com calendar.google.com translate.google.com chat.google.com meet.google.com classroom.google.com news.google.com',
  ),
  site(
    'baidu-pages',
    'baike.baidu.com wenku.baidu.com jingyan.baidu.com baijiahao.baidu.com mbd.baidu.com map.baidu.com pan.baidu.com fanyi.baidu.com b2b.baidu.com aiqicha.baidu.com',
  ),
  site('dv360', 'doubleclick.net', { aliases: ['dfa', 'doubleclick', 'display-video-360'] }),
  site('impact', 'impact.com'),
];
