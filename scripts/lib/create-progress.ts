import { styleText } from 'node:util';

/** Tells a person what goes on: one line a step, with its outcome and time. */
export interface Progress {
  /** Something to know, over one line or several; it stands above the step that goes on. */
  note(text: string): void;
  step<Value>(title: string, work: () => Promise<StepResult<Value>>): Promise<Value>;
}

export interface StepResult<Value> {
  readonly value: Value;
  /** What was done, in a few words, e.g. "6 files". */
  readonly outcome: string;
}

/** On a terminal a step shows while it runs; elsewhere (logs, CI) only when it is done. */
export function createProgress(output: NodeJS.WriteStream): Progress {
  const show = (mark: string, text: string, end: string): void => {
    output.write(`${output.isTTY ? '\r\u001B[2K' : ''}${mark} ${text}${end}`);
  };
  return {
    note(text) {
      show(styleText('yellow', '!'), text.replaceAll('\n', '\n  '), '\n');
    },
    async step(title, work) {
      const startedAt = performance.now();
      if (output.isTTY) show(styleText('cyan', '…'), title, '');
      try {
        const { value, outcome } = await work();
        const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
        show(styleText('green', '✓'), `${title}: ${outcome} ${styleText('dim', `${seconds} s`)}`, '\n');
        return value;
      } catch (error) {
        show(styleText('red', '✗'), title, '\n');
        throw error;
      }
    },
  };
}
