import { completed, type ImageEvent } from '../api/generation-events';

/** The same pictures as a gateway sends them that draws through the Responses API. */
export async function* responsesEvents(events: AsyncIterable<ImageEvent>): AsyncGenerator<ImageEvent> {
  const output: ImageEvent[] = [];
  for await (const { type, b64_json, created_at: _, usage: __, partial_image_index, ...echo } of events) {
    const place = { item_id: `ig_${output.length}`, output_index: output.length };
    if (type !== completed) {
      yield {
        type: 'response.image_generation_call.partial_image',
        ...place,
        partial_image_index,
        partial_image_b64: b64_json,
        ...echo,
      };
      continue;
    }
    const item = {
      id: place.item_id,
      type: 'image_generation_call',
      status: 'completed',
      result: b64_json,
      ...echo,
    };
    yield { type: 'response.output_item.done', output_index: place.output_index, item };
    output.push(item);
  }
  yield { type: 'response.completed', response: { id: 'resp_1', status: 'completed', output } };
}
