import type { Fault, FaultTable } from './fault';

function reply(summary: string, status: number, body: () => unknown): Fault {
  return { summary, answer: () => Response.json(body(), { status }) };
}

const created = (): number => Math.floor(Date.now() / 1000);

/** JSON of other shapes than OpenAI's: errors as various frameworks write them, and successes without a picture. */
export const unusualReplies: FaultTable = {
  'error-in-200': reply('200 with success: false', 200, () => ({
    success: false,
    message: '当前模型暂时不可用，请稍后再试',
  })),
  'errors-array': reply('400 with a list of errors', 400, () => ({ errors: ['prompt is not acceptable'] })),
  'detail-array': reply("422 with FastAPI's detail", 422, () => ({
    detail: [
      { loc: ['body', 'size'], msg: 'value is not a valid size', type: 'value_error', input: 'large' },
    ],
  })),
  'string-error': reply('400 with the error as text', 400, () => ({ error: 'invalid size' })),
  'async-task': reply('200 with the number of a task', 200, () => ({
    task_id: 'task_01J9ZB3W5Y',
    status: 'processing',
  })),
  'no-pictures': reply('200 without pictures', 200, () => ({ created: created(), data: [] })),
  'moderated-200': reply('200 with a picture that was withheld', 200, () => ({
    created: created(),
    data: [{ url: '', respect_moderation: false }],
    respect_moderation: false,
  })),
};
