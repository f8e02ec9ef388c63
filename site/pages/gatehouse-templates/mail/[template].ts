import type { APIRoute, GetStaticPaths } from 'astro';
import type { MailTemplate, MailTemplateId } from '../../../../edge/contract/catalogue.ts';
import { LOCALES, type Locale } from '../../../../edge/contract/locale.ts';
import { getMails, getSite } from '../../../lib/content.ts';
import { downloadMailHtml, ownerMailHtml } from '../../../lib/mail-html.ts';
import { resolveColors } from '../../../theme/resolve-theme.ts';
import { downloadMailText, ownerMailText, type MailContext } from '../../../lib/mail-text.ts';

const MAIL_IDS = ['download', 'owner'] as const satisfies MailTemplateId[];

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
  const { download, owner } = await getMails();
  const { locale }: { locale: Locale } = context;
  if (id === 'download') {
    const subject = download.subject[locale];
    return { subject, html: downloadMailHtml(download, context), text: downloadMailText(download, context) };
  }
  const subject = owner.subject[locale];
  return { subject, html: ownerMailHtml(owner, context), text: ownerMailText(owner, context) };
}
