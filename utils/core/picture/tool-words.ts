import { cleanPrompt } from '../text/prompt';

/** What a picture says it was drawn from. */
export interface PictureWords {
  readonly prompt?: string;
  readonly model?: string;
}

/** More than any model takes, in characters. */
const LONGEST_PROMPT = 100_000;
const LONGEST_MODEL = 100;

type JsonObject = Readonly<Record<string, unknown>>;

function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Python writes NaN and Infinity, which JSON does not have. */
const NO_NUMBER = /([:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,\]}])/g;

function parseObject(text: string): JsonObject | undefined {
  for (const candidate of [text, text.replace(NO_NUMBER, '$1null')]) {
    try {
      return asObject(JSON.parse(candidate));
    } catch {
      // The next spelling, or no JSON.
    }
  }
  return undefined;
}

/** Fields that hold the prompt: Fooocus, NovelAI, Easy Diffusion; InvokeAI 3; Draw Things. */
const PROMPT_FIELDS = ['prompt', 'positive_prompt', 'positivePrompt', 'Prompt', 'c'] as const;

/** Fields that hold the model: SwarmUI and Draw Things; Fooocus; InvokeAI 2; Easy Diffusion. */
const MODEL_FIELDS = [
  'model',
  'base_model',
  'model_weights',
  'model_name',
  'use_stable_diffusion_model',
] as const;

/** Objects around those fields: SwarmUI; InvokeAI 2. */
const PARENTS = ['sui_image_params', 'image'] as const;

/** InvokeAI 2 writes a list of prompts with weights, InvokeAI 3 a model with a name. */
function textIn(value: unknown, field: 'prompt' | 'name'): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const object = asObject(first);
  return asText(first) ?? asText(object?.[field]) ?? asText(object?.['model_name']);
}

function firstText(
  object: JsonObject,
  fields: readonly string[],
  field: 'prompt' | 'name',
): string | undefined {
  return fields.map((name) => textIn(object[name], field)).find((text) => text !== undefined);
}

function fieldWords(object: JsonObject): PictureWords {
  const places = [object, ...PARENTS.map((name) => asObject(object[name]) ?? {})];
  const prompt = places.map((place) => firstText(place, PROMPT_FIELDS, 'prompt')).find(Boolean);
  const model = places.map((place) => firstText(place, MODEL_FIELDS, 'name')).find(Boolean);
  return words(prompt, model);
}

interface GraphNode {
  readonly kind: string;
  readonly inputs: JsonObject;
}

const MODEL_LOADER = /checkpoint|unet.*load|load.*(?:unet|diffusion)/i;

/** Nodes that are followed from one to the next, at most. */
const LONGEST_PATH = 20;

/** The nodes of a ComfyUI graph, by their ids. */
function nodesOf(object: JsonObject): ReadonlyMap<string, GraphNode> {
  const nodes = new Map<string, GraphNode>();
  for (const [id, value] of Object.entries(object)) {
    const node = asObject(value);
    const [kind, inputs] = [asText(node?.['class_type']), asObject(node?.['inputs'])];
    if (kind !== undefined && inputs) nodes.set(id, { kind, inputs });
  }
  return nodes;
}

/** The inputs of a node of a workflow: links to other nodes by name, and what was typed into it. */
function workflowInputs(node: JsonObject, sources: ReadonlyMap<unknown, unknown>): JsonObject {
  const { inputs, widgets_values: typed, type } = node;
  const links = (Array.isArray(inputs) ? inputs : [])
    .map(asObject)
    .filter((input) => input !== undefined && sources.has(input['link']))
    .map((input) => [String(input?.['name']), [sources.get(input?.['link']), 0]] as const);
  const text: unknown = Array.isArray(typed) ? typed.find((value) => asText(value) !== undefined) : undefined;
  const name = MODEL_LOADER.test(asText(type) ?? '') ? 'ckpt_name' : 'text';
  return { ...(text !== undefined && { [name]: text }), ...Object.fromEntries(links) };
}

