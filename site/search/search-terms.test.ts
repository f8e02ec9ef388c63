import { expect, test } from 'vitest';
import { searchWords, stem, termsOf } from './search-terms.ts';

test.each([
  ['Inline gauging at 60 m/min', ['inline', 'gauging', 'at', '60', 'm/min']],
  ['LG-40：在线测厚，±0.76 µm', ['lg-40', '在线测厚', '0.76', 'μm']],
  ['ＬＧ－４０ Größe Café', ['lg-40', 'große', 'cafe']],
  ['', []],
])('reads the words of %j', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});

test.each([
  ['测厚仪', ['测厚', '厚仪']],
  ['厚', ['厚']],
  ['lg-40', ['lg40', 'lg', '40']],
  ['nl-lg40-f3', ['nllg40f3', 'nl', 'lg40', 'f3']],
  ['0.76', ['0.76']],
])('stores %j as %j', (word, terms) => {
  expect(termsOf(word)).toEqual(terms);
});

test.each([
  [['gauge', 'gauges', 'gauging', 'gauged'], 'gaug'],
  [['measure', 'measures', 'measuring', 'measurement', 'measurements'], 'measur'],
  [['inspect', 'inspection', 'inspections', 'inspecting'], 'inspect'],
  [['battery', 'batteries'], 'battery'],
  [['glass', 'glasses'], 'glass'],
  [['stop', 'stopped', 'stopping'], 'stop'],
  [['coat', 'coating', 'coated', 'coats'], 'coat'],
  [['line', 'lines'], 'lin'],
  [['lens'], 'len'],
  [['bus'], 'bus'],
  [['string'], 'string'],
])('takes %j for the same word', (forms, root) => {
  expect(forms.map(stem)).toEqual(forms.map(() => root));
});
