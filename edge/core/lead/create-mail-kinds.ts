import { FREE_MAIL_DOMAINS, THROWAWAY_DOMAINS } from '../../contract/lead/free-mail-domains.ts';
import type { MailKind } from '../../contract/lead/scoring-rules.ts';

/** Makes the test what a mail domain tells of who writes from it; sub-domains count as the domain. */
export function createMailKinds(freeMail: readonly string[] = []): (domain: string) => MailKind {
  const kinds = new Map<string, MailKind>([
    ...[...FREE_MAIL_DOMAINS, ...freeMail].map((domain) => [domain.toLowerCase(), 'free'] as const),
    ...THROWAWAY_DOMAINS.map((domain) => [domain, 'throwaway'] as const),
  ]);
  return (domain) => {
    for (let name = domain; ; name = name.slice(name.indexOf('.') + 1)) {
      const kind = kinds.get(name);
      if (kind !== undefined) return kind;
      if (!name.includes('.')) return 'business';
    }
  };
}
