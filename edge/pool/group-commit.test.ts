import { beforeEach, describe, expect, test } from 'vitest';
import { PoolUnavailable } from '../core/ports/pool.ts';
import { createGroupCommit, type GroupCommitOptions, type Transactional } from './group-commit.ts';

/** Says what happened to it, and fails where told. */
class FakeConnection implements Transactional {
  readonly log: string[] = [];
  failAt: Partial<Record<'begin' | 'commit', Error>> = {};
  begin(): void {
    this.#do('begin');
  }
  commit(): void {
    this.#do('commit');
  }
  rollback(): void {
    this.log.push('rollback');
  }
  savepoint(): void {
    this.log.push('savepoint');
  }
  releaseSavepoint(): void {
    this.log.push('release');
  }
  rollbackToSavepoint(): void {
    this.log.push('rollback to');
  }
  translate(error: unknown): unknown {
    return error;
  }
  #do(step: 'begin' | 'commit'): void {
    this.log.push(step);
    const failure = this.failAt[step];
    if (failure) throw failure;
  }
}

let connection: FakeConnection;
let tasks: (() => void)[];
let delays: (() => void)[];
let now: number;
beforeEach(() => {
  connection = new FakeConnection();
  tasks = [];
  delays = [];
  now = 0;
});

const create = (changes: Partial<GroupCommitOptions> = {}) =>
  createGroupCommit({
    connection,
    schedule: (task) => tasks.push(task),
    delay: (task) => delays.push(task),
    elapsed: () => now,
    maxQueued: 10,
    maxBatch: 4,
    maxWaitMs: 100,
    ...changes,
  });

const nextTurn = () => tasks.shift()?.();
const work = (name: string) => () => {
  connection.log.push(name);
  return name;
};
const outcomes = async (promises: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(promises)).map((result) =>
    result.status === 'fulfilled' ? result.value : String(result.reason),
  );

describe('group commit', () => {
  test('puts what arrives in one turn into one transaction', async () => {
    const { run } = create();
    const results = [run(work('a')), run(work('b'))];
    nextTurn();
    expect(await outcomes(results)).toEqual(['a', 'b']);
    expect(connection.log).toEqual(['begin', 'a', 'b', 'commit']);
    expect(tasks).toEqual([]);
  });

  test('answers nobody before the commit', async () => {
    const { run } = create();
    connection.failAt.commit = new PoolUnavailable('full');
    const results = [run(work('a')), run(work('b'))];
    nextTurn();
    const full = 'PoolUnavailable: the pool is full';
    expect(await outcomes(results)).toEqual([full, full]);
    expect(connection.log).toEqual(['begin', 'a', 'b', 'commit', 'rollback']);
  });

  test('undoes alone what fails, and runs the others again', async () => {
    const { run } = create();
    const fail = () => {
      connection.log.push('bad');
      throw new RangeError('bad');
    };
    const results = [run(work('a')), run(fail), run(work('b'))];
    nextTurn();
    expect(await outcomes(results)).toEqual(['a', 'RangeError: bad', 'b']);
    expect(connection.log.join(' ')).toBe(
      'begin a bad rollback begin savepoint a release savepoint bad rollback to savepoint b release commit',
    );
  });

  test('gives up a transaction that can take no more', async () => {
    const { run } = create();
    const results = [
      run(work('a')),
      run(() => {
        throw new PoolUnavailable('full');
      }),
    ];
    nextTurn();
    expect(new Set(await outcomes(results))).toEqual(new Set(['PoolUnavailable: the pool is full']));
    expect(connection.log).toEqual(['begin', 'a', 'rollback']);
  });

  test('goes on with the next turn after a failure', async () => {
    const { run } = create();
    connection.failAt.begin = new PoolUnavailable('unreachable');
    const first = run(work('a'));
    nextTurn();
    connection.failAt = {};
    const second = run(work('b'));
    nextTurn();
    expect(await outcomes([first, second])).toEqual(['PoolUnavailable: the pool is unreachable', 'b']);
  });

  test('splits what is too much for one transaction', async () => {
    const { run } = create();
    const results = Array.from({ length: 6 }, (_, n) => run(work(`${n}`)));
    nextTurn();
    nextTurn();
    expect(await outcomes(results)).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(connection.log.join(' ')).toBe('begin 0 1 2 3 commit begin 4 5 commit');
  });

  test('waits for a lock, each for its own time', async () => {
    const { run } = create();
    connection.failAt.begin = new PoolUnavailable('busy');
    const early = run(work('early'));
    nextTurn();
    now = 60;
    const late = run(work('late'));
    now = 100;
    delays.shift()?.();
    expect(await outcomes([early])).toEqual(['PoolUnavailable: the pool is busy']);
    connection.failAt = {};
    delays.shift()?.();
    expect(await outcomes([late])).toEqual(['late']);
    expect(tasks).toEqual([]);
  });

  test('refuses what exceeds the queue', async () => {
    const { run } = create({ maxQueued: 1 });
    const results = [run(work('a')), run(work('b'))];
    nextTurn();
    expect(await outcomes(results)).toEqual(['a', 'PoolUnavailable: the pool is busy']);
  });

  test('closes when the queue is empty, and takes nothing more', async () => {
    const { run, close } = create();
    const first = run(work('a'));
    const closed = close().then(() => connection.log.push('closed'));
    const late = run(work('late'));
    nextTurn();
    await closed;
    expect(await outcomes([first, late])).toEqual(['a', 'PoolUnavailable: the pool is unreachable']);
    expect(connection.log.at(-1)).toBe('closed');
  });
});
