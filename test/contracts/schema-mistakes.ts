import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import * as v from 'valibot';

const objectSchema = v.record(v.string(), v.unknown());

/** A JSON file that holds an object. */
export function readJsonObject(file: URL): Readonly<Record<string, unknown>> {
  return v.parse(objectSchema, JSON.parse(readFileSync(file, 'utf8')));
}

/** What is wrong with a value; empty when nothing is. */
export type FindMistakes = (value: unknown) => readonly ErrorObject[];

/** Finds all that is wrong by a JSON schema. Words in it that are no JSON schema are notes for people. */
export function createMistakeFinder(schema: Readonly<Record<string, unknown>>): FindMistakes {
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}
