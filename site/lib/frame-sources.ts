import { VIDEO_PROVIDERS, VIDEO_PROVIDER_NAMES } from '../blocks/video-providers.ts';

/** The origins whose films a text shows in frames: what the page's policy must allow, and nothing more. */
export function frameSources(
  blocks: readonly { readonly name: string; readonly props: Readonly<Record<string, unknown>> }[],
): string[] {
  const used = blocks.filter(({ name }) => name === 'Video').map(({ props }) => props['provider']);
  return VIDEO_PROVIDER_NAMES.filter((name) => used.includes(name)).map(
    (name) => VIDEO_PROVIDERS[name].frameOrigin,
  );
}
