import type { Issue } from '../loader/issues/issue.ts';
import { ASK_EVENT, type ContentState, STATE_EVENT } from './issues.ts';

// Runs in every page of the dev server, and in none of a build.

const WORDS = {
  zh: {
    problems: (count: number) => `内容里有 ${count} 个问题`,
    note: '页面显示的是改动之前的内容；改好保存，这里会自动消失。',
    hide: '收起',
    advice: (count: number) => `${count} 条建议（不影响发布）`,
  },
  en: {
    problems: (count: number) =>
      count === 1 ? '1 problem in the content' : `${count} problems in the content`,
    note: 'The page shows the content as it was before. Save the correction, and this goes away.',
    hide: 'Hide',
    advice: (count: number) =>
      `${count} ${count === 1 ? 'piece' : 'pieces'} of advice (nothing that stops a build)`,
  },
} as const;

const STYLES = `
  :host { all: initial; position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 75vh; overflow: auto;
    overscroll-behavior: contain; box-shadow: 0 -8px 40px rgb(0 0 0 / .4); }
  main { padding: 16px 20px 20px; border-top: 4px solid #ff6b57; color: #f2f4f7; background: #16191f;
    font: 14px/1.55 ui-sans-serif, system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; }
  :host(.is-advice) { inset: auto 12px 12px auto; max-width: min(46rem, calc(100vw - 24px)); border-radius: 6px; }
  main.is-advice { border-top: 0; border-inline-start: 4px solid #e0b341; padding: 8px 16px; }
  header { display: flex; gap: 16px; align-items: baseline; }
  h2 { flex: 1; margin: 0; font-size: 16px; font-weight: 650; }
  p { margin: 2px 0 0; color: #b4bcc8; }
  button { padding: 4px 12px; border: 1px solid #5a6472; border-radius: 4px; color: inherit; font: inherit;
    background: none; cursor: pointer; }
  ol { display: grid; gap: 14px; margin: 14px 0 0; padding: 0; list-style: none; }
  a { color: #8fc1ff; font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
  code { margin-inline-start: 10px; color: #ff9384; font: 12px ui-monospace, Menlo, Consolas, monospace; }
  .is-advice code { color: #e0b341; }
  li p { color: #f2f4f7; }
  li p + p { color: #b4bcc8; }
  pre { margin: 4px 0 0; padding: 6px 10px; overflow-x: auto; border-radius: 4px; color: #9fe0b0; background: #0c0e12;
    font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; }
  summary { cursor: pointer; color: #b4bcc8; }
`;

const words = document.documentElement.lang.startsWith('zh') ? WORDS.zh : WORDS.en;
let host: HTMLElement | undefined;

if (import.meta.hot) {
  import.meta.hot.on(STATE_EVENT, show);
  import.meta.hot.send(ASK_EVENT);
}

function show({ issues, warnings }: ContentState): void {
  host?.remove();
  host = undefined;
  if (issues.length + warnings.length === 0) return;
  host = document.createElement('gatehouse-issues');
  host.className = issues.length > 0 ? '' : 'is-advice';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  root.append(issues.length > 0 ? problems(issues) : advice(warnings));
  document.body.append(host);
}

function problems(issues: readonly Issue[]): HTMLElement {
  const hide = element('button', [words.hide]);
  hide.addEventListener('click', () => host?.remove());
  const header = element('header', [element('h2', [words.problems(issues.length)]), hide]);
  const main = element('main', [header, element('p', [words.note]), list(issues)]);
  main.setAttribute('role', 'alert');
  return main;
}

function advice(warnings: readonly Issue[]): HTMLElement {
  const details = element('details', [element('summary', [words.advice(warnings.length)]), list(warnings)]);
  const main = element('main', [details]);
  main.className = 'is-advice';
  return main;
}

function list(issues: readonly Issue[]): HTMLElement {
  return element(
    'ol',
    issues.map(({ file, line, column, code, message, hint, fix }) => {
      const place = `${file}:${line}:${column}`;
      const link = element('a', [place]);
      link.setAttribute('href', `/__open-in-editor?file=${encodeURIComponent(place)}`);
      // The dev server opens the editor; the page stays.
      link.addEventListener('click', (event) => {
        event.preventDefault();
        void fetch(link.getAttribute('href') ?? '');
      });
      return element('li', [
        link,
        ' ',
        element('code', [code]),
        element('p', [message]),
        ...(hint === undefined ? [] : [element('p', [hint])]),
        ...(fix === undefined ? [] : [element('pre', [fix])]),
      ]);
    }),
  );
}

function element(name: string, content: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
