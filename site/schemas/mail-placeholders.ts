import type { MailTemplateId } from '../../edge/contract/catalogue.ts';

/**
 * What may stand as `{{name}}` in each mail's texts; the contract's `MailTemplateId` says what fills them. The
 * owner mail's `{{{answers}}}` are placed by the template, not by its texts.
 */
export const MAIL_PLACEHOLDERS: Readonly<Record<MailTemplateId, readonly string[]>> = {
  download: ['name', 'entryTitle', 'downloadUrl', 'fileName', 'fileSize', 'expiresAt', 'pageUrl'],
  confirmation: ['name', 'entryTitle', 'thanks', 'pageUrl'],
  owner: [
    'ownerName',
    'entryTitle',
    'channel',
    'source',
    'landingUrl',
    'variant',
    'referrer',
    'location',
    'consents',
    'registeredAt',
    'registrationId',
  ],
};
