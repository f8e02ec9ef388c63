import type { LeadStep, NoEffect } from '../../contract/lead/lead-event.ts';
import type { Locale } from '../../contract/locale.ts';

/** One step of a lead's life in a sentence: what happened, who did it, why, and what came of it. */
export function explainStep({ event, from, to, noEffect }: LeadStep, locale: Locale): string {
  const { by, why } = event;
  const what = EVENTS[locale](event);
  if (locale === 'zh') {
    const outcome = noEffect
      ? `，未生效：${REASONS[noEffect].zh}`
      : from === to
        ? ''
        : `，${STAGES[from].zh} → ${STAGES[to].zh}`;
    return `${by}：${what}${outcome}${why === undefined ? '' : `（${why}）`}`;
  }
  const outcome = noEffect
    ? `, without effect: ${REASONS[noEffect].en}`
    : from === to
      ? ''
      : `, ${STAGES[from].en} → ${STAGES[to].en}`;
  return `${by}: ${what}${outcome}${why === undefined ? '' : ` (${why})`}`;
}

type Event = LeadStep['event'];

const EVENTS: Readonly<Record<Locale, (event: Event) => string>> = {
  en(event) {
    switch (event.type) {
      case 'registered':
        return `registered for ${event.entry}`;
      case 'qualified':
        return `qualified by ${event.rule}`;
      case 'assigned':
        return `assigned to ${event.to}`;
      case 'queued':
        return `put into the queue${event.queue === null ? '' : ` of ${event.queue}`}`;
      case 'stage_set':
        return `set to ${STAGES[event.stage].en}`;
      case 'contacted':
        return `${event.team} got in touch`;
      case 'reminded':
        return `owner reminded, time ${event.nth}`;
      case 'escalated':
        return `${event.to} told that there is no verdict`;
      case 'merged':
        return `joined with contact ${event.contact}`;
      case 'split':
        return `parted from contact ${event.contact}`;
      case 'accepted':
      case 'rejected':
      case 'returned':
      case 'claimed':
      case 'released':
        return event.type;
    }
  },
  zh(event) {
    switch (event.type) {
      case 'registered':
        return `登记 ${event.entry}`;
      case 'qualified':
        return `达到 ${event.rule}，成为 MQL`;
      case 'assigned':
        return `分配给 ${event.to}`;
      case 'queued':
        return event.queue === null ? '放入公共队列' : `放入 ${event.queue} 的队列`;
      case 'stage_set':
        return `设为${STAGES[event.stage].zh}`;
      case 'contacted':
        return `${event.team === 'sales' ? '销售' : '市场'}已联系`;
      case 'reminded':
        return `第 ${event.nth} 次提醒负责人`;
      case 'escalated':
        return `逾期未处理，上报 ${event.to}`;
      case 'merged':
        return `与联系人 ${event.contact} 合并`;
      case 'split':
        return `与联系人 ${event.contact} 拆分`;
      case 'accepted':
        return '接受';
      case 'rejected':
        return '拒绝';
      case 'returned':
        return '跟进后退回';
      case 'claimed':
        return '认领';
      case 'released':
        return '释放';
    }
  },
};

const STAGES: Readonly<Record<LeadStep['to'], Readonly<Record<Locale, string>>>> = {
  raw: { zh: '原始线索', en: 'raw' },
  mql: { zh: 'MQL', en: 'MQL' },
  assigned: { zh: '已分配', en: 'assigned' },
  accepted: { zh: '已接受', en: 'accepted' },
  opportunity: { zh: '商机', en: 'opportunity' },
  won: { zh: '赢单', en: 'won' },
  lost: { zh: '丢单', en: 'lost' },
  returned: { zh: '退回线索（MRL）', en: 'returned (MRL)' },
};

const REASONS: Readonly<Record<NoEffect, Readonly<Record<Locale, string>>>> = {
  stale: { zh: '同一系统已有更新的消息', en: 'its system has told something newer' },
  closed: { zh: '线索已经结束', en: 'the lead is won or lost' },
  already: { zh: '本来就是这样', en: 'it was so already' },
  backwards: { zh: '阶段只能靠拒绝或退回往回走', en: 'only a verdict takes a stage back' },
  held: { zh: '已由别人负责', en: 'somebody else has it' },
  unheld: { zh: '没有人在负责', en: 'nobody has it' },
};
