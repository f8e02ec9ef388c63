import type { Locale } from '../../contract/locale.ts';
import { dateOfDay } from './create-zone.ts';
import type { ExplainedScore, ScoreLine } from './score.ts';

/** Why a lead has its score, line by line; the figures at the beginning add up to the total. */
export function explainScore(score: ExplainedScore, locale: Locale): string[] {
  return score.lines.map((line) => `${signed(line.value)}  ${WORDS[locale](line)}`);
}

const WORDS: Readonly<Record<Locale, (line: ScoreLine) => string>> = { zh: inChinese, en: inEnglish };

function inEnglish(line: ScoreLine): string {
  switch (line.kind) {
    case 'rule-limit':
      return `${line.name.en}: at most ${line.limit} in all`;
    case 'limit':
      return `${line.part === 'fit' ? 'Fit' : 'Engagement'}: at most ${line.limit}`;
    case 'floor':
      return `${line.part === 'fit' ? 'Fit' : 'Engagement'}: never below zero`;
    case 'rule': {
      if (line.part === 'fit') return line.name.en;
      const { name, day, count, points, given, ageDays, halfLifeDays } = line;
      const times = count === 1 ? '' : `, ${count} times`;
      const first = `${name.en}${times} on ${dateOfDay(day)}: ${signed(given)}`;
      const limited = given === points * count ? '' : ` of ${signed(points * count)}, the limit of a day`;
      const decayed =
        ageDays === 0
          ? ''
          : `, ${ageDays} ${ageDays === 1 ? 'day' : 'days'} old, halved every ${halfLifeDays} days`;
      return `${first}${limited}${decayed}`;
    }
  }
}

function inChinese(line: ScoreLine): string {
  switch (line.kind) {
    case 'rule-limit':
      return `${line.name.zh}：累计最多 ${line.limit} 分`;
    case 'limit':
      return `${line.part === 'fit' ? '匹配度' : '活跃度'}：最多 ${line.limit} 分`;
    case 'floor':
      return `${line.part === 'fit' ? '匹配度' : '活跃度'}：不低于零分`;
    case 'rule': {
      if (line.part === 'fit') return line.name.zh;
      const { name, day, count, points, given, ageDays, halfLifeDays } = line;
      const times = count === 1 ? '' : `，${count} 次`;
      const first = `${name.zh}，${dateOfDay(day)}${times}：${signed(given)} 分`;
      const limited = given === points * count ? '' : `（本来 ${signed(points * count)} 分，受每日上限限制）`;
      const decayed = ageDays === 0 ? '' : `，已过 ${ageDays} 天，每 ${halfLifeDays} 天减半`;
      return `${first}${limited}${decayed}`;
    }
  }
}

function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}
