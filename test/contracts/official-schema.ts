import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { readJsonObject } from './schema-mistakes';

/** The official description of the API of August 2026; it may lie beside the checkout, and tests pass without it. */
const FILE = new URL('../../../shared/fixtures/openai-images-schema.json', import.meta.url);

/** Whether the official description is there. */
export const hasOfficialSchema = existsSync(FILE);

const fieldSchema = v.looseObject({
  anyOf: v.optional(v.array(v.looseObject({ enum: v.optional(v.array(v.string())) }))),
});

const documentSchema = v.object({
  components: v.object({
    schemas: v.looseObject({
      CreateImageRequest: v.looseObject({ properties: v.record(v.string(), fieldSchema) }),
    }),
  }),
});

/**
 * The official schema of the body, as strict as its words: it lets any text pass beside the model ids and sizes it
 * names, and any field beside those it describes; here only what it names passes.
 */
export function readStrictOfficialSchema(): Readonly<Record<string, unknown>> {
  const { components } = v.parse(documentSchema, readJsonObject(FILE));
  const { CreateImageRequest: body } = components.schemas;
  const properties = Object.fromEntries(
    Object.entries(body.properties).map(([name, field]) => [
      name,
      field.anyOf?.find((alternative) => alternative.enum) ?? field,
    ]),
  );
  return { ...body, properties, additionalProperties: false, components };
}
