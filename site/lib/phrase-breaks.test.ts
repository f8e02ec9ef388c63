import { describe, expect, it } from 'vitest';
import { phraseBreaks } from './phrase-breaks.ts';

const shown = (text: string) =>
  phraseBreaks(text)
    .replaceAll('<wbr>', '|')
    .replaceAll('</span><span>', '‖')
    .replaceAll(/<\/?span>/g, '');

describe('phraseBreaks', () => {
  it.each([
    ['产线不停，数据不漏', '产线|不停，‖数据不漏'],
    ['在产线上看见每一微米', '在产线上|看见|每一微米'],
    ['带着样品来谈', '带着|样品来谈'],
    ['从拍照到剔除，只有 20 毫秒', '从拍照到剔除，‖只有 20\u00a0毫秒'],
    ['谁来回答您的问题', '谁来|回答您的|问题'],
  ])('breaks %s between clauses and phrases', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('leaves English to the browser', () => {
    expect(phraseBreaks('Measure everything. Stop for nothing.')).toBe(
      'Measure everything. Stop for nothing.',
    );
  });

  it('makes markup in a title inert', () => {
    expect(phraseBreaks('<b>测量</b>')).not.toContain('<b>');
    expect(phraseBreaks('a <b> & c')).toBe('a &lt;b&gt; &amp; c');
  });
});
