import { describe, expect, it } from 'vitest';
import { imageModels, type ListedModel } from '@/utils/core/model/listed-model';
import { KNOWN_MODELS } from '@/utils/core/model/models';

const idsOf = (models: readonly ListedModel[]): readonly string[] => imageModels(models).map(({ id }) => id);

const named = (...ids: readonly string[]): readonly ListedModel[] => ids.map((id) => ({ id }));

describe('the models that draw', () => {
  it('are those of which the server says so, whatever they are called', () => {
    const models = [
      { id: 'nano-banana', endpointTypes: ['openai', 'image-generation'] },
      { id: 'gpt-image-1', endpointTypes: ['openai'] },
      { id: 'gpt-5.2', endpointTypes: ['openai'] },
      { id: 'dall-e-3' },
    ];
    expect(idsOf(models)).toEqual(['nano-banana']);
  });

  it('are found by name where the server does not say', () => {
    expect(
      idsOf(named('gpt-5.2', 'gpt-image-2', 'text-embedding-3-small', 'flux-1.1-pro', 'whisper-1')),
    ).toEqual(['gpt-image-2', 'flux-1.1-pro']);
  });

  it('are found by name where what the server says has none', () => {
    const models = [
      { id: 'gpt-5.2', endpointTypes: ['openai'] },
      { id: 'gpt-image-2', endpointTypes: ['openai'] },
    ];
    expect(idsOf(models)).toEqual(['gpt-image-2']);
  });

  it.each([
    ...KNOWN_MODELS,
    'openai/gpt-image-1',
    'qwen-image',
    'imagen-4.0-generate',
    'grok-2-image',
    'doubao-seedream-4-0',
    'stable-diffusion-3.5',
    'stablediffusion',
    'sd3.5-large',
    'sdxl-turbo',
    'sd-cpp-local',
    'Kwai-Kolors/Kolors',
    'cogview-4',
    'wan2.2-t2i',
    'midjourney',
    'ideogram-v3',
    'black-forest-labs/FLUX.1-schnell',
  ])('have %s among them', (id) => {
    expect(idsOf(named('gpt-5.2', id))).toEqual([id]);
  });

  it.each(['gpt-4o-mini', 'text-embedding-3-small', 'tts-1', 'claude-sonnet', 'taiwan-llm-7b', 'swan-2'])(
    'do not have %s among them',
    (id) => {
      expect(idsOf(named(id, 'dall-e-3'))).toEqual(['dall-e-3']);
    },
  );

  it('are all of them where neither says anything: better too many than none', () => {
    const models = named('model-a', 'model-b');
    expect(imageModels(models)).toEqual(models);
    expect(imageModels([])).toEqual([]);
  });

  it('keep what is known of them', () => {
    expect(imageModels([{ id: 'dall-e-3', retiresOn: '2026-12-01' }])).toEqual([
      { id: 'dall-e-3', retiresOn: '2026-12-01' },
    ]);
  });
});