/** The same nodes as {@link nodesOf}, from what ComfyUI shows on its page (`workflow`). */
function workflowNodes({ nodes: list, links }: JsonObject): ReadonlyMap<string, GraphNode> {
  const sources = new Map<unknown, unknown>();
  // Each link: its id, the node it leaves, and more.
  for (const link of Array.isArray(links) ? links : [])
    if (Array.isArray(link)) sources.set(link[0], link[1]);
  const nodes = new Map<string, GraphNode>();
  for (const value of Array.isArray(list) ? list : []) {
    const node = asObject(value);
    const kind = asText(node?.['type']);
    if (node && kind !== undefined)
      nodes.set(String(node['id']), { kind, inputs: workflowInputs(node, sources) });
  }
  return nodes;
}

const TEXT_INPUTS = [
  'text',
  'text_g',
  'string',
  'value',
  'prompt',
  'positive',
  'conditioning',
  'text1',
] as const;

/** The text that an input of a node leads to, through the nodes between. */
function textBehind(nodes: ReadonlyMap<string, GraphNode>, input: unknown, path = 0): string | undefined {
  if (!Array.isArray(input)) return asText(input);
  const node = path < LONGEST_PATH ? nodes.get(String(input[0])) : undefined;
  if (!node) return undefined;
  for (const name of TEXT_INPUTS) {
    const text = textBehind(nodes, node.inputs[name], path + 1);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** What a ComfyUI graph draws: the text at the positive input of a sampler, otherwise the first text of an encoder. */
function graphWords(nodes: ReadonlyMap<string, GraphNode>): PictureWords {
  const all = [...nodes.values()];
  const positive = all.map(({ inputs }) => textBehind(nodes, inputs['positive'])).find(Boolean);
  const encoded = all
    .filter(({ kind }) => /text.*encode/i.test(kind))
    .map(({ inputs }) => textBehind(nodes, inputs['text'] ?? inputs['prompt']))
    .find(Boolean);
  const model = all
    .map(({ inputs }) => asText(inputs['ckpt_name']) ?? asText(inputs['unet_name']))
    .find(Boolean);
  return words(positive ?? encoded, model);
}

function words(prompt: string | undefined, model: string | undefined): PictureWords {
  const clean = cleanPrompt(prompt ?? '')
    .slice(0, LONGEST_PROMPT)
    .toWellFormed();
  const name = model
    ?.replace(/\.(?:safetensors|ckpt|gguf)$/i, '')
    .trim()
    .slice(0, LONGEST_MODEL);
  return {
    ...(clean !== '' && { prompt: clean }),
    ...(name !== undefined && name !== '' && { model: name }),
  };
}

/** InvokeAI 1 writes a command line: `"a fox" -s 50 -W 512`. */
const COMMAND_LINE = /^"(.*)"(?: +-{1,2}[A-Za-z][^"]*)$/s;

/** Behind the words of Midjourney. */
const MIDJOURNEY_JOB = /\s+Job ID: [0-9a-f-]{36}\s*$/i;

/** AUTOMATIC1111 and its kin: the prompt, then lines with settings. */
function plainWords(text: string): PictureWords {
  const [before = ''] = text.split(/(?:^|\r?\n)(?:Negative prompt|Steps):/);
  const model = /\bModel: ([^,\n]{1,100})/.exec(text.slice(before.length))?.[1];
  const prompt = COMMAND_LINE.exec(before)?.[1] ?? before.replace(MIDJOURNEY_JOB, '');
  return words(prompt, model);
}

/** Whether a text is an object, a graph, or words with settings behind them: no photo program writes that. */
export function isStructured(text: string): boolean {
  return /^\s*(?:(?:prompt|workflow):\s*)?\{/i.test(text) || /(?:^|\n)(?:Negative prompt|Steps):/.test(text);
}

/**
 * The words in a text that a drawing program wrote into a picture: a prompt with settings behind it, an object with
 * fields, a graph of nodes, or nothing but the words.
 */
export function toolWords(text: string): PictureWords {
  const trimmed = text.replace(/^(?:prompt|workflow):(?=\s*\{)/i, '').trim();
  if (!/^[{[]/.test(trimmed)) return plainWords(trimmed);
  const object = parseObject(trimmed);
  if (!object) return {};
  const nodes = new Map([...nodesOf(object), ...workflowNodes(object)]);
  return nodes.size > 0 ? graphWords(nodes) : fieldWords(object);
}
