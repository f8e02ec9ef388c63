/** Mail services that give anybody an address. Our own list, by use in China, Europe and America. */
export const FREE_MAIL_DOMAINS: readonly string[] = words(`
  qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com vip.126.com yeah.net 188.com netease.com
  sina.com sina.cn vip.sina.com sohu.com vip.sohu.com tom.com 139.com 189.cn wo.cn wo.com.cn 21cn.com aliyun.com
  alimail.com 263.net 263.net.cn china.com chinaren.com eyou.com etang.com citiz.net live.cn hotmail.com.cn outlook.cn
  yahoo.com.cn yahoo.cn 2980.com 88.com 111.com email.cn msn.cn
  gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com icloud.com me.com mac.com
  yahoo.com ymail.com rocketmail.com myyahoo.com aol.com aim.com proton.me protonmail.com pm.me tutanota.com tuta.io
  tuta.com hey.com duck.com fastmail.com fastmail.fm zoho.com zohomail.com mail.com email.com usa.com gmx.com inbox.com
  hushmail.com runbox.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net
  outlook.de hotmail.de live.de yahoo.de gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de arcor.de posteo.de
  mailbox.org 1und1.de online.de vodafone.de kabelmail.de email.de mail.de bluewin.ch hispeed.ch aon.at
  outlook.fr hotmail.fr yahoo.fr orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr
  hotmail.co.uk live.co.uk outlook.co.uk yahoo.co.uk btinternet.com sky.com ntlworld.com virginmedia.com talktalk.net
  hotmail.it libero.it virgilio.it tiscali.it alice.it hotmail.es outlook.es yahoo.es telefonica.net
  wp.pl o2.pl onet.pl interia.pl op.pl seznam.cz email.cz centrum.cz telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl
  yandex.ru yandex.com ya.ru mail.ru bk.ru list.ru inbox.ru rambler.ru ukr.net
  naver.com daum.net hanmail.net nate.com yahoo.co.jp yahoo.co.kr docomo.ne.jp ezweb.ne.jp softbank.ne.jp
  yahoo.com.tw yahoo.com.hk pchome.com.tw hinet.net netvigator.com rediffmail.com yahoo.co.in yahoo.com.sg singnet.com.sg
  yahoo.com.br uol.com.br bol.com.br terra.com.br
`);

/** Addresses that last minutes. */
export const THROWAWAY_DOMAINS: readonly string[] = words(`
  mailinator.com guerrillamail.com guerrillamail.net sharklasers.com 10minutemail.com 10minutemail.net temp-mail.org
  tempmail.com tempmail.net tempr.email throwawaymail.com trashmail.com trashmail.de yopmail.com yopmail.fr
  getnada.com nada.email maildrop.cc mailnesia.com mintemail.com mohmal.com dispostable.com fakeinbox.com emailondeck.com
  spamgourmet.com mytemp.email moakt.com burnermail.io discard.email wegwerfmail.de einrot.com linshiyouxiang.net
  bccto.me chacuo.net 027168.com 24mail.chacuo.net
`);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
