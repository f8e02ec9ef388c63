/** `Promise.all` over a function, at most `limit` calls at a time; results in the order of the items. */
export async function mapLimit<Item, Result>(
  items: readonly Item[],
  { limit, map }: { readonly limit: number; readonly map: (item: Item) => Promise<Result> },
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}
