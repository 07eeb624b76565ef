import { asList, asObject, asText } from './json-value';

/** Whether a body calls itself an error, whatever its status. MiniMax does so in `base_resp`, with status 200. */
export function saysError(body: unknown): boolean {
  const { error, success, base_resp: base } = asObject(body) ?? {};
  const code = asObject(base)?.['status_code'];
  return (
    asText(error) !== undefined ||
    asObject(error) !== undefined ||
    success === false ||
    (typeof code === 'number' && code !== 0)
  );
}

const UNFINISHED = /^(?:processing|pending|queued|submitted|in_progress|in_queue|not_start)$/i;

/** Whether an object says that its picture is not there yet. */
export function isUnfinished(value: unknown): boolean {
  return UNFINISHED.test(asText(asObject(value)?.['status']) ?? '');
}

/** Whether a reply without pictures is the number of a task that would have to be polled (image-api §3.3). */
export function isTask(body: unknown): boolean {
  const data = asObject(body)?.['data'];
  return [body, data, asList(data)?.[0]].some((value) => {
    const id = asObject(value)?.['task_id'];
    return asText(id) !== undefined || typeof id === 'number' || isUnfinished(value);
  });
}
