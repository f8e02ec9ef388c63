import { BLOCKS } from '../../blocks/blocks.ts';
import type { BlockNeed } from '../../blocks/block.ts';
import { issueAt } from '../issues/issue.ts';
import type { Explanation, Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { BlockUse, PageText } from '../mdx/page-text.ts';
import type { Sources } from '../sources.ts';

/** What the blocks of a text ask of the page around it and of the rest of the content. */
export function checkBlocks({ pages, variants, legal, people }: Sources, label: string): Issue[] {
  const known: Known = { label, people: [...people.keys()] };
  const inPages = pages.flatMap(({ kind, yaml, text }) => {
    const offers = { gate: yaml.get(['gate']) !== undefined, landing: kind === 'landing' };
    return checkText(text, { known, offers });
  });
  // The page itself has the gate.
  const inVariants = variants.flatMap(({ text }) =>
    checkText(text, { known, offers: { gate: true, landing: true } }),
  );
  const offers = { gate: false, landing: false };
  return [...inPages, ...inVariants, ...legal.flatMap(({ text }) => checkText(text, { known, offers }))];
}

interface Known {
  readonly label: string;
  readonly people: readonly string[];
}

interface Surroundings {
  readonly known: Known;
  readonly offers: Readonly<Record<BlockNeed, boolean>>;
}

function checkText(text: PageText, { known, offers }: Surroundings): Issue[] {
  const first = new Map<string, BlockUse>();
  const placed = text.blocks.flatMap((use) => {
    const block = BLOCKS.get(use.name);
    const need = block?.needs?.(use.props);
    if (need && !offers[need]) return [issueAt(use.place, explainNeed(use, need))];
    const key = block?.unique?.(use.props);
    if (key === null || key === undefined) return [];
    const other = first.get(key);
    first.set(key, other ?? use);
    return other ? [issueAt(use.place, explainSecond(use, other))] : [];
  });
  return [...placed, ...checkPeople(text, known)];
}

function explainNeed({ name }: BlockUse, need: BlockNeed): Explanation {
  if (need === 'gate') {
    return {
      code: 'MisplacedBlock',
      message: `<${name}> leads to the page’s form, but this page has no gate.`,
      hint:
        name === 'Cta'
          ? 'Say where it leads, or give the head a gate:'
          : 'Delete the block, or give the head a gate.',
      fix: name === 'Cta' ? '<Cta label="…" to="/en/products/" />' : undefined,
    };
  }
  return {
    code: 'MisplacedBlock',
    message: `<${name}> draws the page’s head, and this kind of page has one already.`,
    hint: 'It belongs on landing pages: landing/<slug>/.',
  };
}

function explainSecond({ name }: BlockUse, { place }: BlockUse): Explanation {
  return {
    code: 'MisplacedBlock',
    message: `This <${name}> stands on the page already, on line ${place.line}; one is all it can show.`,
    hint:
      name === 'Form' ? 'Lead to the one form with <Form place="dialog" /> or <Cta label="…" />.' : undefined,
  };
}

function checkPeople({ people }: PageText, known: Known): Issue[] {
  return people.flatMap(({ target, place }) => {
    if (known.people.includes(target)) return [];
    const meant = nearest(target, known.people);
    return [
      issueAt(place, {
        code: 'UnknownPerson',
        message: `The person is "${target}". There is no ${known.label}/people/${target}.yaml.`,
        hint: meant === undefined ? `Known: ${known.people.join(', ')}.` : `Did you mean "${meant}"?`,
      }),
    ];
  });
}
