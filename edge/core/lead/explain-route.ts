import type { Locale, Localized } from '../../contract/locale.ts';
import type { RoutingRules } from '../../contract/lead/routing-rules.ts';
import type { LeftOut, LeftOutReason, RouteDecision, RouteStep, RouteStepName } from './route-decision.ts';

/** How a decision came about, one sentence a step: which rule spoke, who was left out and why. */
export function explainRoute(decision: RouteDecision, rules: RoutingRules, locale: Locale): string[] {
  const names = namesOf(rules, locale);
  return decision.steps.map((step) =>
    locale === 'zh' ? inChinese(step, { decision, names }) : inEnglish(step, { decision, names }),
  );
}

interface Saying {
  readonly decision: RouteDecision;
  readonly names: Names;
}

function inEnglish(step: RouteStep, { decision, names }: Saying): string {
  const { asked, left, leftOut, outcome } = step;
  const wish = names.asked(step).join(', ');
  const out = leftOut.map((one) => `${names.person(one.person)} (${REASONS[one.reason].en})`).join(', ');
  const without = out === '' ? '' : ` Left out: ${out}.`;
  if (step.step === 'owner') {
    const owner = names.person(left[0] ?? '');
    if (outcome !== 'decided') return `${wish} has them already, but can’t take it.${without}`;
    return left[0] === asked[0]
      ? `${wish} has them already.`
      : `${wish} had them; ${owner} took over.${without}`;
  }
  if (step.step === 'queue')
    return `Nobody is left: it goes into the queue${wish === '' ? '' : ` of ${wish}`}, which ${names.person(decision.told)} looks after.`;
  const title = `${TITLES[step.step].en}${wish === '' ? '' : `: ${wish}`}.`;
  if (outcome === 'unasked') return `${TITLES[step.step].en}: nothing is known to go by.`;
  if (outcome === 'nobody')
    return `${title} Nobody${isPassedOver(step) ? ' of those left, so this is passed over' : ''}.${without}`;
  return `${title} ${left.map(names.person).join(', ')}.${without}`;
}

function inChinese(step: RouteStep, { decision, names }: Saying): string {
  const { asked, left, leftOut, outcome } = step;
  const wish = names.asked(step).join('、');
  const out = leftOut.map((one) => `${names.person(one.person)}（${REASONS[one.reason].zh}）`).join('、');
  const without = out === '' ? '' : `排除：${out}。`;
  if (step.step === 'owner') {
    const owner = names.person(left[0] ?? '');
    if (outcome !== 'decided') return `原负责人是${wish}，但现在不能接。${without}`;
    return left[0] === asked[0] ? `已由${wish}负责。` : `原负责人是${wish}，由${owner}接手。${without}`;
  }
  if (step.step === 'queue')
    return `没有合适的人：放入${wish === '' ? '公共队列' : `${wish}的队列`}，由${names.person(decision.told)}照看。`;
  const title = `${TITLES[step.step].zh}${wish === '' ? '' : `「${wish}」`}：`;
  if (outcome === 'unasked') return `${title}没有可依据的信息。`;
  if (outcome === 'nobody')
    return `${title}${isPassedOver(step) ? '剩下的人都不符合，跳过' : '没有人符合'}。${without}`;
  return `${title}${left.map(names.person).join('、')}。${without}`;
}

/** A wish that nobody can meet ends no search; only being free and the region do. */
function isPassedOver({ step, left }: RouteStep): boolean {
  return step === 'rule' || left.length > 0;
}

type Titled = Exclude<RouteStepName, 'owner' | 'queue'>;

const TITLES: Readonly<Record<Titled, Readonly<Record<Locale, string>>>> = {
  entry: { zh: '没有划分区域，由内容负责人接', en: 'No territories are set up, so whoever owns the entry' },
  free: { zh: '能接线索的人', en: 'Who is free' },
  rule: { zh: '规则', en: 'Rule' },
  region: { zh: '区域', en: 'Region' },
  industry: { zh: '行业', en: 'Industry' },
  expertise: { zh: '产品专长', en: 'Knows the products' },
  language: { zh: '语言', en: 'Language' },
  level: { zh: '资历', en: 'Level of experience' },
  load: { zh: '最空闲', en: 'Least busy' },
  turn: { zh: '轮到', en: 'Whose turn it is' },
};

const REASONS: Readonly<Record<LeftOutReason, Readonly<Record<Locale, string>>>> = {
  left: { zh: '已离职', en: 'has left' },
  away: { zh: '休假中', en: 'is away' },
  'takes-none': { zh: '不接线索', en: 'takes no leads' },
  excluded: { zh: '已退回或逾期未处理', en: 'had it and gave it up, or let it lie' },
  full: { zh: '在手线索已满', en: 'has as many as they can hold' },
  'day-full': { zh: '今天已分满', en: 'got enough today' },
  'not-named': { zh: '规则没有点名', en: 'is not named' },
  territory: { zh: '不负责这个区域', en: 'is not of this region' },
  industry: { zh: '不做这个行业', en: 'does not know the industry' },
  expertise: { zh: '不做这类产品', en: 'does not know these products' },
  language: { zh: '不讲这种语言', en: 'does not speak the language' },
  level: { zh: '资历不够', en: 'has too little experience' },
  busier: { zh: '手头更忙', en: 'is busier' },
  'not-their-turn': { zh: '还没轮到', en: 'comes later' },
} satisfies Record<LeftOut['reason'], unknown>;

interface Names {
  readonly person: (id: string) => string;
  /** Of what a step asks for. */
  readonly asked: (step: RouteStep) => readonly string[];
}

function namesOf({ people, territories, rules }: RoutingRules, locale: Locale): Names {
  const naming = (named: readonly { readonly id: string; readonly name: Localized }[]) => {
    const names = new Map(named.map(({ id, name }) => [id, name[locale]]));
    return (id: string): string => names.get(id) ?? id;
  };
  const person = naming(people);
  const kinds: Partial<Record<RouteStepName, (id: string) => string>> = {
    owner: person,
    rule: naming(rules),
    region: naming(territories),
    queue: naming(territories),
  };
  return { person, asked: ({ step, asked }) => asked.map(kinds[step] ?? String) };
}
