const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';

/** Test support: browsers that people use, as they call themselves. */
export const USER_AGENTS = {
  chrome: `${WINDOWS} Chrome/126.0.0.0 Safari/537.36`,
  edge: `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`,
  iphone: `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`,
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
  qqbrowser: `${WINDOWS} Chrome/109.0.0.0 Safari/537.36 Core/1.116.465.400 QQBrowser/13.2.6134.400`,
  'wechat-ios': `${IPHONE} Mobile/15E148 MicroMessenger/8.0.50(0x18003237) NetType/WIFI Language/zh_CN`,
  'wechat-android': `${ANDROID} Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240404 MMWEBID/2247 MicroMessenger/8.0.49.2600(0x28003133) WeChat/arm64 Weixin NetType/5G Language/zh_CN ABI/arm64`,
  'wechat-windows': `${WINDOWS} Chrome/116.0.0.0 Safari/537.36 NetType/WIFI MicroMessenger/7.0.20.1781(0x6700143B) WindowsWechat(0x63090a13) XWEB/9129 Flue`,
  'wecom-ios': `${IPHONE} Mobile/15E148 wxwork/4.1.26 MicroMessenger/7.0.1 Language/zh ColorScheme/Light`,
  'wecom-windows': `${WINDOWS} Chrome/108.0.0.0 Safari/537.36 wxwork/4.1.22 (MicroMessenger/6.2) WindowsWechat MailPlugin_Electron WeMail embeddisk`,
  'dingtalk-ios': `${IPHONE} Mobile/15E148 AliApp(DingTalk/7.5.20) com.laiwang.DingTalk/36279143 Channel/201200 language/zh-Hans-CN UT4Aplus/0.0.6 WK`,
  'dingtalk-windows': `${WINDOWS} Chrome/91.0.4472.164 Safari/537.36 dingtalk-win/1.0.0 nw(0.14.7) DingTalk(7.5.10-Release.240520004) Mojo/1.0.0 Native AppType(release) Channel/201200`,
  'feishu-android': `${ANDROID} Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 Lark/7.20.8 LarkLocale/zh_CN ChannelName/Feishu LKBrowserIdentifier/1`,
  'lark-ios': `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1 Lark/7.19.6 LarkLocale/en_US ChannelName/Lark`,
  'weibo-ios': `${IPHONE} Mobile/15E148 Weibo (iPhone14,5__weibo__14.6.1__iphone__os17.5.1)`,
  'zhihu-android': `${ANDROID} Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 ZhihuHybrid com.zhihu.android/Futureve/10.10.0`,
  'xiaohongshu-ios': `${IPHONE} Mobile/15E148 xhsdiscover/8.42 NetType/WiFi`,
  'douyin-android': `${ANDROID} Version/4.0 Chrome/99.0.4844.88 Mobile Safari/537.36 aweme_300100 JsSdk/1.0 NetType/WIFI AppName/aweme app_version/30.1.0`,
  'toutiao-android': `${ANDROID} Version/4.0 Chrome/99.0.4844.88 Mobile Safari/537.36 JsSdk/2 NewsArticle/9.8.0 NetType/wifi`,
  'bilibili-ios': `${IPHONE} Mobile/15E148 BiliApp/79500100 os/ios model/iPhone14,5 mobi_app/iphone`,
  'qq-android': `${ANDROID} Version/4.0 Chrome/109.0.5414.86 MQQBrowser/6.2 TBS/046903 Mobile Safari/537.36 V1_AND_SQ_9.0.60 QQ/9.0.60.17095 NetType/WIFI`,
  'baidu-app-ios': `${IPHONE} Mobile/15E148 SP-engine/3.7.0 main%2F1.0 baiduboxapp/13.60.0.10 (Baidu; P2 17.5.1) NABar/1.0`,
  'linkedin-ios': `${IPHONE} Mobile/15E148 [LinkedInApp]/9.29.7463`,
  'facebook-ios': `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/466.1.0.41.108;FBBV/604125410;FBDV/iPhone14,5]`,
  'messenger-ios': `${IPHONE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/460.0.0.38.106;FBBV/604125410]`,
  'instagram-ios': `${IPHONE} Mobile/15E148 Instagram 334.0.4.32.98 (iPhone14,5; iOS 17_5_1; de_DE; scale=3.00)`,
  'line-ios': `${IPHONE} Mobile/15E148 Safari Line/14.8.0`,
  'google-app-ios': `${IPHONE} GSA/320.0.638208263 Mobile/15E148 Safari/604.1`,
} as const;
