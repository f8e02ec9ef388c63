import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { Site } from '../content.ts';
import type { Source, Sources } from '../sources.ts';
import { duplicates } from './duplicates.ts';
import { checkTheme } from './check-theme.ts';
import { unknownReference } from './unknown-reference.ts';

/** What `site.yaml` refers to, and its lists of ids. */
export function checkSite(
  { yaml, value }: Source<Site>,
  { people, label }: Pick<Sources, 'people'> & { label: string },
): Issue[] {
  const idPaths = (key: 'industries' | 'roles' | 'families') => {
    const list = yaml.get([key]);
    return Array.isArray(list) ? list.map((_, index) => [key, index, 'id']) : [];
  };
  const owner = unknownReference({
    yaml,
    path: ['leads', 'owner'],
    known: [...people.keys()],
    code: 'UnknownPerson',
    missing: (id) => `There is no ${label}/people/${id}.yaml.`,
  });
  return [
    ...owner,
    ...duplicates(yaml, idPaths('industries')),
    ...duplicates(yaml, idPaths('roles')),
    ...duplicates(yaml, idPaths('families')),
    ...checkPictureAlt({ yaml }),
    ...(value
      ? [
          ...checkTheme(value.theme, yaml),
          ...checkSharedDomain({ yaml, value }),
          ...checkAnalytics({ yaml, value }),
        ]
      : []),
  ];
}

/** Without somebody to ask, nobody could agree. */
function checkAnalytics({ yaml, value }: { yaml: Source<Site>['yaml']; value: Site }): Issue[] {
  if (!value.analytics || value.privacyChoices?.analytics) return [];
  return [
    issueAt(yaml.placeOf(['analytics']), {
      code: 'MissingConsent',
      message: 'analytics measures visitors, but privacyChoices.analytics does not ask them.',
      fix: 'analytics: { zh: …, en: … }   under privacyChoices, or leave out analytics',
    }),
  ];
}

/** Browsers keep nothing for a domain that the site is not part of. */
function checkSharedDomain({ yaml, value }: { yaml: Source<Site>['yaml']; value: Site }): Issue[] {
  const domain = value.privacyChoices?.domain;
  const { hostname } = new URL(value.domain);
  if (domain === undefined || hostname === domain || hostname.endsWith(`.${domain}`)) return [];
  return [
    issueAt(yaml.placeOf(['privacyChoices', 'domain']), {
      code: 'InvalidValue',
      message: `privacyChoices.domain is "${domain}", but the site is at ${hostname}, which is no part of it.`,
      fix: `domain: ${hostname.replace(/^www\./, '')}`,
    }),
  ];
}

function checkPictureAlt({ yaml }: Pick<Source<Site>, 'yaml'>): Issue[] {
  const hasPicture = yaml.text(['home', 'picture']) !== undefined;
  if (!hasPicture || yaml.get(['home', 'pictureAlt']) !== undefined) return [];
  const message = 'home.picture has no home.pictureAlt: the words for people who can’t see it.';
  return [
    issueAt(yaml.placeOf(['home', 'picture']), {
      code: 'MissingAltText',
      message,
      fix: 'pictureAlt: { zh: …, en: … }',
    }),
  ];
}
