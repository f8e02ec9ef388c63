import { agenda } from './agenda.ts';
import type { Block } from './block.ts';
import { callout } from './callout.ts';
import { comparisonTable } from './comparison-table.ts';
import { contactCard } from './contact-card.ts';
import { countdown } from './countdown.ts';
import { cta } from './cta.ts';
import { faq } from './faq.ts';
import { featureGrid } from './feature-grid.ts';
import { figures } from './figures.ts';
import { form } from './form.ts';
import { gallery } from './gallery.ts';
import { hero } from './hero.ts';
import { problemSolution } from './problem-solution.ts';
import { proof } from './proof.ts';
import { quote } from './quote.ts';
import { speakers } from './speakers.ts';
import { video } from './video.ts';

/** The blocks pages can use, by the name they are written with. */
export const BLOCKS: ReadonlyMap<string, Block> = new Map(
  [
    callout,
    cta,
    figures,
    quote,
    hero,
    proof,
    problemSolution,
    featureGrid,
    agenda,
    speakers,
    faq,
    comparisonTable,
    gallery,
    video,
    form,
    countdown,
    contactCard,
  ].map((block) => [block.name, block]),
);
