import { expect, test } from 'vitest';
import { specText } from './spec-text.ts';

test.each([
  [0.5, 'mm', '0.5\u00a0mm', '0.5\u00a0mm'],
  [16384, 'px', '16384\u00a0px', '16,384\u00a0px'],
  [-5, undefined, '−5', '−5'],
  [0.02, undefined, '0.02', '0.02'],
  ['±6', 'mm', '±6\u00a0mm', '±6\u00a0mm'],
  ['-', 'mm', '–', '–'],
  [true, undefined, '是', 'Yes'],
  [false, undefined, '否', 'No'],
  [{ zh: '无风扇', en: 'no fan' }, undefined, '无风扇', 'no fan'],
  [{ from: 0, to: 4 }, 'mm', '0～4\u00a0mm', '0–4\u00a0mm'],
  [{ from: -10, to: 50 }, { zh: '℃', en: '°C' }, '−10～50\u00a0℃', '−10 to 50\u00a0°C'],
  [{ to: 600 }, 'mm', '≤\u00a0600\u00a0mm', '≤\u00a0600\u00a0mm'],
  [{ from: 0.14 }, 'mm', '≥\u00a00.14\u00a0mm', '≥\u00a00.14\u00a0mm'],
])('%j with the unit %j', (value, unit, zh, en) => {
  expect(specText(value, { locale: 'zh', unit })).toBe(zh);
  expect(specText(value, { locale: 'en', unit })).toBe(en);
});
