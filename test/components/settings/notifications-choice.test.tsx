import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { NotificationsChoice } from '@/components/settings/notifications-choice';

type OnChange = (wanted: boolean) => Promise<boolean>;

function renderChoice(value: boolean, onChange: OnChange) {
  const spy = vi.fn<OnChange>(onChange);
  render(<NotificationsChoice value={value} onChange={spy} />);
  return spy;
}

const box = (): HTMLElement => screen.getByRole('checkbox', { name: /^Let the system tell me/ });

it('is kept with the click', async () => {
  const onChange = renderChoice(false, () => Promise.resolve(true));
  await userEvent.click(box());
  expect(onChange.mock.calls).toEqual([[true]]);
  expect(box()).toHaveProperty('checked', true);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('is taken back with the next', async () => {
  const onChange = renderChoice(true, () => Promise.resolve(true));
  await userEvent.click(box());
  expect(onChange.mock.calls).toEqual([[false]]);
  expect(box()).toHaveProperty('checked', false);
});

it.each([
  ['the browser refuses', () => Promise.resolve(false)],
  ['it could not be kept', () => Promise.reject(new Error('no'))],
])('goes back when %s, and says so', async (_why, onChange) => {
  renderChoice(false, onChange);
  await userEvent.click(box());
  expect(screen.getByRole('alert').textContent).toBe('The browser did not allow notifications.');
  expect(box()).toHaveProperty('checked', false);
});
