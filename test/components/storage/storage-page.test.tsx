import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { RETENTION_DAYS, type StorageUse } from '@/utils/core/history/storage-use';
import { renderHistory } from '../support/history-page';

const USE: StorageUse = {
  kept: { count: 1200, bytes: 2_400_000_000 },
  trash: { count: 3, bytes: 4_500_000 },
  thumbnailBytes: 12_000_000,
  isEstimate: true,
  retired: new Map(
    RETENTION_DAYS.map((days) => [days, { count: days === 90 ? 312 : 0, bytes: 624_000_000 }]),
  ),
};

function open(use = USE) {
  const world = renderHistory({ hash: '#storage' });
  world.show([]);
  world.showUse(use);
  return world;
}

const rule = () => screen.getByRole('combobox', { name: 'Move pictures to the trash' });

describe('the storage page', () => {
  it('says how much pictures, thumbnails and the trash take', () => {
    open();
    expect(screen.getByText('2.4 GB in all')).toBeTruthy();
    expect(screen.getByText('1200 pictures')).toBeTruthy();
    expect(screen.getByText('12 MB').nextSibling?.textContent).toBe('estimated');
    expect(screen.getByText('4.5 MB').nextSibling?.textContent).toBe('3 pictures');
  });

  it('leads to the largest pictures and to the trash', async () => {
    open();
    await userEvent.click(screen.getByRole('button', { name: 'Open the trash: 3 pictures, 4.5 MB' }));
    expect(location.hash).toBe('#trash');
    open();
    await userEvent.click(screen.getAllByRole('button', { name: 'Show the largest first' }).at(-1) ?? rule());
    expect(location.hash).toBe('#order=size');
  });

  it('is reached from the history, and leads back there', async () => {
    const { show } = renderHistory({ hash: '#order=oldest' });
    show([]);
    await userEvent.click(screen.getByRole('button', { name: 'Storage' }));
    expect(location.hash).toBe('#order=oldest&storage');
    await userEvent.click(screen.getByRole('button', { name: 'Back to history' }));
    expect(location.hash).toBe('#order=oldest');
  });

  it('speaks of nothing that is not there', () => {
    const none = { count: 0, bytes: 0 };
    open({ kept: none, trash: none, thumbnailBytes: 0, isEstimate: false, retired: new Map() });
    expect(screen.getByText('0 kB in all')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /trash/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /largest/ })).toBeNull();
  });
});

describe('the rule that makes room', () => {
  it('is off until a person sets it, and says beforehand what it would do', async () => {
    const { setRetention } = open();
    expect(screen.getByText('Nothing is moved by itself.')).toBeTruthy();
    await userEvent.selectOptions(rule(), 'When they are older than 90 days');
    expect(screen.getByText('312 pictures, 624 MB, would be moved now.')).toBeTruthy();
    expect(setRetention).not.toHaveBeenCalled();
    await userEvent.selectOptions(rule(), 'When they are older than 365 days');
    expect(screen.getByText('No picture is old enough yet.')).toBeTruthy();
  });

  it('says how many pictures it moved', async () => {
    const { setRetention, showRetention } = open();
    setRetention.mockResolvedValue(312);
    await userEvent.selectOptions(rule(), 'When they are older than 90 days');
    await userEvent.click(screen.getByRole('button', { name: 'Use this rule' }));
    showRetention(90);
    expect(setRetention.mock.calls).toEqual([[90]]);
    expect(screen.getByText('The rule is kept. 312 pictures were moved to the trash.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Use this rule' })).toBeNull();
  });

  it('is taken away again', async () => {
    const { setRetention, showRetention } = open();
    showRetention(180);
    await userEvent.selectOptions(rule(), 'Never');
    await userEvent.click(screen.getByRole('button', { name: 'Stop moving' }));
    expect(setRetention.mock.calls).toEqual([[null]]);
  });
});
