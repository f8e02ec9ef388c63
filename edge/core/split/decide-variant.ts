import { runningVariant, type VariantId } from '../../contract/variants.ts';
import { chooseVariant, type Experiment } from './choose-variant.ts';
import { isRobot } from './is-robot.ts';
import { networkOf } from './network-of.ts';

/** What a request for a page says, before any consent, about who asks. */
export interface PageRequest {
  /** The query with its question mark, or empty. */
  readonly search: string;
  /** Lower-case name in, value out. */
  readonly header: (name: string) => string | null | undefined;
  /** The other end of the connection, where it is known. */
  readonly remoteAddress?: string | undefined;
}

/**
 * Decides which version of a page answers a request. `?variant=b` shows one to whoever asks for it; search engines
 * and link previews get the page itself; everybody else is split by address and browser.
 */
export function decideVariant(request: PageRequest, experiment: Experiment): VariantId {
  const asked = request.search === '' ? null : new URLSearchParams(request.search).get('variant');
  const wanted = runningVariant(asked ?? undefined, experiment.variants);
  if (wanted) return wanted;
  const browser = (request.header('user-agent') ?? '').slice(0, MAX_LENGTH);
  return isRobot(browser) ? 'a' : chooseVariant(experiment, `${networkOf(addressOf(request))}\n${browser}`);
}

const MAX_LENGTH = 512;

/** Forwarding headers are believed: whoever forges one chooses a version for themselves, as the query lets them. */
function addressOf({ header, remoteAddress = '' }: PageRequest): string {
  const forwarded = header('x-forwarded-for')?.split(',', 1)[0]?.trim();
  return (forwarded || header('x-real-ip')?.trim() || remoteAddress).slice(0, MAX_LENGTH);
}
