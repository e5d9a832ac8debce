/**
 * Modals: what Discord refuses of one, and what comes back from somebody who has filled it in.
 *
 * Source: Discord's developer documentation, "Component Reference", "Interaction Response".
 */

import {
  type APIModalInteractionResponseCallbackData,
  type APIModalInteractionResponseCallbackComponent as Block,
  ComponentType,
} from 'discord-api-types/v10';
import { over, repeated, within } from './counts.js';

/** A modal as a bot sends it. */
export type Modal = APIModalInteractionResponseCallbackData;

/** What somebody fills in, by the custom_id of the field: a text, or what is chosen of a list. */
export type Filled = Record<string, string | string[]>;

const LIMITS = {
  title: 45,
  customId: 100,
  blocks: 5,
  label: 45,
  description: 100,
  placeholder: 100,
  input: 4000,
};

/** The faults of a modal, one sentence each. */
export function modalFaults({ title, custom_id, components }: Modal): string[] {
  const fields = components.flatMap(fieldsOf);
  return [
    ...within('characters of a title', title.length, 1, LIMITS.title),
    ...within('components of a modal', components.length, 1, LIMITS.blocks),
    ...[custom_id, ...fields.map((field) => field.custom_id)].flatMap((id) =>
      within('characters of custom_id', id.length, 1, LIMITS.customId),
    ),
    ...repeated(
      fields.map((field) => field.custom_id),
      'custom_id',
    ),
    ...components.flatMap(blockFaults),
    ...fields.flatMap(fieldFaults),
  ];
}

/** The fields of a filled-in modal, checked against it: an unknown field, one left out, or a text too long throws. */
export function submissionOf({ custom_id, components }: Modal, values: Filled) {
  const known = components.flatMap(fieldsOf).map((field) => field.custom_id);
  const unknown = Object.keys(values).find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Error(`the modal has no field "${unknown}"; there are: ${known}`);
  return { custom_id, components: components.map((block) => submittedBlock(block, values)) };
}

type Field = ReturnType<typeof fieldsOf>[number];

function fieldsOf(block: Block) {
  if (block.type === ComponentType.ActionRow) return block.components;
  return block.type === ComponentType.Label ? [block.component] : [];
}

function blockFaults(block: Block): string[] {
  if (block.type === ComponentType.ActionRow) return within('fields in a row', block.components.length, 1, 1);
  if (block.type !== ComponentType.Label) return [];
  return [
    ...within('characters of a label', block.label.length, 1, LIMITS.label),
    ...over('characters of a description', block.description?.length ?? 0, LIMITS.description),
  ];
}

function fieldFaults(field: Field): string[] {
  if (field.type !== ComponentType.TextInput) return [];
  const { label, placeholder, value, min_length = 0, max_length = LIMITS.input } = field;
  return [
    ...over('characters of a label', label?.length ?? 0, LIMITS.label),
    ...over('characters of a placeholder', placeholder?.length ?? 0, LIMITS.placeholder),
    ...over('characters of a value', value?.length ?? 0, LIMITS.input),
    ...within('as min_length', min_length, 0, LIMITS.input),
    ...within('as max_length', max_length, 1, LIMITS.input),
  ];
}

function submittedBlock(block: Block, values: Filled) {
  if (block.type === ComponentType.ActionRow)
    return { type: block.type, components: block.components.map((field) => submittedField(field, values)) };
  if (block.type === ComponentType.Label)
    return { type: block.type, component: submittedField(block.component, values) };
  return { type: block.type };
}

function submittedField(field: Field, values: Filled) {
  const { type, custom_id } = field;
  const { required = true } = field as { required?: boolean };
  const given = values[custom_id] ?? (field.type === ComponentType.TextInput ? (field.value ?? '') : []);
  if (required && given.length === 0) throw new Error(`the modal needs a value for "${custom_id}"`);
  if (field.type !== ComponentType.TextInput) return { type, custom_id, values: [given].flat() };
  const { min_length = 0, max_length = LIMITS.input } = field;
  const [fault] = within(
    `characters of "${custom_id}"`,
    given.length,
    given.length && min_length,
    max_length,
  );
  if (fault) throw new Error(`the modal refuses ${fault}`);
  return { type, custom_id, value: String(given) };
}
