const price = (model_name: string, terms: object) => ({
  model_name,
  vendor_id: 1,
  quota_type: 0,
  model_ratio: 0,
  model_price: 0,
  owner_by: '',
  completion_ratio: 0,
  enable_groups: ['default', 'vip'],
  supported_endpoint_types: ['image-generation', 'openai'],
  ...terms,
});

/**
 * What new-api answers at `/api/pricing`: `quota_type` 1 is dollars for each call, 0 is tokens, where a ratio of 1
 * is two dollars for a million of them.
 */
export const priceList = {
  success: true,
  data: [
    price('dall-e-3', { quota_type: 1, model_price: 0.04 }),
    price('gpt-image-1', { model_ratio: 2.5, completion_ratio: 8, image_ratio: 2 }),
    price('gpt-image-2', { model_ratio: 2.5, completion_ratio: 6, image_ratio: 1.6 }),
    price('gpt-image-2-vip', { quota_type: 1, model_price: 0.03, enable_groups: ['vip'] }),
    price('qwen-image', { quota_type: 1, model_price: 0.02 }),
    price('gpt-5.2', { model_ratio: 0.875, completion_ratio: 8, supported_endpoint_types: ['openai'] }),
  ],
  vendors: [{ id: 1, name: 'OpenAI', icon: 'OpenAI' }],
  group_ratio: { default: 1, vip: 0.8 },
  usable_group: { default: '默认分组', vip: 'VIP 分组' },
  supported_endpoint: {
    openai: { path: '/v1/chat/completions', method: 'POST' },
    'image-generation': { path: '/v1/images/generations', method: 'POST' },
  },
  auto_groups: [],
};
