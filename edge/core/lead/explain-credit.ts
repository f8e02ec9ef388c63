import type { CreditRules } from '../../contract/lead/credit-rules.ts';
import type { Locale } from '../../contract/locale.ts';
import { dateOfDay, DAY_MS } from './create-zone.ts';
import type { Credit } from './credit-for.ts';

/** Why marketing and sales get what they get, in one sentence. */
export function explainCredit(credit: Credit, rules: CreditRules, locale: Locale): string {
  const { marketing, untouchedDays } = credit;
  const percent = `${Math.round(marketing * 100)} %`;
  const due = credit.contactDueAt === null ? '' : dateOfDay(Math.floor(credit.contactDueAt / DAY_MS));
  if (locale === 'zh') {
    switch (credit.rule) {
      case 'not-in-crm':
        return 'CRM 里没有这家客户：算市场的。';
      case 'untouched':
        return `${untouchedDays === null ? 'CRM 里有，但销售从未联系过' : `销售已 ${untouchedDays} 天没有联系（满 ${rules.untouchedDays} 天）`}：算市场的，市场须在 ${due} 前联系。`;
      case 'ranks-higher':
        return '市场带来的联系人职位高于销售手里的：算市场的。';
      case 'ranks-lower':
        return `市场带来的联系人职位低于销售手里的：同步给销售负责人，市场计 ${percent}。`;
      case 'sales-active':
        return `销售正在跟进（${untouchedDays ?? 0} 天前联系过）：同步给销售负责人，市场计 ${percent}。`;
    }
  }
  switch (credit.rule) {
    case 'not-in-crm':
      return 'The CRM does not have them: marketing’s.';
    case 'untouched':
      return `${untouchedDays === null ? 'The CRM has them, but sales was never in touch' : `Sales was not in touch for ${untouchedDays} days (${rules.untouchedDays} are enough)`}: marketing’s, which has to get in touch by ${due}.`;
    case 'ranks-higher':
      return 'Marketing’s contact decides more than the one sales has: marketing’s.';
    case 'ranks-lower':
      return `Marketing’s contact decides less than the one sales has: on to the owner, ${percent} for marketing.`;
    case 'sales-active':
      return `Sales is at work (in touch ${untouchedDays ?? 0} ${untouchedDays === 1 ? 'day' : 'days'} ago): on to the owner, ${percent} for marketing.`;
  }
}
