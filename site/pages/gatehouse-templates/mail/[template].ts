import type { APIRoute, GetStaticPaths } from 'astro';
import type { MailTemplate, MailTemplateId } from '../../../../edge/contract/catalogue.ts';
import { LOCALES, type Locale } from '../../../../edge/contract/locale.ts';
import { getMails, getSite } from '../../../lib/content.ts';
import { confirmationMailHtml, downloadMailHtml, ownerMailHtml } from '../../../lib/mail-html.ts';
import { resolveColors } from '../../../theme/resolve-theme.ts';
import {
  confirmationMailText,
  downloadMailText,
  ownerMailText,
  type MailContext,
} from '../../../lib/mail-text.ts';

const MAIL_IDS = ['download', 'confirmation', 'owner'] as const satisfies MailTemplateId[];

// The build moves these files out of the public output into the edge's catalogue.
export const getStaticPaths = (async () => {
  const { brand, contact, domain, legal, theme } = await getSite();
  const colors = resolveColors(theme);
  const sender = {
    brand: brand.name,
    company: legal.company,
    address: contact.address,
    email: contact.email,
    origin: domain,
  };
  const templates = await Promise.all(
    MAIL_IDS.flatMap((id) => LOCALES.map((locale) => filesOf(id, { locale, sender, colors }))),
  );
  return templates.flat().map(({ name, body }) => ({ params: { template: name }, props: { body } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ body: string }> = ({ props }) => new Response(props.body);

async function filesOf(id: MailTemplateId, context: MailContext): Promise<{ name: string; body: string }[]> {
  const { subject, html, text } = await templateOf(id, context);
  const name = `${id}.${context.locale}`;
  return [
    { name: `${name}.subject.txt`, body: subject },
    { name: `${name}.html`, body: html },
    { name: `${name}.txt`, body: text },
  ];
}

async function templateOf(id: MailTemplateId, context: MailContext): Promise<MailTemplate> {
  const mails = await getMails();
  const { locale }: { locale: Locale } = context;
  const subject = mails[id].subject[locale];
  switch (id) {
    case 'download':
      return {
        subject,
        html: downloadMailHtml(mails[id], context),
        text: downloadMailText(mails[id], context),
      };
    case 'confirmation':
      return {
        subject,
        html: confirmationMailHtml(mails[id], context),
        text: confirmationMailText(mails[id], context),
      };
    case 'owner':
      return { subject, html: ownerMailHtml(mails[id], context), text: ownerMailText(mails[id], context) };
  }
}
